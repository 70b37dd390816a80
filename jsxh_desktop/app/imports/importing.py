"""From a file to a plan, and from a plan to one step of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jsxh_desktop.app.imports.own_lists import is_own, own_plan
from jsxh_desktop.app.imports.plan import ImportPlan
from jsxh_desktop.app.imports.source import Source, read_source
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.filing import Filing


def plan_of_file(
    path: Path, filing: Filing, cancelled: Callable[[], bool] = lambda: False
) -> ImportPlan:
    """What importing the file would do; raises Problem, and Cancelled once `cancelled` says so."""
    return plan_of(read_source(path, cancelled), filing)


def plan_of(sources: Sequence[Source], filing: Filing) -> ImportPlan:
    """What importing these sheets would do; Problem where they are no tables known here."""
    if is_own(sources):
        return own_plan(sources, filing)
    raise Problem("认不出这是什么表，现在只能导入本程序写出的填报明细")
