"""Reads the 部门整体支出绩效自评表 of a pack from its facts."""

from __future__ import annotations

from decimal import Decimal

from jsxh_desktop.domain.department_form import DepartmentClass, DepartmentGroup, DepartmentSheet
from jsxh_desktop.domain.facts import Facts
from jsxh_desktop.domain.sheet_reading import FORM, form_from

FULL = Decimal(100)


def department_from(facts: Facts) -> DepartmentSheet:
    """The form and its indicators; raises WrongFact, also where its points are not a hundred."""
    facts.only(*FORM, "classes")
    sheet = DepartmentSheet(form_from(facts), tuple(map(_class, facts.tables("classes"))))
    if not sheet.classes:
        facts.refuse("classes", "一段也没有")
    points = [each.points for each in sheet.classes if each.points is not None]
    total = sheet.form.scheme.execution + sum(points, Decimal(0))
    if len(points) == len(sheet.classes) and total != FULL:
        facts.refuse("classes", f"的分值加上预算执行率一共{total.normalize():f}分，应为100分")
    return sheet


def _class(facts: Facts) -> DepartmentClass:
    facts.only("name", "points", "groups")
    made = DepartmentClass(
        facts.text("name"), _points(facts), tuple(map(_group, facts.tables("groups")))
    )
    if not made.groups:
        facts.refuse("groups", "一段也没有")
    return made


def _group(facts: Facts) -> DepartmentGroup:
    facts.only("name", "points", "given", "own")
    given = tuple(
        (str(name), Facts({"given": points}, facts.path).number("given"))
        for name, points in facts.lists("given", 2)
    )
    points, own = _points(facts), facts.flag("own", default=False)
    if points is not None and not own and sum(each for _, each in given) != points:
        facts.refuse("given", f"各项分值相加不是{points.normalize():f}分")
    if not (given or own):
        facts.refuse("given", "和 own = true 至少要写一个")
    return DepartmentGroup(facts.text("name"), points, given, own)


def _points(facts: Facts) -> Decimal | None:
    return facts.number("points") if facts.has("points") else None
