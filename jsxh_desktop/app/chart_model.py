"""图1–图7 as a screen shows them: the drawing, its figures by year, its sentence, its fields."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.safe_write import written_whole
from jsxh_desktop.charts import draw
from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.charts.figures import NumberedChart, figures
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.share import percent
from jsxh_desktop.narrative.block import Figure, Paragraph
from jsxh_desktop.narrative.document import SECTIONS
from jsxh_desktop.narrative.wording import Wording

TABS = (
    "图1 收支总计",
    "图2 收入结构",
    "图3 支出结构",
    "图4 财政拨款",
    "图5 一般公共预算",
    "图6 支出功能结构",
    "图7 三公经费",
)
SECTION_OF = {
    1: "totals",
    2: "income",
    3: "expenditure",
    4: "appropriation",
    5: "general_budget",
    6: "general_budget",
    7: "three_public",
}
"""The section of the statements each figure stands in."""

FILLED_ON = {
    1: ("income", "expenditure", "carryover", "reasons"),
    2: ("income",),
    3: ("expenditure",),
    4: ("income", "expenditure", "carryover", "reasons"),
    5: ("expenditure", "reasons"),
    6: ("expenditure",),
    7: ("three_public",),
}
"""The pages a figure and its sentence are filled in on."""

PRINT_FONTS = (assets() / "fonts" / "Song-Regular.ttf", assets() / "fonts" / "Rare-Regular.ttf")
SCREEN_FONTS = (assets() / "fonts" / "Hei-Regular.ttf", *PRINT_FONTS)
ENDINGS = tuple(f".{kind}" for kind in draw.PICTURES)
PRINTED = (156.0, 75.0)
"""Millimetres a chart takes in the print."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the figures beside a chart: its name and a cell for each head but the first."""

    name: str
    cells: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class ShownChart:
    """One of the seven: what is drawn or the `note` instead, and what stands beside it.

    `sentence` is what the statements say of it; `pages` are keys and names of where to go.
    """

    caption: str
    chart: Chart | None
    note: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    sentence: str
    pages: tuple[tuple[str, str], ...]


def shown_chart(filing: Filing, pack: Pack, number: int, unit: str) -> ShownChart:
    """One of 图1–图7, amounts in the unit of view."""
    places = pack.percent_places
    found = figures(filing, places)[number]
    chart, rows = found.chart, list[Row]()
    heads: tuple[str, ...] = (unit, str(filing.year - 1), str(filing.year), "增减")
    if chart and chart.kind is ChartKind.COLUMNS:
        chart = by_item(chart, filing.year, unit)
        rows = [*_changes(chart, unit)]
    elif chart:
        before = figures(filing.before, places)[number] if filing.before else None
        if before:
            rows = [*_both_years(chart, before, unit)]
        else:
            heads, rows = (unit, str(filing.year), "占比"), [*_shares(chart, unit, places)]
        chart = _labelled(chart, unit, places)
    pages = tuple((key, BY_KEY[key].name) for key in FILLED_ON[number])
    said = sentence(filing, pack, found)
    return ShownChart(found.caption, chart, found.note, heads, tuple(rows), said, pages)


def by_item(chart: Chart, year: int, unit: str) -> Chart:
    """A chart of years with its series: the years become series, side by side for each item."""
    first = year - len(chart.categories) + 1
    series = tuple(
        Series(f"{first + place}年度", tuple(row.values[place] for row in chart.series))
        for place in range(len(chart.categories))
    )
    names = tuple(row.name for row in chart.series)
    return dataclasses.replace(chart, categories=names, series=series, unit=unit)


def sentence(filing: Filing, pack: Pack, figure: NumberedChart) -> str:
    """The paragraph of the statements that a figure illustrates: the last one before it."""
    said = ""
    for block in SECTIONS[SECTION_OF[figure.number]](Wording(filing, pack)):
        match block:
            case Paragraph():
                said = block.text
            case Figure(caption=figure.caption):
                return said
    return ""


def picture(filing: Filing, pack: Pack, number: int, kind: str = "png") -> bytes:
    """A figure as it is printed, `kind` png (300 dpi) or svg; ValueError where there is none."""
    chart = figures(filing, pack.percent_places)[number].chart
    if chart is None:
        raise ValueError("nothing to draw")
    target = io.BytesIO()
    draw.write_picture(chart, target, kind, PRINTED, PRINT_FONTS)
    return target.getvalue()


def save_picture(filing: Filing, pack: Pack, number: int, path: Path) -> None:
    """Write a figure as its name asks, png or svg; Problem where it cannot be written."""
    dots = picture(filing, pack, number, path.suffix.lower().lstrip("."))
    with written_whole(path) as target:
        target.write(dots)


def _changes(chart: Chart, unit: str) -> Iterator[Row]:
    """A row for each item; where there is one year only, nobody knows the one before."""
    for place, name in enumerate(chart.categories):
        *before, now = (series.values[place] for series in chart.series)
        yield Row(name, _compared(now, before[0] if before else None, unit))


def _both_years(chart: Chart, before: NumberedChart, unit: str) -> Iterator[Row]:
    """The parts of both years; what only one of them has is nothing in the other."""
    now = _parts(chart)
    last = _parts(before.chart) if before.chart else {}
    nothing = Money() if before.chart else None
    for name in {**now, **last}:
        yield Row(name, _compared(now.get(name, Money()), last.get(name, nothing), unit))
    whole = added(last.values()) if last else nothing
    yield Row("合计", _compared(added(now.values()), whole, unit), total=True)


def _shares(chart: Chart, unit: str, places: int) -> Iterator[Row]:
    parts = _parts(chart)
    whole = added(parts.values())
    rate = partial(_rate, whole=whole, places=places)
    for name, amount in parts.items():
        yield Row(name, (figures_shown.amount(amount, unit), rate(amount)))
    yield Row("合计", (figures_shown.amount(whole, unit), rate(whole)), total=True)


def _labelled(chart: Chart, unit: str, places: int) -> Chart:
    """Amount and share beside each part, the amount in the unit of view."""
    parts = _parts(chart).values()
    whole = added(parts)
    labels = tuple(
        "，".join(filter(None, (f"{part.show(unit)}{unit}", _rate(part, whole, places))))
        for part in parts
    )
    return dataclasses.replace(chart, labels=labels, unit=unit)


def _parts(chart: Chart) -> dict[str, Money]:
    values = (value or Money() for value in chart.series[0].values)
    return dict(zip(chart.categories, values, strict=True))


def _rate(part: Money, whole: Money, places: int) -> str:
    return percent(part, whole, places) if whole > Money() else ""


def _compared(now: Money | None, before: Money | None, unit: str) -> tuple[str, ...]:
    return (
        figures_shown.last_year(before, unit),
        figures_shown.amount(now, unit),
        figures_shown.difference(now, before, unit),
    )
