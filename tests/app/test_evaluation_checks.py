"""What is told of the sheets while they are filled in."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from jsxh_desktop.app.check_model import Severity
from jsxh_desktop.app.evaluation_checks import evaluation_findings
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import with_value
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from tests.app.evaluations import scored_pack

FIRST = 1
SHEET = scored_pack().sheet


def test_a_sheet_nobody_gave_points_to_is_left_alone() -> None:
    assert not list(evaluation_findings(sample(), SHEET))


def test_points_that_are_left_are_told_with_the_project() -> None:
    filing = with_value(sample(), Indicator.weight, Decimal(85), FIRST)
    (finding,) = evaluation_findings(filing, SHEET)
    assert finding.sentence == "“科普经费”的分值还剩 5 分"
    assert finding.severity is Severity.ERROR


def test_points_that_add_up_are_not_told_of() -> None:
    filing = with_value(sample(), Indicator.weight, Decimal(90), FIRST)
    assert not list(evaluation_findings(filing, SHEET))


def test_a_reason_nobody_wrote_leads_to_its_cell() -> None:
    filing = with_value(sample(), Indicator.actual, "9000", FIRST)
    (finding,) = evaluation_findings(filing, SHEET)
    assert finding.sentence == "“科普经费”的“印发科普宣传资料”比指标值少 10.0%，没有写偏差原因"
    assert finding.place == Place(Indicator.deviation_reason, FIRST)


def test_a_reason_that_is_written_settles_it() -> None:
    filing = with_value(sample(), Indicator.actual, "9000", FIRST)
    filing = with_value(filing, Indicator.deviation_reason, "纸张涨价", FIRST)
    assert not list(evaluation_findings(filing, SHEET))


def test_a_form_without_scores_knows_no_points() -> None:
    plain = dataclasses.replace(SHEET, scheme=dataclasses.replace(SHEET.scheme, scored=False))
    filing = with_value(sample(), Indicator.weight, Decimal(85), FIRST)
    assert not list(evaluation_findings(filing, plain))
