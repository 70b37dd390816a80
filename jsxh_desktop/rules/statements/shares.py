"""Shares in a text: each against the amounts it is of, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.totals import FINAL
from jsxh_desktop.rules.exactness import Fit, as_known, fit_ratio, sum_of
from jsxh_desktop.rules.reading.mentions import Heard, Mention
from jsxh_desktop.rules.reading.named_amounts import Named, named
from jsxh_desktop.rules.reading.spoken import Percent, Share
from jsxh_desktop.rules.rule import Finding, Operand, Severity
from jsxh_desktop.rules.statements.amount_findings import first_place, key_of, shown, words_at

WHOLE = Fraction(100)


def share_findings(
    filing: Filing, told: Heard, mentions: Iterable[Mention], whole: Named
) -> Iterator[Finding]:
    """Every share of a paragraph that is not its part of the whole; `whole` where none is named."""
    of_span = {mention.amount.span: mention.figures[0] for mention in mentions}
    for share in told.reading.shares:
        part = of_span.get(share.part.span) if share.part else None
        of = _whole(share, whole)
        if part and of:
            yield from _judged(filing, told, share, part, of)


def _whole(share: Share, whole: Named) -> Named | None:
    if not share.whole:
        return whole
    return next(iter(named(share.whole)), None)


def _judged(
    filing: Filing, told: Heard, share: Share, part: Named, whole: Named
) -> Iterator[Finding]:
    amount, total = part.now(filing), whole.now(filing)
    known = (as_known(each, filing.precision) for each in (amount, total))
    verdict = fit_ratio(share.percent.value, *known)
    if verdict is not Fit.EQUAL:
        yield _finding(filing, told, share.percent, (part, amount), (whole, total), verdict)


def percent_shown(rate: Fraction, places: int) -> str:
    """A rate as a finding tells it: bare where it is whole, else with one decimal at least."""
    if rate.denominator == 1:
        return f"{rate}%"
    return f"{half_up(rate, max(places, 1)):f}%"


def _finding(
    filing: Filing,
    told: Heard,
    percent: Percent,
    part: tuple[Named, Money],
    whole: tuple[Named, Money],
    verdict: Fit,
) -> Finding:
    (name, amount), (of, total) = part, whole
    written = words_at(told, percent.span)
    right = percent_shown(WHOLE * amount.fen / total.fen, percent.places)
    rounding = verdict is Fit.ROUNDING
    tail = "，按元计算有可能相符" if rounding else ""
    return Finding(
        f"{name.name}占比写的是{written}，{shown(amount)}除以{of.name}{shown(total)}"
        f"是{right}{tail}",
        f"按元核对，不符的改成{right}" if rounding else f"改成{right}",
        about=f"{key_of(told.passage)} {name.name}占比",
        where=told.passage.where,
        places=(first_place(filing, name.at or FINAL),),
        operands=(
            Operand(f"{name.name}占比", written, told.passage.where),
            Operand(name.name, shown(amount)),
            Operand(of.name, shown(total)),
        ),
        computed=right,
        words=written,
        severity=Severity.WARNING if rounding else None,
    )


def add_up(told: Heard, wrong: Sequence[Finding], parts: int) -> Iterator[Finding]:
    """A hint that shares which are all right do not add up to 100%: nothing to be changed."""
    shares = [share.percent for share in told.reading.shares]
    if not shares or wrong or len(shares) != parts or any(share.below for share in shares):
        return
    together = sum_of(share.value for share in shares)
    places = max(share.places for share in shares)
    explained = len(shares) * Fraction(1, 10**places) / 2
    if 0 < abs(together.reads - WHOLE) <= explained:
        right = percent_shown(together.reads, places)
        yield Finding(
            f"{parts}项占比相加是{right}，每一项都算得对，相差的是四舍五入的尾差",
            "不用改，不要为凑100%改动其中一项",
            about=f"{key_of(told.passage)} 占比合计",
            where=told.passage.where,
            operands=(Operand("占比合计", right, told.passage.where),),
            computed=right,
            severity=Severity.INFO,
        )
