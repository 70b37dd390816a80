"""Section 七: every part is spoken of, shares are shares and completion is completion."""

from __future__ import annotations

import dataclasses
from typing import Any

from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.terms import ReceptionKind
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.narrative.three_public import three_public
from tests.narrative.reading import read


def said_of(filing: Filing, pack: Pack, **values: Any) -> str:
    spent = dataclasses.replace(filing.three_public, **values)
    return read(three_public, dataclasses.replace(filing, three_public=spent), pack)


def test_the_total_names_its_budget_and_is_compared(filing: Filing, pack: Pack) -> None:
    assert (
        "2021年“三公”经费财政拨款支出全年预算数为3.50万元，支出决算为3.00万元，完成全年预算的85.7%，"
        "决算数小于预算数的主要原因是“三公”经费预决算差异原因之由。"
        "“三公”经费财政拨款支出决算比2020年减少0.50万元，下降14.3%。"
        "主要变动原因是“三公”经费变动原因之由。"
    ) in read(three_public, filing, pack)


def test_parts_are_shares_of_the_total(filing: Filing, pack: Pack) -> None:
    assert (
        "2021年“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0.00万元，占0%；"
        "公务用车购置及运行维护费支出决算2.00万元，占66.7%；公务接待费支出决算1.00万元，占33.3%。"
        "具体情况如下：\n图7：“三公”经费财政拨款支出结构"
    ) in read(three_public, filing, pack)


def test_no_budget_and_nothing_spent_is_declared_without_shares(filing: Filing, pack: Pack) -> None:
    nothing = {
        name: Money()
        for name in (
            "running_budget",
            "running",
            "reception_budget",
            "reception_domestic",
        )
    }
    said = said_of(filing, pack, **nothing)
    assert (
        "2021年未安排“三公”经费预算，未发生“三公”经费支出。“三公”经费财政拨款支出决算比2020年减少3.50万元"
        in said
    )
    assert "占" not in said
    assert "（本年度无此项支出，不作图）" in said


def test_no_journey_is_told_with_its_zero(filing: Filing, pack: Pack) -> None:
    assert (
        "1.因公出国（境）费支出0.00万元，未安排预算。因公出国（境）费支出决算与2020年持平。"
        "全年安排因公出国（境）团组0次，出国（境）0人。\n"
    ) in read(three_public, filing, pack)


def test_no_count_is_claimed_where_nobody_counted(filing: Filing, pack: Pack) -> None:
    said = said_of(filing, pack, overseas_groups=None, overseas_persons=None)
    assert "因公出国（境）费支出决算与2020年持平。\n" in said


def test_a_journey_is_told_with_groups_persons_and_content(filing: Filing, pack: Pack) -> None:
    said = said_of(
        filing,
        pack,
        overseas=wan("2.00"),
        overseas_budget=wan("2.00"),
        overseas_groups=1,
        overseas_persons=2,
        overseas_content="学术会议",
    )
    assert (
        "1.因公出国（境）费支出2.00万元，完成全年预算的100%。"
        "因公出国（境）费支出决算比2020年增加2.00万元（上年无此项支出）。"
        "主要变动原因是因公出国（境）费变动原因之由。"
        "全年安排因公出国（境）团组1次，出国（境）2人。开支内容包括：学术会议。"
    ) in said


def test_vehicles_are_told_bought_kept_and_run(filing: Filing, pack: Pack) -> None:
    assert (
        "2.公务用车购置及运行维护费支出2.00万元，完成全年预算的80%。"
        "公务用车购置及运行维护费支出决算比2020年减少0.50万元，下降20%。"
        "主要变动原因是公务用车购置及运行维护费变动原因之由。\n"
        "其中：公务用车购置支出0.00万元。\n"
        "截至2021年12月底，单位共有公务用车1辆，其中：轿车1辆、越野车0辆、载客汽车0辆。\n"
        "公务用车运行维护费支出2.00万元，主要用于下乡指导等所需的公务用车燃料费、维修费、"
        "过路过桥费、保险费等支出。"
    ) in read(three_public, filing, pack)


