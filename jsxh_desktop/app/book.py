"""The printable volumes of a filing: the whole book, each part, each self-evaluation sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block, Table
from jsxh_desktop.narrative.document import PartBlocks, compose
from jsxh_desktop.reports.department_form import department_sheet
from jsxh_desktop.reports.evaluation_form import evaluation_sheets, listed
from jsxh_desktop.reports.public_tables import public_tables


@dataclass(frozen=True, slots=True)
class Volume:
    """One PDF to be: its file name without suffix, its title, its blocks."""

    name: str
    title: str
    blocks: tuple[Block, ...]


def volumes(filing: Filing, pack: Pack, selection: Selection) -> tuple[Volume, ...]:
    """The volumes a selection asks for; Problem where there is no such part or sheet."""
    sheets = evaluation_sheets(filing, pack)
    if selection.sheet is not None:
        return (_sheet(filing, sheets, selection.sheet),)
    parts = _document(filing, pack, sheets)
    if selection.part is not None:
        return (_part(filing, _called(parts, selection.part)),)
    return (
        _volume(filing, "整套公开材料", tuple(block for part in parts for block in part.blocks)),
        *(_part(filing, part) for part in _inner(parts)),
        *(_sheet(filing, sheets, number) for number in range(1, len(sheets) + 1)),
    )


def document(filing: Filing, pack: Pack) -> tuple[PartBlocks, ...]:
    """Every part of the disclosure in its order."""
    return _document(filing, pack, evaluation_sheets(filing, pack))


def _document(filing: Filing, pack: Pack, sheets: Sequence[Table]) -> tuple[PartBlocks, ...]:
    return compose(
        filing,
        pack,
        sheets=listed(sheets, filing, pack),
        tables=public_tables(filing, pack),
        department=department_sheet(filing, pack),
    )


def _inner(parts: Sequence[PartBlocks]) -> Sequence[PartBlocks]:
    """The parts worth a file of their own: all but cover and contents."""
    return [part for part in parts if part.key not in {"cover", "contents"}]


def _called(parts: Sequence[PartBlocks], wanted: str) -> PartBlocks:
    found = [part for part in parts if wanted == part.key or wanted in part.title]
    if len(found) > 1:
        raise Problem(f"“{wanted}”符合不止一个部分，请写清是哪一个：{_names(found)}")
    if not found:
        raise Problem(f"没有“{wanted}”这一部分，可以打印的有：{_names(_inner(parts))}")
    return found[0]


def _names(parts: Sequence[PartBlocks]) -> str:
    return "、".join(part.title.partition("　")[2] or part.title for part in parts)


def _part(filing: Filing, part: PartBlocks) -> Volume:
    return _volume(filing, part.title.replace("　", " "), part.blocks)


def _sheet(filing: Filing, sheets: Sequence[Table], number: int) -> Volume:
    if not 1 <= number <= len(sheets):
        raise Problem(f"没有第{number}张项目自评表，一共有{len(sheets)}个项目")
    name = filing.projects[number - 1].name or "未命名项目"
    return _volume(filing, f"附表{number} {name}", (sheets[number - 1],))


def _volume(filing: Filing, name: str, blocks: tuple[Block, ...]) -> Volume:
    unit = filing.organization.short_name or filing.organization.full_name
    return Volume(name, f"{unit}{filing.year}年度部门决算　{name}", blocks)
