"""The words that follow from figures: one comparison decides direction, amount, rate and reason."""

from __future__ import annotations

from collections.abc import Callable

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import Money
from jsxh_desktop.narrative.block import Gap
from jsxh_desktop.narrative.wording import Amount, Wording, known, told, value

NOTHING = Money()
STILL = ("same", "near")


def share(words: Wording, part: Amount | Money, whole: Amount | Money, form: str = "share") -> str:
    """“，占…”: nothing of a whole of zero, nothing behind a part that is itself a gap."""
    amount, total = value(part), value(whole)
    if isinstance(amount, Gap):
        return ""
    if isinstance(total, Gap):
        return words.write(form, rate=total)
    return words.write(form, rate=words.percent(amount, total)) if total > NOTHING else ""


def change(words: Wording, form: str, now: Amount, before: Amount, **said: str) -> str:
    """How a figure moved since the year before, in one form of the pack (each, compared, than)."""
    both = known(lambda: (now(), before()))
    if isinstance(both, Gap):
        return words.write(f"{form}_unknown", missing=both, **said)
    this, last = both
    way, size = _way(this, last), abs(this - last)
    if way in STILL:
        return words.write(f"{form}_{way}", last=last, **said)
    rate = _rate(words, form, way, size, last)
    return words.write(f"{form}_{way}", last=last, amount=size, rate=rate, **said)


def moved(
    words: Wording, form: str, now: Amount, before: Amount, reason: Entry[str], **said: str
) -> str:
    """The change as a sentence; a figure that moved owes its reason (rule C14)."""
    text = words.write("sentence", text=change(words, form, now, before, **said))
    owed = known(lambda: owes_reason(now(), before()))
    undecided = isinstance(owed, Gap) and not reason.of(words.filing.reasons)
    if owed is False or undecided:
        return text
    return text + words.write("moved_because", reason=told(reason, words.filing.reasons))


def owes_reason(this: Money, last: Money) -> bool:
    """Whether a figure moved so far that the text says why."""
    return _way(this, last) not in STILL


def completion(words: Wording, final: Amount, budget: Amount) -> str:
    """“，完成全年预算的…”; no rate where nothing was planned (rule C13)."""
    spent, planned = known(final), known(budget)
    if isinstance(spent, Gap):
        return ""
    if isinstance(planned, Gap):
        return words.write("completion", rate=planned)
    if planned > NOTHING:
        return words.write("completion", rate=words.percent(spent, planned))
    return words.write("completion_unplanned") if planned == NOTHING else ""


def variance(words: Wording, final: Amount, budget: Amount, reason: Callable[[], str]) -> str:
    """“，决算数等于/小于/大于预算数”, with the reason it owes; nothing while a side is a gap."""
    both = known(lambda: (final(), budget()))
    if isinstance(both, Gap):
        return ""
    spent, planned = both
    if spent == planned:
        return words.write("variance_same")
    return words.write("variance_more" if spent > planned else "variance_less", reason=reason)


def _way(this: Money, last: Money) -> str:
    """The word for a movement; one too small for the printed decimals is no movement to explain."""
    if this == last:
        return "same"
    if abs(this - last).show() == NOTHING.show():
        return "near"
    return "more" if this > last else "less"


def _rate(words: Wording, form: str, way: str, size: Money, last: Money) -> str:
    """“，增长…%”; against nothing there is no rate, and none against a negative figure."""
    if last > NOTHING:
        return words.write(f"rate_{way}", rate=words.percent(size, last))
    return words.write(f"{form}_new") if last == NOTHING else ""
