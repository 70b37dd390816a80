"""E18, E22, E24, E25: an indicator is named after what it measures, and its value fits the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.rule import Correction, Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.classes import OF_BENEFIT
from jsxh_desktop.rules.sheets.costs import COSTS
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.subject import Subject

FRAMEWORK = "财预〔2020〕10号附件2 指标体系框架（参考）"

_SPEC = re.compile(
    r"\d+(?:\.\d+)?\s*(?:英寸|寸|吋|GB|TB|kW|千瓦|匹|毫米|mm|厘米|cm)"
    r"|\d+(?:\.\d+)?\s*[*×xX]\s*\d+(?:\.\d+)?|(?<![A-Za-z])P\d+(?:\.\d+)?"
)
_OF_QUALITY = re.compile(
    r"率|合格|达标|验收|符合|标准|质量|完好|准确|规范|优良|通过|满意|正常|稳定|安全|清晰|响应|小时|度$"
)
_COSTS_MONEY = re.compile(r"(?:费|费用|经费|资金)$")
_TIME_OR_PEOPLE = re.compile(r"\d[万千]?(?:人|名|人次|年|个月|月|天|日)$")
_AN_INPUT = re.compile(
    r"(?:目标\s*\d+\s*[：:])?[\u4e00-\u9fff]{0,16}(?:费|费用|经费|资金|投入)"
    r"(?:共|共计|约|为|不超过)?\d+(?:\.\d+)?[万亿]?元[。；;]?"
)
_MEASURABLE = re.compile(
    r"(?:率|度|比|比例|比重|占比|幅度|程度|数|数量|量|额|满意|水平|增长|下降)$"
)
_DOES = re.compile(
    r"(?:进一步|不断|持续|有效|有力|显著|切实)*(?:提高|提升|促进|推动|增强|改善|保障(?!性)|带动|弘扬|巩固|加强|优化|推进)"
)
_SATISFACTION = re.compile(r"满意[率度](?!调查|测评|问卷|评价|评议|回访)")
A_SENTENCE = 16


@rule(
    "E18",
    "质量指标语义",
    Severity.WARNING,
    "质量指标说的是合格率、达标率这些，不是设备的规格",
    why="规格买来就有，看不出质量好坏",
    cites=FRAMEWORK,
)
def quality_is_no_specification(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _specifications)


def _specifications(sheet: ProjectSheet) -> Iterator[Said]:
    for each in sheet.indicators:
        if each.category is not IndicatorClass.QUALITY:
            continue
        spec = _SPEC.search(unicodedata.normalize("NFKC", each.name))
        if spec and not _OF_QUALITY.search(each.name):
            yield _about_name(
                sheet,
                each,
                f"是规格（{spec[0]}），不是质量",
                "改成合格率、验收通过率这样的指标",
            )


@rule(
    "E22",
    "指标和值匹配",
    Severity.WARNING,
    "指标名是费用的，值不是人数或年数；目标写要做成什么，不写花多少钱",
    why="名和值不是一回事，这条指标就没有意义",
    cites=FRAMEWORK,
)
def names_fit_their_values(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _misfits)


def _misfits(sheet: ProjectSheet) -> Iterator[Said]:
    for each in sheet.indicators:
        value = each.target if each.target.endswith(each.unit) else each.target + each.unit
        costs = each.category not in COSTS and _COSTS_MONEY.search(each.name)
        if costs and _TIME_OR_PEOPLE.search(value):
            yield _about_name(
                sheet, each, f"是一笔钱，指标值却是“{value}”", "改指标名，写买到了什么或者做了什么"
            )
    for number, goal in enumerate(sheet.goals, 1):
        if _AN_INPUT.fullmatch(goal.expected.strip()):
            yield Finding(
                f"{sheet.called}的目标{number}“{goal.expected}”是要花的钱，不是要做成的事",
                "改成用这笔钱做成什么，或者删掉",
                about=f"目标{goal.id}",
                where=sheet.where,
                places=(Place(Goal.expected, goal.id),),
                words=goal.expected,
                severity=Severity.INFO,
            )


@rule(
    "E24",
    "定性指标给百分比",
    Severity.WARNING,
    "三级指标是一句描述的，指标值不写百分数",
    why="一句描述的百分之几没法衡量",
    cites=FRAMEWORK,
)
def a_description_has_no_percentage(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _percentages)


def _percentages(sheet: ProjectSheet) -> Iterator[Said]:
    for each in sheet.indicators:
        if each.category not in OF_BENEFIT or not (each.target + each.unit).endswith(("%", "％")):
            continue
        if _is_description(each.name):
            value = each.target if each.target.endswith(each.unit) else each.target + each.unit
            yield _about_name(
                sheet,
                each,
                f"是一句描述，指标值写{value}没法衡量",
                "改成能数的指标，或者指标性质选定性",
            )


def _is_description(name: str) -> bool:
    bare = name.strip().rstrip("。，；、,;等")
    if _MEASURABLE.search(bare):
        return False
    return bool(re.search(r"[，、。]", bare)) or len(bare) >= A_SENTENCE or bool(_DOES.match(bare))


@rule(
    "E25",
    "满意度归类",
    Severity.WARNING,
    "满意率、满意度放在满意度指标里",
    why="满意度有自己的分值，放在别处这一块就空了",
    cites=FRAMEWORK,
)
def satisfaction_has_its_own_class(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _satisfactions)


def _satisfactions(sheet: ProjectSheet) -> Iterator[Said]:
    own = IndicatorClass.SATISFACTION
    for each in sheet.indicators:
        if each.category in {None, own} or not _SATISFACTION.search(each.name):
            continue
        put = Put(Indicator.category, own, each.id)
        moved = Correction("移到满意度指标", (put,))
        yield Finding(
            f"{sheet.called}的“{each.name}”放在了{each.category}里",
            "移到满意度指标",
            about=f"指标{each.id}",
            where=sheet.where,
            places=(Place(Indicator.category, each.id), Place(Indicator.name, each.id)),
            words=each.name,
            # Where points are counted, those of two classes would have to move along.
            correction=None if sheet.form.scheme.scored else moved,
        )


def _about_name(sheet: ProjectSheet, each: Indicator, what: str, to_do: str) -> Finding:
    start = each.name if len(each.name) <= A_SENTENCE + 4 else f"{each.name[:A_SENTENCE]}……"
    return Finding(
        f"{sheet.called}的“{start}”{what}",
        to_do,
        about=f"指标{each.id}",
        where=sheet.where,
        places=(Place(Indicator.name, each.id), Place(Indicator.target, each.id)),
        words=each.name,
    )


RULES: tuple[Rule, ...] = (
    quality_is_no_specification,
    names_fit_their_values,
    a_description_has_no_percentage,
    satisfaction_has_its_own_class,
)
