"""E10, E12: target and actual of an indicator can be compared, and where they part it says why."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry, read_day, show_day
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.scoring import owes_reason
from jsxh_desktop.domain.stated import NotStated, stated
from jsxh_desktop.domain.terms import IndicatorNature
from jsxh_desktop.rules.rule import Correction, Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_indicator, each_sheet
from jsxh_desktop.rules.sheets.match import each_printed
from jsxh_desktop.rules.sheets.print import REASON, PrintedSheet
from jsxh_desktop.rules.subject import Subject

IN_WORDS = {IndicatorNature.QUALITATIVE, IndicatorNature.YES_NO, IndicatorNature.DAY}
"""Natures whose values are no numbers."""

_MEASURED = re.compile(r"[+-]?\d+(?:\.\d+)?(?:亿|万)?(\D*)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LOOSELY = re.compile(r"及?以[上下内]|左右|余|以外")
_ALIKE = {"m2": "平方米", "平米": "平方米", "km": "公里", "千米": "公里", "小时": "时"}


@rule(
    "E10",
    "偏差必说明",
    Severity.ERROR,
    "没有完成、超过太多、比要求晚的指标，都写偏差原因",
    why="有偏差又没有原因，自评会被退回",
    cites="财预〔2020〕10号",
)
def a_deviation_is_explained(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _deviations)
    if subject.pack.sheet.scheme.scored:
        yield from each_printed(subject, _printed)


def _deviations(sheet: ProjectSheet) -> Iterator[Said]:
    return each_indicator(sheet, _deviation)


def _deviation(sheet: ProjectSheet, indicator: Indicator) -> Iterator[Said]:
    judged = indicator.nature is IndicatorNature.QUALITATIVE and indicator.attainment is None
    if judged and indicator.coefficient is None and not sheet.form.scheme.scored:
        return  # a form without scores asks for no 达成情况
    if indicator.deviation_reason or _as_planned(sheet, indicator):
        return
    if not owes_reason(indicator, sheet.form.scheme):
        return
    target, actual = _shown(indicator.target, indicator), _shown(indicator.actual, indicator)
    how, apart = _apart(indicator)
    yield Finding(
        f"{sheet.called}的“{indicator.name}”完成值{actual}，指标值{target}，{how}，没有写偏差原因",
        "写一句偏差原因",
        about=f"指标{indicator.id}",
        where=sheet.where,
        places=(
            Place(Indicator.deviation_reason, indicator.id),
            Place(Indicator.actual, indicator.id),
            Place(Indicator.target, indicator.id),
        ),
        operands=(Operand("完成值", actual), Operand("指标值", target)),
        computed=apart,
        words=indicator.actual,
    )


def _as_planned(sheet: ProjectSheet, indicator: Indicator) -> bool:
    """Whether the very target is the actual, and nothing but the two decides about points."""
    judged = indicator.attainment is not None or indicator.coefficient is not None
    return not (judged or sheet.form.scheme.satisfaction) and (
        bool(indicator.target) and indicator.target == indicator.actual
    )


def _apart(indicator: Indicator) -> tuple[str, str]:
    """How actual and target part, in words and as a figure where there is one."""
    if indicator.attainment is not None or indicator.coefficient is not None:
        return "没有全部达成", ""
    if indicator.nature is IndicatorNature.DAY:
        late = (read_day(indicator.actual) - read_day(indicator.target)).days
        return f"晚了{late}天", f"{late}天"
    if indicator.nature in {IndicatorNature.YES_NO, IndicatorNature.RANGE}:
        return "没有达到", ""
    target, actual = quantity(indicator.target, indicator), quantity(indicator.actual, indicator)
    if target <= 0 or actual == target:
        return "没有得满分", ""
    percent = f"{half_up(abs(actual / target - 1) * 100, 1):f}%"
    return f"{'多' if actual > target else '少'}了{percent}", percent


def _shown(value: str, indicator: Indicator) -> str:
    if indicator.nature is IndicatorNature.DAY:
        return show_day(read_day(value))
    return value if value.endswith(indicator.unit) else value + indicator.unit


def _printed(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    if not printed.has(REASON):
        yield Finding(
            f"{sheet.called}的自评表没有偏差原因，扣了分也没处说明",
            "换成这一年的表样",
            about=f"{sheet.about} 没有偏差原因",
            where=sheet.where,
            places=(sheet.place,),
        )


@rule(
    "E12",
    "可比性",
    Severity.ERROR,
    "指标值和完成值都认得出数，单位相同",
    why="两个值没法比，就不知道完成没有",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》",
)
def target_and_actual_compare(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _comparable)


def _comparable(sheet: ProjectSheet) -> Iterator[Said]:
    return each_indicator(sheet, _compares)


def _compares(sheet: ProjectSheet, indicator: Indicator) -> Iterator[Said]:
    if stated(indicator.nature, f"“{indicator.name}”的指标性质") in IN_WORDS:
        return
    for entry in (Indicator.target, Indicator.actual):
        if (value := entry.of(indicator)) and not _reads(value, indicator, entry):
            what = f"的{entry.label}写的是“{value}”，认不出数"
            place = Place(entry, indicator.id)
            yield _unlike(sheet, indicator, what, "改成数字，比如 100", place)
            return
    target = stated(indicator.target, f"“{indicator.name}”的指标值")
    actual = stated(indicator.actual, f"“{indicator.name}”的完成值")
    if target == actual:
        return
    one, other = _unit(target, indicator), _unit(actual, indicator)
    if one and other and one != other:
        what = f"的指标值按{one}算，完成值按{other}算，没法比"
        place = Place(Indicator.actual, indicator.id)
        yield _unlike(sheet, indicator, what, "改成同一个单位", place)


def _unlike(
    sheet: ProjectSheet, indicator: Indicator, what: str, to_do: str, place: Place
) -> Finding:
    words: str = place.entry.of(indicator)
    return Finding(
        f"{sheet.called}的“{indicator.name}”{what}",
        to_do,
        about=f"指标{indicator.id}",
        where=sheet.where,
        places=(place, Place(Indicator.target, indicator.id), Place(Indicator.unit, indicator.id)),
        operands=(
            Operand("指标值", indicator.target + indicator.unit),
            Operand("完成值", indicator.actual + indicator.unit),
        ),
        words=words,
        correction=_without_sign(indicator, place, words),
    )


def _without_sign(indicator: Indicator, place: Place, value: str) -> Correction | None:
    """≥95 under the sign ≥ says it twice: the number alone is right."""
    rest = value.removeprefix(indicator.nature or "")
    if not indicator.nature or rest == value or not _reads(rest, indicator, place.entry):
        return None
    return Correction(f"改成“{rest}”", (Put(place.entry, rest, indicator.id),))


def _reads(value: str, indicator: Indicator, entry: Entry[str]) -> bool:
    """Whether a value is a number, or two ends where a range is asked for."""
    if entry is Indicator.target and indicator.nature is IndicatorNature.RANGE:
        return len(_NUMBER.findall(value)) == 2
    try:
        quantity(value, indicator)
    except NotStated:
        return False
    return True


def _unit(value: str, indicator: Indicator) -> str:
    """The unit a value is counted in: behind its number, else the indicator's own."""
    unit = _folded(indicator.unit)
    if indicator.nature is IndicatorNature.RANGE:
        return unit
    found = _MEASURED.fullmatch(_folded(value).removesuffix(unit))
    tail = _LOOSELY.sub("", found[1]) if found else ""
    return _ALIKE.get(tail or unit, tail or unit)


def _folded(text: str) -> str:
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text))


RULES: tuple[Rule, ...] = (a_deviation_is_explained, target_and_actual_compare)
