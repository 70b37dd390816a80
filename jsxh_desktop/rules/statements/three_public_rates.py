"""C17–C19: shares, completion and movement of “三公”经费 in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.exactness import Fit, Known, as_known, fit, ratio
from jsxh_desktop.rules.reading.plain_text import sentence_start
from jsxh_desktop.rules.reading.spoken import Amount, Share, Variance
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.by_section import of_section
from jsxh_desktop.rules.statements.section_figures import (
    Figure,
    meant,
    share_told,
    told,
    told_amounts,
)
from jsxh_desktop.rules.statements.section_lines import Line, Section, lines, sentences_of
from jsxh_desktop.rules.statements.three_public_figures import (
    ALL,
    BUDGET,
    PARTS,
    UNNAMED,
    WHOLE,
    Part,
)
from jsxh_desktop.rules.subject import Subject

CITES = "部门决算公开范本 第二部分 七、“三公”经费"
_UNPLANNED = re.compile(r"未安排(?:“?三公”?经费)?预算")
_BUDGET_GAP = re.compile("预算数?(?:为|是)?\0")
_NOTHING = re.compile(r"(?<!\d)0\.00万元")
_COMPARED = r"(?:与|比|较|同)(?:上年|去年|(?:19|20)\d\d年)"
_SIGNS = {"等于": 0, "小于": -1, "大于": 1}


def section(subject: Subject) -> tuple[Line, ...]:
    return lines(subject, Section.THREE_PUBLIC)


def _part(line: Line, amount: Amount | None) -> Part | None:
    found = meant(line, ALL, amount) if amount else None
    return next((part for part in (WHOLE, *PARTS) if part.figure is found), None)


def _known(filing: Filing, amount: Money) -> Known:
    return as_known(amount, filing.precision)


# ---- C17 ------------------------------------------------------------------------------------


@rule(
    "C17",
    "“三公”经费占比",
    Severity.ERROR,
    "每项占比等于这一项决算除以“三公”经费决算合计，不是完成预算的比率",
    why="完成率写成占比，读的人会以为其余部分是别的支出",
    cites=CITES,
)
@of_section(Section.THREE_PUBLIC, "three_public", "precision")
def shares_are_of_the_whole(subject: Subject) -> Iterator[Said]:
    """Each share whose part is known by its name, and the three of them beside each other."""
    yield from _listed(subject)
    yield from each_apart(
        _share(subject.filing, line, share, figure)
        for line in section(subject)
        for share in line.reading.shares
        if share.part and (not share.whole or "三公" in share.whole)
        if (figure := meant(line, ALL, share.part))
    )


def _listed(subject: Subject) -> Iterator[Said]:
    """Where a sentence sets the parts beside each other, all are there; somewhere one does."""
    found = section(subject)
    if "\0" in "".join(line.text for line in found):
        return
    for line in found:
        for sentence in sentences_of(line.text):
            there = [part for part in PARTS if part.word in sentence]
            zero = _NOTHING.search(sentence)
            if len(there) == len(PARTS) - 1 and ("占" in sentence or "决算中" in sentence):
                (left,) = (part for part in PARTS if part not in there)
                if zero or left.figure.amount(subject.filing):
                    name = left.figure.name
                    message = f"“三公”经费的构成里没有写{name}"
                    yield told(line, f"构成缺{name}", message, f"补写{name}和它的占比")
    shares = any(line.reading.shares for line in found)
    if found and not shares and WHOLE.figure.amount(subject.filing):
        message = "没有写各项占“三公”经费的比例"
        yield told(found[0], "没有占比", message, "补写每一项的金额和占比")


def _share(filing: Filing, line: Line, share: Share, figure: Figure) -> Iterator[Said]:
    whole = _known(filing, WHOLE.figure.amount(filing))
    due = ratio(_known(filing, figure.amount(filing)), whole)
    for found in share_told(line, f"{figure.name}占比", share.percent, due, figure.places):
        done = ratio(whole, _known(filing, WHOLE.planned(filing)))
        if done and fit(share.percent.value, done) is Fit.EQUAL:
            message = f"{found.message}（{found.words}是完成预算的比率）"
            yield replace(found, message=message)
        else:
            yield found


# ---- C18 ------------------------------------------------------------------------------------


@rule(
    "C18",
    "“三公”经费完成预算",
    Severity.ERROR,
    "完成率等于决算除以全年预算；总额写出预算数；等于、小于、大于预算数与数字相符",
    why="没有预算数，完成率无从核对",
    cites=CITES,
)
@of_section(Section.THREE_PUBLIC, "three_public", "precision")
def completion_is_of_the_budget(subject: Subject) -> Iterator[Said]:
    """The budget told, each completion, each comparison of 决算 and 预算."""
    filing, found = subject.filing, section(subject)
    yield from told_amounts(filing, found, (BUDGET, UNNAMED))
    yield from each_apart(_completed(filing, line) for line in found)
    yield from each_apart(_compared(filing, line) for line in found)
    yield from each_apart(_unplanned(filing, line) for line in found)
    for line in found:
        yield from _without_budget(line)


def _completed(filing: Filing, line: Line) -> Iterator[Said]:
    for completion in line.reading.completions:
        part = _part(line, completion.final)
        if part and not completion.base.startswith("年初"):
            final = _known(filing, part.figure.amount(filing))
            due = ratio(final, _known(filing, part.planned(filing)))
            name = f"{part.figure.name}完成预算的比率"
            yield from share_told(line, name, completion.percent, due, part.figure.places)


def _compared(filing: Filing, line: Line) -> Iterator[Said]:
    for variance in line.reading.variances:
        if part := _told_last(line, variance):
            final, planned = part.figure.amount(filing), part.planned(filing)
            sign = (final > planned) - (final < planned)
            if sign != _SIGNS[variance.word]:
                right = next(word for word, way in _SIGNS.items() if way == sign)
                message = (
                    f"{part.figure.name}写的是决算数{variance.word}预算数，"
                    f"决算{final.show()}万元、预算{planned.show()}万元，应为{right}"
                )
                yield told(
                    line,
                    f"{part.figure.name} 预决算",
                    message,
                    f"改成{right}预算数",
                    part.figure.places,
                    words=line.text[slice(*variance.span)],
                )


def _told_last(line: Line, variance: Variance) -> Part | None:
    """What a comparison is about: the part told last before it in its sentence."""
    start = sentence_start(line.text, variance.span[0])
    before = [
        part
        for amount in line.reading.amounts
        if start <= amount.span[0] < variance.span[0] and (part := _part(line, amount))
    ]
    return before[-1] if before else None


def _unplanned(filing: Filing, line: Line) -> Iterator[Said]:
    for found in _UNPLANNED.finditer(line.own):
        before = [amount for amount in line.reading.amounts if amount.span[1] <= found.start()]
        part = _part(line, before[-1]) if before else WHOLE
        if part and (planned := part.planned(filing)):
            message = f"{part.figure.name}写着“{found[0]}”，全年预算是{planned.show()}万元"
            yield told(
                line,
                f"{part.figure.name} 未安排预算",
                message,
                "写出完成预算的比率",
                part.figure.places,
                words=found[0],
            )


def _without_budget(line: Line) -> Iterator[Finding]:
    """The completion of the whole without its budget can only be worked back: a warning."""
    amounts = line.reading.amounts
    if _BUDGET_GAP.search(line.text) or any(meant(line, (BUDGET,), each) for each in amounts):
        return
    for completion in line.reading.completions:
        final, rate = completion.final, completion.percent.value.reads
        if final and _part(line, final) is WHOLE:
            shown = line.text[slice(*completion.percent.span)]
            message = f"“三公”经费只写完成预算{shown}，没有写预算数"
            if rate:
                back = final.value.reads * 100 / rate / FEN_IN["万元"]
                message += f"，倒推约{half_up(back, 2)}万元"
            to_do, grave = "写出全年预算数", Severity.WARNING
            yield told(
                line, BUDGET.name, message, to_do, BUDGET.places, words=shown, severity=grave
            )


# ---- C19 ------------------------------------------------------------------------------------


@rule(
    "C19",
    "“三公”经费同比",
    Severity.WARNING,
    "“三公”经费合计和每个分项都与上年比，写明增减或者持平",
    why="范本要求逐项说明增减，漏了就看不出变化",
    cites=CITES,
)
@of_section(Section.THREE_PUBLIC, "year")
def everything_is_compared_with_last_year(subject: Subject) -> Iterator[Said]:
    """Whatever is told is compared; whether the comparison is right, C02 to C04 say."""
    found = section(subject)
    text = "。".join(line.text for line in found)
    for part in (WHOLE, *PARTS):
        if part.word in text and not _is_compared(text, part):
            line = next(line for line in found if part.word in line.text)
            message = f"{part.figure.name}没有与上年比较"
            yield told(line, part.figure.name, message, "补写与上年相比的增减")


def _is_compared(text: str, part: Part) -> bool:
    """Whether a sentence names the part and compares it, before another part is named."""
    others = "|".join(each.word for each in PARTS if each is not part)
    return bool(re.search(rf"{part.word}(?:(?!{others})[^。])*?{_COMPARED}", text))


RULES: tuple[Rule, ...] = (
    shares_are_of_the_whole,
    completion_is_of_the_budget,
    everything_is_compared_with_last_year,
)
