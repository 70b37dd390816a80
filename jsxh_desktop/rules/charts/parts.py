"""D04–D06, D11: a chart of parts closes, names parts there are, and shows no completion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jsxh_desktop.charts.chart import Chart, Series
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.money import added
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.charts.drawn_figures import Drawn, drawn, is_leftover
from jsxh_desktop.rules.charts.labels import drawn_shares, label_of
from jsxh_desktop.rules.charts.plan import Structure, part_named
from jsxh_desktop.rules.exactness import (
    HUNDREDTH_WAN,
    Fit,
    Known,
    as_known,
    fit,
    meet,
    number,
    ratio,
    rounded,
    sum_of,
)
from jsxh_desktop.rules.rule import Operand, Rule, Said, Severity, each_apart, rule, until_blank
from jsxh_desktop.rules.subject import Subject

CITES = "部门决算公开范本 图2、图3、图6、图7"
HUNDRED = number(100)
_OF_COMPLETION = re.compile(r"完成率|完成预算|完成全年预算|未完成|执行率")


def _structures(subject: Subject) -> Iterator[tuple[Drawn, Structure, Chart]]:
    for figure in drawn(subject):
        if isinstance(figure.plan, Structure) and figure.chart is not None:
            yield figure, figure.plan, figure.chart


@rule(
    "D04",
    "饼图闭合",
    Severity.ERROR,
    "各块金额之和等于总额，各块占比之和为100%（逐项四舍五入的尾差除外）",
    why="各块加起来不是整体，就有遗漏或者重复",
    cites=CITES,
)
def parts_make_up_the_whole(subject: Subject) -> Iterator[Said]:
    """The amounts against the filing's total, the shares against 100%."""
    for figure, plan, chart in _structures(subject):
        series = figure.series[0]
        yield from _shares_close(figure, chart, series)
        if drawn_shares(chart, series) is None:
            yield from until_blank(_amounts_close(figure, plan, series))


def _shares_close(figure: Drawn, chart: Chart, series: Series) -> Iterator[Said]:
    labels = [label_of(chart, place).share for place in range(len(chart.categories))]
    shares = drawn_shares(chart, series) or [share for share in labels if share]
    if len(shares) < len(chart.categories):
        return
    if sum(share.known.reads for share in shares) == HUNDRED.reads:
        return
    total = sum_of(share.known for share in shares)
    if fit(HUNDRED, total) is Fit.IMPOSSIBLE:
        said = "、".join(share.shown for share in shares)
        message = f"各块占比{said}，加起来不是100%"
        yield figure.finding("占比", message, "逐项核对占比", words=said)


def _amounts_close(figure: Drawn, plan: Structure, series: Series) -> Iterator[Said]:
    values = [value for value in series.values if value is not None]
    whole, total = added(figure.parts.values()), added(values)
    if whole == total:
        return
    drawn_total = sum_of(rounded(value.fen, HUNDREDTH_WAN) for value in values)
    if not meet(drawn_total, as_known(whole, figure.filing.precision)):
        shown, due = f"{total.show()}万元", f"{whole.show()}万元"
        yield figure.finding(
            "合计",
            f"各块合计{shown}，{plan.whole}是{due}",
            "核对缺了哪一块、多了哪一块",
            operands=(
                Operand("图上各块合计", shown, figure.name),
                Operand(plan.whole, due, "填报的数据"),
            ),
            computed=due,
        )


@rule(
    "D05",
    "饼图类别合法",
    Severity.ERROR,
    "图上的类别就是这一节的各构成项：不多出项目，不缺有数的项目",
    why="凭空多出的一块（例如“其他支出”）没有对应的支出",
    cites=CITES,
)
def parts_are_the_sections_own(subject: Subject) -> Iterator[Said]:
    """A category that is no part, and a part with money that is not drawn."""
    return each_apart(_categories(figure, chart) for figure, _, chart in _structures(subject))


