"""Who signs: a name to choose or to write, and the password where that name has one."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from jsxh_desktop.app.who_signs import Signer, who
from jsxh_desktop.domain.edition import Person
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

WHO, SECRET = 14, 16  # characters
HIDDEN = "●"


class SignerForm:
    """Enter in either field goes on; without anybody named the name is free and has no password."""

    def __init__(self, theme: Theme, parent: tk.Misc, go_on: Callable[[], object]) -> None:
        self.widget = pieces.frame(theme, parent)
        self._named: dict[str, Person] = {}
        self.name = ttk.Combobox(self.widget, width=WHO)
        self.name.pack(side="left")
        self._secret = pieces.frame(theme, self.widget)
        pieces.label(theme, self._secret, "密码", "text2").pack(
            side="left", padx=(theme.px(16), theme.px(8))
        )
        self.password = ttk.Entry(self._secret, width=SECRET, show=HIDDEN)
        self.password.pack(side="left")
        for box in (self.name, self.password):
            box.bind("<Return>", lambda _event: go_on())
            box.bind("<KP_Enter>", lambda _event: go_on())
        self.name.bind("<<ComboboxSelected>>", lambda _event: self._fit())
        self.name.bind("<KeyRelease>", lambda _event: self._fit())

    def offer(self, people: Sequence[Person]) -> None:
        """Let one of these be chosen; without any a name is written, at first the account's."""
        self._named = {person.name: person for person in people}
        self.name.configure(values=list(self._named), state="readonly" if people else "normal")
        if people and self.name.get() not in self._named:
            self.name.set(people[0].name if len(people) == 1 else "")
        elif not self.name.get():
            self.name.set(who())
        self._fit()

    def choose(self, name: str) -> None:
        """Have this name there, where it may stand."""
        if name in self._named or not self._named:
            self.name.set(name)
        self._fit()

    @property
    def signer(self) -> Signer:
        """What is filled in."""
        return Signer(self.name.get(), self.password.get())

    def forget(self) -> None:
        """Let no password stand."""
        self.password.delete(0, "end")

    def _fit(self) -> None:
        person = self._named.get(self.name.get())
        if person and person.has_password:
            self._secret.pack(side="left")
        else:
            self._secret.pack_forget()
            self.forget()
