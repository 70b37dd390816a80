"""A new year of a known unit: what is carried over is shown first, then written in one go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jsxh_desktop.app import commands
from jsxh_desktop.app.carry_forward import next_year
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store.errors import FileError

Carried = tuple[str, str]
"""What is carried over, and how much of it or how."""


def latest(path: Path) -> Filing:
    """The latest year of a workbook that is open nowhere; raises Problem."""
    try:
        return commands.read_filing(path)
    except FileError as problem:
        raise Problem(str(problem)) from problem


def latest_in(workspace: Workspace) -> Filing:
    """The latest year of the open workbook."""
    workspace.flush()
    key, _ = workspace.workbook.filings()[-1]
    return workspace.workbook.load(key)


def carried(filing: Filing) -> tuple[Carried, ...]:
    """What of a year goes on into the next, as far as there is any."""
    return tuple(_carried(filing))


def carry(workspace: Workspace) -> bool:
    """Begin the year after the latest and put it on the desk; whether the disk took it."""
    workspace.switch(workspace.years[-1])
    if workspace.trouble:
        return False
    return workspace.begin(next_year(workspace.filing))


def _carried(filing: Filing) -> Iterator[Carried]:
    before = filing.year
    unit = filing.organization.full_name or "单位概况"
    yield "单位、编制、在职人员", f"{unit}；发布时间留空"
    if filing.duties:
        yield "主要职责", f"{len(filing.duties)} 条；重点工作今年重写"
    lines = len(filing.income) + len(filing.expenditure)
    if lines:
        yield "收入、支出的科目", f"{lines} 行；金额留空，旁边能看到 {before} 年的数"
    if filing.carryover:
        yield "结转和结余", f"{before} 年末的数就是年初的数"
    yield "三公经费、采购、资产", "用途、车辆和设备带过来；金额、批次、人次留空"
    if filing.projects:
        count = f"{len(filing.projects)} 个，指标 {len(filing.indicators)} 条"
        yield "项目和绩效指标", f"{count}；完成值、得分留空，日期推后一年"
    kept = [*filing.terms, *filing.local_codes]
    if kept:
        yield "名词解释、自己的科目", f"{len(kept)} 条"
    yield f"{before} 年的决算数", "不用再填，全部自动对照"
