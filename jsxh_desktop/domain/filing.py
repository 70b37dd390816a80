"""Filing: one unit in one year, with the year before; all that is known, nothing derived."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.disclosure import Procurement, StateAssets
from jsxh_desktop.domain.edition import Edition
from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine, Variance
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.organization import (
    Duty,
    Institution,
    KeyWork,
    Organization,
    Staffing,
)
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import (
    DepartmentReport,
    ProjectReport,
    Reasons,
    Term,
)
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.domain.three_public import Reception, ThreePublic

NO_CODES = CodeTable("", {})


@entity
class Filing:
    """Single records and ordered lists of records; a list's order is the printed order.

    `functional_codes` and `economic_codes` are the official tables of the year; read names through
    `functional` and `economic`, which add the unit's own codes. `before` is the year before where
    the workbook holds it; `folder` is where the workbook lies, beside which a unit keeps its packs;
    `edition` is what a signed-off year is.
    """

    year: int
    pack: str = "sichuan-2021"
    precision: Precision = Precision.FEN
    organization: Organization = Organization()
    staffing: Staffing = Staffing()
    duties: tuple[Duty, ...] = ()
    key_work: tuple[KeyWork, ...] = ()
    institutions: tuple[Institution, ...] = ()
    income: tuple[IncomeLine, ...] = ()
    expenditure: tuple[ExpenditureLine, ...] = ()
    variances: tuple[Variance, ...] = ()
    budget: Budget = Budget()
    carryover: tuple[Carryover, ...] = ()
    three_public: ThreePublic = ThreePublic()
    receptions: tuple[Reception, ...] = ()
    procurement: Procurement = Procurement()
    state_assets: StateAssets = StateAssets()
    projects: tuple[Project, ...] = ()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    reasons: Reasons = Reasons()
    department_report: DepartmentReport = DepartmentReport()
    department_indicators: tuple[DepartmentIndicator, ...] = ()
    project_reports: tuple[ProjectReport, ...] = ()
    terms: tuple[Term, ...] = ()
    local_codes: tuple[LocalCode, ...] = ()
    stated_figures: tuple[StatedFigure, ...] = ()
    reviews: tuple[Review, ...] = ()
    prior_year: PriorYear = PriorYear()
    before: Filing | None = dataclasses.field(default=None, compare=False)
    folder: Path | None = dataclasses.field(default=None, compare=False, repr=False)
    edition: Edition | None = dataclasses.field(default=None, compare=False)
    functional_codes: CodeTable = dataclasses.field(default=NO_CODES, compare=False, repr=False)
    economic_codes: CodeTable = dataclasses.field(default=NO_CODES, compare=False, repr=False)

    def __getstate__(self) -> dict[str, object]:
        """What it was made of, and not what is kept with it, perhaps by another thread just now."""
        held = vars(self)
        return {field.name: held[field.name] for field in dataclasses.fields(self)}

    @cached_property
    def by_function(self) -> tuple[ExpenditureLine, ...]:
        """The expenditure lines with a functional code."""
        return tuple(line for line in self.expenditure if line.functional)

    @cached_property
    def functional(self) -> CodeTable:
        return self.functional_codes.with_local(self._local(Classification.FUNCTIONAL))

    @cached_property
    def economic(self) -> CodeTable:
        return self.economic_codes.with_local(self._local(Classification.ECONOMIC))

    def _local(self, classification: Classification) -> dict[str, str]:
        return {
            local.code: local.name
            for local in self.local_codes
            if local.classification is classification
        }


FACTS = ("year", "pack", "precision")
"""What a filing says of itself, apart from its records."""

SINGLES: dict[str, type[Any]] = {
    "organization": Organization,
    "staffing": Staffing,
    "budget": Budget,
    "three_public": ThreePublic,
    "procurement": Procurement,
    "state_assets": StateAssets,
    "reasons": Reasons,
    "department_report": DepartmentReport,
    "prior_year": PriorYear,
}
"""The single records of a filing: attribute → entity."""

LISTS: dict[str, type[Any]] = {
    "duties": Duty,
    "key_work": KeyWork,
    "institutions": Institution,
    "income": IncomeLine,
    "expenditure": ExpenditureLine,
    "variances": Variance,
    "carryover": Carryover,
    "receptions": Reception,
    "projects": Project,
    "goals": Goal,
    "indicators": Indicator,
    "department_indicators": DepartmentIndicator,
    "project_reports": ProjectReport,
    "terms": Term,
    "local_codes": LocalCode,
    "stated_figures": StatedFigure,
    "reviews": Review,
}
"""The lists of records of a filing: attribute → entity."""

REFERS_TO = Project
"""What every `reference` entry points at."""


def attribute_of(entity: type[Any]) -> str:
    """The attribute of a filing that holds records of this entity."""
    both = {**SINGLES, **LISTS}
    return next(name for name, kind in both.items() if kind is entity)


def with_value(filing: Filing, entry: Entry[Any], value: object, key: int = 0) -> Filing:
    """The filing with one value changed; `key` is the id of a record in a list."""
    name = attribute_of(entry.entity)
    if name in SINGLES:
        record = dataclasses.replace(getattr(filing, name), **{entry.name: value})
        return _with(filing, **{name: record})
    records = tuple(
        dataclasses.replace(record, **{entry.name: value}) if record.id == key else record
        for record in getattr(filing, name)
    )
    return _with(filing, **{name: records})


def with_added(filing: Filing, record: Any, position: int | None = None) -> Filing:
    """The filing with a record put into its list, at the end or at a position."""
    name = attribute_of(type(record))
    records = list(getattr(filing, name))
    records.insert(len(records) if position is None else position, record)
    return _with(filing, **{name: tuple(records)})


def with_all_added(filing: Filing, records: Iterable[Any]) -> Filing:
    """The filing with records, each at the end of its list."""
    found: defaultdict[type[Any], list[Any]] = defaultdict(list)
    for record in records:
        found[type(record)].append(record)
    names = {attribute_of(entity): added for entity, added in found.items()}
    return _with(filing, **{name: (*getattr(filing, name), *names[name]) for name in names})


def without(filing: Filing, entity: type[Any], key: int) -> Filing:
    """The filing without one record; a removed project takes along what belonged to it.

    Its expenditure lines stay and lose their tag: money does not vanish with a sheet.
    """
    name = attribute_of(entity)
    kept = {name: tuple(r for r in getattr(filing, name) if r.id != key)}
    if entity is Project:
        for owned in ("goals", "indicators", "project_reports"):
            kept[owned] = tuple(r for r in getattr(filing, owned) if r.project != key)
        kept["expenditure"] = tuple(
            dataclasses.replace(line, project=None) if line.project == key else line
            for line in filing.expenditure
        )
    return _with(filing, **kept)


def _with(filing: Filing, **parts: Any) -> Filing:
    return dataclasses.replace(filing, **parts)
