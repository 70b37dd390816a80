"""C32: how many subordinate units there are, by kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jsxh_desktop.domain.organization import Institution, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.rules.reading.headcounts import Count, counts, differs, footed, looked_at
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_passages import placed
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart, rule
from jsxh_desktop.rules.subject import Subject

NATURES = {
    "行政单位": UnitNature.ADMINISTRATIVE,
    "参照公务员法管理的事业单位": UnitNature.CIVIL_SERVICE_MANAGED,
    "参照公务员法管理事业单位": UnitNature.CIVIL_SERVICE_MANAGED,
    "参公事业单位": UnitNature.CIVIL_SERVICE_MANAGED,
    "参公单位": UnitNature.CIVIL_SERVICE_MANAGED,
    "其他事业单位": UnitNature.INSTITUTION,
}


_LEVEL = re.compile(r"财政([一二三])级预算单位|([一二三])级财政预算单位")
_BELOW = re.compile(r"下属(?:二级)?(?:预算)?单位(?:共有?|有|为)*(\d+)个")
_NATURE = re.compile(rf"({'|'.join(NATURES)})(?:共|有|为)?(\d+)个")


@rule(
    "C32",
    "机构数",
    Severity.ERROR,
    "下属二级预算单位数等于各类单位数之和，也等于填报的下属单位数",
    why="汇总范围说不清，决算数就说不清",
    cites="部门决算公开范本 第一部分 机构设置",
)
def units_add_up(subject: Subject) -> Iterator[Said]:
    for passage in looked_at(subject, "下属"):
        said = each_apart(_units(subject, told) for told in counts(passage.text, _BELOW, _NATURE))
        yield from placed(passage, said)
    yield from _units_named(subject)
    for passage in looked_at(subject, "级预算单位", "级财政预算单位"):
        yield from placed(passage, _level(subject, plain(passage.text)))


def _level(subject: Subject, text: str) -> Iterator[Finding]:
    entered, told = subject.filing.organization.level, _LEVEL.search(text)
    if entered and told and (told[1] or told[2]) != str(entered)[0]:
        yield Finding(
            message=f"写的是“{told[0]}”，预算级次填的是{entered}",
            to_do="核对预算级次",
            about="预算级次",
            places=(Place(Organization.level),),
            operands=(Operand("文中", told[0]), Operand("预算级次", str(entered))),
            words=told[0],
        )


def _units(subject: Subject, told: Count) -> Iterator[Said]:
    units = subject.filing.institutions
    yield from footed("下属单位", told, "个")
    if told.total != len(units):
        yield differs("下属单位数", told.total, len(units), "个", told.words)
    natures = Counter(of(Institution.nature, unit) for unit in units)
    told_of = Counter[UnitNature]()
    for name, number in told.parts.items():
        told_of[NATURES[name]] += number
    for nature in UnitNature:
        if told.parts and told_of[nature] != natures[nature]:
            yield differs(str(nature), told_of[nature], natures[nature], "个", told.words)


def _units_named(subject: Subject) -> Iterator[Finding]:
    """Where the units are listed, each of them is."""
    listing = [each for each in subject.printed if "二级预算单位包括" in each.text]
    if not listing:
        return
    first = subject.printed.index(listing[0])
    behind = "\n".join(
        each.text for each in subject.printed[first:] if each.part == listing[0].part
    )
    for unit in subject.filing.institutions:
        if unit.name not in behind:
            yield Finding(
                message=f"下属单位“{unit.name}”没有列在文中",
                to_do="补上这个单位，或在下属单位中删去",
                about=unit.name,
                where=listing[0].where,
                places=(Place(Institution.name, unit.id),),
            )


RULES = (units_add_up,)
