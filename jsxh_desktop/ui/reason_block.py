"""One reason: what moved from what to what, last year's figure where it is typed, and the text."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.field_help import field_help
from jsxh_desktop.app.reasons_model import Need, Question
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.inputs import make_input
from jsxh_desktop.ui.prose_field import ProseField
from jsxh_desktop.ui.reactions import Input, Reactions
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

FIGURE, INDENT, BESIDE = 110, 22, 180
WIDTHS = (64, FIGURE + 8, 26, 56, 78, 150)


class ReasonBlock:
    """It stays while figures change; the text is there where a reason is asked for or written."""

    def __init__(
        self,
        shell: Shell,
        parent: tk.Frame,
        question: Question,
        prior: Callable[[Place], Reactions],
        react: Reactions,
    ) -> None:
        self._shell, self._theme = shell, shell.theme
        self._question = question
        self.area = pieces.frame(shell.theme, parent)
        self.prior: Input | None = None
        self._build_head(prior)
        self._why = pieces.frame(shell.theme, self.area)
        self._said = pieces.label(shell.theme, self._why, "", "text3", "small")
        self._said.pack(side="left", padx=(shell.theme.px(INDENT), shell.theme.px(8)))
        self._link = pieces.link(shell.theme, self._why, "去填 →", self._go)
        self.field = ProseField(
            shell.theme,
            self.area,
            "",
            react,
            examples=field_help(question.entry).examples,
            least=1,
        )

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What can be typed in now, in order."""
        prior = (self.prior,) if self.prior else ()
        return (*prior, self.field.input) if self.field.widget.winfo_manager() else prior

    def show(self, question: Question, text: str, problem: str, note: tuple[str, str]) -> None:
        """Bring the block in line; `note` is what is said beside the text and its colour."""
        self._question = question
        self._show_head()
        self._show_why()
        self.field.show(text, problem=problem, note=note)
        px = self._theme.px
        if question.need is Need.OWED or text:
            self.field.widget.pack(fill="x", padx=(px(INDENT), px(BESIDE)), pady=(px(2), 0))
        else:
            self.field.widget.pack_forget()

    def _build_head(self, prior: Callable[[Place], Reactions]) -> None:
        theme, px, question = self._theme, self._theme.px, self._question
        head = pieces.frame(theme, self.area)
        head.pack(fill="x", padx=(0, 0 if question.code else px(BESIDE)))
        self._sign = pieces.label(theme, head, anchor="w", font="small")
        self._sign.grid(row=0, column=0, sticky="w")
        head.columnconfigure(0, minsize=px(INDENT))
        head.columnconfigure(1, weight=1)
        name = WrappedLabel(theme, head, question.name, font="strong").widget
        name.grid(row=0, column=1, sticky="ew", padx=(0, px(12)))
        self._names = tuple(pieces.label(theme, head, "", "text2") for _ in question.called)
        self._figures = tuple(pieces.label(theme, head) for _ in question.called)
        self._change = pieces.label(theme, head, "", "text2")
        first, second = zip(self._names, self._figures, strict=True)
        room: tk.Widget = first[1]
        if question.prior:
            room = pieces.frame(theme, head, width=theme.row(FIGURE), height=theme.row(33))
            room.pack_propagate(False)
            self.prior = make_input(theme, room, question.prior.entry, prior(question.prior))
            self.prior.widget.pack(fill="both", expand=True)
        arrow = pieces.label(theme, head, "→", "text3")
        parts = (first[0], room, arrow, *second, self._change)
        for column, (part, width) in enumerate(zip(parts, WIDTHS, strict=True), 2):
            part.grid(row=0, column=column, sticky="e", padx=(0, px(8)))
            head.columnconfigure(column, minsize=theme.row(width))
        head.rowconfigure(0, minsize=theme.row(35))

    def _show_head(self) -> None:
        question, unit = self._question, self._shell.workspace.unit
        owed = question.need is Need.OWED
        sign, colour = ("✓", "ok") if question.text else ("▲", "warn")
        self._sign.configure(text=sign if owed else "", foreground=self._theme.palette[colour])
        amounts = (question.first, question.second)
        for name, shown, called, amount in zip(
            self._names, self._figures, question.called, amounts, strict=True
        ):
            name.configure(text=called)
            shown.configure(text=figures_shown.last_year(amount, unit))
        self._change.configure(text=figures_shown.change(question.second, question.first, unit))
        if self.prior and question.prior:
            workspace = self._shell.workspace
            wrong = bool(workspace.problem(question.prior))
            self.prior.show(workspace.text(question.prior), wrong=wrong)

    def _show_why(self) -> None:
        """Why no reason is asked for yet, or at all."""
        said, colour = self._reason_why()
        self._said.configure(text=said, foreground=self._theme.palette[colour])
        elsewhere = self._question.page not in {"", "reasons"}
        if elsewhere and not self._link.winfo_manager():
            self._link.pack(side="left")
        elif not elsewhere:
            self._link.pack_forget()
        if said and not self._why.winfo_manager():
            self._why.pack(fill="x", after=self.area.winfo_children()[0])
        elif not said:
            self._why.pack_forget()

    def _reason_why(self) -> tuple[str, str]:
        question, workspace = self._question, self._shell.workspace
        if question.prior and (problem := workspace.problem(question.prior)):
            return f"▲ {problem}", "danger"
        if question.need is Need.UNKNOWN:
            if question.page or workspace.filing.before is None:
                return f"还缺“{question.missing}”，填上才知道要不要写原因", "text2"
            return f"{workspace.year - 1} 年度里还没有填这个数，切到那一年补上", "text2"
        if question.need is Need.STILL:
            return question.why + ("，写了也不会印" if question.text else ""), "text3"
        return "", "text3"

    def _go(self) -> None:
        self._shell.go(self._question.page)
