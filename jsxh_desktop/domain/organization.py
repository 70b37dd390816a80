"""单位概况: the unit, its posts and staff, duties, key work, subordinate institutions."""

from __future__ import annotations

import datetime
from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, day, prose, text, whole
from jsxh_desktop.domain.terms import BudgetLevel, UnitNature


@entity
class Organization:
    """单位概况."""

    full_name: Entry[str] = text("单位全称", required=True)
    short_name: Entry[str] = text("单位简称", help="正文中使用，首次出现用全称")
    code: Entry[str] = text("单位代码")
    place: Entry[str] = text("所在地", help="封面用，例如 四川省广元市朝天区")
    nature: Entry[UnitNature | None] = choice("单位性质", UnitNature)
    level: Entry[BudgetLevel | None] = choice("预算级次", BudgetLevel)
    supervisor: Entry[str] = text("主管部门")
    supervisor_code: Entry[str] = text("主管部门代码")
    published: Entry[datetime.date | None] = day("公开时间")
    contact: Entry[str] = text("填表人")
    telephone: Entry[str] = text("联系电话")


@entity
class Staffing:
    """编制和在职人数; totals are added, never typed."""

    posts_administrative: Entry[int | None] = whole("行政编制", unit="名")
    posts_institution: Entry[int | None] = whole("事业编制", unit="名")
    posts_worker: Entry[int | None] = whole("工勤编制", unit="名")
    staff_administrative: Entry[int | None] = whole("在职行政人员", unit="人")
    staff_institution: Entry[int | None] = whole("在职事业人员", unit="人")
    staff_worker: Entry[int | None] = whole("在职工勤人员", unit="人")
    over_establishment: Entry[str] = prose("在职超过编制的说明")


POSTS = (
    Staffing.posts_administrative,
    Staffing.posts_institution,
    Staffing.posts_worker,
)
STAFF = (
    Staffing.staff_administrative,
    Staffing.staff_institution,
    Staffing.staff_worker,
)


@entity
class Duty:
    """One of the 主要职能."""

    text: Entry[str] = prose("主要职能", required=True)
    id: int = field(default=0, compare=False)


@entity
class KeyWork:
    """One of the year's 重点工作完成情况."""

    text: Entry[str] = prose("重点工作", required=True)
    id: int = field(default=0, compare=False)


@entity
class Institution:
    """A subordinate 二级预算单位; how many there are is counted."""

    name: Entry[str] = text("下属单位名称", required=True)
    nature: Entry[UnitNature | None] = choice("下属单位性质", UnitNature)
    id: int = field(default=0, compare=False)
