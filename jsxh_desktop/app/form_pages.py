"""The forms of the window: which fields stand on which page, in which order and company."""

from __future__ import annotations

from fractions import Fraction

from jsxh_desktop.app.form_layout import Derived, Line, Section, line
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.disclosure import VEHICLES, Procurement, StateAssets
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import POSTS, STAFF, Organization, Staffing
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import BOUGHT, HELD, ThreePublic

NOTHING_IS_ZERO = "没有发生就填 0；不清楚就空着，打印时会标出来"

UNIT = (
    Section(
        "基本情况",
        tuple(
            line(entry)
            for entry in (
                Organization.full_name,
                Organization.short_name,
                Organization.code,
                Organization.nature,
                Organization.level,
                Organization.place,
            )
        ),
    ),
    Section(
        "主管部门与公开",
        tuple(
            line(entry)
            for entry in (
                Organization.supervisor,
                Organization.supervisor_code,
                Organization.published,
                Organization.contact,
                Organization.telephone,
            )
        ),
    ),
    Section(
        "编制与在职",
        (
            Line("行政", (POSTS[0], STAFF[0]), "人"),
            Line("事业", (POSTS[1], STAFF[1]), "人"),
            Line("工勤", (POSTS[2], STAFF[2]), "人"),
            Line(
                "合计",
                (
                    Derived(
                        "总编制",
                        "名",
                        "三类编制相加",
                        lambda filing: spending.posts(filing.staffing),
                        POSTS,
                    ),
                    Derived(
                        "在职人员总数",
                        "人",
                        "三类在职人员相加",
                        lambda filing: spending.staff(filing.staffing),
                        STAFF,
                    ),
                ),
                "人",
            ),
            line(Staffing.over_establishment),
        ),
        hint="年末数；没有就填 0",
        columns=("编制", "在职"),
        compared=True,
    ),
)

THREE_PUBLIC = (
    Section(
        "预算与决算",
        (
            Line("因公出国（境）费", (ThreePublic.overseas_budget, ThreePublic.overseas), "万元"),
            Line("公务用车购置费", (ThreePublic.purchase_budget, ThreePublic.purchase), "万元"),
            Line("公务用车运行维护费", (ThreePublic.running_budget, ThreePublic.running), "万元"),
            Line(
                "公务接待费",
                (
                    ThreePublic.reception_budget,
                    Derived(
                        "公务接待费决算",
                        "万元",
                        "国内接待 ＋ 外事接待",
                        lambda filing: spending.reception(filing.three_public),
                        (ThreePublic.reception_domestic, ThreePublic.reception_foreign),
                        PriorYear.reception.of,
                    ),
                ),
                "万元",
            ),
            Line("　其中：国内公务接待", (None, ThreePublic.reception_domestic), "万元"),
            Line("　　　　外事接待", (None, ThreePublic.reception_foreign), "万元"),
            Line(
                "“三公”经费合计",
                (
                    Derived(
                        "“三公”经费全年预算合计",
                        "万元",
                        "四项相加",
                        lambda filing: spending.three_public_budget(filing.three_public),
                        (
                            ThreePublic.overseas_budget,
                            ThreePublic.purchase_budget,
                            ThreePublic.running_budget,
                            ThreePublic.reception_budget,
                        ),
                    ),
                    Derived(
                        "“三公”经费决算合计",
                        "万元",
                        "四项相加，自动算出",
                        lambda filing: spending.three_public(filing.three_public),
                        (
                            ThreePublic.overseas,
                            ThreePublic.purchase,
                            ThreePublic.running,
                            ThreePublic.reception_domestic,
                            ThreePublic.reception_foreign,
                        ),
                    ),
                ),
                "万元",
            ),
        ),
        hint=NOTHING_IS_ZERO,
        columns=("全年预算", "决算"),
        compared=True,
    ),
    Section(
        "公务接待",
        (
            line(ThreePublic.batches, "国内接待批次"),
            line(ThreePublic.persons, "国内接待人次"),
            line(
                Derived(
                    "人均接待支出",
                    "元",
                    "国内公务接待费 ÷ 人次",
                    lambda filing: _per_head(filing),
                    (ThreePublic.reception_domestic, ThreePublic.persons),
                )
            ),
            line(ThreePublic.reception_purpose),
            line(ThreePublic.foreign_batches),
            line(ThreePublic.foreign_persons),
            line(ThreePublic.foreign_purpose),
        ),
        hint="国内与外事分开填",
        compared=True,
    ),
    Section(
        "公务用车",
        (
            *(line(entry) for entry in BOUGHT),
            *(line(entry) for entry in HELD),
            line(
                Derived(
                    "公务用车保有量",
                    "辆",
                    "三类车辆相加",
                    lambda filing: spending.vehicles_held(filing.three_public),
                    HELD,
                )
            ),
            line(ThreePublic.running_purpose),
        ),
        hint="没有车就填 0",
        compared=True,
    ),
    Section(
        "因公出国（境）",
        (
            line(ThreePublic.overseas_groups),
            line(ThreePublic.overseas_persons),
            line(ThreePublic.overseas_content),
        ),
        compared=True,
    ),
)

OTHER_MATTERS = (
    Section(
        "机关运行经费",
        (
            line(
                Derived(
                    "机关运行经费",
                    "万元",
                    "基本支出（经济）中的公用经费，自动算出",
                    totals.agency_running,
                    (),
                    PriorYear.agency_running.of,
                )
            ),
        ),
        hint="只有行政单位和参公单位有；变动原因写在“变动原因”页",
        compared=True,
    ),
    Section(
        "政府采购",
        (
            line(Procurement.goods),
            line(Procurement.works),
            line(Procurement.services),
            line(
                Derived(
                    "政府采购支出总额",
                    "万元",
                    "货物 ＋ 工程 ＋ 服务",
                    lambda filing: spending.procurement(filing.procurement),
                    (Procurement.goods, Procurement.works, Procurement.services),
                )
            ),
            line(Procurement.to_small_and_medium),
            line(
                Derived(
                    "中小企业占采购总额",
                    "",
                    "授予中小企业合同金额 ÷ 采购总额",
                    lambda filing: _granted(filing),
                    (Procurement.to_small_and_medium,),
                )
            ),
            line(Procurement.to_small_and_micro),
            line(Procurement.purpose),
        ),
        hint=NOTHING_IS_ZERO,
        compared=True,
    ),
    Section(
        "国有资产",
        (
            *(line(entry) for entry in VEHICLES),
            line(
                Derived(
                    "共有车辆",
                    "辆",
                    "八类车辆相加",
                    lambda filing: spending.vehicles_kept(filing.state_assets),
                    VEHICLES,
                )
            ),
            line(StateAssets.other_vehicles_purpose),
            line(StateAssets.general_equipment),
            line(StateAssets.special_equipment),
        ),
        hint="12 月 31 日的数；没有就填 0",
        compared=True,
    ),
)

FORMS = {"organization": UNIT, "three_public": THREE_PUBLIC, "other_matters": OTHER_MATTERS}
"""The sections of each form page."""


def _per_head(filing: Filing) -> str:
    """Domestic reception by head in 元; a dash where nobody was received."""
    spent = filing.three_public
    amount, persons = of(ThreePublic.reception_domestic, spent), of(ThreePublic.persons, spent)
    return f"{half_up(Fraction(amount.fen, 100 * persons), 2):,.2f}" if persons else "—"


def _granted(filing: Filing) -> str:
    total = spending.procurement(filing.procurement)
    granted = of(Procurement.to_small_and_medium, filing.procurement)
    return percent(granted, total, 1) if total > Money() else "—"
