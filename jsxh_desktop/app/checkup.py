"""The check-up of a filing: what every rule says of it, and what of that is accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jsxh_desktop.app.pages import page_of
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.domain.place import Place, record_at
from jsxh_desktop.domain.review import Review
from jsxh_desktop.rules.rule import Finding, Rule, Severity, Verdict

if TYPE_CHECKING:
    from jsxh_desktop.domain.pack import Pack

ORDER = tuple(Severity)
PAGES_OF_GROUPS = {"E": "projects", "F": "department_report"}
"""Where a finding without a place is shown, by the first letter of its rule; else the preview."""


class State(Enum):
    """What became of a finding, or how a rule stands that found nothing."""

    OPEN = "未处理"
    REVIEWED = "已核实"
    CORRECTED = "已改正"
    UNJUDGED = "无法判断"
    PASSED = "通过"


class Checked(NamedTuple):
    """One finding with the rule it breaks, the page and place it is put right at, and its state.

    `review` is the account given of it; where the figures have changed since, the state is open
    again and the account is shown as what it was.
    """

    rule: Rule
    finding: Finding
    page: str
    state: State
    review: Review | None = None
    place: Place | None = None

    @property
    def severity(self) -> Severity:
        return self.finding.severity or self.rule.severity

    @property
    def is_stale(self) -> bool:
        """Whether it was accounted for, and its figures have changed since."""
        return self.review is not None and self.state is State.OPEN

    @property
    def blocks(self) -> bool:
        """Whether 定稿 has to wait for it."""
        return self.severity is Severity.ERROR and self.state is State.OPEN


@frozen
class CheckUp:
    """What all rules say of one filing: findings worst first, and the verdict of each rule."""

    checked: tuple[Checked, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def passed(self) -> tuple[Rule, ...]:
        return tuple(verdict.rule for verdict in self.verdicts if verdict.passed)

    @property
    def unjudged(self) -> tuple[Verdict, ...]:
        """The rules that could not be judged, wholly or in part, with their reasons."""
        return tuple(verdict for verdict in self.verdicts if verdict.unjudged)

    def count(self, severity: Severity) -> int:
        """How many findings of one severity nobody has dealt with."""
        return sum(each.severity is severity and each.state is State.OPEN for each in self.checked)


def check_up(filing: Filing, pack: Pack) -> CheckUp:
    """Check everything that is entered and everything that would print."""
    from jsxh_desktop.app.book import document  # these bring all the wording and every rule
    from jsxh_desktop.rules.registry import check
    from jsxh_desktop.rules.subject import Subject

    return judged(filing, check(Subject(filing, pack, document(filing, pack))))


def judged(filing: Filing, verdicts: Iterable[Verdict]) -> CheckUp:
    """The verdicts on a filing beside the accounts it holds."""
    kept = tuple(verdicts)
    reviews = {(review.rule, review.about): review for review in filing.reviews}
    found = sorted(_checked(filing, kept, reviews), key=_rank)
    return CheckUp(tuple(found), kept)


def account(checked: Checked, reason: str, who: str, at: str) -> Review:
    """The account of a finding as it stands now; it holds as long as the figures do."""
    finding = checked.finding
    return Review(
        rule=checked.rule.id,
        about=about(finding),
        figures=finding.figures,
        finding=finding.message,
        reason=reason,
        who=who,
        at=at,
    )


def about(finding: Finding) -> str:
    """What tells a finding from the others of its rule, whatever its figures."""
    if finding.about:
        return finding.about
    places = (f"{place.entry.name}:{place.key}" for place in finding.places)
    return " ".join((finding.where, *places))


def _checked(
    filing: Filing, verdicts: Iterable[Verdict], reviews: Mapping[tuple[str, str], Review]
) -> Iterator[Checked]:
    for verdict in verdicts:
        for finding in verdict.findings:
            review = reviews.get((verdict.rule.id, about(finding)))
            holds = review is not None and review.figures == finding.figures
            state = State.REVIEWED if holds else State.OPEN
            place = next((each for each in finding.places if there(filing, each)), None)
            page = page_of(filing, place) if place else PAGES_OF_GROUPS.get(verdict.rule.id[0])
            yield Checked(verdict.rule, finding, page or "preview", state, review, place)


def there(filing: Filing, place: Place) -> bool:
    """Whether a place can be gone to: a record may be gone since."""
    return record_at(filing, place) is not None


def _rank(checked: Checked) -> tuple[bool, int]:
    """Open ones first, then the worst; within that in the order of the rules."""
    return checked.state is not State.OPEN, ORDER.index(checked.severity)
