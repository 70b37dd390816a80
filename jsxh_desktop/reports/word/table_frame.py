"""What stands above and below a table's grid, as paragraphs in line with its edges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.frame import APART, HANGING, title_face
from jsxh_desktop.reports.style import (
    NAME_ROOM,
    NOTE_GAP,
    SIGNATURE_GAP,
    SUBTITLE_GAP,
    SUBTITLE_PART,
    TITLE_GAP,
    TITLE_ROOM,
)
from jsxh_desktop.reports.typesetter import Typesetter
from jsxh_desktop.reports.word.markup import twips, w
from jsxh_desktop.reports.word.runs import Text, runs
from jsxh_desktop.reports.word.styles import (
    INNER_TITLE,
    PLAIN_TITLE,
    RIGHT,
    SIGNATURE,
    SMALL_LABEL,
    TABLE_LABEL,
    TABLE_NOTE,
    TABLE_NUMBER,
    TABLE_SUBTITLE,
    TABLE_TITLE,
    TABLE_UNIT,
    Style,
)
from jsxh_desktop.reports.word.stylesheet import Stylesheet

_TAB = w("r", w("tab"))


class Edges(NamedTuple):
    """Where a grid begins and ends, in points from the left of the text and from its right."""

    left: float
    right: float
    width: float

    @property
    def indent(self) -> str:
        return w("ind", left=twips(self.left), right=twips(self.right))


def above(table: Table, edges: Edges, styles: Stylesheet, setter: Typesetter) -> list[Text]:
    """From the label down to the unit line."""
    return list(_above(table, edges, styles, setter))


def _above(table: Table, edges: Edges, styles: Stylesheet, setter: Typesetter) -> Iterator[Text]:
    if table.label:
        small = styles.sized(SMALL_LABEL, table.size)
        style = small if table.small_label else TABLE_LABEL.id
        yield Text(style, runs(table.label), (edges.indent,))
    noted = table.left_note or table.right_note
    if table.title:
        face, room = title_face(table), (edges.width, TITLE_ROOM)
        size = setter.fitting(table.title, face, table.title_size, room)
        gap = None if table.number or noted else TITLE_GAP
        above = None if table.subtitle else gap
        yield Text(styles.sized(_title(table), size), runs(table.title), after=above)
        if table.subtitle:
            style = styles.sized(TABLE_SUBTITLE, SUBTITLE_PART * size)
            yield Text(style, runs(table.subtitle), before=SUBTITLE_GAP, after=gap)
    if table.number:
        style = styles.sized(TABLE_NUMBER, table.size)
        yield Text(style, runs(table.number), (edges.indent,))
    if noted:
        yield _unit(table, edges, styles, setter)


def _title(table: Table) -> Style:
    """One that Word's contents list, if the print's contents or outline do."""
    if table.plain_title:
        return PLAIN_TITLE
    return TABLE_TITLE if table.listed or table.bookmark else INNER_TITLE


def _unit(table: Table, edges: Edges, styles: Stylesheet, setter: Typesetter) -> Text:
    """The unit's name at the left, the unit of money at the right end of the same line."""
    style = styles.sized(TABLE_UNIT, table.size)
    if not table.left_note:
        return Text(style, runs(table.right_note), (edges.indent, RIGHT))
    room = edges.width - setter.faces.width(table.right_note, Face.SONG, table.size) - table.size
    size = setter.fitting(
        table.left_note, Face.SONG, table.size, (max(room, table.size), NAME_ROOM)
    )
    small = (w("sz", val=int(size * 2)),) if size < table.size else ()
    end = w("tabs", w("tab", val="right", pos=twips(edges.left + edges.width)))
    unit = _TAB + runs(table.right_note) if table.right_note else ""
    return Text(style, runs(table.left_note, *small) + unit, (edges.indent, end))


def below(table: Table, edges: Edges, styles: Stylesheet) -> list[Text]:
    """The notes and the signature line, its parts spread over the width of the table."""
    return list(_below(table, edges, styles))


def _below(table: Table, edges: Edges, styles: Stylesheet) -> Iterator[Text]:
    small = table.note_size or table.size
    style = styles.sized(TABLE_NOTE, small)
    gap = NOTE_GAP
    for note in table.notes:
        yield Text(style, runs(note), (_hanging(note, small, edges),), before=gap)
        gap = 0.0
    if table.signature:
        parts = table.signature.split(APART)
        step = edges.width / len(parts)
        stops = (twips(edges.left + step * place) for place in range(1, len(parts)))
        tabs = w("tabs", *(w("tab", val="left", pos=stop) for stop in stops))
        style = styles.sized(SIGNATURE, table.size)
        more = (edges.indent, tabs if len(parts) > 1 else "")
        yield Text(style, _TAB.join(map(runs, parts)), more, before=SIGNATURE_GAP)


def _hanging(note: str, size: float, edges: Edges) -> str:
    """“注：” and the like stand out before the lines of a note."""
    head, colon, rest = note.partition("：")
    out = (len(head) + len(colon)) * size if rest and len(head) < HANGING else 0.0
    return w("ind", left=twips(edges.left + out), right=twips(edges.right), hanging=twips(out))
