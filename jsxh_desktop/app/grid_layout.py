"""What a grid is made of and what it asks of its source; data and a protocol, without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from jsxh_desktop.app.offer import Offer
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.rule import Severity


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Pick(StrEnum):
    """What F4 offers in a column."""

    NOTHING = ""
    CHOICES = "choices"
    FUNCTIONAL = "functional"
    ECONOMIC = "economic"
    PROJECT = "project"
    OWN = "own"


@dataclass(frozen=True, eq=False)
class Column:
    """One column: typed into through its entry, or, without one, shown only.

    `width` is in logical pixels; the one `stretch` column takes what the desk has to spare; text in
    a `wrapped` column breaks and its row grows. `shown` words a cell that is not typed, or one that
    shows something else than its entry would (a project's name for its id). A column that is not
    typed is grey unless it is `plain`, as the name beside a code.
    """

    title: str
    width: int
    entry: Entry[Any] | None = None
    shown: Callable[[Filing, Any, str], str] | None = None
    align: Align = Align.LEFT
    pick: Pick = Pick.NOTHING
    stretch: bool = False
    wrapped: bool = False
    plain: bool = False


class GridRow(NamedTuple):
    """One row as it is shown; a plain tuple, as rows are made by thousands.

    `key` is the id of its record: 0 for a band that groups the rows below it, and for a row that
    is offered and becomes a record when typed into. `wrong` are the columns whose text does not
    read, `asked` those a check found blank, `found` those a rule found something in.
    """

    key: int
    cells: tuple[str, ...]
    band: bool = False
    wrong: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()
    found: Mapping[int, Severity] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A line below the grid that is always visible.

    `cells` has a text for each column; `agrees` says of a column whether its figure is the one it
    must meet; `said` are the words of the difference: ▲ 还差 4.84 万元. `what` says in words what
    has to be met, `leads_to` is the page it is on.
    """

    label: str
    cells: tuple[str, ...]
    agrees: Mapping[int, bool] = field(default_factory=dict)
    said: str = ""
    what: str = ""
    leads_to: str = ""


Cell = tuple[int, int]
"""Row and column, from 0."""


class GridSource(Protocol):
    """What a grid shows and where it puts what is typed; every change is one step of undo."""

    @property
    def columns(self) -> tuple[Column, ...]: ...

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The rows now, without the empty one at the end that is typed into to add."""

    @property
    def grows(self) -> bool:
        """Whether there is an empty row at the end, and rows can be inserted and deleted."""

    def refresh(self) -> None:
        """Read the filing again."""

    def place(self, cell: Cell) -> Place | None:
        """The field behind a cell; None where it is not typed, or its record is still to come."""

    def cell_of(self, place: Place) -> Cell | None:
        """Where a field stands; None where this grid does not show it."""

    def may_type(self, cell: Cell) -> bool:
        """Whether a cell takes a text; the row behind the last does where its column does."""

    def exact(self, cell: Cell) -> str:
        """What the editor of a cell holds: every digit."""

    def problem(self, cell: Cell) -> str:
        """Why a cell's text does not read."""

    def hint(self, cell: Cell) -> str:
        """What is known of a cell: 全年预算 4.84，上年决算 4.61."""

    def offers(self, cell: Cell, typed: str) -> Sequence[Offer]:
        """What F4 offers in a cell, narrowed by a text; nothing where there is no list."""

    def takes(self, cell: Cell) -> Cell:
        """The cell an offer is put into: a name's is the code beside it."""

    def typing(self, cell: Cell, text: str) -> None:
        """A key was pressed in a cell; `text` is what stands in it now."""

    def put(self, typed: Mapping[Cell, str], title: str) -> None:
        """Commit texts as one step; rows behind the last are added; what does not read is kept."""

    def insert(self, row: int) -> None: ...

    def delete(self, rows: Sequence[int]) -> None: ...

    def move(self, row: int, to: int) -> None: ...

    def fold(self, row: int) -> None:
        """Hide or show the rows below a band."""

    def totals(self) -> tuple[TotalLine, ...]: ...
