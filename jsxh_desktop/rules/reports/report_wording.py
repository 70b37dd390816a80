"""F12, F13, F14: what a template left behind, what was copied, what a report is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.rules.dictionaries import TEMPLATE_BLANKS, TEMPLATE_REMNANTS
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.reports.report_passages import called, placed
from jsxh_desktop.rules.rule import Correction, Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, sheets_of
from jsxh_desktop.rules.statements.section_lines import Section, lines
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.seldom import telling

ALIKE = 0.85
TITLES = {Passed.HEADING, Passed.PARAGRAPH}
SHORTEST = 40
"""Shorter texts are alike without being copied."""

_REMNANT = re.compile("|".join(map(re.escape, TEMPLATE_REMNANTS)))
_SENTENCE = re.compile(r"[^。\n]+")
_BLANK = re.compile(TEMPLATE_BLANKS)
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")


@rule(
    "F12",
    "模板提示语残留",
    Severity.ERROR,
    "文中没有模板里的填写提示，也没有没填的XX",
    why="提示语印进公开材料，一看就是没有改完",
    cites="部门决算公开范本；专项预算项目支出绩效自评报告提纲",
)
def nothing_of_the_template_is_left(subject: Subject) -> Iterator[Said]:
    for passage, _, found in telling(subject.wordings, hints):
        yield from placed(passage, (_left(passage, hint) for hint in found))


@lru_cache(maxsize=TEXTS)
def hints(text: str) -> tuple[str, ...]:
    """The hints of a template left in a text, one a sentence."""
    found = (_hint(sentence) for sentence in _SENTENCE.findall(plain(text)))
    return tuple(hint for hint in found if hint)


def _hint(sentence: str) -> str:
    """The first hint of a template in a sentence."""
    found = _REMNANT.search(sentence) or _BLANK.search(sentence)
    return found[0] if found and not _natural(sentence, found[0]) else ""


def _natural(sentence: str, hint: str) -> bool:
    """Words of a template that a unit says of itself as well."""
    if hint.startswith("针对"):
        return bool(_OF_ONESELF.search(sentence))
    return hint.endswith("三定方案") and "职能参照" not in sentence


_OF_ONESELF = re.compile("我|本单位|本部门|已|将|整改|加强|制定")


def _left(passage: Passage, hint: str) -> Finding:
    return Finding(
        message=f"留有模板的填写提示“{hint}”",
        to_do="删去提示，写本单位的内容",
        about=hint,
        words=hint,
        correction=_without(passage, hint),
    )


def _without(passage: Passage, hint: str) -> Correction | None:
    """The typed text without the brackets that hold nothing but the hint."""
    if passage.place is None:
        return None
    for bracket in _BRACKETED.findall(passage.text):
        if hint in plain(bracket) and len(bracket) <= len(hint) + 2:
            text = passage.text.replace(bracket, "", 1).strip()
            put = Put(passage.place.entry, text, passage.place.key)
            return Correction(f"删去“{bracket}”", (put,))
    return None


# ---- F13 -----------------------------------------------------------------------------------


@rule(
    "F13",
    "结论照抄目标",
    Severity.WARNING,
    f"评价结论与绩效目标的相似度不超过{ALIKE * 100:.0f}%",
    why="结论照抄目标，等于没有说做得怎样",
    cites="专项预算项目支出绩效自评报告提纲 一（二）、五（一）",
)
def conclusions_are_not_the_goals(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    for report in filing.project_reports:
        place = Place(ProjectReport.conclusion, report.id)
        yield from _copied(
            f"{called(filing, report.project)}的自评报告",
            report.conclusion,
            report.goals,
            (place, Place(ProjectReport.goals, report.id)),
        )
    for sheet in sheets_of(subject):
        yield from sheet.once(_of_sheet)


def _of_sheet(sheet: ProjectSheet) -> tuple[Finding, ...]:
    expected = "\n".join(goal.expected for goal in sheet.goals)
    place = Place(Project.conclusion, sheet.project.id)
    name = f"{sheet.called}的自评表"
    return tuple(_copied(name, sheet.project.conclusion, expected, (place,)))


def _copied(
    where: str, conclusion: str, goals: str, places: tuple[Place, ...]
) -> Iterator[Finding]:
    if min(len(conclusion), len(goals)) < SHORTEST:
        return
    share = alike(conclusion, goals)
    if share > ALIKE:
        yield Finding(
            message=f"{where}的评价结论与绩效目标有{share * 100:.0f}%相同",
            to_do="写实际做了什么、达到多少，不照抄目标",
            about=where,
            where=f"{where} 评价结论",
            places=places,
            operands=(Operand("评价结论", conclusion[:20]), Operand("绩效目标", goals[:20])),
            words=conclusion[:20],
        )


@lru_cache(maxsize=128)
def alike(first: str, second: str) -> float:
    """How much two texts share, by their pairs of characters, from 0 to 1."""
    one, other = (_pairs(text) for text in (first, second))
    shared = sum((one & other).values())
    return 2 * shared / max(1, sum(one.values()) + sum(other.values()))


def _pairs(text: str) -> Counter[str]:
    bare = re.sub(r"[\W_]", "", text)
    return Counter(bare[start : start + 2] for start in range(len(bare) - 1))


# ---- F14 -----------------------------------------------------------------------------------

_QUOTED = re.compile(r"《([^《》]*(?:评价报告|自评报告))》")
_TITLED = re.compile(r"^(?:附件\d*[：:]?\s*)?(\d{4}年\S*(?:评价报告|自评报告)(?:（.*）)?)$")


@rule(
    "F14",
    "报告题名一致",
    Severity.WARNING,
    "正文引用的报告题名与附件的题名一个字不差，年度是本年度",
    why="题名对不上，读的人找不到所指的附件",
    cites="部门决算公开范本 第二部分（预算绩效管理情况）、第四部分",
)
def reports_are_called_by_their_titles(subject: Subject) -> Iterator[Said]:
    titles = _titles(subject)
    for passage in [x for x in (*subject.typed, *subject.printed) if "报告》" in x.text]:
        for quoted in _quoted(passage):
            if titles and quoted not in titles and _of_the_unit(subject, quoted):
                near = max(titles, key=lambda title: alike(title, quoted))
                yield from placed(passage, (_other_title(quoted, near),))
    yield from _not_referred_to(subject, titles)
    for title in titles:
        if not title.startswith(f"{subject.filing.year}年"):
            yield Finding(
                message=f"附件题名是“{title}”，本年度是{subject.filing.year}年",
                to_do=f"改成{subject.filing.year}年",
                about="附件题名的年度",
                where="第四部分 附件",
                words=title,
                severity=Severity.ERROR,
            )


def _not_referred_to(subject: Subject, titles: tuple[str, ...]) -> Iterator[Finding]:
    """The report on the whole unit, where the section on performance does not lead to it."""
    found = lines(subject, Section.PERFORMANCE)
    whole = next((title for title in titles if "整体" in title), "")
    if found and whole and "整体" not in "".join(line.text for line in found):
        yield Finding(
            message=f"这一节没有提到附件《{whole}》",
            to_do=f"补写部门整体开展绩效自评，《{whole}》见附件",
            about="没有提到部门整体绩效评价报告",
            where=found[0].passage.where,
            words=found[0].passage.text,
        )


def _quoted(passage: Passage) -> Iterator[str]:
    """The reports a text refers to; of a printed one those that no field refers to."""
    for found in _QUOTED.finditer(passage.text):
        if not passage.own or passage.own[found.start()] != "\0":
            yield found[1]


def _titles(subject: Subject) -> tuple[str, ...]:
    """The titles reports are printed under."""
    found: list[str] = []
    for passage in subject.printed:
        if passage.kind in TITLES and passage.text.endswith("报告"):
            titled = _TITLED.match(passage.text.replace("\n", " "))
            found += [titled[1]] if titled else []
    return tuple(found)


def _of_the_unit(subject: Subject, quoted: str) -> bool:
    """Whether a quoted report is one of the unit's own: of its year, or called by its name."""
    organization = subject.filing.organization
    names = [name for name in (organization.short_name, organization.full_name) if name]
    return quoted.startswith(f"{subject.filing.year}年") or any(name in quoted for name in names)


def _other_title(quoted: str, title: str) -> Finding:
    return Finding(
        message=f"引用的是《{quoted}》，附件题名是《{title}》",
        to_do="改成与附件一样的题名",
        about=title,
        operands=(Operand("引用", f"《{quoted}》"), Operand("附件", f"《{title}》")),
        computed=title,
        words=quoted,
    )


RULES = (
    nothing_of_the_template_is_left,
    conclusions_are_not_the_goals,
    reports_are_called_by_their_titles,
)
