"""What a package would change, refused unless what comes of it is what was packed, to the fen."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jsxh_desktop.app.imports.gate import ALTERED
from jsxh_desktop.app.imports.own_lists import own_plan
from jsxh_desktop.app.imports.package_facts import DIGEST, SEAL, TOTALS
from jsxh_desktop.app.imports.plan import ImportPlan, State
from jsxh_desktop.app.imports.source import Source, written
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.domain.change import Change
from jsxh_desktop.domain.edition import check_code
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.reports.excel.entered import MARK, UNIT_KEY
from jsxh_desktop.store.canonical import digest_of
from jsxh_desktop.store.file import Workbook

TITLE = "导入数据包"


def is_package(sources: Sequence[Source]) -> bool:
    """Whether these are the sheets of a package."""
    return SEAL in mark_of(sources)


def mark_of(sources: Sequence[Source]) -> dict[str, str]:
    """What a package says of itself; empty for a file without a mark."""
    marks = (source for source in sources if source.name == MARK)
    return {str(row[0]): written(row[1]) for mark in marks for row in mark.rows if len(row) > 1}


def package_plan(sources: Sequence[Source], filing: Filing) -> ImportPlan:
    """The plan of a package for this year of this unit; Problem where it is for another."""
    mark = mark_of(sources)
    if mark["year"] != str(filing.year):
        here = f"现在填的是{filing.year}年度，请换到那一年再导入"
        raise Problem(f"数据包是{mark['year']}年度的，{here}")
    unit = filing.organization.full_name
    if unit and mark[UNIT_KEY] != unit:
        raise Problem(f"数据包是“{mark[UNIT_KEY]}”的，不是“{unit}”的，请打开那个单位的文件再导入")
    plan = own_plan(sources, filing, in_order=True)
    if plan.counts[State.UNREAD]:
        raise Problem(ALTERED)
    arrived = rehearsed(filing, plan.changes)
    packed = dataclasses.replace(arrived, pack=mark["pack"], precision=Precision(mark["precision"]))
    if bare_digest(packed) != mark[DIGEST] or totals(packed) != json.loads(mark[TOTALS]):
        raise Problem(ALTERED)
    note = f"数据包的校验码是 {check_code(mark[SEAL])}，可以和给的人核对"
    return dataclasses.replace(plan, title=TITLE, notes=(*plan.notes, note))


def rehearsed(filing: Filing, changes: Sequence[Change]) -> Filing:
    """What a year would be after these changes, made in a workbook that is thrown away."""
    with (
        tempfile.TemporaryDirectory(prefix="jsxh-") as folder,
        told(),
        Workbook.create(Path(folder) / "rehearsal.jsxh") as workbook,
    ):
        key = workbook.save(dataclasses.replace(filing, before=None))
        workbook.apply(key, TITLE, changes)
        return workbook.load(key)


def bare_digest(filing: Filing) -> str:
    """The digest of a year's data alone, whatever stands before it in a workbook."""
    return digest_of(dataclasses.replace(filing, before=None))


def totals(filing: Filing) -> dict[str, int]:
    """What the amounts of each list and record add up to, in fen, by where they stand."""
    found: dict[str, int] = {}
    for attribute, entity in {**SINGLES, **LISTS}.items():
        held = getattr(filing, attribute)
        for entry in entries(entity):
            if entry.kind is Kind.MONEY:
                amounts = [entry.of(each) for each in (held if attribute in LISTS else (held,))]
                found[f"{attribute}.{entry.name}"] = sum(each.fen for each in amounts if each)
    return found
