"""C35, C38: what a sentence says of a whole and of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.money import FEN_IN
from jsxh_desktop.rules.per_subject import TYPED, judged_while_same
from jsxh_desktop.rules.reading.amounts_told import in_wan
from jsxh_desktop.rules.reading.quantities import Quantity, plain, quantities
from jsxh_desktop.rules.reports.report_passages import placed
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject

OF_WHICH = "其中"
OVERLAPPING = {"人", "名", "人次"}
"""People are counted under several heads at once: members of the party, women."""

FAR_APART = 20
_SENTENCE = re.compile(r"[^。！？\n]+")
_CLAUSE = re.compile(r"[，,、；;]")
_NOT_ALL = re.compile(r"等|以上|主要|包括")
_PRICED = re.compile(
    r"(?P<count>\d+)(?P<unit>[单笔个家户项件])[，,]?(?:成交|合同|交易|投资|总)?金额(?:达到?|为|共)?"
    r"(?P<amount>\d+(?:\.\d+)?)(?P<scale>万元|亿元|元)"
)


@dataclass(frozen=True, slots=True)
class Split:
    """“18个，其中…2个、…16个”: a whole and parts of the same unit that follow each other."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    words: str


@rule(
    "C35",
    "构成和",
    Severity.ERROR,
    "“N个，其中甲A个、乙B个”：N等于A加B",
    why="总数和各项对不上，必有一个写错",
    cites="财库〔2021〕36号（数据真实、准确、完整）",
)
@judged_while_same(TYPED)
def parts_make_the_whole(subject: Subject) -> Iterator[Said]:
    for passage in [each for each in subject.typed if OF_WHICH in each.text]:
        for split in splits(passage.text):
            yield from placed(passage, _judged(split))


def _judged(split: Split) -> Iterator[Finding]:
    """More than the whole wants a look; less may be only what is worth telling."""
    footed = sum((part.number for part in split.parts), Fraction(0))
    whole, unit = split.whole, split.whole.unit
    more = footed > whole.number
    if footed == whole.number or (more and unit in OVERLAPPING):
        return
    shown = "＋".join(plain(part.number) for part in split.parts)
    yield Finding(
        message=f"“{whole.shown}”其中{shown}，合起来是{plain(footed)}{unit}",
        to_do="核对总数和各项哪个不对" if more else "核对有没有漏写的一项",
        about=f"{whole.label}（{unit}）",
        operands=(Operand("总数", whole.shown), Operand("各项相加", f"{shown}")),
        computed=f"{plain(footed)}{unit}",
        words=split.words,
        severity=Severity.WARNING if more else Severity.INFO,
    )


@lru_cache(maxsize=512)
def splits(text: str) -> tuple[Split, ...]:
    """Every clear split of a text: the nearest whole before 其中, at least two parts behind."""
    found = quantities(text)
    return tuple(
        split
        for sentence in _SENTENCE.finditer(text)
        for split in _in_sentence(text, *sentence.span(), found)
    )


def _in_sentence(text: str, start: int, end: int, found: tuple[Quantity, ...]) -> Iterator[Split]:
    position = text.find(OF_WHICH, start, end)
    while position >= 0:
        parts = _parts(text, position + len(OF_WHICH), end, found)
        units = {part.unit for part in parts}
        wholes = [each for each in found if start <= each.start and each.end <= position]
        if len(parts) > 1 and len(units) == 1 and all(part.exact for part in parts):
            same = [each for each in wholes if each.unit in units and each.exact]
            if same and not _NOT_ALL.search(text[position : parts[-1].end + 1]):
                yield Split(same[-1], tuple(parts), text[same[-1].start : parts[-1].end])
        position = text.find(OF_WHICH, position + 1, end)


def _parts(text: str, start: int, end: int, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The clauses behind 其中 that only count; none where the list goes on unclearly."""
    parts: list[Quantity] = []
    start += len(text[start:end]) - len(text[start:end].lstrip("：:，,"))
    while start < end:
        stop = _CLAUSE.search(text, start, end)
        close = stop.start() if stop else end
        within = [each for each in found if start <= each.start and each.end <= close]
        if len(within) != 1 or within[0].end != close:
            return () if within and parts and within[0].unit == parts[0].unit else tuple(parts)
        parts.append(within[0])
        start = close + 1
    return tuple(parts)


@rule(
    "C38",
    "异常比例",
    Severity.INFO,
    f"一部分与其余部分平均每单的金额相差不到{FAR_APART}倍",
    why="悬殊多半是某个数的单位或位数写错了",
    cites="财库〔2021〕36号（数据真实、准确、完整）",
)
@judged_while_same(TYPED)
def prices_are_alike(subject: Subject) -> Iterator[Said]:
    for passage in [each for each in subject.typed if OF_WHICH in each.text]:
        for sentence in _SENTENCE.findall(passage.text) if "金额" in passage.text else ():
            yield from placed(passage, _uneven(sentence))


@dataclass(frozen=True, slots=True)
class Deal:
    """So many deals of so much money together."""

    count: int
    fen: Fraction
    words: str

    @property
    def average(self) -> Fraction:
        return self.fen / self.count


def _uneven(sentence: str) -> Iterator[Finding]:
    told = list(_PRICED.finditer(sentence))
    if len(told) < 2 or OF_WHICH not in sentence[told[0].end() : told[1].start()]:
        return
    whole = _deal(told[0])
    for found in told[1:]:
        part = _deal(found)
        if found["unit"] != told[0]["unit"] or not 0 < part.count < whole.count:
            continue
        rest = Deal(whole.count - part.count, whole.fen - part.fen, "")
        cheap, dear = sorted((part.average, rest.average))
        if cheap > 0 and dear > FAR_APART * cheap:
            yield _apart(found["unit"], whole, part, rest)
            return


def _deal(found: re.Match[str]) -> Deal:
    fen = Fraction(Decimal(found["amount"])) * FEN_IN[found["scale"]]
    return Deal(int(found["count"]) or 1, fen, found[0])


def _apart(unit: str, whole: Deal, part: Deal, rest: Deal) -> Finding:
    each, others = (in_wan(deal.average) for deal in (part, rest))
    return Finding(
        message=(
            f"{part.words}，平均每{unit}{each}；其余{rest.count}{unit}{in_wan(rest.fen)}，"
            f"平均每{unit}{others}，相差很大"
        ),
        to_do="核对单数、金额和单位",
        about=f"每{unit}金额",
        operands=(Operand("总数", whole.words), Operand("其中", part.words)),
        computed=f"其余{rest.count}{unit}{in_wan(rest.fen)}",
        words=part.words,
    )


RULES = (parts_make_the_whole, prices_are_alike)
