"""The 部门整体支出绩效自评表 of a pack: its form, its classes and the indicators that are given."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jsxh_desktop.domain.sheet_form import Sheet


@dataclass(frozen=True)
class DepartmentGroup:
    """A second-level class: its points, the indicators given with theirs, in their order.

    A group that is `own` takes indicators of the unit's own besides.
    """

    name: str
    points: Decimal | None = None
    given: tuple[tuple[str, Decimal], ...] = ()
    own: bool = False


@dataclass(frozen=True)
class DepartmentClass:
    """A first-level class and what stands below it."""

    name: str
    points: Decimal | None
    groups: tuple[DepartmentGroup, ...]


@dataclass(frozen=True)
class DepartmentSheet:
    """`form` is how it prints and counts; it has no classes of projects."""

    form: Sheet
    classes: tuple[DepartmentClass, ...]

    @property
    def groups(self) -> tuple[tuple[DepartmentClass, DepartmentGroup], ...]:
        """Every second-level class with the first-level one it is in."""
        return tuple((each, group) for each in self.classes for group in each.groups)
