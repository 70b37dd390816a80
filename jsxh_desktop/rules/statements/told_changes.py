"""C02–C04: by how much, at which rate and in which direction a figure is said to have moved."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jsxh_desktop.domain.money import Money
from jsxh_desktop.rules.exactness import (
    Fit,
    Known,
    difference,
    fit_difference,
    fit_growth,
    growth,
)
from jsxh_desktop.rules.feasibility import feasible, is_rate, lies
from jsxh_desktop.rules.reading.comparisons import LESS, MORE, Comparison, comparisons
from jsxh_desktop.rules.reading.mentions import Heard, heard
from jsxh_desktop.rules.reading.spoken import Amount, Movement, Percent
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.statements.amount_findings import key_of, shown, words_at
from jsxh_desktop.rules.statements.shares import percent_shown
from jsxh_desktop.rules.subject import Subject

NEAR = Fraction(5)
"""Per cent up to which a movement may be called 基本持平."""

PRINTED = 5_000
"""Fen below which a movement prints as 0.00万元."""


@rule(
    "C02",
    "增减额",
    Severity.ERROR,
    "写的增减额等于本年数减上年数；只知道万元两位小数的，须在舍入能解释的范围内",
    why="增减额与两年的数对不上，公开后一减就看得出来",
    cites="部门决算公开01表、04表、05表",
)
def changes_are_told_right(subject: Subject) -> Iterator[Said]:
    for each in comparisons(subject):
        amount = each.movement.amount
        if amount and not amount.about and not each.derived:
            verdict = fit_difference(amount.value, each.now, each.last)
            if verdict is Fit.ROUNDING and each.known:
                verdict = fit_difference(amount.value, *each.known)
            if verdict is not Fit.EQUAL:
                yield _other_amount(each, amount, verdict)
            if verdict is Fit.ROUNDING and not _possible_together(each):
                yield _impossible_together(each)


@rule(
    "C03",
    "增减率",
    Severity.ERROR,
    "写的增减率等于增减额除以上年数；上年为零的不写百分比",
    why="增减率算错，说明写的变动就不成立",
    cites="部门决算公开01表、04表、05表",
)
def rates_are_told_right(subject: Subject) -> Iterator[Said]:
    for each in comparisons(subject):
        rate = each.movement.rate
        if rate and each.last.reads == 0:
            yield _rate_of_nothing(each, rate)
        elif rate and each.last.reads > 0:
            verdict = fit_growth(rate.value, each.now, each.last)
            if verdict is Fit.ROUNDING and each.known:
                verdict = fit_growth(rate.value, *each.known)
            if verdict is not Fit.EQUAL:
                yield _other_rate(each, rate, verdict)


@rule(
    "C04",
    "方向词",
    Severity.ERROR,
    "数增加了写增加、增长，减少了写减少、下降，没有变写持平；数字前不带负号",
    why="方向写反，意思就相反",
    cites="部门决算公开01表、04表、05表",
)
def directions_are_told_right(subject: Subject) -> Iterator[Said]:
    for told in heard(subject):
        for movement in told.reading.movements:
            yield from _against_itself(told, movement)
    for each in comparisons(subject):
        if not each.derived:
            yield from _other_direction(each)


def _possible_together(each: Comparison) -> bool:
    """Whether both amounts, the difference and the rate can be true at once."""
    amount, rate = each.movement.amount, each.movement.rate
    if not amount or not rate or each.last.reads <= 0:
        return True
    sign = 1 if each.now.reads >= each.last.reads else -1
    moved = {"now": sign, "last": -sign}
    known = (
        *lies({"now": 1}, each.now),
        *lies({"last": 1}, each.last),
        *lies(moved, abs(amount.value)),
    )
    rates = is_rate(abs(rate.value), moved, {"last": 1})
    return feasible((*known, *rates)) or not feasible(known)


def _impossible_together(each: Comparison) -> Finding:
    words = each.heard.passage.text[slice(*each.movement.span)]
    message = f"{each.name}的本年数、上年数、增减额和增减率，舍入怎么算也不能同时成立"
    to_do = "按元重新计算这四个数"
    return _finding(each, "四数", words, message, to_do, "")


def _other_amount(each: Comparison, amount: Amount, verdict: Fit) -> Finding:
    written = words_at(each.heard, amount.span)
    right = _wan(abs(difference(each.now, each.last)))
    rounding = verdict is Fit.ROUNDING
    tail = "，相差的是四舍五入的尾差" if rounding else ""
    return _finding(
        each,
        "增减额",
        written,
        f"{each.name}{amount.way}写的是{written}，{_wan(each.now)}与{_wan(each.last)}"
        f"相差{right}{tail}",
        f"可改成{right}，前后就能直接相减" if rounding else f"改成{right}",
        right,
        Severity.INFO if rounding else None,
    )


def _other_rate(each: Comparison, rate: Percent, verdict: Fit) -> Finding:
    written = words_at(each.heard, rate.span)
    moved = abs(each.now.reads - each.last.reads)
    right = percent_shown(100 * moved / each.last.reads, rate.places)
    rounding = verdict is Fit.ROUNDING
    tail = "，按元计算有可能相符" if rounding else ""
    return _finding(
        each,
        "增减率",
        written,
        f"{each.name}{rate.way}写的是{written}，由{_wan(each.last)}到{_wan(each.now)}"
        f"是{right}{tail}",
        f"按元核对，不符的改成{right}" if rounding else f"改成{right}",
        right,
        Severity.WARNING if rounding else None,
    )


def _rate_of_nothing(each: Comparison, rate: Percent) -> Finding:
    written, right = words_at(each.heard, rate.span), "上年无此项支出"
    message = f"{each.name}上年是0.00万元，不能写{rate.way}{written}"
    return _finding(each, "增减率", written, message, f"去掉百分比，写{right}", right)


def _against_itself(told: Heard, movement: Movement) -> Iterator[Finding]:
    """A sign before the figure, or one verb for the amount and the other for the rate."""
    figures = [each for each in (movement.amount, movement.rate) if each and each.way]
    for figure in figures:
        if figure.value.reads < 0:
            written = figure.way + words_at(told, figure.span)
            to_do = f"去掉负号，{figure.way}多少就写多少"
            yield _in_text(told, movement, f"“{written}”带了负号", to_do, written)
    if len({figure.way in MORE for figure in figures}) > 1:
        written = "、".join(figure.way for figure in figures)
        message = f"{movement.what}前后写了{written}，方向相反"
        yield _in_text(told, movement, message, "写成同一个方向", written)


def _in_text(told: Heard, movement: Movement, message: str, to_do: str, written: str) -> Finding:
    return Finding(
        message,
        to_do,
        about=f"{key_of(told.passage)} {movement.what}的方向",
        where=told.passage.where,
        places=(told.passage.place,) if told.passage.place else (),
        operands=(Operand("写的", written, told.passage.where),),
        words=written,
    )


def _other_direction(each: Comparison) -> Iterator[Finding]:
    """The verb against the sign of the difference."""
    movement, moved = each.movement, each.now.reads - each.last.reads
    way = movement.way or (movement.rate.way if movement.rate else "")
    right = "持平" if not moved else "增加" if moved > 0 else "减少"
    if _is_wrong(way, moved, each):
        message = f"{each.name}由{_wan(each.last)}到{_wan(each.now)}，应写{right}，写的是{way}"
        yield _finding(each, "方向", way, message, f"改成{right}", right)


def _is_wrong(way: str, moved: Fraction, each: Comparison) -> bool:
    if way in MORE:
        return moved <= 0
    if way in LESS:
        return moved >= 0
    if abs(moved) < PRINTED:
        return False
    if way.startswith("基本"):
        rate = growth(each.now, each.last)
        return rate is not None and abs(rate.reads) >= NEAR
    return True


def _finding(
    each: Comparison,
    kind: str,
    written: str,
    message: str,
    to_do: str,
    right: str,
    severity: Severity | None = None,
) -> Finding:
    where = each.heard.passage.where
    return Finding(
        message,
        to_do,
        about=f"{each.about}{kind}",
        where=where,
        places=each.places,
        operands=(
            Operand(f"写的{kind}", written, where),
            Operand("本年", _wan(each.now)),
            Operand(each.movement.base or "上年", _wan(each.last)),
        ),
        computed=right,
        words=written,
        severity=severity,
    )


def _wan(known: Known) -> str:
    return shown(Money(int(known.reads)))


RULES = (changes_are_told_right, rates_are_told_right, directions_are_told_right)
