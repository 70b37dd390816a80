"""D07–D10: leftovers, decimals, categories and units of a chart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.rules.charts.drawn_figures import Drawn, drawn, is_leftover
from jsxh_desktop.rules.charts.labels import Number, drawn_shares, label_of
from jsxh_desktop.rules.charts.plan import Change, year_in
from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passed

CITES = "部门决算公开范本 图1–图7"
UNIT = "万元"
AMOUNT_PLACES = 2
_OTHER_UNIT = re.compile(r"(?:单位[：:]\s*|[（(])(?:亿元|千元|元)(?=[）)]|$)")
_RATE = re.compile(r"\d+(?:\.(\d+))?\s*[%％]")


@rule(
    "D07",
    "残留默认数据",
    Severity.ERROR,
    "图上没有“系列1”“类别1”“第一季度”这样的默认名称和它们的数据",
    why="默认数据会和真数据一起印出来",
    cites=CITES,
)
def no_default_data_is_left(subject: Subject) -> Iterator[Said]:
    """In every chart of the document, whatever it shows."""
    for place, block in enumerate(subject.charts, 1):
        if block.chart is not None:
            where = block.caption or f"第{place}幅图"
            for name, values in _names(block.chart):
                if is_leftover(name):
                    yield _leftover(where, name, values)


def _names(chart: Chart) -> Iterator[tuple[str, list[Money | None]]]:
    """Every name in a chart, with the values that stand under it."""
    yield chart.title, []
    yield from ((label, []) for label in chart.labels)
    yield from ((series.name, list(series.values)) for series in chart.series)
    for place, category in enumerate(chart.categories):
        yield category, [series.values[place] for series in chart.series]


def _leftover(where: str, name: str, values: list[Money | None]) -> Finding:
    shown = "、".join(value.show() for value in values if value)
    message = f"{where}里留着默认数据“{name}”" + (f"（{shown}）" if shown else "")
    return Finding(message, "删去默认数据", f"{where} {name}", where, words=name)


@rule(
    "D08",
    "标签精度",
    Severity.WARNING,
    "图上占比的小数位与正文相同，金额两位小数；正好整数的占比可以不带小数",
    why="同一个数在图上和文中写法不同，看上去像两个数",
    cites=CITES,
)
def labels_have_the_decimals_of_the_text(subject: Subject) -> Iterator[Said]:
    """Amounts and shares of labels, and shares drawn as values."""
    places = _places_in_text(subject)
    for figure in drawn(subject):
        for name, number, wanted in _numbers(figure, places):
            if number.places != wanted:
                message = f"{name}{number.shown}是{number.places}位小数，正文是{wanted}位"
                yield figure.finding(name, message, "改成和正文一样的小数位", words=number.shown)


@while_same(PRINT, lambda subject: subject.pack)
def _places_in_text(subject: Subject) -> int:
    """The most decimals a rate has in the statements, else what the pack prints."""
    texts = (
        passage.own
        for passage in subject.printed
        if passage.part == "statements" and passage.kind is Passed.PARAGRAPH
    )
    found = [len(rate[1] or "") for text in texts for rate in _RATE.finditer(text)]
    return max(found, default=0) or subject.pack.percent_places


def _numbers(figure: Drawn, places: int) -> Iterator[tuple[str, Number, int]]:
    """What a number is called, the number, and how many decimals it should have."""
    chart = figure.chart
    if chart is None:
        return
    series = figure.series[0]
    total = added(value for value in series.values if value)
    for place, (category, value) in enumerate(zip(chart.categories, series.values, strict=True)):
        label = label_of(chart, place)
        if label.amount:
            yield f"“{category}”的金额", label.amount, AMOUNT_PLACES
        if label.share and not label.share.is_bound:
            bare = not label.share.places and value is not None and _is_whole(value, total)
            yield f"“{category}”的占比", label.share, 0 if bare else places
    shares = drawn_shares(chart, series) or ()
    if len(shares) > 1:
        yield "的占比", max(shares, key=lambda share: share.places), places


def _is_whole(part: Money, total: Money) -> bool:
    """Whether a share is exact to the whole per cent and stands bare, as in the text."""
    return bool(total) and part.fen * 100 % total.fen == 0


@rule(
    "D09",
    "类别轴误用",
    Severity.WARNING,
    "柱状图的类别是年份，不是“增长8.6％”这样的话",
    why="类别轴写了别的话，读的人找不到哪根柱子是哪一年",
    cites=CITES,
)
def columns_stand_over_years(subject: Subject) -> Iterator[Said]:
    """Only what compares two years has to; a leftover is D07's."""
    for figure in drawn(subject):
        if isinstance(figure.plan, Change) and figure.chart is not None:
            for category in figure.chart.categories:
                if year_in(category) is None and not is_leftover(category):
                    message = f"的类别写成了“{category}”，应为年份"
                    yield figure.finding(category, message, "改成年份", words=category)


@rule(
    "D10",
    "零基线与单位",
    Severity.WARNING,
    "柱状图从0起，图上标“单位：万元”",
    why="不从0起的柱子会夸大变动，没有单位的数读不出大小",
    cites=CITES,
)
def charts_name_their_unit(subject: Subject) -> Iterator[Said]:
    """The unit of every chart; its axis begins at zero as it is drawn (charts/scale.py)."""
    for figure in drawn(subject):
        chart = figure.chart
        if chart is None:
            continue
        if chart.unit != UNIT:
            message = f"的单位是“{chart.unit or '空'}”，正文的金额以万元为单位"
            yield figure.finding("单位", message, "改成万元", words=chart.unit)
        for text in (figure.block.caption, chart.title, *(each.name for each in chart.series)):
            if found := _OTHER_UNIT.search(text):
                message = f"写着“{found[0]}”，正文的金额以万元为单位"
                yield figure.finding(f"单位 {text}", message, "改成万元", words=found[0])


RULES: tuple[Rule, ...] = (
    no_default_data_is_left,
    labels_have_the_decimals_of_the_text,
    columns_stand_over_years,
    charts_name_their_unit,
)
