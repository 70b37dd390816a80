"""The printable volumes of a filing: the whole book, each part, each self-evaluation sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block
from jsxh_desktop.narrative.document import PartBlocks, compose
from jsxh_desktop.reports.evaluation_form import evaluation_sheet, evaluation_sheets
from jsxh_desktop.reports.public_tables import public_tables


@dataclass(frozen=True, slots=True)
class Volume:
    """One PDF to be: its file name without suffix, its title, its blocks."""

    name: str
    title: str
    blocks: tuple[Block, ...]


def volumes(filing: Filing, pack: Pack, selection: Selection) -> tuple[Volume, ...]:
    """The volumes a selection asks for; Problem where there is no such part or sheet."""
    if selection.sheet is not None:
        return (_sheet(filing, pack, selection.sheet),)
    parts = document(filing, pack)
    if selection.part is not None:
        return (_part(filing, _called(parts, selection.part)),)
    return (
        _volume(filing, "整套公开材料", tuple(block for part in parts for block in part.blocks)),
        *(_part(filing, part) for part in _inner(parts)),
        *(_sheet(filing, pack, number) for number in range(1, len(filing.projects) + 1)),
    )


def document(filing: Filing, pack: Pack) -> tuple[PartBlocks, ...]:
    """Every part of the disclosure in its order."""
    return compose(
        filing,
        pack,
        sheets=evaluation_sheets(filing, pack),
        tables=public_tables(filing, pack),
    )


def _inner(parts: Sequence[PartBlocks]) -> Sequence[PartBlocks]:
    """The parts worth a file of their own: all but cover and contents."""
    return [part for part in parts if part.key not in {"cover", "contents"}]


def _called(parts: Sequence[PartBlocks], wanted: str) -> PartBlocks:
    found = [part for part in parts if wanted == part.key or wanted in part.title]
    if len(found) != 1:
        known = "、".join(part.title.partition("　")[2] or part.title for part in _inner(parts))
        raise Problem(f"没有“{wanted}”这一部分，可以打印的有：{known}")
    return found[0]


def _part(filing: Filing, part: PartBlocks) -> Volume:
    return _volume(filing, part.title.replace("　", " "), part.blocks)


def _sheet(filing: Filing, pack: Pack, number: int) -> Volume:
    if not 1 <= number <= len(filing.projects):
        raise Problem(f"没有第{number}张项目自评表，一共有{len(filing.projects)}个项目")
    project = filing.projects[number - 1]
    sheet = evaluation_sheet(filing, pack, project)
    return _volume(filing, f"附表{number} {project.name or '未命名项目'}", (sheet,))


def _volume(filing: Filing, name: str, blocks: tuple[Block, ...]) -> Volume:
    unit = filing.organization.short_name or filing.organization.full_name
    return Volume(name, f"{unit}{filing.year}年度部门决算　{name}", blocks)
