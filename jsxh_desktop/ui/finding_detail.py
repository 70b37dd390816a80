"""One finding beside the list: what the rule says, where to go, and what can be done about it."""

from __future__ import annotations

import datetime
import tkinter as tk
from functools import partial

from jsxh_desktop.app.check_detail import details, title, ways
from jsxh_desktop.app.check_model import Row, State
from jsxh_desktop.app.line_breaker import broken
from jsxh_desktop.app.reviewing import corrected, gone_on, put_aside, reviewed, taken_up, writing
from jsxh_desktop.app.step import Step
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.review_form import ReviewForm
from jsxh_desktop.ui.severity_signs import COLOURS
from jsxh_desktop.ui.shell import Shell

WORD, PAD, LONGEST = 56, 14, 14
NOTHING = "在左边选一行，这里说明为什么、怎么改"


class FindingDetail:
    """Shows the row that is marked; its buttons are steps of work, each undone by Ctrl+Z.

    `begun_reasons` are the reasons that were written and not confirmed, by the key of their row.
    """

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        self._row: Row | None = None
        self._lines: list[tuple[str, str]] = []
        self.begun_reasons: dict[object, str] = {}
        theme, px = shell.theme, shell.theme.px
        self.widget = pieces.frame(theme, parent)
        head = pieces.frame(theme, self.widget)
        head.pack(fill="x", padx=px(PAD), pady=(px(8), px(2)))
        self._state = pieces.label(theme, head, "", "text2", "small_strong")
        self._state.pack(side="right")
        self._title = pieces.label(theme, head, "", font="small_strong", anchor="w")
        self._title.pack(side="left")
        self._foot = pieces.frame(theme, self.widget)
        self._foot.pack(side="bottom", fill="x", padx=px(PAD), pady=(px(4), px(8)))
        self._ways = pieces.frame(theme, self.widget)
        self._ways.pack(side="bottom", fill="x", padx=px(PAD))
        self._measure = CutText(theme.font("small"), parent)
        self._text = self._made_text()
        self._text.pack(fill="both", expand=True, padx=px(PAD))
        self._form = ReviewForm(theme, self.widget, self._keep, self._review, self._give_up)

    def show(self, row: Row | None) -> None:
        """Tell of another row, or of what became of this one."""
        if row == self._row and row is not None:
            return
        if self._row is None or row is None or row.key != self._row.key:
            self.put_aside()
        self._row = row
        self._title.configure(text=title(row) if row else "")
        self._state.configure(text=row.state.value if row else "")
        if row:
            colour = COLOURS[row.severity] if row.state is State.OPEN else "ok"
            self._state.configure(foreground=self._theme.palette[colour])
        self._lines = list(details(row)) if row else []
        self._lay_out()
        self._show_ways()
        self._show_foot()

    def ask(self) -> None:
        """Have a reason written: 核实."""
        if self._row and self._row.checked and self._row.state is not State.CORRECTED:
            self._foot.pack_forget()
            px = self._theme.px
            self._form.widget.pack(
                side="bottom", fill="x", padx=px(PAD), pady=(px(4), px(8)), before=self._ways
            )
            review = self._row.checked.review
            begun = self.begun_reasons.pop(self._row.key, "")
            self._form.begin(begun or (review.reason if review else ""), self._who())
            if begun:
                gone_on(self._shell.workspace, self._row.checked, begun, self._who())

    def put_aside(self) -> None:
        """A reason that is written but not confirmed is there again where one comes back to it."""
        row, (reason, who) = self._row, self._form.written
        if row and row.checked and self._form.widget.winfo_manager() and reason.strip():
            self.begun_reasons[row.key] = reason
            put_aside(self._shell.workspace, row.checked, reason, who)
        self._close(focus=False)

    def _keep(self, reason: str, who: str) -> None:
        """At every key."""
        if self._row and self._row.checked:
            writing(self._shell.workspace, self._row.checked, reason, who)

    def _give_up(self) -> None:
        self._keep("", "")
        self._close()

    def _who(self) -> str:
        return self._shell.settings.reviewer or self._shell.workspace.filing.organization.contact

    def _made_text(self) -> tk.Text:
        theme, colours = self._theme, self._theme.palette
        made = tk.Text(
            self.widget,
            width=1,
            height=1,
            wrap="none",
            state="disabled",
            cursor="arrow",
            takefocus=True,
            font=theme.font("small"),
            background=colours.surface,
            foreground=colours.text,
            selectbackground=colours.tint,
            selectforeground=colours.text,
            borderwidth=0,
            highlightthickness=max(1, theme.px(1)),
            highlightbackground=colours.surface,
            highlightcolor=colours.primary,
            spacing1=theme.px(2),
            tabs=(theme.row(WORD),),
        )
        made.tag_configure("word", foreground=colours.text3)
        made.bind("<Configure>", lambda _event: self._fit())
        return made

    def _fit(self) -> None:
        self._lay_out()
        self._show_ways()

    def _lay_out(self) -> None:
        """The lines broken as the print breaks them, each under the beginning of its text."""
        text = self._text
        room = text.winfo_width() - self._theme.row(WORD) - self._theme.px(8)
        text.configure(state="normal")
        text.delete("1.0", "end")
        if not self._lines:
            text.insert("end", NOTHING, "word")
        for word, said in self._lines:
            lines = broken(said, room, self._measure.width) if said and room > 0 else ()
            for number, line in enumerate(lines):
                text.insert("end", f"{'' if number else word}\t", "word")
                text.insert("end", f"{line}\n")
        text.configure(state="disabled")

    def _show_ways(self) -> None:
        theme, px = self._theme, self._theme.px
        for child in self._ways.winfo_children():
            child.destroy()
        found = ways(self._shell.workspace.filing, self._row) if self._row else ()
        if found:
            pieces.label(theme, self._ways, "跳到", "text3", "small").pack(side="left")
        room = self._text.winfo_width() - px(40)
        for name, place in found:
            room -= self._measure.width(name) + px(12)
            if room > 0:
                link = pieces.link(theme, self._ways, name, partial(self._shell.jump, place))
                link.pack(side="left", padx=(px(8), 0))

    def _show_foot(self) -> None:
        for child in self._foot.winfo_children():
            child.destroy()
        checked = self._row.checked if self._row else None
        if not checked or not self._row or self._row.state is State.CORRECTED:
            return
        step = corrected(checked)
        if step:
            self._button(f"改正：{pieces.cut(step.title, LONGEST)}", "check2", self._correct)
        if self._row.state is State.REVIEWED:
            self._button("取消核实", "arrow-counterclockwise", self._take_up)
        else:
            words = "接着核实…" if self._row.key in self.begun_reasons else "核实…"
            self._button(words, "pencil", self.ask)

    def _button(self, words: str, sign: str, do: object) -> None:
        made = pieces.button(self._foot, words, do, sign)  # type: ignore[arg-type]  # one of ours
        made.pack(side="left", padx=(0, self._theme.px(8)))

    def _correct(self) -> None:
        step = corrected(self._row.checked) if self._row and self._row.checked else None
        self._do(step, "已{}")

    def _take_up(self) -> None:
        step = taken_up(self._row.checked) if self._row and self._row.checked else None
        self._do(step, "已{}")

    def _review(self, reason: str, who: str) -> None:
        if not self._row or not self._row.checked:
            return
        now = datetime.datetime.now().astimezone()
        try:
            step = reviewed(self._row.checked, reason, who, now)
        except ValueError as slip:
            self._form.refuse(str(slip))
            return
        if who != self._who():
            self._shell.change_settings(reviewer=who)
        self._close()
        self._do(step, "已{}")

    def _do(self, step: Step | None, said: str) -> None:
        if step is None:
            return
        try:
            self._shell.workspace.apply(step.title, step.changes)
        except (ValueError, LookupError) as slip:
            self._shell.tell(str(slip))
            return
        self._shell.tell(said.format(step.title), "撤销", self._shell.do["undo"])

    def _close(self, *, focus: bool = True) -> None:
        """Put the buttons back where the reason was written."""
        if self._form.widget.winfo_manager():
            self._form.widget.pack_forget()
            px = self._theme.px
            self._foot.pack(
                side="bottom", fill="x", padx=px(PAD), pady=(px(4), px(8)), before=self._ways
            )
            if focus:
                self._text.focus_set()