def test_a_purchase_is_told_by_kind_of_vehicle(filing: Filing, pack: Pack) -> None:
    said = said_of(
        filing, pack, purchase=wan("18.00"), cars_bought=1, off_roads_bought=0, coaches_bought=0
    )
    assert (
        "公务用车购置支出18.00万元。全年按规定更新购置公务用车1辆，其中：轿车1辆、越野车0辆、载客汽车0辆。"
    ) in said


def test_a_unit_without_vehicles_says_so(filing: Filing, pack: Pack) -> None:
    said = said_of(filing, pack, cars_held=0, running=Money(), running_budget=Money())
    assert "单位共有公务用车0辆。\n公务用车运行维护费支出0.00万元。" in said


def test_vehicles_nobody_counted_are_a_gap(filing: Filing, pack: Pack) -> None:
    assert "单位共有公务用车〔待填：年末轿车保有量〕辆。" in said_of(filing, pack, cars_held=None)


def test_receptions_are_listed_and_foreign_ones_spoken_of(filing: Filing, pack: Pack) -> None:
    said = read(three_public, filing, pack)
    assert "3.公务接待费支出1.00万元，完成全年预算的100%。公务接待费支出决算与2020年持平。" in said
    assert (
        "其中：国内公务接待支出1.00万元，主要用于业务检查（执行公务、开展业务活动开支的交通费、住宿费、"
        "用餐费等）。国内公务接待5批次，40人次（不包括陪同人员），共计支出1.00万元，"
        "具体内容包括：接待省馆调研0.60万元；接待市馆检查0.40万元。\n外事接待支出0.00万元。"
    ) in said


def test_foreign_guests_are_told_with_batches_persons_and_purpose(
    filing: Filing, pack: Pack
) -> None:
    said = said_of(
        filing,
        pack,
        reception_foreign=wan("0.50"),
        foreign_batches=1,
        foreign_persons=3,
        foreign_purpose="接待外宾",
    )
    assert "外事接待支出0.50万元，外事接待1批次，3人次，主要用于接待外宾。" in said


def test_a_list_that_does_not_add_up_is_shown_with_both_sums(filing: Filing, pack: Pack) -> None:
    said = said_of(filing, pack, reception_domestic=wan("1.20"))
    assert "〔待填：接待明细合计1.00万元，与国内公务接待支出1.20万元不相等，请核对〕" in said


def test_foreign_visits_are_not_counted_as_domestic(filing: Filing, pack: Pack) -> None:
    visit = Reception(ReceptionKind.FOREIGN, "接待外宾", wan("9.00"), id=3)
    filing = dataclasses.replace(filing, receptions=(*filing.receptions, visit))
    said = read(three_public, filing, pack)
    assert "接待外宾9.00" not in said
    assert "不相等" not in said


def test_a_missing_list_is_one_gap(filing: Filing, pack: Pack) -> None:
    said = read(three_public, dataclasses.replace(filing, receptions=()), pack)
    assert "具体内容包括：〔待填：国内公务接待明细〕。" in said


def test_no_reception_needs_no_list(filing: Filing, pack: Pack) -> None:
    said = said_of(filing, pack, reception_domestic=Money(), batches=None, persons=None)
    assert "其中：国内公务接待支出0.00万元。\n" in said


def test_a_part_of_last_year_nobody_stated_is_a_gap_in_both_comparisons(
    filing: Filing, pack: Pack
) -> None:
    said = read(three_public, with_value(filing, PriorYear.overseas, None), pack)
    assert said.count("与2020年相比增减〔待填：上年因公出国（境）费〕。") == 2


def test_a_missing_reason_is_asked_for_in_place(filing: Filing, pack: Pack) -> None:
    said = read(three_public, with_value(filing, Reasons.three_public_budget, ""), pack)
    assert "决算数小于预算数的主要原因是〔待填：“三公”经费预决算差异原因〕。" in said


def test_a_filing_without_any_figure_has_no_zero(pack: Pack) -> None:
    said = read(three_public, Filing(2021, three_public=ThreePublic()), pack)
    assert "0.00" not in said
