"""其他重要事项: 政府采购 and 国有资产; 机关运行经费 is derived from the expenditure lines."""

from __future__ import annotations

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, money, prose, whole
from jsxh_desktop.domain.money import Money


@entity
class Procurement:
    """政府采购支出; the total is added (rule C25)."""

    goods: Entry[Money | None] = money("政府采购货物支出")
    works: Entry[Money | None] = money("政府采购工程支出")
    services: Entry[Money | None] = money("政府采购服务支出")
    purpose: Entry[str] = prose("政府采购主要用途")
    to_small_and_medium: Entry[Money | None] = money("授予中小企业合同金额")
    to_small_and_micro: Entry[Money | None] = money("授予小微企业合同金额")


@entity
class StateAssets:
    """国有资产占有使用情况 at the end of the year; the vehicle total is added (rule C26)."""

    ministerial_vehicles: Entry[int | None] = whole("副部（省）级及以上领导用车", unit="辆")
    leader_vehicles: Entry[int | None] = whole("主要领导干部用车", unit="辆")
    confidential_vehicles: Entry[int | None] = whole("机要通信用车", unit="辆")
    emergency_vehicles: Entry[int | None] = whole("应急保障用车", unit="辆")
    enforcement_vehicles: Entry[int | None] = whole("执法执勤用车", unit="辆")
    technical_vehicles: Entry[int | None] = whole("特种专业技术用车", unit="辆")
    retired_vehicles: Entry[int | None] = whole("离退休干部用车", unit="辆")
    other_vehicles: Entry[int | None] = whole("其他用车", unit="辆")
    other_vehicles_purpose: Entry[str] = prose("其他用车主要用途")
    general_equipment: Entry[int | None] = whole("单价50万元以上通用设备", unit="台（套）")
    special_equipment: Entry[int | None] = whole("单价100万元以上专用设备", unit="台（套）")


VEHICLES = (
    StateAssets.ministerial_vehicles,
    StateAssets.leader_vehicles,
    StateAssets.confidential_vehicles,
    StateAssets.emergency_vehicles,
    StateAssets.enforcement_vehicles,
    StateAssets.technical_vehicles,
    StateAssets.retired_vehicles,
    StateAssets.other_vehicles,
)
