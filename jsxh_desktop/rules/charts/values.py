"""D02, D03, D12: what a chart draws against the filing, year by year and part by part."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.charts.chart import Series
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.charts.drawn_figures import Drawn, drawn
from jsxh_desktop.rules.charts.labels import Label, Number, drawn_shares, label_of, reads_as
from jsxh_desktop.rules.charts.pairs import Pair, pairs
from jsxh_desktop.rules.charts.plan import Change, Structure
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
    return each_apart(_against_filing(each) for each in drawn(subject))


def _against_filing(figure: Drawn) -> Iterator[Said]:
    if figure.chart is None:
        note = figure.block.note
        if note and "待填" not in note and any(_figures(figure)):
            yield figure.finding("", f"没有画，写着“{note}”，但本年有数", "画出这张图")
        return
    found, before = pairs(figure), figure.filing.year - 1
    for pair in found:
        if pair.own is None and pair.value is not None and pair.year == before:
            yield Unjudged(f"{before}年的数还没有填", figure.places)
        elif pair.own is not None and not pair.agrees and not pair.is_swapped:
            yield _unlike(figure, pair, _shown(pair.value), _shown(pair.own))
        elif pair.own is not None:
            yield from _labelled(figure, pair, pair.own)
    if isinstance(figure.plan, Change):
        yield from _without_years(figure, figure.plan, found)


def _figures(figure: Drawn) -> list[Money]:
    if isinstance(figure.plan, Structure):
        return [*figure.parts.values()]
    return [side(figure.filing) for side in figure.plan.sides.values()]


def _labelled(figure: Drawn, pair: Pair, own: Money) -> Iterator[Said]:
    """The amount and the share that are printed, against what they should be."""
    amount, share = pair.label.amount, pair.label.share
    precision = figure.filing.precision
    if amount and fit(amount.known, as_known(own, precision)) is not Fit.EQUAL:
        yield _unlike(figure, pair, amount.shown, _shown(own), "标签")
    if not share or not pair.part or reads_as(share, own, added(figure.parts.values())):
        return
    whole = sum_of(as_known(part, precision) for part in figure.parts.values())
    due = ratio(as_known(own, precision), whole)
    if due is not None and (how := _share_fit(share, due)) is not Fit.EQUAL:
        grave = Severity.WARNING if how is Fit.ROUNDING else Severity.ERROR
        rate = f"{half_up(due.reads, 2).normalize():f}%"
        yield _unlike(figure, pair, share.shown, rate, "占比", grave)


def _share_fit(share: Number, due: Known) -> Fit:
    how = fit(share.known, due)
    return Fit.EQUAL if share.is_bound and how is Fit.ROUNDING else how


def _without_years(figure: Drawn, plan: Change, found: tuple[Pair, ...]) -> Iterator[Said]:
    """A year that should stand there and does not; where no year is told apart, D09 speaks."""
    now = figure.filing.year
    known = plan.prior.of(spending.prior_year(figure.filing)) is not None
    years = {pair.year for pair in found}
    for year in (now - 1, now) if known else (now,):
        if years and year not in years:
            yield figure.finding(f"{year}年", f"缺{year}年的数", AGAIN)
    if len(figure.series) < len(plan.sides) and years:
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
    return each_apart(_under_years(each) for each in drawn(subject))


def _under_years(figure: Drawn) -> Iterator[Said]:
    if not isinstance(figure.plan, Change):
        return
    years = (figure.filing.year - 1, figure.filing.year)
    for pair in pairs(figure):
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
    return each_apart(_typed_in(each) for each in drawn(subject))


def _typed_in(figure: Drawn) -> Iterator[Said]:
    for series in figure.block.chart.series if figure.block.chart else ():
        if any(value.fen % 1 for value in series.values if value):
            text = f"“{series.name}”里有不是整分的数，像是手填或转存的"
            yield figure.finding(f"整分 {series.name}", text, AGAIN)
    for series in figure.series:
        yield from _typed_values(figure, series)
    for pair in pairs(figure):
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
    total = added(value for value in series.values if value)
    for place, category in enumerate(chart.categories):
        value, label = series.values[place], label_of(chart, place)
        if value is not None and len(chart.series) == 1 and _differs(label, value, total):
            said = "、".join(each.shown for each in (label.amount, label.share) if each)
            text = f"“{category}”的标签写{said}，画的是{_shown(value)}"
            yield figure.finding(f"标签 {category}", text, "标签和图形用同一个数")


def _differs(label: Label, value: Money, total: Money) -> bool:
    """Whether a label and what is drawn beside it cannot be the same."""
    if label.amount and fit(label.amount.known, exact(value)) is not Fit.EQUAL:
        return True
    if not label.share or reads_as(label.share, value, total):
        return False
    share = ratio(exact(value), exact(total))
    return share is not None and fit(label.share.known, share) is Fit.IMPOSSIBLE


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
