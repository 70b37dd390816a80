"""A report chapter by chapter: the list at left, at right the chapter that is written."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import Any

from jsxh_desktop.app import coming, report_texts
from jsxh_desktop.app.field_help import field_help
from jsxh_desktop.app.report_model import Asked, Chapter, State
from jsxh_desktop.app.report_texts import Report, Source
from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.chapter_list import ChapterList
from jsxh_desktop.ui.column import column
from jsxh_desktop.ui.pause import Pause
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.report_chapter import Field, Held, ReportChapter
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.severity_signs import note_of
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import topic_in


class ReportView:
    """`report` gives the report as it is now, `chapters` what it is laid out as."""

    def __init__(
        self,
        parent: tk.Misc,
        shell: Shell,
        report: Callable[[], Report],
        chapters: Callable[[Report], tuple[Chapter, ...]],
    ) -> None:
        self._shell, self._theme = shell, shell.theme
        self._report, self._lay_out = report, chapters
        self._chapters: tuple[Chapter, ...] = ()
        self._unsaved: dict[Entry[Any], str] = {}
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        px = shell.theme.px
        self._list = ChapterList(shell.theme, self.widget, self._turn_to)
        self._list.widget.pack(side="left", fill="y", padx=(px(20), 0), pady=(px(4), 0))
        line = pieces.rule(shell.theme, self.widget, upright=True)
        line.pack(side="left", fill="y", padx=px(16))
        self._scrolled = scrolled(self.widget)
        self._scrolled.pack(side="left", fill="both", expand=True)
        body = pieces.frame(shell.theme, self._scrolled)
        body.pack(fill="both", expand=True, padx=(0, px(20)))
        self._chapter = ReportChapter(shell, column(shell.theme, body), self._reactions, self._take)
        self._pause = Pause(self.widget, self.flush)

    @property
    def said(self) -> str:
        """How many texts are written of those that are asked for."""
        filled = sum(chapter.filled for chapter in self._chapters)
        asked = sum(len(chapter.asked) for chapter in self._chapters)
        return f"{asked} 处都写了" if filled == asked else f"{asked} 处写了 {filled} 处"

    def refresh(self) -> None:
        """Bring list and chapter in line with the filing."""
        first = not self._chapters
        self._chapters = self._lay_out(self._report())
        if first:
            self._list.select(self._begin_at())
        self._list.show(self._chapters)
        self._show_chapter(self._list.chosen)

    def begin(self) -> None:
        """Another report is shown: forget what was waiting, open the first chapter to write."""
        self._unsaved.clear()
        self._chapters = ()
        self.refresh()
        self._scrolled.yview_moveto(0)

    def show_place(self, place: Place) -> bool:
        """Put the caret into a text of this report; whether it is one."""
        for number, chapter in enumerate(self._chapters):
            if any(asked.entry is place.entry for asked in chapter.asked):
                self._open(number)
                self._focus(next(f for f in self._chapter.fields if f.entry is place.entry))
                return True
        return False

    def focus_first(self) -> None:
        """Put the caret into the first text of the chapter that is blank, else the first."""
        blank = (field for field in self._chapter.fields if not field.input.text)
        field = next(blank, next(iter(self._chapter.fields), None))
        if field:
            self._focus(field)
        else:
            self._list.focus()

    def flush(self) -> None:
        for field in tuple(self._chapter.fields):
            field.input.leave()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        return topic_in(self.widget, ((f.entry, f.input.widget) for f in self._chapter.fields))

    def _begin_at(self) -> int:
        """The first chapter that is not done."""
        states = [chapter.state is State.DONE for chapter in self._chapters]
        return states.index(False) if False in states else 0

    def _turn_to(self, number: int) -> None:
        self._open(number)
        self._list.focus()

    def _open(self, number: int) -> None:
        if number != self._list.chosen:
            self.flush()
            self._list.select(number)
            self._show_chapter(number)
            self._scrolled.yview_moveto(0)

    def _show_chapter(self, number: int) -> None:
        if self._chapter.show(self._chapters[number], self._held):
            self._scrolled.enable_scrolling()  # the wheel reaches only what it was told of

    # What a field shows and tells.

    def _held(self, asked: Asked) -> Held:
        report, workspace, entry = self._report(), self._shell.workspace, asked.entry
        waiting = self._unsaved.get(entry)
        place = self._place(entry)
        return Held(
            workspace.text(place) if place else waiting or "",
            workspace.problem(place) if place else workspace.trouble if waiting else "",
            self._note(asked, place),
            report_texts.sources(workspace.filing, report, entry),
        )

    def _note(self, asked: Asked, place: Place | None) -> tuple[str, str]:
        mark = self._shell.workspace.marks.get(place) if place else None
        if mark:
            return note_of(mark)
        if asked.owed:
            return asked.owed, "warn"
        if not asked.filled and place in self._shell.workspace.asked_for:
            return "待填，打印会印成〔待填〕", "warn"
        return field_help(asked.entry).hint, "text3"

    def _place(self, entry: Entry[Any]) -> Place | None:
        """Where a text is kept; None while the report is not in the filing."""
        report = self._report()
        if isinstance(report, ProjectReport):
            return Place(entry, report.id) if report.id else None
        return Place(entry)

    def _reactions(self, entry: Entry[Any]) -> Reactions:
        return Reactions(
            typed=partial(self._typed, entry),
            left=partial(self._write, entry),
            entered=lambda: self._exact(entry),
            walk=partial(self._walk, entry),
        )

    def _exact(self, entry: Entry[Any]) -> str:
        place = self._place(entry)
        return self._shell.workspace.exact_text(place) if place else self._unsaved.get(entry, "")

    def _typed(self, entry: Entry[Any], text: str) -> None:
        place = self._place(entry)
        if place:
            self._shell.workspace.typing(place, text)
        else:
            known = coming.known_of(self._report())
            coming.typing(self._shell.workspace, entry, text, known)
            self._pause.begin()

    def _write(self, entry: Entry[Any], text: str) -> None:
        """Keep a text; the first one brings its report into the filing."""
        workspace, report, place = self._shell.workspace, self._report(), self._place(entry)
        if place:
            workspace.leave(place, text, report_texts.title_of(workspace.filing, report, entry))
        elif text.strip():
            assert isinstance(report, ProjectReport)  # noqa: S101 - the other is always there
            self._unsaved[entry] = text
            if self._apply(report_texts.begun(workspace.filing, report, entry, text)):
                del self._unsaved[entry]

    def _take(self, entry: Entry[Any], source: Source) -> None:
        """Put a text that is at hand into its field."""
        self._write(entry, source.text)
        field = next(field for field in self._chapter.fields if field.entry is entry)
        self._focus(field)
        if not self._shell.workspace.trouble:
            self._shell.tell(f"已{source.name}“{entry.label}”")

    def take_over(self) -> None:
        """Put last year's texts where nothing is written yet."""
        self.flush()
        step = report_texts.taken_over(self._shell.workspace.filing, self._report())
        if step is None:
            self._shell.tell("上年写过的，今年都已经写了")
        elif self._apply(step):
            self._shell.tell(f"已{step.title}，核对一下年份和数字")

    def _apply(self, step: Step) -> bool:
        workspace = self._shell.workspace
        try:
            workspace.apply(step.title, step.changes)
        except ValueError as slip:
            self._shell.tell(str(slip))
            return False
        return not workspace.trouble

    def _walk(self, entry: Entry[Any], by: int) -> None:
        """Enter goes on, from the last text of a chapter to the first of the next with any."""
        fields = self._chapter.fields
        place = next(n for n, field in enumerate(fields) if field.entry is entry) + by
        if 0 <= place < len(fields):
            self._focus(fields[place])
            return
        number, count = self._list.chosen, len(self._chapters)
        around = [(number + by * step) % count for step in range(1, count + 1)]
        self._open(next(each for each in around if self._chapters[each].asked))
        self._focus(self._chapter.fields[0 if by > 0 else -1])

    def _focus(self, field: Field) -> None:
        field.input.focus()
        reveal(self._scrolled, field.input.widget)
