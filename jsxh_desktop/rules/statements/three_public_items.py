"""C20, C22: every item of “三公”经费 is told, with its amount and its counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import BOUGHT, HELD, ThreePublic
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.by_section import of_section
from jsxh_desktop.rules.statements.left_out import left_out, owed_as
from jsxh_desktop.rules.statements.section_figures import told, told_counts, told_years
from jsxh_desktop.rules.statements.section_lines import Line, Section, lacks
from jsxh_desktop.rules.statements.section_sums import told_sum
from jsxh_desktop.rules.statements.three_public_figures import (
    DOMESTIC,
    FOREIGN,
    PARTS,
    RECEPTION,
    WHOLE,
)
from jsxh_desktop.rules.statements.three_public_rates import CITES, section
from jsxh_desktop.rules.subject import Subject

Counts = tuple[tuple[str, str, Callable[[], int], tuple[Place, ...]], ...]
DUE = {
    "因公出国（境）费": r"因公出国",
    "公务用车购置": r"公务用车购置",
    "公务用车运行维护费": r"公务用车(?:购置及)?运行",
    "公务用车保有量": r"(?:共有|保有)[^。]*?公务用车|公务用车[^。]*?保有",
    "国内公务接待": r"国内(?:公务)?接待",
    "外事接待": r"外事接待|外宾接待",
}
"""What has to be told, also where it is nothing."""

COUNTED: tuple[tuple[str, str, str, tuple[Entry[int | None], ...]], ...] = (
    (
        "因公出国（境）团组数和人数",
        r"因公出国",
        r"团组\d+[次个]|出国（境）(?:共)?\d+人",
        (ThreePublic.overseas_groups, ThreePublic.overseas_persons),
    ),
    ("更新购置公务用车数", r"公务用车购置支出", r"购置公务用车\d+辆", BOUGHT),
    ("公务用车购置费", r"公务用车运行维护费支出", r"公务用车购置(?:支出|费)", ()),
    ("公务用车运行维护费", r"公务用车购置支出", r"公务用车运行维护费", ()),
)
"""What has to be counted, or told apart, where the words before it are there; the counts of it."""

DUE_AMOUNTS = (WHOLE.figure, *(part.figure for part in PARTS), DOMESTIC, FOREIGN)
NOTHING = re.compile(r"未发生[^。]*三公|未安排[^。]*三公[^。]*未发生")
_KINDS = ("轿车", "越野车", "载客汽车")


@rule(
    "C20",
    "“三公”经费分项齐全",
    Severity.ERROR,
    "因公出国、公务用车（购置、运行、保有量）、公务接待（国内、外事）都写到，没有的写0；数与填报的一致",
    why="没有写和没有发生是两回事，读的人分不清",
    cites=CITES,
)
@of_section(Section.THREE_PUBLIC, "three_public", "precision", "year")
def every_item_is_told(subject: Subject) -> Iterator[Said]:
    """Items, amounts, counts, dates; and entries that cannot go together."""
    filing, found = subject.filing, section(subject)
    yield from each_apart(_entered(filing))
    text = "".join(line.text for line in found)
    if lacks(subject, Section.THREE_PUBLIC):
        yield Finding("没有“三公”经费这一节", "补上这一节", "整节", "第二部分")
    elif text and not _says_all(text):
        for name, words in DUE.items():
            if not re.search(words, text):
                yield told(found[0], name, f"没有写{name}", "补写，没有发生的写0")
        yield from _uncounted(filing.three_public, found[0], text)
        yield from left_out(subject, Section.THREE_PUBLIC, map(owed_as, DUE_AMOUNTS))
    yield from told_years(filing, found, "“三公”经费")
    for line in found:
        for sentence in line.sentences:
            yield from each_apart([_counts(filing, line, sentence)])


def _says_all(text: str) -> bool:
    """Whether it says that nothing was spent at all, and does not go on to the single items."""
    nothing = NOTHING.search(text)
    rest = text[nothing.end() :] if nothing else text
    return bool(nothing) and not any(re.search(words, rest) for words in DUE.values())


def _uncounted(spent: ThreePublic, line: Line, text: str) -> Iterator[Said]:
    for name, about, words, counts in COUNTED:
        known = all(count.of(spent) is not None for count in counts) and "\0" not in text
        if known and re.search(about, text) and not re.search(words, text):
            yield told(line, name, f"没有写{name}", "补写，没有发生的写0")


def _counts(filing: Filing, line: Line, sentence: str) -> Iterator[Said]:
    spent = filing.three_public
    if "出国" in sentence:
        yield from told_counts(line, sentence, _journeys(spent))
    if "公务用车" in sentence and "辆" in sentence:
        bought = "购置公务用车" in sentence
        name, parts = ("购置", BOUGHT) if bought else ("保有", HELD)
        yield from told_counts(line, sentence, _cars(spent, name, parts))
    if (ends := re.search(r"截至\d{4}年(\d{1,2})月", sentence)) and ends[1] != "12":
        yield told(line, "截至月份", f"写着“{ends[0]}”，应为12月", "改成12月", words=ends[0])


def _journeys(spent: ThreePublic) -> Counts:
    groups, persons = ThreePublic.overseas_groups, ThreePublic.overseas_persons
    return (
        (groups.label, r"团组(\d+)[次个]", lambda: of(groups, spent), (Place(groups),)),
        (persons.label, r"出国（境）(?:共)?(\d+)人", lambda: of(persons, spent), (Place(persons),)),
    )


def _cars(spent: ThreePublic, name: str, parts: tuple[Entry[int | None], ...]) -> Counts:
    places = tuple(map(Place, parts))
    whole = (
        f"{name}公务用车",
        r"(?:购置公务用车|共有公务用车|保有量为?|保有公务用车)(\d+)辆",
        lambda: spending.count(spent, *parts),
        places,
    )
    kinds = (
        (entry.label, rf"{kind}(\d+)辆", _entry_count(entry, spent), (Place(entry),))
        for kind, entry in zip(_KINDS, parts, strict=True)
    )
    return (whole, *kinds)


def _entry_count(entry: Entry[int | None], spent: ThreePublic) -> Callable[[], int]:
    return lambda: of(entry, spent)


def _entered(filing: Filing) -> Iterator[Iterator[Said]]:
    """Money without what it was spent on, as entered."""
    spent = filing.three_public
    yield _without(spent, ThreePublic.overseas, (ThreePublic.overseas_groups,))
    yield _without(spent, ThreePublic.overseas, (ThreePublic.overseas_persons,))
    yield _without(spent, ThreePublic.purchase, BOUGHT)


def _without(
    spent: ThreePublic, money: Entry[Money | None], counts: tuple[Entry[int | None], ...]
) -> Iterator[Said]:
    amount = money.of(spent)
    if amount and spending.count(spent, *counts) == 0:
        names = "、".join(count.label for count in counts)
        yield Finding(
            f"{money.label}有支出，{names}填的是0",
            "核对支出和数量",
            f"{money.label} {counts[0].label}",
            "“三公”经费",
            (Place(counts[0]), Place(money)),
            severity=Severity.WARNING,
        )


@rule(
    "C22",
    "国内接待与外事接待",
    Severity.ERROR,
    "国内公务接待加外事接待等于公务接待费",
    why="两项之和是公务接待费决算，要和“三公”表一致",
    cites=CITES,
)
@of_section(Section.THREE_PUBLIC, "three_public", "precision", "year")
def domestic_and_foreign_make_reception(subject: Subject) -> Iterator[Said]:
    """As the text tells them: entered, the sum is added and cannot be wrong."""
    yield from told_sum(section(subject), RECEPTION.figure, (DOMESTIC, FOREIGN))


RULES: tuple[Rule, ...] = (every_item_is_told, domestic_and_foreign_make_reception)
