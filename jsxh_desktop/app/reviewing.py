"""What is done about a finding: put right in one click, accounted for, taken up again."""

from __future__ import annotations

import datetime

from jsxh_desktop.app.checkup import Checked, account
from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.change import Added, Change, Removed
from jsxh_desktop.domain.review import Review

MINUTES = "%Y-%m-%d %H:%M"


def corrected(checked: Checked) -> Step | None:
    """What one click puts right, where the rule knows it."""
    correction = checked.finding.correction
    return Step(correction.title, correction.changes) if correction else None


def reviewed(checked: Checked, reason: str, who: str, at: datetime.datetime) -> Step:
    """The account of a finding in place of an older one; raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("写一句为什么没有问题，如：和一体化系统里的数一致")
    made = account(checked, reason.strip(), who, at.strftime(MINUTES))
    return Step(f"核实 {checked.rule.id} {checked.rule.name}", (*_gone(checked), Added(made)))


def taken_up(checked: Checked) -> Step | None:
    """The account taken back, where there is one."""
    gone = _gone(checked)
    return Step(f"取消核实 {checked.rule.id} {checked.rule.name}", gone) if gone else None


def _gone(checked: Checked) -> tuple[Change, ...]:
    return (Removed(Review, checked.review.id),) if checked.review else ()
