"""From a file to a plan, and from a plan to one step of work."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from jsxh_desktop.app.imports.official_plan import official_plan
from jsxh_desktop.app.imports.official_reading import official_tables
from jsxh_desktop.app.imports.own_lists import is_own, own_plan
from jsxh_desktop.app.imports.plan import ImportPlan
from jsxh_desktop.app.imports.source import Source, read_source
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack


def plan_of_file(
    path: Path, filing: Filing, pack: Pack, cancelled: Callable[[], bool] = lambda: False
) -> ImportPlan:
    """What importing the file would do; raises Problem, and Cancelled once `cancelled` says so."""
    return plan_of(read_source(path, cancelled), filing, pack)


def plan_of(sources: Sequence[Source], filing: Filing, pack: Pack) -> ImportPlan:
    """What importing these sheets would do; Problem where none of them is known here."""
    if is_own(sources):
        return own_plan(sources, filing)
    readings = [*official_tables(sources, filing)]
    if not readings:
        raise Problem("没有认出一张决算公开表，请核对是不是要导入的文件")
    known = {reading.region.source.name for reading in readings}
    unknown = tuple(s.name for s in sources if s.name not in known and not s.hidden)
    return dataclasses.replace(official_plan(readings, filing, pack), unknown=unknown)
