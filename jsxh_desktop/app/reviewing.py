"""What is done about a finding: put right in one click, accounted for, taken up again."""

from __future__ import annotations

import datetime
from dataclasses import replace

from jsxh_desktop.app import coming
from jsxh_desktop.app.checkup import Checked, account
from jsxh_desktop.app.step import Step
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added, Change, Removed
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.review import Review

MINUTES = "%Y-%m-%d %H:%M"


def corrected(checked: Checked) -> Step | None:
    """What one click puts right, where the rule knows it."""
    correction = checked.finding.correction
    return Step(correction.title, correction.changes) if correction else None


def writing(workspace: Workspace, checked: Checked, reason: str, who: str) -> None:
    """A key was pressed in the account of a finding: no crash takes it before it is confirmed."""
    begun = account(checked, reason, who, "")
    known = {**coming.known_of(begun), Review.who: who}
    coming.typing(workspace, Review.reason, reason, known)


def reviewed(checked: Checked, reason: str, who: str, at: datetime.datetime) -> Step:
    """The account of a finding in place of an older one; raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("写一句为什么没有问题，如：和一体化系统里的数一致")
    made = account(checked, reason.strip(), who, at.strftime(MINUTES))
    return Step(f"核实 {checked.rule.id} {checked.rule.name}", (*_gone(checked), Added(made)))


def found_again(filing: Filing, begun: Review, at: datetime.datetime) -> Step:
    """The account a bad end broke off, in place of an older one of its finding."""
    finding = begun.rule, begun.about
    older = [each.id for each in filing.reviews if (each.rule, each.about) == finding]
    made = replace(begun, at=at.strftime(MINUTES))
    return Step(f"核实 {begun.rule}", (*(Removed(Review, key) for key in older), Added(made)))


def taken_up(checked: Checked) -> Step | None:
    """The account taken back, where there is one."""
    gone = _gone(checked)
    return Step(f"取消核实 {checked.rule.id} {checked.rule.name}", gone) if gone else None


def _gone(checked: Checked) -> tuple[Change, ...]:
    return (Removed(Review, checked.review.id),) if checked.review else ()
