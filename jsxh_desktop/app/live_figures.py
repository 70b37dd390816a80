"""The figures and gaps in what the program writes, each with the place it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from jsxh_desktop.app.comparisons import planned
from jsxh_desktop.app.gaps import where
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.expenditure import Budget
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import POSTS, STAFF
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.stated import NotStated, gap, of
from jsxh_desktop.narrative.wording import spoken

_LIVE = re.compile(
    f"(?P<gap>{gap('(?P<missing>[^〔〕]*)')})"
    r"|(?P<figure>-?\d[\d,]*(?:\.\d+)?(?:万元|元|%|人次|人|名|个(?!月)|分|批次|辆))"
)


@dataclass(frozen=True, slots=True)
class Live:
    """One figure or gap of a text: where in it, the page and field it is filled in on.

    A gap without a page is one the window has no field for.
    """

    start: int
    end: int
    page: str
    place: Place | None = None
    is_gap: bool = False


class Known(NamedTuple):
    """A figure as it is printed, and where it is filled in."""

    shown: str
    page: str
    place: Place | None


def live(filing: Filing, text: str, page: str) -> tuple[Live, ...]:
    """Every figure and gap of a text; `page` is where most figures of its section come from."""
    known = tuple(_known(filing))
    return tuple(_found(filing, match, known, page) for match in _LIVE.finditer(text))


def _found(filing: Filing, match: re.Match[str], known: tuple[Known, ...], page: str) -> Live:
    if match["gap"]:
        missing = where(filing, match["missing"])
        on, place = (missing.page, missing.place) if missing else ("", None)
        return Live(*match.span(), on, place, is_gap=True)
    figure = match["figure"]
    alike = [each for each in known if each.shown == figure]
    here = [each for each in alike if each.page == page]
    if here or alike:
        (best, *_) = here or alike
        return Live(*match.span(), best.page, best.place)
    return Live(*match.span(), "projects" if figure.endswith("个") else page)


def _known(filing: Filing) -> Iterator[Known]:
    """What the sentences say of the whole unit."""
    for page, figure, place in _figures(filing):
        try:
            yield Known(spoken(figure()), page, place)
        except NotStated:
            continue


def _figures(filing: Filing) -> Iterator[tuple[str, Callable[[], object], Place | None]]:
    initial = partial(totals.initial_budget, filing)
    yield "income", partial(totals.income, filing), None
    yield "income", partial(totals.grand_total, filing), None
    yield "expenditure", partial(totals.expenditure, filing), None
    yield "expenditure", initial, Place(Budget.initial_total)
    yield "expenditure", partial(planned, filing), None
    yield "expenditure", lambda: abs(planned(filing) - initial()), None
    if filing.before is None:
        prior = partial(of, PriorYear.total, filing.prior_year)
        yield "reasons", prior, Place(PriorYear.total)
    yield "organization", lambda: f"{spending.posts(filing.staffing)}名", Place(POSTS[0])
    yield "organization", lambda: f"{spending.staff(filing.staffing)}人", Place(STAFF[0])
    score = DepartmentReport.self_score
    yield (
        "department_report",
        lambda: f"{spoken(of(score, filing.department_report))}分",
        Place(score),
    )
