"""What is right in the real report is called no error, and the corrected report has none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from jsxh_desktop.app.checkup import check_up
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.rules.registry import check
from jsxh_desktop.rules.rule import Severity
from tests import seed

Said = Mapping[str, tuple[str, ...]]
RIGHT: Mapping[str, tuple[str, str]] = {
    "收入总计和支出总计相等": ("A05", ""),
    "收、支总计": ("C01", ""),
    "基本支出加项目支出": ("C08", ""),
    "收入的占比": ("C07", ""),
    "四类支出的合计": ("C11", "合计"),
    "人员经费加公用经费": ("C15", ""),
    "机关运行经费就是公用经费": ("B16", ""),
    "机关运行经费增长75%": ("C23", ""),
    "总额增长8.6%": ("C03", "8.6"),
    "方向词": ("C04", ""),
    "接待明细的合计": ("C21", ""),
    "国内接待加外事接待": ("C22", ""),
    "政府采购授予中小企业100%": ("C25", ""),
    "18个项目是2个加16个": ("C35", ""),
    "图3、图6各自合计为1": ("D04", ""),
    "编制和在职各自的合计": ("C31", ""),
    "三类资金合计": ("F04", ""),
    "人员、运转各自的明细": ("F05", ""),
    "年度": ("G12", ""),
}
"""What is right, the rule that looks at it, and the words of a finding that would deny it."""


@pytest.fixture(scope="module")
def errors() -> Said:
    """The errors found in the report as it was published."""
    return {
        verdict.rule.id: tuple(
            finding.message
            for finding in verdict.findings
            if (finding.severity or verdict.rule.severity) is Severity.ERROR
        )
        for verdict in check(seed.printed())
    }


@pytest.mark.parametrize(("rule", "words"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_no_error(rule: str, words: str, errors: Said) -> None:
    assert [message for message in errors[rule] if words in message] == []


def test_the_corrected_report_has_no_error(filing: Filing, pack: Pack) -> None:
    assert check_up(filing, pack).count(Severity.ERROR) == 0
