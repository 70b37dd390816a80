"""B: between tables, and with the year before."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.tables import (
    operating_expenditure,
    other_money,
    project_tags,
    stated_cells,
    three_public_codes,
    year_before,
)
from jsxh_desktop.rules.tables import tie_equations as equations
from jsxh_desktop.rules.tables.equation_rules import holding

TWICE = "同一个数在两张表里不同，必有一张填错"
FORM = "部门决算公开表（四川省部门决算公开范本）"

RULES: tuple[Rule, ...] = (
    holding(
        "B01",
        "总表↔收入表",
        "收入支出决算总表的本年收入合计等于收入决算表的本年收入合计",
        equations.income,
        why=TWICE,
        cites=f"{FORM}公开01、02表",
    ),
    holding(
        "B02",
        "总表↔收入表分项",
        "收入支出决算总表的各项收入等于收入决算表对应各栏的合计",
        equations.income_by_source,
        why=TWICE,
        cites=f"{FORM}公开01、02表",
    ),
    holding(
        "B03",
        "总表↔支出表",
        "收入支出决算总表的本年支出合计等于支出决算表的本年支出合计",
        equations.expenditure,
        why=TWICE,
        cites=f"{FORM}公开01、03表",
    ),
    holding(
        "B04",
        "总表↔支出表（类）",
        "收入支出决算总表每一类的支出等于支出决算表同一类的支出",
        equations.expenditure_by_class,
        why=TWICE,
        cites=f"{FORM}公开01、03表",
    ),
    holding(
        "B05",
        "收入表↔财拨总表",
        "收入决算表的财政拨款收入等于财政拨款总表的本年收入合计",
        equations.appropriation_income,
        why=TWICE,
        cites=f"{FORM}公开02、04表",
    ),
    holding(
        "B06",
        "财拨总表↔一般公共预算表",
        "财政拨款总表的一般公共预算支出等于一般公共预算支出表，合计和每一类都是",
        equations.general_budget,
        why=TWICE,
        cites=f"{FORM}公开04、05表",
    ),
    holding(
        "B07",
        "财拨总表↔基金表",
        "财政拨款总表的政府性基金年初、收入、支出、年末等于政府性基金表的合计",
        equations.government_funds,
        why=TWICE,
        cites=f"{FORM}公开04、08表",
    ),
    holding(
        "B08",
        "财拨总表↔国资表",
        "财政拨款总表的国有资本经营预算各数等于国有资本经营预算表的合计",
        equations.state_capital,
        why=TWICE,
        cites=f"{FORM}公开04、09表",
    ),
    holding(
        "B09",
        "一般公共预算表↔基本支出表",
        "按功能分类的基本支出等于按经济分类的人员经费加公用经费",
        equations.basic_expenditure,
        why="同一笔基本支出的两种分法，合计不同就有一种漏了或多了",
        cites=f"{FORM}公开05、06表",
    ),
    *project_tags.RULES,
    *other_money.RULES,
    holding(
        "B12",
        "明细表闭合",
        "财政拨款明细表等于一般公共预算、政府性基金、国有资本经营三项明细之和",
        equations.details,
        why=TWICE,
        cites="四川省部门决算公开范本明细表（财决05表）",
        by_amounts=True,
    ),
    *three_public_codes.RULES,
    *year_before.RULES,
    *operating_expenditure.RULES,
    *stated_cells.RULES,
)
