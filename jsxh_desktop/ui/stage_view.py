"""How far the year is signed off, the next step with who does it, and every step so far."""

from __future__ import annotations

import datetime
import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app import sign_off
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.who_signs import may, people
from jsxh_desktop.domain.edition import NEEDS_REASON, Act
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.signer_form import SignerForm
from jsxh_desktop.ui.stage_strip import StageStrip
from jsxh_desktop.ui.wrapped_label import WrappedLabel

LABEL = 92
SIGNS = {
    Act.HAND_OVER: "send",
    Act.FINALISE: "lock",
    Act.RETURN: "arrow-return-left",
    Act.SUBMIT: "check2-circle",
    Act.UNLOCK: "unlock",
}
COLUMNS = (Column("时间", 170), Column("谁", 130), Column("做了什么", 420, grows=True))
CHECKING = "还在检查，查完才能定稿"


class StageView:
    """The first button is the usual next step; a reason is asked for where it is kept."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        body = pieces.frame(theme, self.widget)
        body.pack(fill="x", padx=px(20), pady=(px(8), 0))
        self._strip = StageStrip(theme, body)
        self._strip.widget.pack(anchor="w")
        self._said = WrappedLabel(theme, body, "", "text2")
        self._said.widget.pack(fill="x", pady=(px(8), 0))
        self._waits = pieces.link(theme, body, "", lambda: shell.go("checks"), "body")
        self._form = pieces.frame(theme, body)
        self._form.columnconfigure(0, minsize=px(LABEL))
        self._form.columnconfigure(1, weight=1)
        self._form.pack(fill="x", pady=(px(12), 0))
        self.signer = SignerForm(theme, self._form, self._go_on)
        self._labelled(0, "经手人", self.signer.widget, sticky="w")
        self.reason = ttk.Entry(self._form, width=1)
        self.reason.bind("<Return>", lambda _event: self._go_on())
        self._asked = self._labelled(1, "原因", self.reason, sticky="ew")
        self._buttons = pieces.frame(theme, self._form)
        self._buttons.grid(row=2, column=1, sticky="w", pady=(px(10), 0))
        self._problem = WrappedLabel(theme, self._form, "", "danger")
        self._problem.widget.grid(row=3, column=1, sticky="ew", pady=(px(6), 0))
        pieces.label(theme, self.widget, "记录", font="section").pack(
            anchor="w", padx=px(20), pady=(px(12), px(4))
        )
        self._records = ListTable(theme, self.widget, COLUMNS, lambda _number: None)
        self._records.widget.pack(fill="both", expand=True, padx=px(20), pady=(0, px(12)))
        self._acts: tuple[Act, ...] = ()

    def refresh(self) -> None:
        workspace = self._shell.workspace
        standing, by = workspace.lock.standing, workspace.lock.by
        self._strip.show(standing.stage)
        said = sign_off.EXPLAINED[standing.stage]
        if workspace.filing.edition:
            said = f"第{standing.edition}版，校验码 {workspace.filing.edition.code}。{said}"
        if by not in {None, workspace.year}:
            said = workspace.lock.refusal
        self._said.say(said)
        self._show_what_waits()
        acts = sign_off.acts(workspace)
        if acts != self._acts:
            self._acts = acts
            self._offer()
        self.signer.offer(may(workspace, acts[0]) if people(workspace) else ())
        self._list()

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self.signer.name.focus_set()

    def flush(self) -> None: ...

    def left(self) -> tuple[str, str]:
        return self.signer.name.get(), self.reason.get()

    def resume(self, left: tuple[str, str]) -> None:
        name, reason = left
        self.signer.choose(name)
        self.reason.insert(0, reason)

    def do(self, act: Act) -> None:
        """Sign; what stands in the way is told beside the buttons."""
        workspace, checker = self._shell.workspace, self._shell.checker
        if act is Act.FINALISE and not checker.is_current:
            self._problem.say(CHECKING)
            return
        try:
            sign_off.sign(workspace, act, self.signer.signer, self.reason.get(), checker.rows)
        except Problem as problem:
            self._problem.say(str(problem))
            self.signer.forget()
            if act in NEEDS_REASON and not self.reason.get().strip():
                self.reason.focus_set()
            return
        self._shell.do["year"](f"{workspace.year}年度")  # the frame is built anew, locked or free

    def _go_on(self) -> str:
        self.do(self._acts[0])
        return "break"

    def _offer(self) -> None:
        for child in self._buttons.winfo_children():
            child.destroy()
        for number, act in enumerate(self._acts):
            style = "outline" if number else "primary"
            made = pieces.button(self._buttons, act.value, partial(self.do, act), SIGNS[act], style)
            made.pack(side="left", padx=(0, self._theme.px(8)))
        wants = [act for act in self._acts if act in NEEDS_REASON]
        self._asked.configure(text=f"{wants[0][:2]}的原因" if wants else "")
        for part in (self.reason, self._asked):
            if wants:
                part.grid()
            else:
                part.grid_remove()
        self._problem.say("")

    def _show_what_waits(self) -> None:
        found = sign_off.blocking(self._shell.workspace, self._shell.checker.rows)
        if found:
            words = f"▲ {len(found)} 处错误还没有处理，处理完才能定稿。看错误 →"
            self._waits.configure(text=words)
            self._waits.pack(anchor="w", pady=(self._theme.px(6), 0), before=self._form)
        else:
            self._waits.pack_forget()

    def _list(self) -> None:
        workspace = self._shell.workspace
        self._records.clear()
        found = workspace.workbook.sign_offs.signatures(workspace.filing_id)
        for number, each in enumerate(found):
            at = datetime.datetime.fromisoformat(each.at)
            self._records.line(number, (f"{at:%Y-%m-%d %H:%M}", each.who, each.title))

    def _labelled(self, row: int, words: str, widget: tk.Misc, sticky: str) -> tk.Label:
        px = self._theme.px
        label = pieces.label(self._theme, self._form, words, "text2")
        label.grid(row=row, column=0, sticky="e", padx=(0, px(12)), pady=px(4))
        widget.grid(row=row, column=1, sticky=sticky, pady=px(4))  # type: ignore[attr-defined]
        return label
