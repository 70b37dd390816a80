"""Units as they are: name, posts and staff, cars, what they bought, whom they received."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from jsxh_desktop.domain.disclosure import VEHICLES, Procurement, StateAssets
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import (
    Duty,
    Institution,
    Organization,
    Staffing,
)
from jsxh_desktop.domain.terms import BudgetLevel, ReceptionKind, UnitNature
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from tests.consistent.draw import Draw

NAMES = (
    ("松溪县档案馆", "县档案馆", "东山省松溪县"),
    ("云岭县文化馆", "县文化馆", "南江省云岭县"),
    ("清河区农业农村局", "区农业农村局", "北原省清河市清河区"),
    ("白塔镇人民政府", "白塔镇政府", "西川省安州县白塔镇"),
    ("青石县水利局", "县水利局", "东山省青石县"),
    ("永安区图书馆", "区图书馆", "海西省永安市永安区"),
    ("柳林乡人民政府", "柳林乡政府", "南江省柳林县柳林乡"),
    ("金沙县残疾人联合会", "县残联", "西川省金沙县"),
)
DUTIES = (
    "贯彻执行上级有关方针政策和法律法规。",
    "拟订本行业发展规划并组织实施。",
    "负责所属设施的管理和维护。",
    "开展业务指导、宣传和培训。",
    "承办上级交办的其他事项。",
)
SUBJECTS = ("接待上级部门调研", "接待兄弟单位学习交流", "接待检查组检查工作", "接待外地考察团")


@dataclass(frozen=True, slots=True)
class Hosting:
    """“三公”经费 with the list of receptions behind it."""

    spent: ThreePublic
    receptions: tuple[Reception, ...]


def organization(draw: Draw, year: int) -> Organization:
    full, short, place = draw.one(NAMES)
    return Organization(
        full_name=full,
        short_name=short if draw.chance(0.9) else "",
        place=place,
        nature=draw.one(tuple(UnitNature)),
        level=draw.one(tuple(BudgetLevel)),
        supervisor=f"{place[-3:]}委办公室",
        supervisor_code=f"{draw.count(101, 499)}",
        published=datetime.date(year + 1, draw.count(8, 10), draw.count(1, 28)),
        contact="王会计",
        telephone="0839-8620000",
    )


def staffing(draw: Draw) -> Staffing:
    posts = (draw.count(0, 30), draw.count(1, 40), draw.count(0, 4))
    most = [many + 2 for many in posts] if draw.chance(0.15) else posts
    administrative, institution, worker = (draw.count(0, many) for many in most)
    over = sum((administrative, institution, worker)) > sum(posts)
    return Staffing(
        posts_administrative=posts[0],
        posts_institution=posts[1],
        posts_worker=posts[2],
        staff_administrative=administrative,
        staff_institution=institution,
        staff_worker=worker,
        over_establishment="随军家属安置和军队转业干部安置暂未核编" if over else "",
    )


def duties(draw: Draw) -> tuple[Duty, ...]:
    texts = draw.some(DUTIES, 1, 5)
    return tuple(Duty(text, id=number) for number, text in enumerate(texts, 1))


def institutions(draw: Draw) -> tuple[Institution, ...]:
    names = draw.some(("文物保护中心", "培训中心", "服务站", "信息中心"), 0, 4)
    return tuple(
        Institution(name, draw.one(tuple(UnitNature)), id=number)
        for number, name in enumerate(names if draw.chance(0.4) else (), 1)
    )


def hosting(draw: Draw) -> Hosting:
    """What was spent abroad, on cars and on guests; some or all of it may be nothing."""
    none = draw.chance(0.12)

    def spent(share: float, most: str) -> Money:
        return draw.amount("0.02", most) if not none and draw.chance(share) else Money()

    overseas, purchase = spent(0.15, "20"), spent(0.15, "25")
    running, domestic, foreign = spent(0.6, "12"), spent(0.75, "5"), spent(0.1, "2")
    lists = [
        *_list(draw, ReceptionKind.DOMESTIC, domestic),
        *_list(draw, ReceptionKind.FOREIGN, foreign),
    ]
    visits = tuple(
        Reception(kind, subject, amount, id=number)
        for number, (kind, subject, amount) in enumerate(lists, 1)
    )
    many = sum(visit.kind is ReceptionKind.DOMESTIC for visit in visits)
    cars = [draw.count(1, 3), draw.count(0, 2), draw.count(0, 1)] if running else [0, 0, 0]
    bought = [1, 0, 0] if purchase else [0, 0, 0]
    held = [max(one, other) for one, other in zip(cars, bought, strict=True)]
    return Hosting(
        ThreePublic(
            overseas_budget=_budget(draw, overseas),
            overseas=overseas,
            overseas_groups=1 if overseas else 0,
            overseas_persons=draw.count(1, 4) if overseas else 0,
            overseas_content="赴境外学习业务管理" if overseas else "",
            purchase_budget=_budget(draw, purchase),
            purchase=purchase,
            cars_bought=bought[0],
            off_roads_bought=bought[1],
            coaches_bought=bought[2],
            running_budget=_budget(draw, running),
            running=running,
            cars_held=held[0],
            off_roads_held=held[1],
            coaches_held=held[2],
            running_purpose="下乡指导、检查督导" if running else "",
            reception_budget=_budget(draw, domestic + foreign),
            reception_domestic=domestic,
            batches=many,
            persons=draw.count(many, many * 15) if domestic else 0,
            reception_purpose="业务检查、学习交流" if domestic else "",
            reception_foreign=foreign,
            foreign_batches=1 if foreign else 0,
            foreign_persons=draw.count(2, 9) if foreign else 0,
            foreign_purpose="接待来访友好城市代表" if foreign else "",
        ),
        visits,
    )


def _list(draw: Draw, kind: ReceptionKind, amount: Money) -> list[tuple[ReceptionKind, str, Money]]:
    if not amount:
        return []
    many = draw.count(1, 4) if kind is ReceptionKind.DOMESTIC else 1
    parts = [part for part in draw.split(amount, many) if part]
    subjects = draw.shuffled(SUBJECTS)
    return [(kind, subject, part) for subject, part in zip(subjects, parts, strict=False)]


def _budget(draw: Draw, spent: Money) -> Money:
    return spent if draw.chance(0.5) else spent + draw.part(spent, 0.0, 0.8)


def procurement(draw: Draw) -> Procurement:
    if draw.chance(0.25):
        return Procurement(Money(), Money(), Money(), "", Money(), Money())
    goods, works, services = (
        draw.amount("0.1", "60") if draw.chance(0.6) else Money() for _ in range(3)
    )
    whole = goods + works + services
    small = draw.part(whole) if draw.chance(0.5) else whole
    micro = draw.part(small) if draw.chance(0.5) else small
    return Procurement(goods, works, services, "购置办公家具和印刷服务", small, micro)


def state_assets(draw: Draw, held: int) -> StateAssets:
    """At least as many cars as “三公”经费 keeps up."""
    kinds = {entry.name: draw.count(0, 1) for entry in VEHICLES[:-1]}
    other = max(0, held - sum(kinds.values())) + draw.count(0, 1)
    return StateAssets(
        **kinds,
        other_vehicles=other,
        other_vehicles_purpose="下乡公务" if other else "",
        general_equipment=draw.count(0, 3),
        special_equipment=draw.count(0, 2),
    )
