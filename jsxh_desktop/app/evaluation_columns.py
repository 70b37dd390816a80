"""The columns of the indicators of a sheet, what may stand in them and how it may be typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from jsxh_desktop.app.grid_layout import Align, Column, Pick
from jsxh_desktop.app.indicator_library import INSTEAD
from jsxh_desktop.app.offer import Offer
from jsxh_desktop.app.score_words import number
from jsxh_desktop.domain.attainment import BANDS, DEFAULTS
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet, SheetValue
from jsxh_desktop.domain.terms import Attainment, IndicatorClass, IndicatorNature

_CHOICES, _LEFT, _MIDDLE, _RIGHT = Pick.CHOICES, Align.LEFT, Align.CENTRE, Align.RIGHT

_CATEGORY = Column("指标类别", 106, Indicator.category, pick=_CHOICES, wrapped=True)
_NATURE = Column("性质", 46, Indicator.nature, align=_MIDDLE, pick=_CHOICES)
_UNIT = Column("单位", 74, Indicator.unit, align=_MIDDLE, pick=_CHOICES)
_TARGET = Column("指标值", 136, Indicator.target, align=_RIGHT, wrapped=True)
_ACTUAL = Column("完成值", 136, Indicator.actual, align=_RIGHT, wrapped=True)
_REASON = Column("偏差原因和改进措施", 170, Indicator.deviation_reason, stretch=True, wrapped=True)

SCORED = (
    _CATEGORY,
    Column("三级指标", 146, Indicator.name, wrapped=True),
    _NATURE,
    _TARGET,
    _UNIT,
    _ACTUAL,
    Column("达成情况", 80, Indicator.attainment, align=_MIDDLE, pick=_CHOICES),
    Column("系数", 46, Indicator.coefficient, align=_RIGHT),
    Column("分值", 48, Indicator.weight, align=_RIGHT),
    Column("得分", 56, Indicator.own_score, align=_RIGHT),
    _REASON,
)
UNSCORED = (
    _CATEGORY,
    Column("三级指标", 250, Indicator.name, wrapped=True),
    _NATURE,
    _TARGET,
    _UNIT,
    _ACTUAL,
    _REASON,
)
PRINTED: Mapping[Entry[Any], SheetValue] = MappingProxyType(
    {
        Indicator.weight: SheetValue.WEIGHT,
        Indicator.own_score: SheetValue.SCORE,
        Indicator.deviation_reason: SheetValue.REASON,
    }
)
"""What the forms call by different names: 分值 or 权重."""

NATURES = {
    IndicatorNature.AT_LEAST: "不少于",
    IndicatorNature.MORE_THAN: "多于",
    IndicatorNature.AT_MOST: "不超过",
    IndicatorNature.LESS_THAN: "少于",
    IndicatorNature.EQUAL: "正好是",
    IndicatorNature.QUALITATIVE: "用文字说，按达成情况给分",
    IndicatorNature.YES_NO: "做到没有",
    IndicatorNature.DAY: "在这一天之前",
    IndicatorNature.RANGE: "在两个数之间，如 80～100",
}
SIGNS = {
    ">=": IndicatorNature.AT_LEAST,
    "≧": IndicatorNature.AT_LEAST,
    "<=": IndicatorNature.AT_MOST,
    "≦": IndicatorNature.AT_MOST,
    "时间": IndicatorNature.DAY,
}
SHORT = {
    Attainment.REACHED: "达成",
    Attainment.PARTLY: "部分达成",
    Attainment.MISSED: "未达成",
}


def band_words(band: Attainment | None) -> str:
    """部分达成并具有一定效果：系数 0.6 到 0.8，空着按 0.7."""
    if band is None:
        return ""
    least, most = BANDS[band]
    usual = number(DEFAULTS[band])
    return f"{band}：系数 {number(least)} 到 {number(most)}，空着按 {usual}"


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """The columns of a form; one without scores has neither weights nor coefficients."""
    heads = sheet.heads()
    return tuple(_named(each, heads) for each in (SCORED if sheet.scheme.scored else UNSCORED))


def _named(column: Column, heads: Mapping[SheetValue, str]) -> Column:
    value = PRINTED.get(column.entry) if column.entry else None
    name = heads.get(value, "") if value else ""
    return replace(column, title=name) if name else column


def understood(entry: Entry[Any] | None, typed: str, sheet: Sheet) -> str:
    """What is meant by a text: 数量 is 数量指标, >= is ≥, 部分达成 the whole name of the band."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    if entry is Indicator.category:
        return _category(plain, sheet)
    if entry is Indicator.nature:
        return SIGNS.get(plain, plain)
    if entry is Indicator.attainment:
        return next((str(band) for band, short in SHORT.items() if plain == short), plain)
    return typed


def _category(plain: str, sheet: Sheet) -> str:
    """The class of a name as this form prints it, or of its beginning."""
    names = {name: category for category, name in _categories(sheet)}
    names |= {str(category): category for category in names.values()}
    for old, new in INSTEAD.items():
        if new in names.values():
            names.setdefault(str(old), new)
    if plain in names:
        return str(names[plain])
    begun = {category for name, category in names.items() if plain and name.startswith(plain)}
    return str(begun.pop()) if len(begun) == 1 else plain


def _categories(sheet: Sheet) -> Iterator[tuple[IndicatorClass, str]]:
    for group in sheet.classes:
        yield from group.members


def offered(column: Column, sheet: Sheet, filing: Filing) -> tuple[Offer, ...]:
    """What F4 lists in a column."""
    if column.entry is Indicator.category:
        return tuple(
            Offer(name, (name, group.name)) for group in sheet.classes for _, name in group.members
        )
    if column.entry is Indicator.nature:
        return tuple(Offer(nature, (nature, words)) for nature, words in NATURES.items())
    if column.entry is Indicator.attainment:
        return tuple(Offer(band, (SHORT[band], band_words(band))) for band in Attainment)
    if column.entry is Indicator.unit:
        units = dict.fromkeys(each.unit for each in filing.indicators if each.unit)
        return tuple(Offer(unit, (unit,), usual=True) for unit in units)
    return ()
