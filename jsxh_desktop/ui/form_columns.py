"""The columns of a section of a form: name, inputs, unit, the year before, the change, a note."""

from __future__ import annotations

from jsxh_desktop.app.form_layout import Section, is_text
from jsxh_desktop.ui.written_grid import RULE_ROOM, Cell, WrittenGrid

LABEL, UNIT, LAST, CHANGE = 212, 44, 90, 142
ONE_INPUT, TWO_INPUTS, TEXT_INPUT = 176, 118, 340
NOTE = 150  # of a line that is not compared
LEAST_LABEL = 140
WIDEST_TEXT = 720
CHANGE_HEAD = "增减"
TITLE, HEADS, FIRST_LINE = range(3)  # rows
ALL = 9  # columns, or more than there are
HEAD_HEIGHT, LINE_HEIGHT, TEXT_HEIGHT = 49, 40, 130


def inputs_of(section: Section) -> int:
    """How many inputs a line has side by side."""
    return max(1, len(section.columns))


def height_of(section: Section) -> int:
    """About how high it will be, in px at 100 %, before anything of it is laid out."""
    texts = sum(is_text(line.fields[-1]) for line in section.lines)
    lines = len(section.lines) - texts
    return HEAD_HEIGHT + LINE_HEIGHT * lines + TEXT_HEIGHT * texts


def write_title(grid: WrittenGrid, section: Section) -> None:
    """What the section is called, a sentence beside it, a line below."""
    px = grid.theme.px
    foot = px(RULE_ROOM)
    grid.write(Cell(TITLE, 0, ALL, bottom=foot), section.title, font="section")
    if section.hint:
        font, _ = grid.font("section")
        left = font.measure(section.title) + px(12)
        place = Cell(TITLE, 0, ALL, left=left, top=px(3), bottom=foot)
        grid.write(place, section.hint, "text3", "small")
    grid.rule(TITLE)


def lay_columns(grid: WrittenGrid, section: Section, year: int) -> None:
    """Give the columns their widths and, where they have them, their heads.

    In a window too narrow for all, a long input gives way and then the names.
    """
    px, inputs = grid.theme.px, inputs_of(section)
    width = TWO_INPUTS if inputs > 1 else ONE_INPUT if section.compared else TEXT_INPUT
    widths = (LABEL, *(width,) * inputs, UNIT, LAST, CHANGE)
    for column, least in enumerate(widths):
        grid.column(column, px(least))
    grid.column(inputs + 4, weight=1)
    wanted = sum(widths) if section.compared else LABEL + width * inputs + UNIT + NOTE
    giving = {1: (width, min(width, ONE_INPUT)), 0: (LABEL, LEAST_LABEL)}

    def fit(room: int) -> None:
        missing = px(wanted) - room
        for column, (usual, least) in giving.items():
            given = max(0, min(px(usual - least), missing))
            missing -= given
            grid.narrow(column, px(usual) - given)

    grid.widget.bind("<Configure>", lambda event: fit(event.width), add="+")
    heads = dict(enumerate(section.columns, start=1))
    if section.compared:
        heads[inputs + 2] = f"{year - 1} 年度"
        heads[inputs + 3] = CHANGE_HEAD
    for column, name in heads.items():
        right = px(16 if name == CHANGE_HEAD else 0)
        cell = Cell(HEADS, column, left=px(8), right=right)
        grid.write(cell, name, "text3", "small", is_at_right=True)
