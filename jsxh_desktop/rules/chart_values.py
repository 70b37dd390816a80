"""D02, D03, D12: what a chart draws against the filing, year by year and part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jsxh_desktop.charts.chart import Series
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.chart_labels import (
    NOTHING_SAID,
    Label,
    Number,
    drawn_shares,
    label_of,
)
from jsxh_desktop.rules.chart_plan import (
    Change,
    Drawn,
    Plan,
    Structure,
    drawn,
    part_named,
    year_in,
)
from jsxh_desktop.rules.exactness import Fit, Known, as_known, exact, fit, ratio, sum_of
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    Unjudged,
    each_apart,
    rule,
)
from jsxh_desktop.rules.subject import Subject

CITES = "部门决算公开范本 图1–图7"
AGAIN = "用填报的数据重新生成这张图"


@dataclass(frozen=True, slots=True)
class Pair:
    """One value drawn beside the filing's own; `twin` is the filing's for the other year."""

    name: str
    value: Money | None
    own: Money | None
    twin: Money | None = None
    year: int = 0
    label: Label = NOTHING_SAID
    share: Known | None = None

    @property
    def agrees(self) -> bool:
        return _alike(self.value, self.own)

    @property
    def is_swapped(self) -> bool:
        """Whether it is the figure of the other year and not its own."""
        return self.own is not None and not self.agrees and _alike(self.value, self.twin)


@rule(
    "D02",
    "图数据与文、表一致",
    Severity.ERROR,
    "图上每个数、每个占比都等于决算数",
    why="图、文、表对不上，读的人不知道以哪个为准",
    cites=CITES,
)
def charts_show_the_figures(subject: Subject) -> Iterator[Said]:
    """Each value and each label; what only stands under the wrong year is D03's to say."""
    return each_apart(_against_filing(subject.filing, each) for each in drawn(subject))


def _against_filing(filing: Filing, figure: Drawn) -> Iterator[Said]:
    if figure.chart is None:
        note = figure.block.note
        if note and "待填" not in note and any(_figures(filing, figure.plan)):
            yield figure.finding("", f"没有画，写着“{note}”，但本年有数", "画出这张图")
        return
    found = tuple(pairs(filing, figure))
    for pair in found:
        if pair.own is None and pair.value is not None and pair.year == filing.year - 1:
            yield Unjudged(f"{filing.year - 1}年的数还没有填", figure.plan.places())
        elif pair.own is not None and not pair.agrees and not pair.is_swapped:
            yield _unlike(figure, pair, _shown(pair.value), _shown(pair.own))
        else:
            yield from _labelled(filing, figure, pair)
    if isinstance(figure.plan, Change):
        yield from _without_years(filing, figure, figure.plan, found)


def _figures(filing: Filing, plan: Plan) -> list[Money]:
    if isinstance(plan, Structure):
        return [*plan.parts(filing).values()]
    return [side(filing) for side in plan.sides.values()]


def _labelled(filing: Filing, figure: Drawn, pair: Pair) -> Iterator[Said]:
    """The amount and the share that are printed, against what they should be."""
    amount, share = pair.label.amount, pair.label.share
    if amount and pair.own is not None:
        own = as_known(pair.own, filing.precision)
        if fit(amount.known, own) is not Fit.EQUAL:
            yield _unlike(figure, pair, amount.shown, _shown(pair.own), "标签")
    if share and pair.share and (how := _share_fit(share, pair.share)) is not Fit.EQUAL:
        due = f"{half_up(pair.share.reads, 2)}%"
        grave = Severity.WARNING if how is Fit.ROUNDING else Severity.ERROR
        yield _unlike(figure, pair, share.shown, due, "占比", grave)


def _share_fit(share: Number, due: Known) -> Fit:
    how = fit(share.known, due)
    return Fit.EQUAL if share.is_bound and how is Fit.ROUNDING else how


def _without_years(
    filing: Filing, figure: Drawn, plan: Change, found: tuple[Pair, ...]
) -> Iterator[Said]:
    """A year that should stand there and does not; where no year is told apart, D09 speaks."""
    known = plan.prior.of(spending.prior_year(filing)) is not None
    years = {pair.year for pair in found}
    for year in (filing.year - 1, filing.year) if known else (filing.year,):
        if years and year not in years:
            yield figure.finding(f"{year}年", f"缺{year}年的数", AGAIN)
    if len(figure.series()) < len(plan.sides) and years:
        yield figure.finding("系列", f"应有{'、'.join(plan.sides)}两组数，只画了一组", AGAIN)


@rule(
    "D03",
    "年份与数值对应",
    Severity.ERROR,
    "标着哪一年的柱子，就是哪一年的数",
    why="两年的数颠倒，增加会被看成减少",
    cites=CITES,
)
def years_show_their_own_figures(subject: Subject) -> Iterator[Said]:
    """A value under the year of the other one, and a year that is neither."""
    return each_apart(_under_years(subject.filing, each) for each in drawn(subject))


def _under_years(filing: Filing, figure: Drawn) -> Iterator[Said]:
    if not isinstance(figure.plan, Change):
        return
    years = (filing.year - 1, filing.year)
    for pair in pairs(filing, figure):
        if pair.year not in years:
            text = f"标着{pair.year}年，应为{years[0]}年和{years[1]}年"
            yield figure.finding(pair.name, text, "改正年份")
        elif pair.is_swapped:
            other = years[0] + years[1] - pair.year
            text = (
                f"{pair.name}画的是{_shown(pair.value)}，那是{other}年的数，"
                f"{pair.year}年应为{_shown(pair.own)}"
            )
            yield figure.finding(pair.name, text, "把两年的数对调", computed=_shown(pair.own))


