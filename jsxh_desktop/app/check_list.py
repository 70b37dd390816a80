"""Which findings are listed: by page, state, severity and what is searched for, and in groups."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.app.checkup import CheckUp, there
from jsxh_desktop.app.pages import BY_KEY, PAGES, page_of
from jsxh_desktop.app.pinyin import initials
from jsxh_desktop.domain.filing import Filing

ORDER = {page.key: place for place, page in enumerate(PAGES)}


class Tab(Enum):
    """What is listed at all."""

    HERE = "本页"
    ALL = "全部"
    OPEN = State.OPEN.value
    REVIEWED = State.REVIEWED.value
    CORRECTED = State.CORRECTED.value
    UNJUDGED = State.UNJUDGED.value
    PASSED = State.PASSED.value


class Wanted(NamedTuple):
    """A choice of the list; no severity is every one, no text is no search."""

    tab: Tab = Tab.ALL
    severity: Severity | None = None
    text: str = ""


def listed(rows: Sequence[Row], wanted: Wanted, page: str) -> tuple[Row, ...]:
    """What is asked for, this page first, in the order it came."""
    words = _plain(wanted.text).split()
    found = [
        row
        for row in rows
        if _is_under(row, wanted.tab, page)
        and wanted.severity in (None, row.severity)
        and all(_answers(row, word) for word in words)
    ]
    return tuple(sorted(found, key=lambda row: row.page != page))


def groups(found: Sequence[Row]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The rows by page in the order of the pages, under the name of each."""
    by_page = sorted(found, key=lambda row: ORDER.get(row.page, len(ORDER)))
    for page, rows in groupby(by_page, key=lambda row: row.page):
        yield (name_of(page), tuple(rows))


def tab_counts(rows: Sequence[Row], page: str) -> dict[Tab, int]:
    """How many rows stand under each tab."""
    return {tab: sum(_is_under(row, tab, page) for row in rows) for tab in Tab}


def ruled(filing: Filing, found: CheckUp) -> Iterator[Row]:
    """The rules that could not be judged, with why, and those that found nothing."""
    for verdict in found.unjudged:
        places = [place for each in verdict.unjudged for place in each.places]
        place = next((each for each in places if there(filing, each)), None)
        reason = "；".join(dict.fromkeys(each.reason for each in verdict.unjudged))
        rule = verdict.rule
        page = page_of(filing, place) if place else ""
        yield Row(
            rule.severity, page, f"{rule.id}　{rule.name}", reason, place, None, State.UNJUDGED
        )
    for rule in found.passed:
        said = f"{rule.id}　{rule.name}"
        yield Row(rule.severity, "", said, rule.holds, state=State.PASSED)


def name_of(page: str) -> str:
    """A page as a list names it."""
    return BY_KEY[page].name if page in BY_KEY else "其他"


def _is_under(row: Row, tab: Tab, page: str) -> bool:
    if tab in (Tab.HERE, Tab.ALL):
        return row.state is State.OPEN and (tab is Tab.ALL or row.page == page)
    return bool(row.state.value == tab.value)


def _answers(row: Row, word: str) -> bool:
    """By words, by the id of its rule, by the first letters of the sentence."""
    texts = [row.sentence, row.to_do, name_of(row.page)]
    if row.checked:
        rule = row.checked.rule
        if rule.id.casefold() == word:
            return True
        texts += [rule.name, row.checked.finding.where]
    if any(word in _plain(text) for text in texts):
        return True
    return word.isascii() and word.isalpha() and any(word in initials(text) for text in texts)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
