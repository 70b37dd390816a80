"""E15, E16: first-level and second-level classes are those of the form, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.match import each_printed
from jsxh_desktop.rules.sheets.print import FIRST, GAP, SECOND, PrintedSheet, plain
from jsxh_desktop.rules.subject import Subject

OLD, NEW = "完成指标", "产出指标"
KNOWN = {OLD, NEW, "效益指标", "满意度指标", "成本指标"}
"""Every first-level name any year's form has."""

OF_BENEFIT = {
    IndicatorClass.ECONOMIC_BENEFIT,
    IndicatorClass.SOCIAL_BENEFIT,
    IndicatorClass.ECOLOGICAL_BENEFIT,
    IndicatorClass.SUSTAINED_IMPACT,
}
OF_OUTPUT = {IndicatorClass.QUANTITY, IndicatorClass.QUALITY, IndicatorClass.TIMELINESS}
FORM = "财预〔2020〕10号附件1《项目支出绩效自评表》"


@rule(
    "E15",
    "指标名合法",
    Severity.WARNING,
    "一级、二级指标都是这一年表样里的；“完成指标”是旧表的叫法，2020年起叫“产出指标”",
    why="指标名和表样不一致，会被要求重填",
    cites=FORM,
)
def classes_are_of_the_form(subject: Subject) -> Iterator[Said]:
    form = subject.pack.sheet
    if form.scheme.scored and any(group.name == OLD for group in form.classes):
        yield Finding(
            f"计分的自评表还用旧表的“{OLD}”",
            f"表样改用“{NEW}”",
            about="表样",
            where="自评表",
            words=OLD,
        )
    yield from each_sheet(subject, _strays)
    yield from each_printed(subject, _printed_names)


def _strays(sheet: ProjectSheet) -> Iterator[Said]:
    held = _held(sheet.form)
    for indicator in sheet.indicators:
        category = indicator.category
        if category is not None and category not in held:
            yield Finding(
                f"{sheet.called}的“{indicator.name}”选的是{category}，这一年的表里没有",
                "换一个二级指标",
                about=f"指标{indicator.id}",
                where=sheet.where,
                places=(Place(Indicator.category, indicator.id),),
                words=str(category),
            )


def _printed_names(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    names = {group.name for group in sheet.form.classes}
    for name in dict.fromkeys(plain(row.at(FIRST)) for row in printed.rows):
        if name in KNOWN - names:
            instead = f"“{NEW}”" if name == OLD else "、".join(f"“{each}”" for each in names)
            yield Finding(
                f"{sheet.called}的自评表里，一级指标印的是“{name}”，这一年的表里没有",
                f"改成{instead}",
                about=f"{sheet.about} 印出 {name}",
                where=sheet.where,
                places=(sheet.place,),
                words=name,
            )


@rule(
    "E16",
    "一级齐全",
    Severity.ERROR,
    "每个项目都有产出指标和效益指标；有服务对象的，还有满意度指标",
    why="缺一类指标，这一类的分就没有着落",
    cites="财预〔2020〕10号，财预〔2021〕101号",
)
def no_class_is_missing(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _missing)
    yield from each_printed(subject, _without_class)


def _missing(sheet: ProjectSheet) -> Iterator[Said]:
    if not sheet.indicators:
        raise NotStated("绩效指标")
    there = {each.category for each in sheet.indicators}
    for group in sheet.form.classes:
        members = {category for category, _ in group.members}
        if members & there:
            continue
        asked = None
        if IndicatorClass.SATISFACTION in members:
            asked = Severity.INFO
        elif members & (OF_OUTPUT | OF_BENEFIT):
            asked = Severity.ERROR
        if asked and None in there:
            raise NotStated("二级指标")
        if asked:
            yield _none_of(sheet, group.name, asked)


def _none_of(sheet: ProjectSheet, name: str, severity: Severity) -> Finding:
    advisable = severity is Severity.INFO
    return Finding(
        f"{sheet.called}没有{name}",
        f"有服务对象的，补一条{name}" if advisable else f"补上{name}",
        about=f"{sheet.about} {name}",
        where=sheet.where,
        places=tuple(Place(Indicator.category, each.id) for each in sheet.indicators[:1]),
        operands=(Operand(name, "0条"), Operand("全部指标", f"{len(sheet.indicators)}条")),
        severity=severity,
    )


def _without_class(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    """A printed second-level name that stands under no first-level one, or under another."""
    above = {name: group.name for group in sheet.form.classes for _, name in group.members}
    pairs = dict.fromkeys((plain(row.at(FIRST)), plain(row.at(SECOND))) for row in printed.rows)
    for first, second in pairs:
        due = above.get(second)
        if due is None or first.startswith(GAP) or second.startswith(GAP) or first == due:
            continue
        if first not in KNOWN or due == "效益指标":
            stands = f"上面是“{first}”" if first else "上面空着"
            yield Finding(
                f"{sheet.called}的自评表里，“{second}”{stands}，应为“{due}”",
                f"补上“{due}”",
                about=f"{sheet.about} 印出 {second}",
                where=sheet.where,
                places=(sheet.place,),
                words=first,
            )


def _held(form: Sheet) -> set[IndicatorClass]:
    return {category for group in form.classes for category, _ in group.members}


RULES: tuple[Rule, ...] = (classes_are_of_the_form, no_class_is_missing)