@rule(
    "D12",
    "图由数据生成",
    Severity.INFO,
    "图上的数和标签都由填报的数据即时生成，不手填",
    why="手填的图在数据改动以后不会跟着变",
    cites=CITES,
)
def charts_come_from_the_data(subject: Subject) -> Iterator[Said]:
    """Traces of typing: parts of a fen, figures cut to two decimals, shares for amounts."""
    return each_apart(_typed_in(subject.filing, each) for each in drawn(subject))


def _typed_in(filing: Filing, figure: Drawn) -> Iterator[Said]:
    for series in figure.chart.series if figure.chart else ():
        if any(value.fen % 1 for value in series.values if value):
            text = f"“{series.name}”里有不是整分的数，像是手填或转存的"
            yield figure.finding(f"整分 {series.name}", text, AGAIN)
    for series in figure.series():
        yield from _typed_values(figure, series)
    for pair in pairs(filing, figure):
        if pair.agrees and pair.value != pair.own:
            text = f"{pair.name}只有两位小数，不是填报的数，像是手填的"
            yield figure.finding(f"小数 {pair.name}", text, AGAIN)


def _typed_values(figure: Drawn, series: Series) -> Iterator[Said]:
    chart = figure.chart
    if chart is None:
        return
    if isinstance(figure.plan, Structure) and drawn_shares(chart, series):
        yield figure.finding("占比", "画的是手填的占比，不是金额", AGAIN)
        return
    total = sum_of(exact(value) for value in series.values if value)
    for place, category in enumerate(chart.categories):
        value, label = series.values[place], label_of(chart, place)
        if value is not None and len(chart.series) == 1 and _differs(label, value, total):
            said = "、".join(each.shown for each in (label.amount, label.share) if each)
            text = f"“{category}”的标签写{said}，画的是{_shown(value)}"
            yield figure.finding(f"标签 {category}", text, "标签和图形用同一个数")


def _differs(label: Label, value: Money, total: Known) -> bool:
    """Whether a label and what is drawn beside it cannot be the same."""
    if label.amount and fit(label.amount.known, exact(value)) is not Fit.EQUAL:
        return True
    share = ratio(exact(value), total)
    return bool(label.share and share and fit(label.share.known, share) is Fit.IMPOSSIBLE)


def pairs(filing: Filing, figure: Drawn) -> Iterator[Pair]:
    """What a chart draws, each beside the filing's own; what it cannot be told of is left out."""
    if isinstance(figure.plan, Change):
        yield from _of_years(filing, figure, figure.plan)
    else:
        parts = figure.plan.parts(filing)
        for series in figure.series():
            yield from _of_parts(filing, figure, series, parts)


def _of_years(filing: Filing, figure: Drawn, plan: Change) -> Iterator[Pair]:
    before = plan.prior.of(spending.prior_year(filing))
    chart = figure.chart
    for place, series in enumerate(figure.series()):
        now = plan.side(series, place)(filing)
        own = {filing.year: (now, before), filing.year - 1: (before, now)}
        for column, value in enumerate(series.values):
            category = chart.categories[column] if chart else ""
            if year := year_in(category) or year_in(series.name):
                name = f"“{series.name}”{year}年"
                label = label_of(chart, column) if chart and len(chart.series) == 1 else None
                yield Pair(name, value, *own.get(year, (None, None)), year, label or NOTHING_SAID)


def _of_parts(
    filing: Filing, figure: Drawn, series: Series, parts: Mapping[str, Money]
) -> Iterator[Pair]:
    chart = figure.chart
    if chart is None:
        return
    known = {name: as_known(amount, filing.precision) for name, amount in parts.items()}
    whole, shares = sum_of(known.values()), drawn_shares(chart, series)
    for place, category in enumerate(chart.categories):
        name = part_named(category, parts)
        if name is None:
            continue
        own, label, due = parts[name], label_of(chart, place), ratio(known[name], whole)
        if shares:
            label = Label(label.amount, shares[place])
            yield Pair(f"“{category}”", own, own, label=label, share=due)
        else:
            yield Pair(f"“{category}”", series.values[place], own, label=label, share=due)


def _alike(value: Money | None, other: Money | None) -> bool:
    """Whether two amounts print the same."""
    return value is not None and other is not None and value.show() == other.show()


def _shown(value: Money | None) -> str:
    return "空" if value is None else f"{value.show()}万元"


def _unlike(
    figure: Drawn, pair: Pair, shown: str, due: str, what: str = "", grave: Severity | None = None
) -> Finding:
    drawn_one, own = f"图上的{what or '数'}", "按填报的数"
    operands = (Operand(drawn_one, shown, figure.name), Operand(own, due, "填报的数据"))
    message = f"{pair.name}{what}是{shown}，{own}应为{due}"
    about = f"{pair.name} {what}".strip()
    return figure.finding(
        about, message, AGAIN, operands=operands, computed=due, words=shown, severity=grave
    )


RULES: tuple[Rule, ...] = (
    charts_show_the_figures,
    years_show_their_own_figures,
    charts_come_from_the_data,
)
