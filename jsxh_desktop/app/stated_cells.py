"""表中数: figures of official tables typed by hand, cell by cell, to be compared with ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jsxh_desktop.app.grid_layout import Align, Column, Pick
from jsxh_desktop.app.list_layout import ListLayout
from jsxh_desktop.app.offer import Offer
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.per_filing import per_filing
from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.change import Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.tables.public import figure_table
from jsxh_desktop.tables.titles import TITLES, title_of


def cleared(filing: Filing) -> Step | None:
    """All of them gone in one step; None where there are none."""
    gone = tuple(Removed(StatedFigure, each.id) for each in filing.stated_figures)
    return Step(f"清空表中数 {len(gone)} 个", gone) if gone else None


_pack = per_filing(pack_of)  # looked for on the disk, and every row asks


def _table(filing: Filing, figure: StatedFigure, _unit: str) -> str:
    """The table as it is titled, not as it is kept."""
    return title_of(figure.table, _pack(filing))


def _understood(entry: Entry[Any], typed: str) -> str:
    """A table may be typed by its title."""
    if entry is not StatedFigure.table:
        return typed
    ids = {_plain(title): id_ for id_, title in TITLES.items()}
    return ids.get(_plain(typed), typed)


def _plain(title: str) -> str:
    return "".join(title.split()).strip("“”").replace("“", "").replace("”", "")


def _offers(filing: Filing, figure: Any, entry: Entry[Any]) -> Sequence[Offer]:
    """The tables there are; the rows and columns of the one that is chosen."""
    pack = _pack(filing)
    if entry is StatedFigure.table:
        return [Offer(id_, (title_of(id_, pack), id_)) for id_ in TITLES]
    if figure is None or figure.table not in TITLES:
        return ()
    return _of_table(filing, figure.table, entry, pack)


def _of_table(filing: Filing, table: str, entry: Entry[Any], pack: Pack) -> Sequence[Offer]:
    figures = figure_table(table, filing, pack)
    lines = figures.rows if entry is StatedFigure.row else figures.columns
    names = {line.key: "".join(line.name.split()) for line in lines}
    return [Offer(key, (key, name) if name != key else (key,)) for key, name in names.items()]


STATED = ListLayout(
    StatedFigure,
    (
        Column("所在的表", 230, StatedFigure.table, shown=_table, pick=Pick.OWN, wrapped=True),
        Column("行", 150, StatedFigure.row, pick=Pick.OWN),
        Column("栏", 160, StatedFigure.column, pick=Pick.OWN),
        Column("表中的数", 110, StatedFigure.amount, align=Align.RIGHT),
        Column("精确到", 110, StatedFigure.precision, pick=Pick.CHOICES),
        Column("出处", 200, StatedFigure.source, stretch=True, wrapped=True),
    ),
    records=lambda filing: filing.stated_figures,
    named=lambda _filing, figure: f"{figure.row} {figure.column}".strip(),
    fresh=lambda _filing: StatedFigure(precision=Precision.FEN),
    offers=_offers,
    understood=_understood,
)
