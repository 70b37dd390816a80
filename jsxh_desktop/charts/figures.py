"""图1–图7: each a function from a filing to its chart, or to the reason why there is none.

Everything is read from the filing on call (rule D12). A structure chart shows the amounts of parts,
never a rate of completion (rule D06).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jsxh_desktop.charts.chart import Chart, ChartKind, Series, is_pie
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.code import class_name
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.stated import NotStated, gap, of
from jsxh_desktop.domain.three_public import ThreePublic

Parts = Iterable[tuple[str, Money]]
"""Names and amounts of the parts of a whole, in their order."""


@dataclass(frozen=True, slots=True)
class NumberedChart:
    """One of the seven: its chart, or the note that is printed in its place."""

    number: int
    title: str
    chart: Chart | None
    note: str = ""

    @property
    def caption(self) -> str:
        return f"图{self.number}：{self.title}"


def figures(filing: Filing, places: int = 1) -> dict[int, NumberedChart]:
    """图1–图7 by number; shares have `places` decimals."""
    found = (
        totals_change(filing),
        income_structure(filing, places),
        expenditure_structure(filing, places),
        appropriation_change(filing),
        general_budget_change(filing),
        general_budget_structure(filing, places),
        three_public_structure(filing, places),
    )
    return {figure.number: figure for figure in found}


def totals_change(filing: Filing) -> NumberedChart:
    """图1."""
    return _change(
        _Frame(1, "收、支决算总计变动情况图", "收支"),
        ("收入总计", "支出总计"),
        lambda: _two_years(filing, totals.grand_total, PriorYear.total),
    )


def income_structure(filing: Filing, places: int = 1) -> NumberedChart:
    """图2."""
    return _structure(
        _Frame(2, "收入决算结构图", "收入"),
        lambda: totals.income_by_source(filing).items(),
        places,
    )


def expenditure_structure(filing: Filing, places: int = 1) -> NumberedChart:
    """图3."""
    return _structure(
        _Frame(3, "支出决算结构图", "支出"),
        lambda: totals.expenditure_by_kind(filing).items(),
        places,
    )


def appropriation_change(filing: Filing) -> NumberedChart:
    """图4."""
    return _change(
        _Frame(4, "财政拨款收、支决算总计变动情况", "收支"),
        ("财政拨款收入总计", "财政拨款支出总计"),
        lambda: _two_years(filing, totals.appropriation_total, PriorYear.appropriation_total),
    )


def general_budget_change(filing: Filing) -> NumberedChart:
    """图5."""
    return _change(
        _Frame(5, "一般公共预算财政拨款支出决算变动情况", "支出"),
        ("一般公共预算财政拨款支出",),
        lambda: _two_years(filing, totals.general_budget, PriorYear.general_budget),
    )


def general_budget_structure(filing: Filing, places: int = 1) -> NumberedChart:
    """图6, by 类 as the sentence names them: 科学技术（类）."""

    def parts() -> Parts:
        sums = totals.by_code(totals.general_budget_lines(filing), 3)
        return [(class_name(filing.functional, code), amount) for code, amount in sums.items()]

    return _structure(_Frame(6, "一般公共预算财政拨款支出决算结构", "支出"), parts, places)


def three_public_structure(filing: Filing, places: int = 1) -> NumberedChart:
    """图7, by the three parts of “三公”经费."""
    spent = filing.three_public

    def parts() -> Parts:
        return [
            ("因公出国（境）费", of(ThreePublic.overseas, spent)),
            ("公务用车购置及运行维护费", spending.vehicles(spent)),
            ("公务接待费", spending.reception(spent)),
        ]

    return _structure(_Frame(7, "“三公”经费财政拨款支出结构", "支出"), parts, places)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Number and title of a figure, and what there is none of where it is empty."""

    number: int
    title: str
    subject: str

    def holding(self, chart: Chart) -> NumberedChart:
        return NumberedChart(self.number, self.title, chart)

    def empty(self) -> NumberedChart:
        note = f"（本年度无此项{self.subject}，不作图）"
        return NumberedChart(self.number, self.title, None, note)

    def waiting(self, missing: NotStated) -> NumberedChart:
        return NumberedChart(self.number, self.title, None, gap(missing.label))


def _two_years(
    filing: Filing, figure: Callable[[Filing], Money], prior: Entry[Money | None]
) -> dict[str, Money | None]:
    """The figure by year, the year before first; a first year stands alone.

    A year before that the workbook holds but cannot add up yet keeps its place, as None.
    """
    this = {f"{filing.year}年": figure(filing)}
    before = prior.of(spending.prior_year(filing))
    if before is None and filing.before is None:
        return {**this}
    return {f"{filing.year - 1}年": before, **this}


def _change(
    frame: _Frame, names: tuple[str, ...], years: Callable[[], dict[str, Money | None]]
) -> NumberedChart:
    """Columns by year; all series show one figure, because 收 and 支总计 are one (rule A05)."""
    try:
        amounts = years()
    except NotStated as missing:
        return frame.waiting(missing)
    if not any(amounts.values()):
        return frame.empty()
    series = tuple(Series(name, tuple(amounts.values())) for name in names)
    return frame.holding(Chart(ChartKind.COLUMNS, frame.title, tuple(amounts), series))


def _structure(frame: _Frame, parts: Callable[[], Parts], places: int) -> NumberedChart:
    """A pie of the parts there are; bars where a pie could not show them."""
    try:
        there = [(str(name), amount) for name, amount in parts() if amount]
    except NotStated as missing:
        return frame.waiting(missing)
    if not there:
        return frame.empty()
    names, values = zip(*there, strict=True)
    kind = ChartKind.PIE if is_pie(values) else ChartKind.BARS
    labels = tuple(_label(value, added(values), places) for value in values)
    series = (Series(frame.title, values),)
    return frame.holding(Chart(kind, frame.title, names, series, labels))


def _label(part: Money, whole: Money, places: int) -> str:
    """Amount and share as the sentences print them; a share of nothing is left out."""
    amount = f"{part.show()}万元"
    return f"{amount}，{percent(part, whole, places)}" if whole > Money() else amount
