"""E07, E08, E09: 得分 and 总分 are what targets and actuals earn, or the unit says why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from jsxh_desktop.domain.attainment import BANDS
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.scoring import indicator_score
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import Attainment, IndicatorNature
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.conclusions import score_in, total
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_indicator, each_sheet
from jsxh_desktop.rules.sheets.match import each_scored
from jsxh_desktop.rules.sheets.points import said
from jsxh_desktop.rules.sheets.print import NAME, SCORE, TOTAL, PrintedSheet, figure, plain
from jsxh_desktop.rules.subject import Subject


@rule(
    "E07",
    "总分",
    Severity.ERROR,
    "总分等于执行率得分加各项指标得分",
    why="总分和明细对不上，自评结论就站不住",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》",
)
def the_total_is_the_sum_of_scores(subject: Subject) -> Iterator[Said]:
    return each_scored(subject, _concluded, _printed_total)


def _concluded(sheet: ProjectSheet) -> Iterator[Said]:
    score = score_in(sheet.project.conclusion)
    if score is not None and score != total(sheet):
        own = total(sheet)
        yield Finding(
            f"{sheet.called}的评价结论写的是{said(score)}，各项得分相加是{said(own)}",
            f"改成{said(own)}",
            about=f"{sheet.about} 评价结论",
            where=sheet.where,
            places=(Place(Project.conclusion, sheet.project.id),),
            operands=(Operand("评价结论", said(score)), Operand("各项得分相加", said(own))),
            computed=said(own),
        )


def _printed_total(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    if printed.total is None:
        yield Finding(
            f"{sheet.called}的自评表没有总分",
            "换成这一年的表样",
            about=f"{sheet.about} 没有总分",
            where=sheet.where,
            places=(sheet.place,),
        )
        return
    parts = [figure(printed.funds.get((TOTAL, SCORE), ""))]
    parts += [figure(row.at(SCORE)) for row in printed.rows]
    whole = figure(printed.total)
    added = sum((part[0] for part in parts if part), Decimal(0))
    if whole and None not in parts and whole[0] != added:
        yield Finding(
            f"{sheet.called}的自评表里总分是{said(whole[0])}，各项得分相加是{said(added)}",
            f"改成{said(added)}",
            about=f"{sheet.about} 印出",
            where=sheet.where,
            places=(sheet.place,),
            operands=(Operand("总分", said(whole[0])), Operand("各项得分相加", said(added))),
            computed=said(added),
            words=printed.total,
        )


@rule(
    "E08",
    "定量计分",
    Severity.WARNING,
    "定量指标的得分按完成值和指标值的比例算；本单位自定得分的，要写理由",
    why="自定的得分没有理由，复核时会按比例改回来",
    cites="财预〔2020〕10号",
)
def measured_indicators_earn_their_share(subject: Subject) -> Iterator[Said]:
    return each_scored(subject, _own_scores, _printed_scores)


def _own_scores(sheet: ProjectSheet) -> Iterator[Said]:
    return each_indicator(sheet, _own_score)


def _own_score(sheet: ProjectSheet, indicator: Indicator) -> Iterator[Said]:
    judged = indicator.nature is IndicatorNature.QUALITATIVE
    if judged or indicator.own_score is None or indicator.deviation_reason:
        return
    scheme = sheet.form.scheme
    worked_out = indicator_score(replace(indicator, own_score=None), scheme)
    own = half_up(indicator.own_score, scheme.places)
    if own != worked_out:
        yield Finding(
            f"{sheet.called}的“{indicator.name}”自定得分{said(own)}，"
            f"按完成值应得{said(worked_out)}，没有写理由",
            "写一句理由，或者不填自定得分",
            about=f"指标{indicator.id}",
            where=sheet.where,
            places=(
                Place(Indicator.deviation_reason, indicator.id),
                Place(Indicator.own_score, indicator.id),
            ),
            operands=(Operand("自定得分", said(own)), Operand("按完成值", said(worked_out))),
            computed=said(worked_out),
        )


def _printed_scores(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    """The printed score of each indicator whose name stands once on the sheet."""
    names = Counter(plain(each.name) for each in sheet.indicators)
    own = {plain(each.name): each for each in sheet.indicators if names[plain(each.name)] == 1}
    for row in printed.rows:
        found, indicator = figure(row.at(SCORE)), own.get(plain(row.at(NAME)))
        if found and indicator:
            yield from sheet.until_blank(_printed_score(sheet, indicator, found[0]))


def _printed_score(sheet: ProjectSheet, indicator: Indicator, score: Decimal) -> Iterator[Said]:
    worked_out = indicator_score(indicator, sheet.form.scheme)
    if score != worked_out:
        yield Finding(
            f"{sheet.called}的自评表里，“{indicator.name}”得分{said(score)}，"
            f"算出来是{said(worked_out)}",
            f"改成{said(worked_out)}",
            about=f"指标{indicator.id} 印出",
            where=sheet.where,
            places=(Place(Indicator.actual, indicator.id),),
            operands=(Operand("印出的得分", said(score)), Operand("得分", said(worked_out))),
            computed=said(worked_out),
            words=f"{score}",
        )


@rule(
    "E09",
    "定性三档",
    Severity.ERROR,
    "定性指标达成得80%到100%，部分达成得60%到80%（不含80%），未达成得60%以下",
    why="档次和得分对不上，得分没有依据",
    cites="财预〔2020〕10号",
)
def judged_indicators_stay_in_their_band(subject: Subject) -> Iterator[Said]:
    if subject.pack.sheet.scheme.scored:
        yield from each_sheet(subject, _judged)


def _judged(sheet: ProjectSheet) -> Iterator[Said]:
    return each_indicator(sheet, _in_band)


def _in_band(sheet: ProjectSheet, indicator: Indicator) -> Iterator[Said]:
    chosen = indicator.attainment
    if chosen is None and indicator.nature is not IndicatorNature.QUALITATIVE:
        return
    if indicator.own_score is not None and indicator.weight:
        share, entry = (
            Fraction(indicator.own_score) / Fraction(indicator.weight),
            Indicator.own_score,
        )
    elif indicator.coefficient is not None:
        share, entry = Fraction(indicator.coefficient), Indicator.coefficient
    else:
        stated(chosen, f"“{indicator.name}”的达成情况")
        return
    if not _fits(share, chosen):
        shown, band = f"{half_up(share * 100, 1).normalize():f}%", _band(chosen)
        judged = f"选的是{chosen}" if chosen else "没选达成情况"
        yield Finding(
            f"{sheet.called}的“{indicator.name}”{judged}，得分占{shown}，应在{band}",
            "改达成情况，或者改得分",
            about=f"指标{indicator.id}",
            where=sheet.where,
            places=(Place(entry, indicator.id), Place(Indicator.attainment, indicator.id)),
            operands=(
                Operand(Indicator.attainment.label, str(chosen or "")),
                Operand("得分占分值", shown),
            ),
            computed=band,
        )


def _fits(share: Fraction, chosen: Attainment | None) -> bool:
    """The upper end belongs to 达成 alone: 80% is no longer 部分达成."""
    if chosen is None:
        return 0 <= share <= 1
    low, high = BANDS[chosen]
    return low <= share < high or (chosen is Attainment.REACHED and share == high)


def _band(chosen: Attainment | None) -> str:
    if chosen is None:
        return "0%到100%"
    low, high = (int(end * 100) for end in BANDS[chosen])
    return f"{low}%到{high}%" + ("" if chosen is Attainment.REACHED else f"（不含{high}%）")


RULES: tuple[Rule, ...] = (
    the_total_is_the_sum_of_scores,
    measured_indicators_earn_their_share,
    judged_indicators_stay_in_their_band,
)
