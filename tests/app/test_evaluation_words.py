"""A sheet in one line, and how much of a project is written."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.evaluation_model import SheetShown, sheet_shown
from jsxh_desktop.app.evaluation_words import in_one_line
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.project_form import written
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Project
from tests.app.evaluations import scored_pack


def shown(filing: Filing, *, scored: bool = False) -> SheetShown:
    pack = scored_pack() if scored else load_pack("sichuan-2021")
    found = sheet_shown(filing, 1, pack.sheet, "万元")
    assert found is not None
    return found


def test_a_sheet_without_scores_says_how_much_is_written() -> None:
    said = "资金 10.00 / 10.00　100.0%　·　目标 4 条 ✓　·　指标 16 条 ✓"
    assert in_one_line(shown(sample())) == said


def test_a_sheet_with_scores_says_what_is_left_of_them() -> None:
    words = in_one_line(shown(sample(), scored=True))
    assert words.endswith("暂计 10.00 分　·　还剩 90 分")


def test_a_bare_project_says_what_it_has_not() -> None:
    bare = dataclasses.replace(sample(), expenditure=(), goals=(), indicators=())
    assert in_one_line(shown(bare)) == "还没有支出　·　还没有目标　·　还没有指标"


def test_a_project_that_is_gone_has_no_sheet() -> None:
    assert sheet_shown(sample(), 99, load_pack("sichuan-2021").sheet, "万元") is None


def test_the_fields_of_a_project_are_counted() -> None:
    assert written(Project()) == (0, 14)
    assert written(Project("科普经费", evaluated=False)) == (2, 14)
