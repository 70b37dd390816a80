"""The check-up: what must agree with what in a filing and in what it would print."""
