"""The check-up: what must agree with what in a filing and in what it would print.

`registry` lists the rules. They stand by their groups: `tables` (A, B), `statements` and `unit`
(C), `charts` (D), `sheets` (E), `reports` (F), `wording` (G). `texts` has what is read, `reading`
how it is read, `exactness` and `feasibility` what may be meant by a rounded figure.
"""
