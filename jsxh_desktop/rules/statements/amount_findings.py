"""What to say of an amount in a text that is not the amount of the filing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import LISTS, Filing, attribute_of
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.totals import FINAL
from jsxh_desktop.rules.exactness import Fit, as_known, fit
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.mentions import Heard, Mention
from jsxh_desktop.rules.reading.named_amounts import OLD_EXPENDITURE, OLD_INCOME, Named
from jsxh_desktop.rules.reading.spoken import Amount, Span
from jsxh_desktop.rules.rule import Correction, Finding, Operand, Said, Severity, Unjudged
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage

CLOSE = 50_000
"""Fen by which two amounts may differ and still be told to be one, where the name is vague."""


def judged(
    subject: Subject, mentions: Iterable[Mention], severity: Severity | None = None
) -> Iterator[Said]:
    """Each mention that cannot be the figure it names; unjudged while none of them is stated."""
    for mention in mentions:
        if mention.last is not None:
            yield from _compared(subject, mention, severity)
        elif mention.heard.section and mention.amount.own_year:
            yield another_year(subject.filing, mention)


def _compared(subject: Subject, mention: Mention, severity: Severity | None) -> Iterator[Said]:
    filing = subject.filing
    worked_out: list[Money | NotStated] = []
    for figure in mention.figures:
        amount = _amount(subject, figure, last=bool(mention.last))
        if isinstance(amount, Money) and agrees(filing, mention.amount, amount):
            return
        worked_out.append(amount)
    known = [amount for amount in worked_out if isinstance(amount, Money)]
    if mention.last and mention.figures in {OLD_INCOME, OLD_EXPENDITURE}:
        if known and abs(mention.amount.value.reads - known[0].fen) <= CLOSE:
            yield wrong_amount(filing, mention, known, severity)
        return
    if len(known) == len(worked_out):
        yield wrong_amount(filing, mention, [*dict.fromkeys(known)], severity)
    elif mention.last and _of_this_year(subject, mention):
        yield another_year(filing, mention)
    elif not known and not (mention.last and not mention.figures[0].prior):
        yield Unjudged(f"{worked_out[0]}还没有填", places(filing, mention))


@per_subject
def _amounts(subject: Subject) -> dict[tuple[Named, bool], Money | NotStated]:
    """What figures were found to be."""
    del subject
    return {}


def _amount(subject: Subject, figure: Named, *, last: bool) -> Money | NotStated:
    known, key = _amounts(subject), (figure, last)
    if key not in known:
        try:
            known[key] = figure.last(subject.filing) if last else figure.now(subject.filing)
        except NotStated as missing:
            known[key] = missing
    return known[key]


def unknown(subject: Subject, mention: Mention) -> bool:
    """Whether nothing is stated of the figures a mention may mean."""
    return not any(
        isinstance(_amount(subject, figure, last=bool(mention.last)), Money)
        for figure in mention.figures
    )


def _of_this_year(subject: Subject, mention: Mention) -> bool:
    """Whether a statement tells this year's amount of last year."""
    if not mention.heard.section or not mention.amount.own_year:
        return False
    amounts = [_amount(subject, figure, last=False) for figure in mention.figures]
    return any(
        isinstance(amount, Money) and agrees(subject.filing, mention.amount, amount)
        for amount in amounts
    )


def agrees(filing: Filing, amount: Amount, worked_out: Money) -> bool:
    """Whether an amount reads as the one worked out does; 尾差 is none between two of one thing."""
    if amount.value.reads == worked_out.fen:
        return True
    return fit(amount.value, as_known(worked_out, filing.precision)) is Fit.EQUAL


def wrong_amount(
    filing: Filing, mention: Mention, amounts: list[Money], severity: Severity | None = None
) -> Finding:
    """An amount that should be another."""
    told = mention.heard
    name = told_name(filing, mention)
    written = words_at(told, mention.amount.span)
    right = shown(amounts[0], mention.amount.unit)
    return Finding(
        f"{name}写的是{written}，应为{right}",
        f"改成{right}",
        about=f"{key_of(told.passage)} {name}",
        where=told.passage.where,
        places=places(filing, mention),
        operands=(
            Operand(name, written, told.passage.where),
            Operand(name, right, "按填写的数计算"),
        ),
        computed=right,
        words=written,
        severity=severity,
        correction=corrected(told.passage, mention.amount.span, right)
        if len(amounts) == 1
        else None,
    )


def another_year(filing: Filing, mention: Mention) -> Finding:
    """An amount told of a year that it is not of."""
    told, name = mention.heard, mention.figures[0].name
    return Finding(
        f"{name}写成了{mention.year}年的，本年度是{filing.year}年",
        f"改成{filing.year}年",
        about=f"{key_of(told.passage)} {name}的年份",
        where=told.passage.where,
        operands=(
            Operand("写的年份", f"{mention.year}年", told.passage.where),
            Operand("本年度", f"{filing.year}年"),
        ),
        computed=f"{filing.year}年",
        words=f"{mention.year}年",
    )


def told_name(filing: Filing, mention: Mention) -> str:
    """The name of what is mentioned, with last year before it where it is last year's."""
    name = mention.figures[0].name
    if mention.figures in {OLD_INCOME, OLD_EXPENDITURE}:
        name = mention.amount.label or name
    return f"{filing.year - 1}年{name}" if mention.last else name


def shown(amount: Money, unit: str = "万元") -> str:
    """An amount with its unit."""
    return f"{amount.show(unit)}{unit}"


def words_at(told: Heard, span: Span) -> str:
    """The very words of a passage."""
    return told.passage.text[slice(*span)]


def key_of(passage: Passage) -> str:
    """What tells one text from the others, whatever its figures."""
    key = passage.place.key if passage.place else 0
    return f"{passage.where}{key or ''}"


def places(filing: Filing, mention: Mention) -> tuple[Place, ...]:
    """Where to look: the text where it is typed, and where the figure is entered."""
    figure = mention.figures[0]
    typed = (mention.heard.passage.place,) if mention.heard.passage.place else ()
    entries = figure.prior if mention.last and not filing.before else (figure.at or FINAL,)
    return (*typed, *(first_place(filing, entry) for entry in entries))


def first_place(filing: Filing, entry: Entry[Any]) -> Place:
    """The entry, in a list that of its first record."""
    held = getattr(filing, attribute_of(entry.entity))
    if entry.entity in LISTS.values():
        return Place(entry, held[0].id if held else 0)
    return Place(entry)


def corrected(passage: Passage, span: Span, right: str) -> Correction | None:
    """Put the right words into a typed text; nothing to put where it is printed."""
    if passage.place is None:
        return None
    start, end = span
    text = passage.text[:start] + right + passage.text[end:]
    put = Put(passage.place.entry, text, passage.place.key)
    return Correction(f"{passage.where}改成{right}", (put,))
