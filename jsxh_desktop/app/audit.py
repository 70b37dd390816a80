"""The 审核报告 of the filing on the desk: what it says now, and how its files are called."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from jsxh_desktop.app.check_ledger import corrected
from jsxh_desktop.app.check_report import TITLE, check_report
from jsxh_desktop.app.checkup import CheckUp
from jsxh_desktop.app.loose import Loose
from jsxh_desktop.app.press import Press, PressStopped
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.safe_write import file_name, written_whole
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store.findings import Seen

NOT_MADE = "报告没有做出来，数据没有改动；详细记录在日志里，请把它发给维护人员"


def audit(filing: Filing, found: CheckUp, kept: Sequence[Seen], day: datetime.date) -> Loose:
    """The report, to be printed or written as any kind of file."""
    unit = filing.organization
    title = f"{unit.short_name or unit.full_name}{filing.year}年度{TITLE}"
    return Loose(check_report(filing, found, day, corrected(kept)), title, unit.full_name)


def proposed(folder: Path, filing: Filing, suffix: str) -> Path:
    """Where the report would be saved, and under which name."""
    unit = filing.organization
    stem = f"{unit.short_name or unit.full_name}{filing.year}年度审核报告"
    return folder / f"{file_name(stem)}{suffix}"


def printed(press: Press, loose: Loose, suffix: str) -> bytes:
    """The report as a file of this kind; raises Problem where it was not made."""
    try:
        return press.loose(loose, suffix)
    except PressStopped as stopped:
        raise Problem(NOT_MADE) from stopped


def save(made: bytes, path: Path) -> None:
    """Write one file of it; raises Problem."""
    with written_whole(path) as target:
        target.write(made)


def in_short(found: CheckUp) -> str:
    """Whether the year could be finished as it is."""
    blocking = sum(each.blocks for each in found.checked)
    if blocking:
        return f"还有 {blocking} 处错误没有改正或核实，不能定稿"
    return "没有未处理的错误，可以定稿"
