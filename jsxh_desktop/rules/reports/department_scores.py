"""F08: what the sheet of the whole department comes to, and the score the unit states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jsxh_desktop.domain import department_score
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.rule import Finding, Operand, Said, Unjudged
from jsxh_desktop.rules.subject import Subject

FULL = Decimal(100)


@per_subject
def department_total(subject: Subject) -> Decimal | None:
    """What the sheet of the whole department comes to; None while that cannot be told."""
    sheet = subject.pack.department
    if sheet is None:
        return None
    try:
        return department_score.total(subject.filing, sheet)
    except NotStated:
        return None


def against_the_sheet(
    subject: Subject, typed: Decimal, total: Decimal | None, place: Place
) -> Iterator[Said]:
    """The score the unit states and the sum of its sheet are one number."""
    if total is None:
        said = f"自评得分{said_number(typed)}分没有部门整体支出绩效自评表可以核对"
        if department_score.is_begun(subject.filing):
            said = "部门整体支出绩效自评表还没有填全，自评得分没法核对"
        yield Unjudged(said, (place,))
    elif typed != total:
        yield Finding(
            message=f"自评得分写的是{said_number(typed)}分，部门整体支出绩效自评表合计{said_number(total)}分",
            to_do="核对是哪一项的分不对；空着自评得分就用合计",
            about="得分与自评表",
            where="附件1 自评结论",
            places=(place,),
            operands=(
                Operand("自评得分", f"{said_number(typed)}分", "附件1"),
                Operand("合计", f"{said_number(total)}分", "部门整体支出绩效自评表"),
            ),
            computed=f"{said_number(total)}分",
        )


def points_of_the_unit(subject: Subject) -> Iterator[Said]:
    """The points of a sheet that is begun are a hundred, no indicator has more than its own."""
    filing, sheet = subject.filing, subject.pack.department
    if sheet is None or not department_score.is_begun(filing):
        return
    places = tuple(Place(DepartmentIndicator.weight, x.id) for x in filing.department_indicators)
    try:
        points = department_score.points(filing, sheet)
    except NotStated as blank:
        yield Unjudged(f"部门整体支出绩效自评表有{blank.label}还没有填", places[:1])
        return
    if points != FULL:
        yield Finding(
            message=f"部门整体支出绩效自评表的分值合计{said_number(points)}分，应为100分",
            to_do="改自己设的指标的分值",
            about="整体分值",
            where="部门整体支出绩效自评表",
            places=places[:1],
            operands=(Operand("分值合计", f"{said_number(points)}分"), Operand("应为", "100分")),
            computed="100分",
        )
    for group in department_score.placed(filing, sheet):
        for each in group.indicators:
            own, most = each.record.score, each.points
            if own is not None and most is not None and not 0 <= own <= most:
                yield _beyond(each.record, own, most)


def _beyond(record: DepartmentIndicator, own: Decimal, most: Decimal) -> Finding:
    return Finding(
        message=f"“{record.name}”得分{said_number(own)}分，分值是{said_number(most)}分",
        to_do="改得分",
        about=f"整体指标{record.id}",
        where="部门整体支出绩效自评表",
        places=(Place(DepartmentIndicator.score, record.id),),
        operands=(
            Operand("得分", f"{said_number(own)}分"),
            Operand("分值", f"{said_number(most)}分"),
        ),
    )


def said_number(score: Decimal) -> str:
    """A score without needless zeros."""
    return f"{score.normalize():f}"
