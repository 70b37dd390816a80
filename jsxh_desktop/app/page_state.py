"""How far each page is filled in: 空, 填写中, 有错误, 完成, with its count."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING

from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.app.pages import PAGES, Page, is_economic
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, Filing, attribute_of
from jsxh_desktop.domain.frozen import frozen

if TYPE_CHECKING:
    from jsxh_desktop.app.gaps import Missing


class Progress(Enum):
    """What the sign in the navigation says."""

    EMPTY = "空"
    PARTLY = "填写中"
    WRONG = "有错误"
    DONE = "完成"
    SHOWS = ""


@frozen
class PageState:
    """One page: its progress, how much is filled of what is asked for, how much to look at."""

    progress: Progress
    filled: int = 0
    asked: int = 0
    errors: int = 0
    warnings: int = 0

    @property
    def count(self) -> str:
        """The words beside the name: 2 处, 3/5, or nothing."""
        if self.errors:
            return f"{self.errors} 处"
        return f"{self.filled}/{self.asked}" if self.progress is Progress.PARTLY else ""

    @property
    def words(self) -> str:
        """What the head of the page says: 19 项填了 18 项."""
        if not self.asked:
            return ""
        all_of_it = f"{self.asked} 项都填了"
        return all_of_it if self.filled == self.asked else f"{self.asked} 项填了 {self.filled} 项"


def states(filing: Filing, gaps: Iterable[Missing], rows: Iterable[Row]) -> dict[str, PageState]:
    """The state of every page by its key; what is accounted for does not count."""
    blank = Counter(each.page for each in gaps)
    found = Counter((each.page, each.severity) for each in rows if each.state is State.OPEN)
    return {
        page.key: dataclasses.replace(
            _state(filing, page, blank[page.key], found[page.key, Severity.ERROR]),
            warnings=found[page.key, Severity.WARNING],
        )
        for page in PAGES
    }


def progress(found: dict[str, PageState]) -> tuple[int, int]:
    """How many of the pages to fill in are done, and how many there are."""
    counted = [state for state in found.values() if state.progress is not Progress.SHOWS]
    return sum(state.progress is Progress.DONE for state in counted), len(counted)


def _state(filing: Filing, page: Page, blank: int, wrong: int) -> PageState:
    if page.icon:
        return PageState(Progress.SHOWS, errors=wrong)
    filled = _filled(filing, page)
    asked = filled + blank
    if wrong:
        return PageState(Progress.WRONG, filled, asked, wrong)
    if not filled:
        # Reasons and terms may well be complete without a word of the unit's own.
        done = not blank and page.key in {"reasons", "terms", "project_report"}
        return PageState(Progress.DONE if done else Progress.EMPTY, 0, asked)
    return PageState(Progress.PARTLY if blank else Progress.DONE, filled, asked)


def _filled(filing: Filing, page: Page) -> int:
    """Values of single records and rows of lists."""
    if page.key == "economic":
        return sum(is_economic(line) for line in filing.expenditure)
    if page.key == "expenditure":
        return sum(not is_economic(line) for line in filing.expenditure)
    count = 0
    for entity in page.holds:
        held = getattr(filing, attribute_of(entity))
        if entity in LISTS.values():
            count += len(held)
        else:
            count += sum(entry.of(held) not in (None, "") for entry in entries(entity))
    return count
