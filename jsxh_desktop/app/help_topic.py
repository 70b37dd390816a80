"""From what the clerk is at to what the manual says of it: a field, and the article around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app.field_help import FieldHelp, field_help
from jsxh_desktop.app.help import Article, articles
from jsxh_desktop.app.pages import PAGES
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES

FIRST = "welcome"
INSTEAD = {"backups": "recovery", "new_year": "year", "new_unit": FIRST, "help": FIRST}
INSTEAD |= {"recycled": "history", "purge": "promises"}
"""Pages without an article of their own → the one that speaks of them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """An article and, where a field is asked about, the field with its help."""

    article: Article
    entry: Entry[Any] | None = None
    field: FieldHelp | None = None


def topic(asked: str) -> Topic:
    """What to show for the key of a page or `Entity.entry`; the first article for the unknown."""
    entry = _entry(asked)
    if entry is None:
        return Topic(_article(INSTEAD.get(asked, asked)))
    page = next((page.key for page in PAGES if entry.entity in page.holds), FIRST)
    return Topic(_article(page), entry, field_help(entry))


def _article(key: str) -> Article:
    known = {article.key: article for article in articles()}
    return known.get(key, known[FIRST])


def _entry(asked: str) -> Entry[Any] | None:
    entity, _, name = asked.partition(".")
    for known in (*SINGLES.values(), *LISTS.values()):
        if known.__name__ == entity:
            return next((entry for entry in entries(known) if entry.name == name), None)
    return None
