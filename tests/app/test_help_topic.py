"""Help opens at what the clerk is at: a field, a page, else the beginning."""

from __future__ import annotations

import pytest

from jsxh_desktop.app.help_topic import topic
from jsxh_desktop.app.pages import PAGES
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES
from jsxh_desktop.domain.three_public import ThreePublic


def test_a_field_comes_with_the_article_of_its_page() -> None:
    found = topic("ThreePublic.running")
    assert found.entry is ThreePublic.running
    assert found.field is not None
    assert found.article.key == "three_public"


@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_every_page_has_an_article_of_its_own(page: str) -> None:
    assert topic(page).article.key == page


@pytest.mark.parametrize("asked", ["", "nothing", "ThreePublic.nothing", "backups", "new_year"])
def test_there_is_always_something_to_read(asked: str) -> None:
    assert topic(asked).article.title


def test_every_field_finds_its_page() -> None:
    for entity in (*SINGLES.values(), *LISTS.values()):
        for entry in entries(entity):
            assert topic(f"{entity.__name__}.{entry.name}").article.key != "welcome"
