"""What explicit checks have found so far: when each finding came, and since when it is 已改正."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jsxh_desktop.app.checkup import CheckUp, about
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.reviewing import MINUTES
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.findings import Seen

if TYPE_CHECKING:
    from jsxh_desktop.app.check_report import Corrected


def seen(workspace: Workspace) -> tuple[Seen, ...]:
    """What was found before; raises Problem."""
    try:
        return workspace.workbook.findings(workspace.filing_id)
    except FileError as problem:
        raise Problem(str(problem)) from problem


def note(workspace: Workspace, found: CheckUp, now: datetime.datetime) -> tuple[Seen, ...]:
    """Keep what a check has found, and what it found no more; raises Problem."""
    news = tuple(brought_on(seen(workspace), found, now.strftime(MINUTES)))
    try:
        workspace.workbook.keep_findings(workspace.filing_id, news)
    except FileError as problem:
        raise Problem(str(problem)) from problem
    return seen(workspace)


def brought_on(kept: Sequence[Seen], found: CheckUp, at: str) -> Iterator[Seen]:
    """What is new to the ledger: found now, found again, told otherwise, or gone.

    What a rule could not judge this time is not gone.
    """
    known = {(each.rule, each.about): each for each in kept}
    held = set()
    for each in found.checked:
        key = each.rule.id, about(each.finding)
        held.add(key)
        before = known.get(key)
        since = at if before is None or before.gone else before.found
        now = Seen(*key, each.severity.value, each.finding.message, since)
        if now != before:
            yield now
    unjudged = {verdict.rule.id for verdict in found.unjudged}
    for key, before in known.items():
        if key not in held and not before.gone and before.rule not in unjudged:
            yield dataclasses.replace(before, gone=at)


def corrected(kept: Sequence[Seen]) -> tuple[Corrected, ...]:
    """What was found once and no longer holds, as the report lists it."""
    from jsxh_desktop.app.check_report import Corrected  # brings what prints it

    return tuple(
        Corrected(each.rule, each.message, each.found, each.gone) for each in kept if each.gone
    )
