"""“三公”经费: budget and final of its items, their counts, the reception list."""

from __future__ import annotations

from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, money, prose, whole
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import ReceptionKind


@entity
class ThreePublic:
    """“三公”经费财政拨款支出; every subtotal and total is added."""

    overseas_budget: Entry[Money | None] = money("因公出国（境）费全年预算")
    overseas: Entry[Money | None] = money("因公出国（境）费决算")
    overseas_groups: Entry[int | None] = whole("因公出国（境）团组数", unit="次")
    overseas_persons: Entry[int | None] = whole("因公出国（境）人数", unit="人")
    overseas_content: Entry[str] = prose("出国（境）开支内容")
    purchase_budget: Entry[Money | None] = money("公务用车购置费全年预算")
    purchase: Entry[Money | None] = money("公务用车购置费决算")
    cars_bought: Entry[int | None] = whole("更新购置轿车", unit="辆")
    off_roads_bought: Entry[int | None] = whole("更新购置越野车", unit="辆")
    coaches_bought: Entry[int | None] = whole("更新购置载客汽车", unit="辆")
    running_budget: Entry[Money | None] = money("公务用车运行维护费全年预算")
    running: Entry[Money | None] = money("公务用车运行维护费决算")
    cars_held: Entry[int | None] = whole("年末轿车保有量", unit="辆")
    off_roads_held: Entry[int | None] = whole("年末越野车保有量", unit="辆")
    coaches_held: Entry[int | None] = whole("年末载客汽车保有量", unit="辆")
    running_purpose: Entry[str] = prose("公务用车主要用途")
    reception_budget: Entry[Money | None] = money("公务接待费全年预算")
    reception_domestic: Entry[Money | None] = money("国内公务接待费决算")
    batches: Entry[int | None] = whole("国内公务接待批次", unit="批次")
    persons: Entry[int | None] = whole("国内公务接待人次", unit="人次")
    reception_purpose: Entry[str] = prose("国内公务接待主要用途")
    reception_foreign: Entry[Money | None] = money("外事接待费决算")
    foreign_batches: Entry[int | None] = whole("外事接待批次", unit="批次")
    foreign_persons: Entry[int | None] = whole("外事接待人次", unit="人次")
    foreign_purpose: Entry[str] = prose("外事接待主要用途")


BOUGHT = (ThreePublic.cars_bought, ThreePublic.off_roads_bought, ThreePublic.coaches_bought)
HELD = (ThreePublic.cars_held, ThreePublic.off_roads_held, ThreePublic.coaches_held)


@entity
class Reception:
    """One line of the 公务接待明细."""

    kind: Entry[ReceptionKind | None] = choice("接待类别", ReceptionKind)
    subject: Entry[str] = prose("接待事由", required=True)
    amount: Entry[Money | None] = money("接待金额")
    id: int = field(default=0, compare=False)
