"""The money of one project, read off the expenditure lines that carry its tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.totals import fund_of, total


class OfProject(Protocol):
    @property
    def project(self) -> int | None: ...


R = TypeVar("R", bound=OfProject)


def by_project(records: Iterable[R]) -> Mapping[int, tuple[R, ...]]:
    """Records grouped by the project they belong to, in their order."""
    groups: dict[int, list[R]] = {}
    for record in records:
        if record.project is not None:
            groups.setdefault(record.project, []).append(record)
    return {project: tuple(group) for project, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Funding:
    """The expenditure lines of one project, by where the money comes from."""

    lines: tuple[ExpenditureLine, ...]

    def total(self, amount: Entry[Money | None]) -> Money:
        """年度资金总额; NotStated while the project has no line."""
        if not self.lines:
            raise NotStated("项目支出")
        return total(self.lines, amount)

    def appropriation(self, amount: Entry[Money | None]) -> Money:
        """财政拨款, this year's and carried over together."""
        return self._part(amount, appropriation=True)

    def current_appropriation(self, amount: Entry[Money | None]) -> Money:
        """当年财政拨款."""
        return self._part(amount, appropriation=True, carried_over=False)

    def carried_appropriation(self, amount: Entry[Money | None]) -> Money:
        """上年结转资金."""
        return self._part(amount, appropriation=True, carried_over=True)

    def other(self, amount: Entry[Money | None]) -> Money:
        """其他资金."""
        return self._part(amount, appropriation=False)

    def _part(
        self,
        amount: Entry[Money | None],
        *,
        appropriation: bool,
        carried_over: bool | None = None,
    ) -> Money:
        if not self.lines:
            raise NotStated("项目支出")
        return total(
            (
                line
                for line in self.lines
                if fund_of(line).is_appropriation is appropriation
                and (carried_over is None or bool(line.carried_over) is carried_over)
            ),
            amount,
        )


def fundings(filing: Filing) -> Mapping[int, Funding]:
    """The money of every project; a project without a line has an empty Funding."""
    groups = by_project(line for line in filing.expenditure if line.functional)
    return {project.id: Funding(groups.get(project.id, ())) for project in filing.projects}
