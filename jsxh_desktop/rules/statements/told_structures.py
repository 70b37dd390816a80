"""C07, C08, C10, C11: what a total is made of, each part with its amount and its share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import without_suffix
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.rules.reading.mentions import Heard, Mention, Section, statements, told_of
from jsxh_desktop.rules.reading.named_amounts import EXPENDITURE, GENERAL_BUDGET, INCOME, Named
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.statements.amount_findings import first_place, judged, key_of, shown
from jsxh_desktop.rules.statements.left_out import left_out, not_compared, owed
from jsxh_desktop.rules.statements.shares import add_up, share_findings
from jsxh_desktop.rules.subject import Subject

CLASS = "（类）支出"
Parts = Callable[[Filing], Mapping[str, Money]]


@dataclass(frozen=True, slots=True)
class Structure:
    """A section that tells a total and its parts, by their names; none where it has no parts.

    `whole` is what shares are of; `total` is told and, where it is another, compared with the
    year before.
    """

    section: Section
    whole: Named
    total: Named
    parts: Parts | None = None


def tells(id_: str, name: str, holds: str, cites: str, structure: Structure) -> Rule:
    """The rule that a section tells its total, every part that has money, and right shares."""

    @rule(
        id_,
        name,
        Severity.ERROR,
        holds,
        why="金额或占比与表对不上，为凑100%改动一项也会被看出来",
        cites=cites,
    )
    def check(subject: Subject) -> Iterator[Said]:
        filing = subject.filing
        yield from left_out(subject, structure.section, [owed(structure.total)])
        if structure.total is not structure.whole:
            yield from not_compared(subject, structure.section, structure.total)
        for told in statements(subject, structure.section):
            mentions = [each for each in told_of(subject, told) if not each.last]
            yield from judged(subject, mentions)
            wrong = tuple(share_findings(filing, told, mentions, structure.whole))
            yield from wrong
            if structure.parts:
                parts = {name: part for name, part in structure.parts(filing).items() if part}
                yield from _missing(subject, told, mentions, parts)
                yield from _invented(filing, told, mentions)
                yield from add_up(told, wrong, len(parts))

    return check


def _missing(
    subject: Subject, told: Heard, mentions: list[Mention], parts: Mapping[str, Money]
) -> Iterator[Finding]:
    """Parts with money that the section leaves out while it tells others."""
    named = {figure.name for mention in mentions for figure in mention.figures}
    if named.isdisjoint(parts) or told.section is None:
        return
    section = "".join(each.passage.text for each in statements(subject, told.section))
    for name in (name for name in parts if without_suffix(name) not in section):
        right = shown(parts[name])
        yield Finding(
            f"构成里没有写{name}{right}",
            f"补上{name}{right}和它的占比",
            about=f"{key_of(told.passage)} 缺{name}",
            where=told.passage.where,
            places=(first_place(subject.filing, totals.FINAL),),
            operands=(Operand(name, right, "按填写的数计算"),),
            computed=right,
            words=told.passage.text,
        )


def _invented(filing: Filing, told: Heard, mentions: list[Mention]) -> Iterator[Finding]:
    """Classes the section tells that have no money, or that the year does not have."""
    known = {mention.amount.span for mention in mentions}
    for amount in told.reading.amounts:
        if amount.label.endswith(CLASS) and amount.span not in known and filing.functional.codes:
            start, end = amount.span
            written = told.passage.text[start:end]
            yield Finding(
                f"构成里写了{amount.label}{written}，表中没有这一类",
                "核对类的名称，没有的去掉",
                about=f"{key_of(told.passage)} 多{amount.label}",
                where=told.passage.where,
                places=(first_place(filing, totals.FINAL),),
                operands=(Operand(amount.label, written, told.passage.where),),
                words=amount.label,
            )


def _sources(filing: Filing) -> Mapping[str, Money]:
    return {source.value: amount for source, amount in totals.income_by_source(filing).items()}


def _kinds(filing: Filing) -> Mapping[str, Money]:
    return {kind.value: amount for kind, amount in totals.expenditure_by_kind(filing).items()}


def _classes(filing: Filing) -> Mapping[str, Money]:
    sums = totals.by_code(totals.general_budget_lines(filing), 3)
    return {filing.functional.name(code): amount for code, amount in totals.nonzero(sums)}


RULES = (
    tells(
        "C07",
        "收入占比",
        "本年收入合计和各项收入等于收入决算表，占比等于分项除以本年收入合计",
        "部门决算公开02表",
        Structure(Section.INCOME, INCOME, INCOME, _sources),
    ),
    tells(
        "C08",
        "支出结构占比",
        "本年支出合计和各类支出等于支出决算表，占比等于分项除以本年支出合计",
        "部门决算公开03表",
        Structure(Section.EXPENDITURE, EXPENDITURE, EXPENDITURE, _kinds),
    ),
    tells(
        "C10",
        "五（一）占比",
        "一般公共预算财政拨款支出等于表中数，占比等于它除以本年支出合计",
        "部门决算公开03表、05表",
        Structure(Section.GENERAL_TOTAL, EXPENDITURE, GENERAL_BUDGET),
    ),
    tells(
        "C11",
        "五（二）类级结构",
        "写到的类与表一致，各类金额等于表中数，占比逐项算得对，不为凑100%改动一项",
        "部门决算公开05表",
        Structure(Section.GENERAL_CLASSES, GENERAL_BUDGET, GENERAL_BUDGET, _classes),
    ),
)
