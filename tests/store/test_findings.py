"""What checks have found: kept through a restart, once each, apart from the log and undo."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.findings import Seen

FIRST = Seen("C21", "接待明细", "提醒", "明细6条，少于8批次", "2022-08-20 09:00")
OTHER = Seen("A05", "收支总计", "错误", "相差1.00万元", "2022-08-20 09:00")


def test_what_was_found_is_there_after_a_restart(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.keep_findings(1, [FIRST, OTHER])
    with Workbook.open(path) as workbook:
        assert workbook.findings(1) == (FIRST, OTHER)


def test_a_finding_is_kept_once_as_it_is_now(workbook: Workbook) -> None:
    workbook.keep_findings(1, [FIRST, OTHER])
    gone = dataclasses.replace(FIRST, gone="2022-08-21 10:00")
    workbook.keep_findings(1, [gone])
    assert workbook.findings(1) == (gone, OTHER)


def test_a_check_is_neither_logged_nor_undone(workbook: Workbook) -> None:
    workbook.write(1, Organization.short_name, "区协")
    before = workbook.history(1)
    workbook.keep_findings(1, [FIRST])
    assert workbook.history(1) == before
    workbook.undo(1)
    assert workbook.findings(1) == (FIRST,)
