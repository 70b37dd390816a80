"""The labels beside slices and bars: the texts of the sheet's last column, one for each.

Word shows what the cells say now (a field since 2013), other programs the text as it is stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from jsxh_desktop.reports.word.chart_looks import EMPTY, LEADERS, LETTERS, RUN, rich, val
from jsxh_desktop.reports.word.markup import element, safe
from jsxh_desktop.reports.word.workbook import Column

_SINCE_2013 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_OF_LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_OF_RANGE = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def shown(*kinds: str) -> str:
    """What labels show of themselves."""
    return "".join(val(f"show{kind}", int(kind in kinds)) for kind in _SHOWN)


def labels(categories: Column, texts: Column, places: Sequence[str] = ()) -> str:
    """A label for each point; where there are places, at those and under the category's name."""
    named = bool(places)
    each = zip(categories.values, texts.values, places or [""] * len(texts.values), strict=True)
    return element(
        "c:dLbls",
        *(_label(place, *label, named=named) for place, label in enumerate(each)),
        EMPTY,
        LETTERS,
        val("dLblPos", "outEnd"),
        shown(),
        val("showLeaderLines", 1) + LEADERS if named else "",
        _extension(_OF_LABELS, element("c15:showDataLabelsRange", val=1)),
    )


def _label(number: int, name: str | None, text: str | None, place: str, *, named: bool) -> str:
    paragraphs = [_field(2 * number + 1, "CELLRANGE", text or "")]
    if named:
        paragraphs.insert(0, _field(2 * number + 2, "CATEGORYNAME", name or ""))
    linked = (element("c15:dlblFieldTable"), element("c15:showDataLabelsRange", val=1))
    return element(
        "c:dLbl",
        val("idx", number),
        place,
        rich(*paragraphs),
        val("dLblPos", "outEnd"),
        shown("CatName") if named else shown(),
        _extension(_OF_LABELS, *linked),
    )


def _field(number: int, kind: str, text: str) -> str:
    id_ = f"{{{number:08X}-0000-4000-8000-000000000000}}"
    return element("a:fld", RUN, element("a:t", safe(text)), id=id_, type=kind)


def label_range(texts: Column) -> str:
    """Where the texts of the labels are."""
    points = (
        element("c:pt", element("c:v", safe(text or "")), idx=place)
        for place, text in enumerate(texts.values)
    )
    cache = element("c15:dlblRangeCache", val("ptCount", len(texts.values)), *points)
    return _extension(
        _OF_RANGE, element("c15:datalabelsRange", element("c15:f", texts.range), cache)
    )


def _extension(uri: str, *inside: str) -> str:
    found = element("c:ext", *inside, uri=uri, **{"xmlns:c15": _SINCE_2013})
    return element("c:extLst", found)
