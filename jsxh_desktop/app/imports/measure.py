"""What a form prints of an indicator's value, taken apart: nature, value and unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from jsxh_desktop.domain.entry import read_day, show_day
from jsxh_desktop.domain.terms import IndicatorNature

_SIGNS = {
    "≥": IndicatorNature.AT_LEAST,
    "≧": IndicatorNature.AT_LEAST,
    ">=": IndicatorNature.AT_LEAST,
    ">": IndicatorNature.MORE_THAN,
    "≤": IndicatorNature.AT_MOST,
    "≦": IndicatorNature.AT_MOST,
    "<=": IndicatorNature.AT_MOST,
    "<": IndicatorNature.LESS_THAN,
    "=": IndicatorNature.EQUAL,
}
_WIDTHS = str.maketrans({"＞": ">", "＜": "<", "＝": "="})
_SIGN = re.compile(r"\s*(>=|<=|[≥≧>≤≦<=])\s*")
_VALUE = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?(?:[万亿](?!元))?)\s*(\D.*|)", re.DOTALL)
_RANGE = re.compile(r"(\d[\d.]*\s*[~～至—-]+\s*\d[\d.]*)\s*(\D.*|)", re.DOTALL)


class Measure(NamedTuple):
    """A target or an actual value; `nature` is None where the text says none."""

    nature: IndicatorNature | None
    value: str
    unit: str = ""


def measured(text: str) -> Measure:
    """≥1万册 is at least 1万 of 册; 2021年12月30日前 a day; what is no number is said in words."""
    said = text.strip().translate(_WIDTHS)
    sign = _SIGN.match(said)
    nature = _SIGNS[sign[1]] if sign else None
    rest = said[sign.end() :] if sign else said
    try:
        return Measure(IndicatorNature.DAY, show_day(read_day(rest.replace("\n", ""))))
    except ValueError:
        pass  # most values are no days
    between = _RANGE.fullmatch(rest)
    if between and nature is None:
        return Measure(IndicatorNature.RANGE, between[1], between[2].strip())
    number = _VALUE.fullmatch(rest)
    if number:
        return Measure(nature, number[1].replace(",", ""), number[2].strip())
    return Measure(nature or IndicatorNature.QUALITATIVE, rest)


def nature_of(text: str) -> IndicatorNature | None:
    """指标性质 as a form with a column for it says it."""
    said = text.strip().translate(_WIDTHS)
    if said in _SIGNS:
        return _SIGNS[said]
    return next((nature for nature in IndicatorNature if nature == said), None)
