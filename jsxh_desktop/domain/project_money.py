"""The money of one project, read off the expenditure lines that carry its tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated, stated
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.domain.totals import fund_of, total


class OfProject(Protocol):
    @property
    def project(self) -> int | None: ...


R = TypeVar("R", bound=OfProject)


def by_project(records: Iterable[R]) -> Mapping[int, tuple[R, ...]]:
    """Records grouped by the project they belong to, in their order."""
    groups: dict[int, list[R]] = {}
    for record in records:
        project = record.project
        if project is not None:
            groups.setdefault(project, []).append(record)
    return {project: tuple(group) for project, group in groups.items()}


class FundPart(StrEnum):
    """What the fund rows of the forms add up: all money, or a part of it."""

    TOTAL = "total"
    APPROPRIATION = "appropriation"
    CURRENT = "current_appropriation"
    CARRIED = "carried_appropriation"
    NOT_APPROPRIATED = "not_appropriated"
    SPECIAL_ACCOUNT = "special_account"
    UNIT = "unit_funds"
    OTHER = "other_funds"
    BASIC = "basic"
    PROJECT = "project"


def _appropriated(line: ExpenditureLine) -> bool:
    return fund_of(line).is_appropriation


def _kind(line: ExpenditureLine) -> ExpenditureKind:
    return stated(line.kind, "支出性质")


_IN: Mapping[FundPart, Callable[[ExpenditureLine], bool]] = MappingProxyType(
    {
        FundPart.TOTAL: lambda _line: True,
        FundPart.APPROPRIATION: _appropriated,
        FundPart.CURRENT: lambda line: _appropriated(line) and not line.carried_over,
        FundPart.CARRIED: lambda line: _appropriated(line) and bool(line.carried_over),
        FundPart.NOT_APPROPRIATED: lambda line: not _appropriated(line),
        FundPart.SPECIAL_ACCOUNT: lambda line: fund_of(line) is FundSource.SPECIAL_ACCOUNT,
        FundPart.UNIT: lambda line: fund_of(line) is FundSource.UNIT,
        FundPart.OTHER: lambda line: fund_of(line) is FundSource.OTHER,
        FundPart.BASIC: lambda line: _kind(line) is ExpenditureKind.BASIC,
        FundPart.PROJECT: lambda line: _kind(line) is ExpenditureKind.PROJECT,
    }
)


@dataclass(frozen=True, slots=True)
class Funding:
    """The expenditure lines of one project, by where the money comes from."""

    lines: tuple[ExpenditureLine, ...]

    def lines_of(self, part: FundPart) -> tuple[ExpenditureLine, ...]:
        """The lines of one part; NotStated while one of all has no 资金来源."""
        return tuple(filter(_IN[part], self.lines))

    def of(self, part: FundPart, amount: Entry[Money | None]) -> Money:
        """One amount of one part; NotStated while the project has no line."""
        if not self.lines:
            raise NotStated("项目支出")
        return total(self.lines_of(part), amount)

    def total(self, amount: Entry[Money | None]) -> Money:
        """年度资金总额."""
        return self.of(FundPart.TOTAL, amount)

    def appropriation(self, amount: Entry[Money | None]) -> Money:
        """财政拨款, this year's and carried over together."""
        return self.of(FundPart.APPROPRIATION, amount)

    def current_appropriation(self, amount: Entry[Money | None]) -> Money:
        """当年财政拨款."""
        return self.of(FundPart.CURRENT, amount)

    def carried_appropriation(self, amount: Entry[Money | None]) -> Money:
        """上年结转资金."""
        return self.of(FundPart.CARRIED, amount)

    def other(self, amount: Entry[Money | None]) -> Money:
        """其他资金 of the forms that know 财政拨款 and nothing besides."""
        return self.of(FundPart.NOT_APPROPRIATED, amount)


def fundings(filing: Filing) -> Mapping[int, Funding]:
    """The money of every project; a project without a line has an empty Funding."""
    groups = by_project(line for line in filing.expenditure if line.functional)
    return {project.id: Funding(groups.get(project.id, ())) for project in filing.projects}
