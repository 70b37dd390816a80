"""What is told at once: slips of typing, sums that cannot agree; and nothing of what is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.check_model import Finding, Severity, checked, findings
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def errors(workspace: Workspace) -> list[Finding]:
    return [found for found in findings(workspace) if found.severity is Severity.ERROR]


def test_the_sample_has_no_error(workspace: Workspace) -> None:
    assert errors(workspace) == []


def test_more_staff_than_posts_is_a_warning_until_it_is_explained(workspace: Workspace) -> None:
    (warning,) = findings(workspace)
    assert warning.sentence == "在职人数 7 人，比编制 5 人多 2 人"
    workspace.leave(Place(Staffing.over_establishment), "军转干部安置")
    assert findings(workspace) == ()


def test_a_line_changed_leaves_three_figures_to_agree(workspace: Workspace) -> None:
    line = next(line for line in workspace.filing.expenditure if line.functional == "2101101")
    workspace.edit(Place(ExpenditureLine.final, line.id), wan("0"))
    assert [found.sentence for found in errors(workspace)] == [
        "支出总计 157.10，比收入总计 161.94 少 4.84 万元",
        "按经济分类的基本支出 123.64，比按功能分类的基本支出 118.80 多 4.84 万元",
    ]


def test_a_blank_is_a_gap_and_no_difference(workspace: Workspace) -> None:
    line = workspace.filing.expenditure[0]
    workspace.edit(Place(ExpenditureLine.final, line.id), None)
    assert errors(workspace) == []


def test_receptions_that_do_not_add_up_lead_to_the_figure(workspace: Workspace) -> None:
    workspace.leave(Place(ThreePublic.reception_domestic), "0.50")
    (found,) = errors(workspace)
    assert found.place == Place(ThreePublic.reception_domestic)


def test_a_text_that_does_not_read_is_quoted_with_its_field(workspace: Workspace) -> None:
    workspace.leave(Place(ThreePublic.running), "零点八")
    (found,) = errors(workspace)
    assert found.sentence == "公务用车运行维护费决算写的是“零点八”，认不出来"
    assert found.page == "three_public"


def test_a_check_is_summed_up_in_one_sentence(workspace: Workspace) -> None:
    assert checked(findings(workspace), 0) == "检查完了：没有发现错误"
    assert checked(findings(workspace), 3) == "检查完了：没有发现错误，3 处待填"
