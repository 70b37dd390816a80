"""G06: amounts and shares with as many decimals as the others."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.money import wan
from jsxh_desktop.narrative.block import Paragraph
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.rules.subject import Subject
from tests.filings import BASIC, PROJECT, archive, received, spent
from tests.rules.worded import (
    corrected,
    judged,
    messages,
    pack,
    printed,
    report_printed,
    report_typed,
    typed,
)


def told(*texts: str) -> list[str]:
    return [each.message for each in printed("G06", *map(Paragraph, texts))]


def test_amounts_of_two_decimals_are_fine() -> None:
    assert not told("收入161.94万元，支出38.30万元。")


def test_a_printed_amount_with_other_decimals_is_told_once_for_the_document() -> None:
    found = told("收入161.94万元。", "支出38.3万元，项目5万元。")
    assert found == ["金额的小数位不一致，2处与别处不同：“38.3万元”、“5万元”"]


def test_limits_are_no_amounts() -> None:
    assert not told("支出38.30万元。单价50万元以上设备0台，单价100万元（含）以上设备0台。")


def test_s58_shares_without_the_decimals_they_need() -> None:
    text = "本年支出合计161.94万元，其中：基本支出123.64万元，占76%；项目支出38.30万元，占24%。"
    assert told(text) == ["百分比的小数位不一致，2处与别处不同：“76%”、“24%”"]


def test_s58_the_report_mixes_decimals() -> None:
    amounts, rates = judged("G06", report_printed())
    assert "“38.3万元”" in amounts.message
    assert rates.message == "百分比的小数位不一致，2处与别处不同：“3%”、“4%”"
    assert rates.to_do == "百分比统一保留1位小数"


def test_a_share_that_is_exact_needs_no_decimals() -> None:
    assert not told("合计0.64万元，其中：接待费0.48万元，占75%；运行费0.16万元，占25%。")


def test_a_share_that_may_be_exact_to_the_fen_is_left_alone() -> None:
    assert not told("合计2.47万元，其中：接待费1.23万元，占50%；运行费1.23万元，占50%。")


def test_all_and_nothing_need_no_decimals() -> None:
    assert not told("合计0.48万元，其中：接待费0.48万元，占100%；运行费0.00万元，占0%。")


def test_rates_of_one_and_of_two_decimals_are_told() -> None:
    assert told("增长8.6%，下降12.35%。") == ["百分比的小数位不一致，1处与别处不同：“12.35%”"]


def test_rates_of_two_decimals_throughout_are_fine() -> None:
    assert not told("增长8.60%，下降12.35%。")


def test_what_the_program_prints_is_fine() -> None:
    filing = dataclasses.replace(
        archive(),
        income=(received("3.00"),),
        expenditure=(
            spent("2012601", BASIC, "1.00", "1.00"),
            spent("2012604", PROJECT, "2.00", "2.00", project=1),
        ),
        prior_year=dataclasses.replace(archive().prior_year, total=wan("2.00")),
    )
    assert not judged("G06", Subject(filing, pack(), compose(filing, pack())))


def test_typed_amounts_of_a_text_are_made_alike() -> None:
    text = "基本工资31.8万元、津贴19.90万元、奖金2万元"
    assert messages("G06", text) == ["“31.8万元”不是两位小数，与别的金额不一致，另有1处"]
    assert corrected("G06", text) == "基本工资31.80万元、津贴19.90万元、奖金2.00万元"


def test_a_typed_text_of_round_amounts_is_fine() -> None:
    assert not typed("G06", "成交金额8237万元，促成交易320.5万元，每台0.5万元。")
    assert not typed("G06", "成交金额8237万元，促成交易320.55万元。")


def test_s58_typed_amounts_of_the_report() -> None:
    found = {each.where for each in judged("G06", Subject(report_typed(), pack()))}
    assert found == {"部门预算项目绩效管理", "解释第1条"}
