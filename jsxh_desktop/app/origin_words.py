"""What a preview says of the figure under the pointer, and where a click on it leads."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from jsxh_desktop.app.origins import Origin
from jsxh_desktop.app.pages import BY_KEY, page_of
from jsxh_desktop.app.proof import Trace
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place

LONGEST = 16


class Lead(NamedTuple):
    """Words for a figure, the words that lead on, and the page and field they lead to."""

    words: str
    action: str = ""
    page: str = ""
    place: Place | None = None


def lead(filing: Filing, trace: Trace) -> Lead | None:
    """The likeliest field of what is pointed at; None where the words are the form's own."""
    if not trace.origins:
        return None
    first = trace.origins[0]
    place = first.place or Place(entries(first.entity)[0])
    page = page_of(filing, place)
    name = BY_KEY[page].name
    if first.year != filing.year:
        return Lead(f"{first.year} 年度 · {name} · {_said(first)}，在那一年里改")
    if not first.name:
        return Lead(f"{name} · 还没有填", "点击去填 →", page)
    if not first.value:
        return Lead(f"{name} · {_said(first)}", "点击去填 →", page, place)
    return Lead(f"{name} · {_together(trace)}", "点击去改 →", page, place)


def _together(trace: Trace) -> str:
    """The one field, the sum of one column, or how many fields it comes from."""
    first = trace.origins[0]
    if len(trace.origins) == 1 or first.value == trace.text:
        return _said(first)
    column = [
        each for each in trace.origins if (each.entity, each.name) == (first.entity, first.name)
    ]
    if len(column) > 1 and _sum(column) == _number(trace.text) is not None:
        return f"合计 {trace.text}"
    return f"{_said(first)} 等 {len(trace.origins)} 处"


def _sum(column: list[Origin]) -> Decimal | None:
    numbers = [_number(each.value) for each in column]
    return None if None in numbers else sum(filter(None, numbers), Decimal())


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _said(origin: Origin) -> str:
    """The field with its value: 收入决算数 161.94."""
    line = " ".join(origin.value.split())
    value = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    return f"{origin.label} {value}" if value else f"{origin.label} 待填"
