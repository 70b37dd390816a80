"""Reads a pack from its facts; its sentences and terms come from files of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsxh_desktop.domain.department_reading import department_from
from jsxh_desktop.domain.facts import Facts
from jsxh_desktop.domain.pack import Pack, Part, PartKey, PublicTable, SectionKey, TableId
from jsxh_desktop.domain.sheet_reading import sheet_from

KEYS = (
    *("name", "years", "wordings", "terms", "percent_places", "zero", "list_zero"),
    *("functional_classes", "basic_blocks", "parts", "tables", "sheet", "department"),
)


def pack_from(
    id_: str, given: Mapping[str, Any], wording: Mapping[str, str], terms: Mapping[str, str]
) -> Pack:
    """Build a pack from parsed TOML; WrongFact for a fact that is missing, unknown or wrong."""
    facts = Facts(given).only(*KEYS)
    years = facts.numbers("years")
    if len(years) != 2 or years[0] > years[1]:
        facts.refuse("years", "应写成 [第一年, 最后一年]")
    return Pack(
        id=id_,
        name=facts.text("name"),
        years=(int(years[0]), int(years[1])),
        percent_places=facts.whole("percent_places"),
        zero=facts.text("zero"),
        list_zero=facts.flag("list_zero"),
        parts=tuple(map(_part, facts.tables("parts"))),
        tables=tuple(map(_table, facts.tables("tables"))),
        functional_classes=facts.texts("functional_classes"),
        basic_blocks=_blocks(facts),
        sheet=sheet_from(facts.table("sheet")),
        department=department_from(facts.table("department")) if facts.has("department") else None,
        wording=wording,
        terms=terms,
    )


def _blocks(facts: Facts) -> tuple[tuple[str, ...], ...]:
    blocks = facts.given.get("basic_blocks")
    if not isinstance(blocks, list) or not blocks:
        facts.refuse("basic_blocks", "应为列表，其中每一项是一栏里的“类”的列表")
    each = [Facts({"basic_blocks": block}) for block in blocks]
    return tuple(block.texts("basic_blocks") for block in each)


def _part(facts: Facts) -> Part:
    facts.only("key", "title", "sections")
    sections = facts.texts("sections", ())
    return Part(
        facts.choice("key", PartKey),
        facts.template("title", "year"),
        tuple(facts.one_of("sections", each, SectionKey) for each in sections),
    )


def _table(facts: Facts) -> PublicTable:
    facts.only("id", "number", "title", "note", "empty_note")
    return PublicTable(
        facts.choice("id", TableId),
        facts.text("number"),
        facts.text("title"),
        facts.text("note", ""),
        facts.template("empty_note", "unit", default=""),
    )
