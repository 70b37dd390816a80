"""The reader of sentences: amounts, shares, movements, completion and items in any wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import LAST_YEAR, Amount, Movement

COMPOSED = (
    "2021年度收、支总计均为161.94万元。与2020年的149.12万元相比，收、支总计各增加12.82万元，"
    "增长8.6%。主要变动原因是补发30个月以及2020年绩效考核奖标准提高形成。"
)
OLD = (
    "区科协2021年部门决算收入共计161.94万元，与2020年决算收入149.12万元相比增加了12.83万元，"
    "收入总计增长8.6％；2021年部门决算支出共计161.94万元，与2020年决算支出149.12万元相比"
    "增加了12.83万元，支出总计增长8.6％。"
)


def only_amount(text: str) -> Amount:
    (amount,) = read(text).amounts
    return amount


def only_movement(text: str) -> Movement:
    (movement,) = read(text).movements
    return movement


def fen(amount: Amount | None) -> int:
    assert amount is not None
    return int(amount.value.reads)


@pytest.mark.parametrize(
    ("text", "amount", "places"),
    [
        ("收入总计161.94万元", "161.94", 2),
        ("收入总计１６１．９４万元", "161.94", 2),
        ("收入总计1,161.94万元", "1161.94", 2),
        ("收入总计１，１６１．９４万元", "1161.94", 2),
        ("收入总计 161.94 万元", "161.94", 2),
        ("收入总计38.3万元", "38.3", 1),
        ("收入总计5万元", "5", 0),
        ("收入总计2.34亿元", "23400", 2),
        ("收入总计-3.00万元", "-3", 2),
    ],
)
def test_an_amount_is_read_in_any_width(text: str, amount: str, places: int) -> None:
    told = only_amount(text)
    assert fen(told) == wan(amount).fen
    assert told.places == places
    assert told.label == "收入总计"


def test_an_amount_in_yuan_is_read_in_yuan() -> None:
    assert fen(only_amount("人均68.57元")) == Money.parse("68.57", "元").fen


@pytest.mark.parametrize("text", ["2021年", "共8批次", "2019-2021年", "1.36万人次", "占75%"])
def test_a_number_without_a_unit_of_money_is_no_amount(text: str) -> None:
    assert read(text).amounts == ()


@given(st.integers(0, 10**9), st.sampled_from(["万元", "元", "亿元"]))
def test_every_amount_is_read_as_it_was_shown(number: int, unit: str) -> None:
    money = Money(number)
    told = only_amount(f"本年支出合计{money.show(unit)}{unit}，其中：")
    assert number in told.value


@given(
    st.text(alphabet="０１２３４５６７８９．％（），,:：;()年万元占增加0123456789.%", max_size=60)
)
def test_plain_signs_keep_their_place(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=80))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    reading = read(text)
    for amount in reading.amounts:
        start, end = amount.span
        assert reading.text[start:end].endswith("元")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2021年度收、支总计均为161.94万元", "收、支总计"),
        ("其中：一般公共预算财政拨款收入161.94万元", "一般公共预算财政拨款收入"),
        ("主要用于以下方面：科学技术（类）支出141.65万元", "科学技术（类）支出"),
        ("因公出国（境）费支出0.00万元", "因公出国（境）费支出"),
        ("日常运转类16.27万元（其中办公费1.36万元", "办公费"),
        ("差旅费2.68万元、维修（护）费0.24万元", "维修（护）费"),
        ("3.公务接待费支出1.00万元", "公务接待费支出"),
        ("本单位2021年年初预算112.44万元", "年初预算"),
        ("支出决算为20.00万元", "支出决算"),
        ("共计161.94万元", "共计"),
    ],
)
def test_an_amount_is_called_what_stands_before_it(text: str, label: str) -> None:
    assert read(text).amounts[-1].label == label


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (COMPOSED, [2021, 2020, 2021]),
        ("2021年本年收入合计2.00万元，其中：事业收入1.00万元，占50%。", [2021, 2021]),
        ("2020年收入总计1.00万元，2021年收入总计2.00万元，支出总计2.00万元", [2020, 2021, 2021]),
        ("上年收入总计1.00万元", [LAST_YEAR]),
        ("收入总计1.00万元", [None]),
        ("2019年成立。收入总计1.00万元", [2019]),
        ("单位的前身由几个部门合并而成，2019年成立。收入总计1.00万元", [None]),
    ],
)
def test_an_amount_is_of_the_year_its_sentence_is_about(text: str, years: list[int | None]) -> None:
    assert [amount.year for amount in read(text).amounts] == years


@pytest.mark.parametrize(
    "text", ["约5万元", "近5万元", "5万元以上", "5万元左右", "0.8万元每年", "5万元/个", "不足5万元"]
)
def test_an_amount_that_is_about_so_much_says_so(text: str) -> None:
    assert only_amount(f"支出{text}").about


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("基本支出123.64万元，占76.3%；项目支出38.30万元", "基本支出", ""),
        ("一般公共预算支出1.00万元，占本年支出合计的100%", "一般公共预算支出", "本年支出合计"),
        ("货物支出1.00万元，占政府采购支出总额的比例为20％", "货物支出", "政府采购支出总额"),
        ("货物支出1.00万元，所占比重为20%", "货物支出", ""),
    ],
)
def test_a_share_is_of_the_amount_before_it(text: str, part: str, whole: str) -> None:
    (share,) = read(text).shares
    assert share.part is not None
    assert (share.part.label, share.whole) == (part, whole)


def test_a_share_across_a_semicolon_has_no_part() -> None:
    (share,) = read("基本支出1.00万元；占20%").shares
    assert share.part is None


def test_a_share_that_rounds_to_nothing_is_below_its_last_place() -> None:
    (share,) = read("其他收入0.01万元，占不足0.1%").shares
    assert share.percent.below


@pytest.mark.parametrize(
    ("text", "base", "final"),
    [
        ("支出决算为20.00万元，完成全年预算的80%", "全年预算", "支出决算"),
        ("支出决算为20.00万元，完成年初预算80％", "年初预算", "支出决算"),
        ("支出决算为20.00万元，完成调整后预算的80%", "调整后预算", "支出决算"),
        ("支出决算为20.00万元，完成预算80%", "预算", "支出决算"),
        (
            "一般公共预算支出决算数为2.00万元，全年预算数为2.00万元，完成全年预算的100%",
            "全年预算",
            "一般公共预算支出决算数",
        ),
    ],
)
def test_completion_names_its_budget(text: str, base: str, final: str) -> None:
    (completion,) = read(text).completions
    assert completion.final is not None
    assert (completion.base, completion.final.label) == (base, final)


def test_a_movement_of_the_pack_is_read_whole() -> None:
    movement = only_movement(COMPOSED)
    assert (movement.what, movement.base, movement.year) == ("收、支总计", "2020年", 2020)
    assert [fen(each) for each in (movement.now, movement.last, movement.amount)] == [
        wan(each).fen for each in ("161.94", "149.12", "12.82")
    ]
    assert movement.rate is not None
    assert (movement.way, movement.rate.way) == ("增加", "增长")


def test_two_movements_in_one_sentence_are_told_apart() -> None:
    first, second = read(OLD).movements
    assert (first.what, second.what) == ("决算收入", "决算支出")
    assert fen(first.last) == fen(second.last) == wan("149.12").fen
    assert first.rate is not None
    assert second.rate is not None


@pytest.mark.parametrize(
    ("text", "what", "way"),
    [
        ("公务接待费支出决算比2020年增加0.23万元，增长92%。", "公务接待费支出决算", "增加"),
        ("因公出国（境）费支出决算与2020年持平。", "因公出国（境）费支出决算", "持平"),
        ("与2020年相比，财政拨款收、支总计持平。", "财政拨款收、支总计", "持平"),
        ("与2020年的3.00万元相比，公用经费基本持平。", "公用经费", "基本持平"),
        ("机关运行经费支出1.00万元，比上年减少了0.50万元，下降33.3%。", "机关运行经费支出", "减少"),
        ("全年预算161.94万元，比年初预算增加49.50万元，增长44.0%。", "全年预算", "增加"),
        (
            "2021年度预算收入5.00万元，其中年初预算3.00万元，比2020年度预算收入4.00万元增加1.00万元",
            "预算收入",
            "增加",
        ),
    ],
)
def test_a_movement_tells_what_moved_which_way(text: str, what: str, way: str) -> None:
    movement = only_movement(text)
    assert (movement.what, movement.way) == (what, way)


def test_a_movement_finds_the_amount_of_the_same_name() -> None:
    text = "2021年度预算收入5.00万元，其中年初预算3.00万元，比2020年度预算收入4.00万元增加1.00万元"
    assert fen(only_movement(text).now) == wan("5").fen


def test_a_verb_without_a_figure_is_no_movement() -> None:
    assert read("与2020年相比，人员增加，绩效考核奖标准提高。").movements == ()


@pytest.mark.parametrize(
    ("text", "names", "opens"),
    [
        (
            "1.科学技术（类）科学技术普及（款）科普活动（项）：支出决算为5.00万元。",
            ("科学技术", "科学技术普及", "科普活动"),
            True,
        ),
        ("1．科学技术（类）206（款）07（项）:支出决算为1.00万元", ("科学技术", "206", "07"), True),
        ("科学技术(类)科学技术普及(款)", ("科学技术", "科学技术普及", ""), True),
        (
            "指科学技术（类）科学技术普及（款）科普活动（项）的支出",
            ("指科学技术", "科学技术普及", "科普活动"),
            True,
        ),
        (
            "用于以下：科学技术（类）科学技术普及（款）科普活动（项）",
            ("科学技术", "科学技术普及", "科普活动"),
            False,
        ),
    ],
)
def test_an_item_is_read_by_its_three_names(
    text: str, names: tuple[str, str, str], opens: bool
) -> None:
    (item,) = read(text).items
    assert (item.names, item.opens) == (names, opens)


def test_a_variance_leads_to_its_reason() -> None:
    text = "决算数小于预算数的主要原因是按进度支付。"
    (variance,) = read(text).variances
    assert variance.word == "小于"
    assert variance.reason is not None
    assert text[variance.reason :] == "按进度支付。"


def test_a_variance_without_a_reason_says_so() -> None:
    (variance,) = read("完成全年预算的100%，决算数等于预算数。").variances
    assert (variance.word, variance.reason) == ("等于", None)
