"""The bureau's list of codes and names: what the tables of the year lack becomes the unit's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jsxh_desktop.app.imports.plan import Found, ImportPlan, PlanCell, State
from jsxh_desktop.app.imports.source import Source, plain, written
from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.place import Place

TITLE = "导入科目"
_CODES = ("编码", "科目编码", "科目代码", "代码", "功能分类科目编码", "经济分类科目编码")
_NAMES = ("名称", "科目名称", "功能分类科目名称", "经济分类科目名称")
_FEWEST = 3
_MOST_HEADS = 10
FUNCTIONAL, ECONOMIC = Classification.FUNCTIONAL, Classification.ECONOMIC
_LENGTHS = {FUNCTIONAL: (3, 5, 7), ECONOMIC: (3, 5)}


class CodeRow(NamedTuple):
    """A line of a list: where its name stands, its code and its name."""

    address: str
    code: str
    name: str


def code_rows(source: Source) -> tuple[CodeRow, ...]:
    """The lines of a list of codes; none where a sheet is anything else."""
    for row in range(min(_MOST_HEADS, len(source.rows))):
        heads = [source.text(row, column) for column in range(source.width)]
        code = next((c for c, head in enumerate(heads) if head in _CODES), None)
        name = next((c for c, head in enumerate(heads) if head in _NAMES), None)
        if code is not None and name is not None:
            found = tuple(_rows(source, row + 1, code, name))
            return found if len(found) >= _FEWEST else ()
    return ()


def _rows(source: Source, first: int, code: int, name: int) -> Iterator[CodeRow]:
    for row in range(first, len(source.rows)):
        said, called = source.text(row, code), written(source.value(row, name)).strip()
        if said and called and _kind(said):
            yield CodeRow(source.address(row, name), said, called)


def _kind(code: str) -> Classification | None:
    """Economic codes begin with 3, functional ones with 2."""
    kind = {"2": FUNCTIONAL, "3": ECONOMIC}.get(code[:1])
    return kind if code.isdecimal() and kind and len(code) in _LENGTHS[kind] else None


def code_plan(source: Source, rows: tuple[CodeRow, ...], filing: Filing) -> ImportPlan:
    """An official code keeps its official name; what the year lacks is added or renamed."""
    own = {(each.classification, each.code): each for each in filing.local_codes}
    cells: list[PlanCell] = []
    changes: list[Change] = []
    for row in dict.fromkeys(rows):
        kind = _kind(row.code) or FUNCTIONAL
        cell, change = _planned(source.name, row, kind, own.get((kind, row.code)), filing)
        cells.append(cell)
        changes += [change] if change else []
    return ImportPlan(TITLE, (Found(source.name, "科目表", tuple(cells)),), tuple(changes))


def _planned(
    sheet: str, row: CodeRow, kind: Classification, own: LocalCode | None, filing: Filing
) -> tuple[PlanCell, Change | None]:
    official = filing.functional_codes if kind is FUNCTIONAL else filing.economic_codes
    known = official.codes.get(row.code)
    what = f"{kind}科目{row.code}"
    if known:
        if plain(known.name) == plain(row.name):
            state, reason = State.SAME, ""
        else:
            state, reason = State.UNREAD, f"这一年的科目表里叫“{known.name}”，没有改"
        return PlanCell(sheet, row.address, row.name, what, state, known.name, "", reason), None
    if own is None:
        added = Added(LocalCode(kind, row.code, row.name))
        return PlanCell(sheet, row.address, row.name, what, State.ADDED, new=row.name), added
    place = Place(LocalCode.name, own.id)
    if own.name == row.name:
        same = PlanCell(
            sheet, row.address, row.name, what, State.SAME, own.name, own.name, place=place
        )
        return same, None
    changed = PlanCell(
        sheet, row.address, row.name, what, State.CHANGED, own.name, row.name, place=place
    )
    return changed, Put(LocalCode.name, row.name, own.id)
