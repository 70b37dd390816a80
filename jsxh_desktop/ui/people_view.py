"""分工: who may do which step, each with a password if wanted, and what that is worth in words."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from jsxh_desktop.app import who_signs
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.edition import Person, Role
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.choice_strip import ChoiceStrip
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.signer_form import HIDDEN, SECRET, WHO, SignerForm
from jsxh_desktop.ui.wrapped_label import WrappedLabel

LABEL = 132
COLUMNS = (
    Column("姓名", 200),
    Column("分工", 120),
    Column("密码", 120),
    Column("可以做", 420, grows=True),
    Column("", 90, anchor="e"),
)
DOES = {
    Role.ENTRY: "填报、送复核、记为已报送",
    Role.REVIEW: "复核、退回修改、定稿、记为已报送",
    Role.ADMINISTRATION: "每一步，包括解除定稿和改分工",
}
FORGET = "忘了管理密码：取消全部分工（会留在记录里）"


class PeopleView:
    """The list, a line to add or change one, and the administrator who says so."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        theme, px = self._theme, self._theme.px
        self._named: tuple[Person, ...] = ()
        self.widget: tk.Widget = pieces.frame(theme, parent)
        body = pieces.frame(theme, self.widget)
        body.pack(fill="x", padx=px(20), pady=(px(8), px(8)))
        WrappedLabel(theme, body, who_signs.HONEST, "text2", "small").widget.pack(fill="x")
        self._form = pieces.frame(theme, body)
        self._form.columnconfigure(0, minsize=px(LABEL))
        self._form.columnconfigure(1, weight=1)
        self._form.pack(fill="x", pady=(px(10), 0))
        self.name = ttk.Entry(self._form, width=WHO)
        self._labelled(0, "姓名", self.name)
        self.role = ChoiceStrip(
            theme, self._form, [(role, role.value) for role in Role], lambda _role: None
        )
        self._labelled(1, "分工", self.role.widget)
        self.password = ttk.Entry(self._form, width=SECRET, show=HIDDEN)
        self._labelled(2, "密码（可以不设）", self.password)
        self.by = SignerForm(theme, self._form, self.add)
        self._by_label = self._labelled(3, "由谁来改", self.by.widget)
        buttons = pieces.frame(theme, self._form)
        buttons.grid(row=4, column=1, sticky="w", pady=(px(8), 0))
        pieces.button(buttons, "写入分工", self.add, "person-plus").pack(side="left")
        self._forget = pieces.link(theme, buttons, FORGET, self._forget_all)
        self._problem = pieces.label(theme, self._form, "", "danger")
        self._problem.grid(row=5, column=1, sticky="w", pady=(px(4), 0))
        for box in (self.name, self.password):
            box.bind("<Return>", lambda _event: self.add())
        self._table = ListTable(theme, self.widget, COLUMNS, self._drop)
        self._table.widget.pack(fill="both", expand=True, padx=px(20), pady=(0, px(12)))

    def refresh(self) -> None:
        self._named = who_signs.people(self._shell.workspace)
        self._table.clear()
        for number, each in enumerate(self._named):
            kept = "有" if each.has_password else "没有"
            self._table.line(number, (each.name, each.role.value, kept, DOES[each.role], "取消"))
        if not self._named:
            self.role.select(Role.ADMINISTRATION)
        self.by.offer([each for each in self._named if each.role is Role.ADMINISTRATION])
        for part in (self.by.widget, self._by_label):
            if self._named:
                part.grid()
            else:
                part.grid_remove()
        if self._named:
            self._forget.pack(side="left", padx=self._theme.px(16))
        else:
            self._forget.pack_forget()

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self.name.focus_set()

    def flush(self) -> None: ...

    def add(self) -> str:
        """Name somebody, or change the role or password of who is named."""
        person = Person(self.name.get(), Role(str(self.role.chosen)))
        password = self.password.get()

        def work() -> None:
            who_signs.name_person(self._shell.workspace, person, password, self.by.signer)
            for box in (self.name, self.password):
                box.delete(0, "end")

        self._try(work)
        return "break"

    def _drop(self, number: int) -> None:
        name = self._named[number].name
        self._try(lambda: who_signs.drop_person(self._shell.workspace, name, self.by.signer))

    def _forget_all(self) -> None:
        self._try(lambda: who_signs.forget_people(self._shell.workspace))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Problem as problem:
            self._problem.configure(text=f"▲ {problem}")
        else:
            self._problem.configure(text="")
        self.by.forget()
        self.refresh()

    def _labelled(self, row: int, words: str, widget: tk.Widget) -> tk.Label:
        px = self._theme.px
        label = pieces.label(self._theme, self._form, words, "text2")
        label.grid(row=row, column=0, sticky="e", padx=(0, px(12)), pady=px(3))
        widget.grid(row=row, column=1, sticky="w", pady=px(3))
        return label
