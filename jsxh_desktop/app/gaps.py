"""What the document still waits for, each with the page and, where known, the field to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsxh_desktop.app.pages import page_of
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.expenditure import Variance
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing, attribute_of
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Block, Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks, compose

_GAP = re.compile(gap("(.+?)"))
_MORE = re.compile(r"等\d+项$|（.*$|；.*$")
WHOLE_PAGES = {
    "收入决算": "income",
    "支出决算（按功能分类）": "expenditure",
    "支出的资金来源": "expenditure",
    "项目支出": "expenditure",
    "基本支出决算（按经济分类）": "economic",
    "年初、年末结转和结余": "carryover",
    "结转和结余的资金来源": "carryover",
    "绩效指标": "projects",
    "政府采购支出": "other_matters",
}
"""What is asked for as a whole, not as one field."""
ENDINGS = {Variance.reason.label: "reasons", "的解释": "terms"}
"""What is asked for of one item among many: how the words of its gap end."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap: what is asked for, the page to fill it in on, the field where there is just one."""

    label: str
    page: str
    place: Place | None = None


def missing(filing: Filing, pack: Pack) -> tuple[Missing, ...]:
    """Every gap of the text once, in the order of the document."""
    return missing_in(filing, compose(filing, pack))


def missing_in(filing: Filing, parts: Iterable[PartBlocks]) -> tuple[Missing, ...]:
    """Every gap of the text of these parts once; tables say the same again."""
    labels: dict[str, None] = {}
    for part in parts:
        for block in part.blocks:
            labels.update(dict.fromkeys(_GAP.findall(_text(block))))
    return tuple(found for label in labels if (found := where(filing, label)))


def _text(block: Block) -> str:
    match block:
        case Cover():
            return "\n".join((*block.title, block.subtitle, block.closing))
        case Figure():
            return f"{block.caption}\n{block.note}"
        case Heading() | Paragraph() | Gap():
            return block.text
        case _:
            return ""


def where(filing: Filing, label: str) -> Missing | None:
    """Where the words of a gap are filled in; None where no field of the window is meant."""
    if label in WHOLE_PAGES:
        return Missing(label, WHOLE_PAGES[label])
    entry = _labelled().get(label) or _labelled().get(_MORE.sub("", label))
    if entry is None:
        pages = (page for ending, page in ENDINGS.items() if label.endswith(ending))
        return next((Missing(label, page) for page in pages), None)
    place = next(_blank(filing, entry), None)
    if place is None:
        return Missing(label, page_of(filing, Place(entry)))
    return Missing(label, page_of(filing, place), place)


def _blank(filing: Filing, entry: Entry[Any]) -> Iterator[Place]:
    """Where this entry is blank; a single record has one place only."""
    held = getattr(filing, attribute_of(entry.entity))
    if entry.entity not in LISTS.values():
        yield Place(entry)
        return
    yield from (Place(entry, record.id) for record in held if entry.of(record) in (None, ""))


@cache
def _labelled() -> dict[str, Entry[Any]]:
    """Entries by label; of two alike the one of a single record, which a gap is more likely of."""
    return {
        entry.label: entry
        for entity in (*reversed(LISTS.values()), *reversed(SINGLES.values()))
        for entry in entries(entity)
    }
