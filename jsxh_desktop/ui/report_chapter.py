"""One chapter of a report: headings, what the program writes, and the fields in between."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from jsxh_desktop.app.chart_model import Row
from jsxh_desktop.app.field_help import field_help
from jsxh_desktop.app.live_figures import Live
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.report_model import Asked, Chapter, Piece, Title, Written
from jsxh_desktop.app.report_texts import Source
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.column import WIDEST
from jsxh_desktop.ui.figures_table import figures_table
from jsxh_desktop.ui.inputs import make_input
from jsxh_desktop.ui.prose_field import ProseField
from jsxh_desktop.ui.reactions import Input, Reactions
from jsxh_desktop.ui.running_text import RunningText
from jsxh_desktop.ui.shell import Shell

SCORE = 96


@dataclass(frozen=True, slots=True)
class Held:
    """What a field holds: its text, why it does not read, what is said beside it, what is at hand.

    `note` is what is said and its colour.
    """

    text: str
    problem: str
    note: tuple[str, str]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field on the screen, whichever kind it is."""

    entry: Entry[Any]
    input: Input
    show: Callable[[Held], object]


class ReportChapter:
    """Built anew only where the chapter is made of other pieces; else its texts change in place."""

    def __init__(
        self,
        shell: Shell,
        parent: tk.Frame,
        react: Callable[[Entry[Any]], Reactions],
        take: Callable[[Entry[Any], Source], object],
    ) -> None:
        self.fields: list[Field] = []
        self._shell, self._theme, self._parent = shell, shell.theme, parent
        self._react, self._take = react, take
        self._made_of: tuple[object, ...] = ()
        self._texts: list[RunningText] = []

    def show(self, chapter: Chapter, held: Callable[[Asked], Held]) -> bool:
        """Bring the chapter in line; whether it was built anew."""
        made_of = (chapter.title, *map(_shape, chapter.pieces))
        built = made_of != self._made_of
        if built:
            self._made_of = made_of
            self._build(chapter)
        written = (piece for piece in chapter.pieces if isinstance(piece, Written))
        for text, piece in zip(self._texts, written, strict=True):
            text.show(piece.paragraphs)
        for field, asked in zip(self.fields, chapter.asked, strict=True):
            field.show(held(asked))
        return built

    def _build(self, chapter: Chapter) -> None:
        for child in self._parent.winfo_children():
            child.destroy()
        self.fields, self._texts = [], []
        gap = self._theme.px(8)
        for piece in chapter.pieces:
            self._build_piece(piece).pack(fill="x", pady=(0, gap))
        pieces.frame(self._theme, self._parent, height=self._theme.px(20)).pack()

    def _build_piece(self, piece: Piece) -> tk.Widget:
        match piece:
            case Title():
                return self._title(piece)
            case Written():
                text = RunningText(self._theme, self._parent, self._go)
                self._texts.append(text)
                return text.widget
            case Table():
                return self._table(piece)
            case Asked(entry) if entry.kind is Kind.PROSE:
                return self._prose(piece)
            case _:
                return self._number(piece)

    def _title(self, title: Title) -> tk.Widget:
        theme, px = self._theme, self._theme.px
        area = pieces.frame(theme, self._parent)
        pieces.label(theme, area, title.text, font="section").pack(side="left", pady=(px(6), 0))
        if title.page:
            said = f"{BY_KEY[title.page].name} →"
            link = pieces.link(theme, area, said, partial(self._shell.go, title.page))
            link.pack(side="right", pady=(px(6), 0))
        return area

    def _table(self, table: Table) -> tk.Widget:
        heads = [cell.text for cell in table.head[-1]]
        rows = [
            Row(
                row[0].text.strip(), tuple(cell.text for cell in row[1:]), number == len(table.body)
            )
            for number, row in enumerate(table.body, 1)
        ]
        return figures_table(self._theme, self._parent, heads, rows, self._theme.row(WIDEST))

    def _prose(self, asked: Asked) -> tk.Widget:
        entry = asked.entry
        field = ProseField(
            self._theme,
            self._parent,
            asked.label,
            self._react(entry),
            examples=field_help(entry).examples,
            take=partial(self._take, entry),
        )

        def show(held: Held) -> None:
            field.show(held.text, problem=held.problem, note=held.note, sources=held.sources)

        self.fields.append(Field(entry, field.input, show))
        return field.widget

    def _number(self, asked: Asked) -> tk.Widget:
        theme, px, entry = self._theme, self._theme.px, asked.entry
        area = pieces.frame(theme, self._parent)
        pieces.label(theme, area, asked.label).pack(side="left", padx=(0, px(12)))
        room = pieces.frame(theme, area, width=theme.row(SCORE), height=theme.row(35))
        room.pack_propagate(False)
        room.pack(side="left")
        made = make_input(theme, room, entry, self._react(entry))
        made.widget.pack(fill="both", expand=True)
        pieces.label(theme, area, entry.unit, "text2").pack(side="left", padx=px(8))
        note = pieces.label(theme, area, "", "text3", "small")
        note.pack(side="left", padx=px(12))

        def show(held: Held) -> None:
            made.show(held.text, wrong=bool(held.problem))
            said, colour = (f"▲ {held.problem}", "danger") if held.problem else held.note
            note.configure(text=said, foreground=theme.palette[colour])

        self.fields.append(Field(entry, made, show))
        return area

    def _go(self, live: Live) -> None:
        if live.place:
            self._shell.jump(live.place)
        else:
            self._shell.go(live.page)


def _shape(piece: Piece) -> object:
    """What of a piece cannot change in place."""
    match piece:
        case Written():
            return Written
        case Asked(entry, label):
            return entry, label
        case _:
            return piece
