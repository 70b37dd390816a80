"""What is done about a finding: put right in one click, accounted for, taken up again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from jsxh_desktop.app import coming
from jsxh_desktop.app.checkup import Checked, about, account
from jsxh_desktop.app.step import Step
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added, Change, Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.review import Review

MINUTES = "%Y-%m-%d %H:%M"


def corrected(checked: Checked) -> Step | None:
    """What one click puts right, where the rule knows it."""
    correction = checked.finding.correction
    return Step(correction.title, correction.changes) if correction else None


def writing(workspace: Workspace, checked: Checked, reason: str, who: str) -> None:
    """A key was pressed in the account of a finding: no crash takes it before it is confirmed."""
    coming.typing(workspace, Review.reason, reason, _known(checked, reason, who))


def put_aside(workspace: Workspace, checked: Checked, reason: str, who: str) -> None:
    """The account is not confirmed; another may be written meanwhile."""
    writing(workspace, checked, reason, who)
    known = _known(checked, reason, who)
    workspace.texts.put_aside({Place(each, coming.NOBODY): said for each, said in known.items()})


def gone_on(workspace: Workspace, checked: Checked, reason: str, who: str) -> None:
    """An account that was put aside is written on."""
    writing(workspace, checked, reason, who)
    finding = checked.rule.id, about(checked.finding)
    for entity, key in workspace.texts.rows():
        begun = account_begun(workspace, key) if entity is Review else None
        if begun and (begun.rule, begun.about) == finding:
            workspace.texts.forget_row(Review, key)


def account_begun(workspace: Workspace, key: int) -> Review:
    """An account that was not confirmed, as far as it was written."""
    texts = workspace.texts.row(Review, key)
    held: dict[str, Any] = {place.entry.name: text for place, text in texts.items()}
    return Review(**held)


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


def _known(checked: Checked, reason: str, who: str) -> dict[Entry[Any], str]:
    """All that is known of an account while it is written."""
    return {**coming.known_of(account(checked, reason, who, "")), Review.who: who}


def _gone(checked: Checked) -> tuple[Change, ...]:
    return (Removed(Review, checked.review.id),) if checked.review else ()