def _categories(figure: Drawn, chart: Chart) -> Iterator[Said]:
    parts = figure.parts
    named = {category: part_named(category, parts) for category in chart.categories}
    for category, name in named.items():
        if name is None and not is_leftover(category):
            there = "、".join(part for part, amount in parts.items() if amount) or "无"
            message = f"里的“{category}”不是这一节的构成项，本年有数的是：{there}"
            yield figure.finding(category, message, "删去这一块，按构成项重画", words=category)
    for part, amount in parts.items():
        if amount and part not in named.values():
            message = f"缺“{part}”，本年是{amount.show()}万元"
            yield figure.finding(part, message, "补上这一块")


@rule(
    "D06",
    "完成率不作结构",
    Severity.ERROR,
    "结构图画的是各项金额，不是完成预算的比率和它的余数",
    why="完成率75%画成“占75%”，读的人会以为另有25%的支出",
    cites="部门决算公开范本 图7",
)
def no_completion_is_drawn_as_a_share(subject: Subject) -> Iterator[Said]:
    """By its words in every chart of parts; by its figures in 图7."""
    for figure, plan, chart in _structures(subject):
        for text in (*chart.categories, *chart.labels, *(each.name for each in chart.series)):
            if _OF_COMPLETION.search(text):
                message = f"画的是“{text}”，结构图应画各项金额"
                yield figure.finding(f"字样 {text}", message, "改画各项金额", words=text)
        if plan.number == 7:
            yield from until_blank(_completions(figure, chart))


def _completions(figure: Drawn, chart: Chart) -> Iterator[Said]:
    spent, precision = figure.filing.three_public, figure.filing.precision
    final = as_known(spending.three_public(spent), precision)
    done = ratio(final, as_known(spending.three_public_budget(spent), precision))
    if done is None:
        return
    for place, (category, share) in enumerate(_shares(figure, chart)):
        name = part_named(category, figure.parts)
        own = name and ratio(as_known(figure.parts[name], precision), final)
        true_share = own or number(0)
        rest = HUNDRED - done
        if fit(share, true_share) is Fit.IMPOSSIBLE and any(
            fit(share, rate) is Fit.EQUAL for rate in (done, rest)
        ):
            shown = f"{half_up(share.reads, 2).normalize():f}%"
            which = "完成预算的比率" if fit(share, done) is Fit.EQUAL else "完成率的余数"
            due = f"{half_up(true_share.reads, 2).normalize():f}%"
            message = f"“{category}”画的{shown}是{which}，它占“三公”经费的{due}"
            yield figure.finding(f"完成率 {place}", message, "改画三项支出的金额", computed=due)


def _shares(figure: Drawn, chart: Chart) -> Iterator[tuple[str, Known]]:
    """The share of each category: as drawn, as labelled, or by its value."""
    series = figure.series[0]
    total = sum(value.fen for value in series.values if value)
    drawn_ones = drawn_shares(chart, series)
    for place, (category, value) in enumerate(zip(chart.categories, series.values, strict=True)):
        label = label_of(chart, place).share
        if drawn_ones:
            yield category, drawn_ones[place].known
        elif label:
            yield category, label.known
        elif value and total:
            yield category, rounded(Fraction(value.fen * 100, total), Fraction(1, 100))


@rule(
    "D11",
    "单块饼图",
    Severity.INFO,
    "饼图至少有两块",
    why="只有一块的饼图等于一句话",
    cites=CITES,
)
def a_pie_has_more_than_one_slice(subject: Subject) -> Iterator[Said]:
    """Allowed, but a sentence says it better."""
    for figure, _, chart in _structures(subject):
        if len(chart.categories) == 1:
            message = f"只有“{chart.categories[0]}”一块"
            yield figure.finding("", message, "可以保留，也可以改用一句话说明")


RULES: tuple[Rule, ...] = (
    parts_make_up_the_whole,
    parts_are_the_sections_own,
    no_completion_is_drawn_as_a_share,
    a_pie_has_more_than_one_slice,
)
