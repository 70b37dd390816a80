"""All there is to know of one finding, as lines with a word before each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jsxh_desktop.app.check_model import Row, State
from jsxh_desktop.app.checkup import Checked, there
from jsxh_desktop.app.pages import BY_KEY, page_of
from jsxh_desktop.domain.filing import Filing, attribute_of
from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.rule import Operand

MOST_WAYS = 4
UNREAD = "没有读懂的内容"


WORDS = {
    State.CORRECTED: ("问题", "经过"),
    State.UNJUDGED: ("规则", "为什么"),
    State.PASSED: ("规则", "内容"),
}


def title(row: Row) -> str:
    """The rule by its id and name."""
    if row.checked:
        return f"{row.checked.rule.id} {row.checked.rule.name}"
    return UNREAD if row.state is State.OPEN else str(row.state.value)


def details(row: Row) -> Iterator[tuple[str, str]]:
    """Word and text of each line: what, where, both figures, the rule and what it rests on."""
    what, more = WORDS.get(row.state, ("问题", "怎么改"))
    yield what, row.sentence
    yield more, row.to_do
    if row.checked:
        yield from _details(row.checked)


def ways(filing: Filing, row: Row) -> tuple[tuple[str, Place], ...]:
    """Where to go for it, under the name of each field, the likeliest first."""
    found = row.checked.finding.places if row.checked else ()
    places = [each for each in dict.fromkeys(found) if there(filing, each)][:MOST_WAYS]
    labels = Counter(place.entry.label for place in places)
    return tuple((_name(filing, row, each, labels), each) for each in places)


def _name(filing: Filing, row: Row, place: Place, labels: Counter[str]) -> str:
    """The field, which one of several, and its page where that is another."""
    label, page = place.entry.label, page_of(filing, place)
    if labels[label] > 1 and place.key:
        records = getattr(filing, attribute_of(place.entry.entity))
        label += f" {1 + [each.id for each in records].index(place.key)}"
    return label if page == row.page else f"{label}（{BY_KEY[page].name}）"


def _details(checked: Checked) -> Iterator[tuple[str, str]]:
    finding, rule, review = checked.finding, checked.rule, checked.review
    yield "位置", finding.where
    for number, operand in enumerate(finding.operands):
        yield "" if number else "对比", _said(operand)
    yield "算出来", finding.computed
    yield "规则", rule.holds
    yield "为什么", rule.why
    yield "依据", rule.cites
    if review and checked.is_stale:
        yield "核实过", f"后来数变了；原来的说明是“{review.reason}”，{review.who} {review.at}"
    elif review:
        yield "已核实", f"{review.reason}　{review.who} {review.at}"


def _said(operand: Operand) -> str:
    origin = f"（{operand.origin}）" if operand.origin else ""
    return f"{operand.name} {operand.shown}{origin}"
