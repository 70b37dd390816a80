"""Reads the self-evaluation sheet of a pack from its facts; one that does not fit is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from jsxh_desktop.domain.facts import Facts
from jsxh_desktop.domain.project_money import FundPart
from jsxh_desktop.domain.scheme_reading import scheme_from
from jsxh_desktop.domain.sheet_form import (
    FundLine,
    Place,
    Sheet,
    SheetCell,
    SheetClass,
    SheetFrame,
    SheetRow,
    SheetSection,
    SheetValue,
    Unused,
)
from jsxh_desktop.domain.terms import IndicatorClass

IN_TITLES = ("year", "name", "number")
"""The placeholders of a title, a subtitle and a label."""

LIMITED = (
    SheetValue.GOALS_DONE,
    SheetValue.EXECUTION_REASON,
    SheetValue.CONCLUSION,
    SheetValue.PROBLEMS,
    SheetValue.MEASURES,
)
"""The values whose length a form may limit."""

_CELL = (
    *("text", "value", "across", "down", "align", "indent", "bold", "upright", "broken", "once"),
)


FORM = ("scheme", "widths", "unused", "dash", "frame", "sections")
"""What a form says of itself, without its classes."""


def sheet_from(facts: Facts) -> Sheet:
    """The form of a project; raises WrongFact."""
    facts.only(*FORM, "limits", "classes")
    sheet = replace(
        form_from(facts),
        classes=tuple(map(_class, facts.tables("classes"))),
        limits=_limits(facts.table("limits")) if facts.has("limits") else MappingProxyType({}),
    )
    if not sheet.classes:
        facts.refuse("classes", "一段也没有")
    names = {group.name for group in sheet.classes}
    if strange := [name for name in sheet.scheme.weights if name not in names]:
        facts.refuse("scheme", f"给“{strange[0]}”定了分值，classes 里没有这一类")
    return sheet


def form_from(facts: Facts) -> Sheet:
    """The form without classes; raises WrongFact."""
    sheet = Sheet(
        frame=_frame(facts.table("frame")),
        widths=tuple(float(width) for width in facts.numbers("widths")),
        sections=tuple(map(_section, facts.tables("sections"))),
        classes=(),
        scheme=scheme_from(facts),
        unused=facts.choice("unused", Unused, Unused.LEAVE_OUT),
        dash=facts.text("dash", "—"),
    )
    if not sheet.sections:
        facts.refuse("sections", "一段也没有")
    for number, section in enumerate(sheet.sections, 1):
        _fills(section, len(sheet.widths), Facts({}, f"{facts.at('sections')}[{number}]"))
    if sum(row.each_indicator for part in sheet.sections for row in part.rows) != 1:
        facts.refuse("sections", "里要有一行、也只能有一行写 each_indicator = true")
    return sheet


def _frame(facts: Facts) -> SheetFrame:
    facts.only(
        *("title", "subtitle", "label", "size", "title_size", "plain_title", "small_label"),
        *("notes", "note_size", "signature", "closing", "top", "left_note", "right_note"),
    )
    return SheetFrame(
        title=facts.template("title", *IN_TITLES),
        subtitle=facts.template("subtitle", *IN_TITLES, default=""),
        label=facts.template("label", *IN_TITLES, default=""),
        size=float(facts.number("size", Decimal("10.5"))),
        title_size=float(facts.number("title_size", Decimal(18))),
        plain_title=facts.flag("plain_title", default=False),
        small_label=facts.flag("small_label", default=False),
        notes=facts.texts("notes", ()),
        note_size=float(facts.number("note_size", Decimal(0))),
        signature=facts.texts("signature", ()),
        closing=facts.whole("closing", 0),
        top=float(facts.number("top", Decimal(0))),
        left_note=facts.template("left_note", "unit", default=""),
        right_note=facts.text("right_note", ""),
    )


def _section(facts: Facts) -> SheetSection:
    facts.only("label", "rows")
    return SheetSection(
        tuple(map(_row, facts.tables("rows"))),
        _cell(facts.table("label")) if facts.has("label") else None,
    )


def _row(facts: Facts) -> SheetRow:
    facts.only("cells", "height", "funds", "each_indicator", "each_task")
    row = SheetRow(
        cells=tuple(map(_cell, facts.tables("cells"))),
        height=float(facts.number("height", Decimal(0))),
        funds=tuple(map(_fund, facts.tables("funds"))),
        each_indicator=facts.flag("each_indicator", default=False),
        each_task=facts.flag("each_task", default=False),
    )
    for cell in row.cells:
        if cell.value and cell.value.of == "fund" and not row.funds:
            facts.refuse("cells", f"用了 {cell.value}，这一行要有 funds")
        if cell.value and cell.value.of == "indicator" and not row.each_indicator:
            facts.refuse("cells", f"用了 {cell.value}，这一行要写 each_indicator = true")
        if cell.value and cell.value.of == "task" and not row.each_task:
            facts.refuse("cells", f"用了 {cell.value}，这一行要写 each_task = true")
        if cell.down > 1 and (row.funds or row.each_indicator or row.each_task):
            facts.refuse("cells", "里写了 down，重复的行里不能写")
    return row


def _fund(facts: Facts) -> FundLine:
    facts.only("part", "label", "align", "indent")
    return FundLine(
        part=facts.choice("part", FundPart),
        label=facts.text("label", ""),
        align=facts.choice("align", Place) if facts.has("align") else None,
        indent=facts.whole("indent", 0),
    )


def _cell(facts: Facts) -> SheetCell:
    facts.only(*_CELL)
    if facts.has("text") and facts.has("value"):
        facts.refuse("value", "和 text 只能写一个")
    return SheetCell(
        text=facts.text("text", ""),
        value=facts.choice("value", SheetValue) if facts.has("value") else None,
        across=facts.whole("across", 1, least=1),
        down=facts.whole("down", 1, least=1),
        align=facts.choice("align", Place) if facts.has("align") else None,
        indent=facts.whole("indent", 0),
        bold=facts.flag("bold", default=False),
        upright=facts.flag("upright", default=False),
        broken=facts.flag("broken", default=False),
        once=facts.flag("once", default=False),
    )


def _class(facts: Facts) -> SheetClass:
    facts.only("name", "members")
    members = facts.lists("members", 2)
    if not members:
        facts.refuse("members", "应列出二级指标，每一项写成 [标准名称, 表上的名称]")
    return SheetClass(
        facts.text("name"),
        tuple(
            (facts.one_of("members", str(kind), IndicatorClass), str(name))
            for kind, name in members
        ),
    )


def _limits(facts: Facts) -> Mapping[SheetValue, int]:
    facts.only(*LIMITED)
    return MappingProxyType({SheetValue(key): facts.whole(key, least=1) for key in facts.given})


def _fills(section: SheetSection, columns: int, facts: Facts) -> None:
    """Each row has to fill the columns, together with what reaches into it from above."""
    beside = section.label.across if section.label else 0
    reaching: list[tuple[int, int]] = []
    for number, row in enumerate(section.rows, 1):
        held = sum(across for last, across in reaching if last >= number)
        count = beside + held + sum(cell.across for cell in row.cells)
        if count != columns:
            facts.refuse(f"rows[{number}]", f"的格子一共占 {count} 栏，表有 {columns} 栏")
        reaching += [(number + cell.down - 1, cell.across) for cell in row.cells if cell.down > 1]
    if any(last > len(section.rows) for last, _ in reaching):
        facts.refuse("rows", "里有格子的 down 超出了这一段")
