"""Reasons one under the other: those asked for first, the others folded under one line."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from jsxh_desktop.app import coming, figures_shown, reasons_model
from jsxh_desktop.app.movers import movers
from jsxh_desktop.app.reasons_model import Need, Question
from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.column import column
from jsxh_desktop.ui.pause import Pause
from jsxh_desktop.ui.reactions import Input, Reactions
from jsxh_desktop.ui.reason_block import ReasonBlock
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.severity_signs import note_of
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import topic_in

WIDEST = 900


class ReasonsView:
    """`ask` gives the questions; it raises NotStated while they are not known."""

    def __init__(
        self,
        parent: tk.Misc,
        shell: Shell,
        ask: Callable[[Filing], tuple[Question, ...]],
        nothing: str,
    ) -> None:
        self._shell, self._theme, self._ask = shell, shell.theme, ask
        self._questions: tuple[Question, ...] = ()
        self._blocks: dict[str, ReasonBlock] = {}
        self._unsaved: dict[str, str] = {}
        self._open = False
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        px = shell.theme.px
        self._scrolled = scrolled(self.widget)
        self._scrolled.pack(fill="both", expand=True)
        body = pieces.frame(shell.theme, self._scrolled)
        body.pack(fill="both", expand=True, padx=px(20), pady=(px(8), px(20)))
        self._column = column(shell.theme, body, WIDEST)
        self._nothing = pieces.label(shell.theme, self._column, nothing, "text2")
        self._fold = pieces.link(shell.theme, self._column, "", self._toggle, "body")
        self._pause = Pause(self.widget, self.flush)

    @property
    def owed(self) -> tuple[int, int]:
        """How many reasons are written, and how many are asked for."""
        asked = [each for each in self._questions if each.need is Need.OWED]
        return sum(bool(each.text) for each in asked), len(asked)

    def refresh(self) -> None:
        """Bring the blocks in line; one that is typed in stays where it is on the screen."""
        try:
            self._questions = self._ask(self._shell.workspace.filing)
        except NotStated as blank:
            self._questions = ()
            self._nothing.configure(text=f"还没有“{blank.label}”，填了才知道哪些要写原因")
        for name in self._blocks.keys() - {each.name for each in self._questions}:
            self._blocks.pop(name).area.destroy()
        self._paint()

    def holds(self, place: Place) -> bool:
        """Whether a reason, or a figure of last year, is one of these."""
        return self._asked(place) is not None

    def show_place(self, place: Place) -> bool:
        """Put the caret there; whether it is one of these."""
        question = self._asked(place)
        if question is None:
            return False
        if question.need is Need.STILL and not self._open:
            self._toggle()
        block = self._blocks[question.name]
        self._focus(block.prior if block.prior and place == question.prior else block.field.input)
        return True

    def _asked(self, place: Place) -> Question | None:
        """The question a place belongs to."""
        return next((each for each in self._questions if _is_of(place, each)), None)

    def focus_first(self) -> None:
        """Put the caret into the first reason that is asked for and not written, else the first."""
        fields = self._inputs()
        blank = (each for each in fields if not each.text)
        field = next(blank, next(iter(fields), None))
        if field:
            self._focus(field)
        else:
            self._fold.focus_set()

    def flush(self) -> None:
        for field in self._inputs():
            field.leave()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        return topic_in(self.widget, self._fields())

    def _fields(self) -> Iterator[tuple[Entry[Any], tk.Widget]]:
        for question in self._questions:
            block = self._blocks.get(question.name)
            if block:
                yield question.entry, block.field.input.widget
            if block and block.prior and question.prior:
                yield question.prior.entry, block.prior.widget

    def _paint(self) -> None:
        """Show what is not folded away."""
        same, made = reasons_model.alike(self._questions), len(self._blocks)
        for question in self._questions:
            if question.need is not Need.STILL or self._open:
                self._show(question, same.get(question.name, ""))
        self._place()
        if len(self._blocks) > made:
            self._scrolled.enable_scrolling()  # the wheel reaches only what it was told of

    def _show(self, question: Question, same_as: str) -> None:
        if question.name not in self._blocks:
            self._blocks[question.name] = self._make(question)
        workspace, place = self._shell.workspace, question.place
        waiting = self._unsaved.get(question.name, "")
        text = workspace.text(place) if place else waiting
        problem = workspace.problem(place) if place else workspace.trouble if waiting else ""
        self._blocks[question.name].show(question, text, problem, self._note(question, same_as))

    def _note(self, question: Question, same_as: str) -> tuple[str, str]:
        mark = self._shell.workspace.marks.get(question.place) if question.place else None
        if mark:
            return note_of(mark)
        if same_as:
            return f"和“{same_as}”的原因一字不差", "text3"
        asked = self._shell.workspace.asked_for
        if question.need is Need.OWED and not question.text and question.place in asked:
            return "待填，打印会印成〔待填〕", "warn"
        said = [self._moved_most(question)] if question.need is Need.OWED else []
        if not question.text:
            said.append(f"写半句话，接在“{reasons_model.leads(question)}”后面")
        return "　".join(filter(None, said)), "text3"

    def _moved_most(self, question: Question) -> str:
        """Where to look for the reason."""
        workspace, nothing = self._shell.workspace, Money()
        parts = "、".join(
            f"{each.name} {figures_shown.difference(each.by, nothing, workspace.unit)}"
            for each in movers(workspace.filing, question.entry)
        )
        return f"变动最大的：{parts}" if parts else ""

    def _make(self, question: Question) -> ReasonBlock:
        name = question.name
        react = Reactions(
            typed=partial(self._typed, name),
            left=partial(self._write, name),
            entered=lambda: self._blocks[name].field.input.text,
            walk=lambda by: self._walk(self._blocks[name].field.input, by),
        )
        return ReasonBlock(self._shell, self._column, question, partial(self._prior, name), react)

    def _prior(self, name: str, place: Place) -> Reactions:
        workspace = self._shell.workspace

        def walk(by: int) -> None:
            field = self._blocks[name].prior
            assert field  # noqa: S101 - it is the one that walks
            self._walk(field, by)

        return Reactions(
            typed=partial(workspace.typing, place),
            left=partial(workspace.leave, place),
            entered=lambda: workspace.exact_text(place),
            walk=walk,
        )

    def _place(self) -> None:
        """The blocks that matter, the line that folds, then what is folded."""
        folded = [each for each in self._questions if each.need is Need.STILL]
        shown = [each for each in self._questions if each.need is not Need.STILL]
        order: list[tk.Widget] = [self._blocks[each.name].area for each in shown]
        if not shown:
            order.insert(0, self._nothing)
        if folded:
            sign = "∨" if self._open else "›"
            self._fold.configure(text=f"不要求写的 {len(folded)} 项 {sign}")
            order.append(self._fold)
        order += [self._blocks[each.name].area for each in folded if self._open]
        for gone in set(self._column.grid_slaves()) - set(order):
            gone.grid_forget()
        self._column.columnconfigure(0, weight=1)
        for row, part in enumerate(order):
            part.lift()  # Tab follows the order of the widgets
            sticky = "w" if part in {self._fold, self._nothing} else "ew"
            part.grid(row=row, column=0, sticky=sticky, pady=(0, self._theme.px(10)))

    def _toggle(self) -> None:
        self._open = not self._open
        self._paint()

    def _typed(self, name: str, text: str) -> None:
        question, workspace = self._question(name), self._shell.workspace
        if question.place:
            workspace.typing(question.place, text)
        else:
            coming.typing(workspace, Variance.reason, text, {Variance.functional: question.code})
            self._pause.begin()

    def _write(self, name: str, text: str) -> None:
        """Keep a reason; that of an item comes and goes with its words."""
        workspace, question = self._shell.workspace, self._question(name)
        if question.place and question.code and not text.strip():
            self._apply(reasons_model.removed(question))
        elif question.place:
            workspace.leave(question.place, text, reasons_model.title_of(question))
        elif text.strip():
            self._unsaved[name] = text
            if self._apply(reasons_model.begun(question, text)):
                del self._unsaved[name]

    def _apply(self, step: Step) -> bool:
        workspace = self._shell.workspace
        try:
            workspace.apply(step.title, step.changes)
        except ValueError as slip:
            self._shell.tell(str(slip))
            return False
        return not workspace.trouble

    def _question(self, name: str) -> Question:
        return next(each for each in self._questions if each.name == name)

    def _walk(self, field: Input, by: int) -> None:
        """Leave first: a figure of last year decides whether its reason is asked for."""
        field.leave()
        fields = self._inputs()
        if field in fields:
            self._focus(fields[(fields.index(field) + by) % len(fields)])
        else:
            self.focus_first()

    def _inputs(self) -> list[Input]:
        made = (self._blocks.get(each.name) for each in self._questions)
        blocks = [block for block in made if block]
        return [field for block in blocks if block.area.winfo_manager() for field in block.inputs]

    def _focus(self, field: Input) -> None:
        field.focus()
        reveal(self._scrolled, field.widget)


def _is_of(place: Place, question: Question) -> bool:
    """Whether a place is a question's; of an item's record every entry is shown in one field."""
    kept = question.place
    if place == question.prior or place == kept:
        return True
    whole = bool(kept and question.code and place.entry.entity is kept.entry.entity)
    return bool(whole and kept and place.key == kept.key)
