"""From a file to a plan: every sheet by what it is recognised as."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jsxh_desktop.app.imports.code_lists import code_plan, code_rows
from jsxh_desktop.app.imports.evaluation_forms import forms
from jsxh_desktop.app.imports.evaluation_plan import evaluation_plan
from jsxh_desktop.app.imports.form_words import words_of
from jsxh_desktop.app.imports.free_tables import Columns, FreeTable, free_plan, free_table
from jsxh_desktop.app.imports.official_plan import official_plan
from jsxh_desktop.app.imports.official_reading import official_tables
from jsxh_desktop.app.imports.own_lists import is_own, own_plan
from jsxh_desktop.app.imports.package_plan import is_package, package_plan
from jsxh_desktop.app.imports.plan import ImportPlan, joined
from jsxh_desktop.app.imports.source import Source, read_source
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.reports.excel.indicators import NAME as INDICATORS

Known = Callable[[FreeTable], Columns | None]
"""What is known of a table of the clerk's own."""


def plan_of_file(
    path: Path,
    filing: Filing,
    pack: Pack,
    known: Known = lambda _table: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportPlan:
    """What importing the file would do; raises Problem, and Cancelled once `cancelled` says so."""
    return plan_of(read_source(path, cancelled), filing, pack, known)


def plan_of(
    sources: Sequence[Source],
    filing: Filing,
    pack: Pack,
    known: Known = lambda _table: None,
) -> ImportPlan:
    """What importing these sheets would do; those that nothing is known of are `unknown`."""
    if is_package(sources):
        return package_plan(sources, filing)
    if is_own(sources):
        return own_plan(sources, filing)
    readings = [*official_tables(sources, filing)]
    tabled = {reading.region.source.name for reading in readings}
    words = words_of(pack.sheet)
    left = [source for source in sources if source.name not in tabled]
    sheets = [form for source in left for form in forms(source, words)]
    tabled |= {form.source.name for form in sheets}
    rest = [each for each in sources if each.name not in tabled and each.name != INDICATORS]
    codes = {source.name: code_rows(source) for source in rest}
    plans = [official_plan(readings, filing, pack)] if readings else []
    plans += [code_plan(each, codes[each.name], filing) for each in rest if codes[each.name]]
    own = {each.name: _own(each, known) for each in rest if not codes[each.name]}
    plans += [free_plan(*found, filing) for found in own.values() if found]
    before = sum(isinstance(change, Added) for plan in plans for change in plan.changes)
    plans += [evaluation_plan(sheets, filing, pack, before)] if sheets else []
    hidden = {source.name for source in sources if source.hidden}
    unknown = [name for name, found in own.items() if not found and name not in hidden]
    return joined("、".join(dict.fromkeys(plan.title for plan in plans)), plans, unknown)


def _own(source: Source, known: Known) -> tuple[FreeTable, Columns] | None:
    table = free_table(source)
    columns = known(table) if table else None
    return (table, columns) if table and columns else None
