"""The book of wrong words: each is found where it is wrong, and nowhere else."""

from __future__ import annotations

import re

import pytest

from jsxh_desktop.rules.dictionaries import (
    CHART_LEFTOVERS,
    OLD_NAMES,
    SHORT_NAMES,
    TEMPLATE_BLANKS,
    TEMPLATE_REMNANTS,
    WRONG_IN_CONTEXT,
    WRONG_WORDS,
)
from jsxh_desktop.rules.wording.slip import corrected
from jsxh_desktop.rules.wording.words import wrong_words


@pytest.mark.parametrize("wrong", WRONG_WORDS)
def test_a_wrong_word_is_found_and_its_correction_is_right(wrong: str) -> None:
    assert corrected(wrong, wrong_words(wrong)) == WRONG_WORDS[wrong]
    assert not wrong_words(WRONG_WORDS[wrong])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("正确的权利观、地位观", "正确的权力观、地位观"),
        ("高薪技术加速推广", "高新技术加速推广"),
        ("管理资询工作", "管理咨询工作"),
        ("“科普所需”", "“科技所需”"),
        ("截止2021年12月31日", "截至2021年12月31日"),
        ("帐目清楚、帐册齐全", "账目清楚、账册齐全"),
        ("对帐、结帐、销帐", "对账、结账、销账"),
        ("其它支出", "其他支出"),
        ("三公经费", "“三公”经费"),
        ("财政拔款及时拔付", "财政拨款及时拨付"),
        ("上级下拔资金", "上级下拨资金"),
        ("予算执行", "预算执行"),
        ("报销凭正", "报销凭证"),
        ("审核报消单据", "审核报销单据"),
        ("核消坏账", "核销坏账"),
        ("注消登记", "注销登记"),
        ("累记发放3万元", "累计发放3万元"),
        ("共记12人", "共计12人"),
        ("签定合同", "签订合同"),
        ("安排布署", "安排部署"),
        ("按排资金", "安排资金"),
        ("按装路灯", "安装路灯"),
        ("既使下雨也出工", "即使下雨也出工"),
        ("做为重要任务", "作为重要任务"),
        ("发挥做用", "发挥作用"),
        ("反应群众诉求", "反映群众诉求"),
        ("由其是老人", "尤其是老人"),
        ("峻工验收", "竣工验收"),
        ("全复盖", "全覆盖"),
        ("密切连系", "密切联系"),
        ("跟综问效", "跟踪问效"),
        ("通迅录", "通讯录"),
        ("组识开展", "组织开展"),
        ("镇正府", "镇政府"),
        ("大部份", "大部分"),
        ("化学成份", "化学成分"),
        ("含水份多", "含水分多"),
        ("己经完成", "已经完成"),
        ("己完成", "已完成"),
        ("贯切落实", "贯彻落实"),
        ("贯策落实", "贯彻落实"),
        ("那时侯", "那时候"),
        ("气侯条件", "气候条件"),
        ("好象", "好像"),
        ("录象", "录像"),
    ],
)
def test_a_word_wrong_in_its_context_is_put_right(text: str, right: str) -> None:
    assert corrected(text, wrong_words(text)) == right


@pytest.mark.parametrize(
    "text",
    [
        "公民的权利观念，高薪技术人才，物资询价，投资询问",
        "开展科普所需经费，报名已截止，截止到年底",
        "搭建帐篷，蚊帐单价，对帐篷检查",
        "选拔付出多的干部，海拔较高",
        "“三公”经费，‘三公’经费",
        "给予算力支持，凭正规发票报销凭正规发票",
        "上报消防隐患，考核消防工作，关注消费，积累记录，系统记录",
        "发布署名文章，按排名先后，按装配式建筑标准",
        "既使群众得实惠，又使企业得发展",
        "做为民服务的好干部，有所做为人民",
        "化学反应群众不知情，应急反应情况",
        "由其是否达标决定，严峻工作形势，险峻工程",
        "修复盖板，恢复盖章，大连系列，相连系统",
        "跟综合部门对接，交通迅速发展，工作组识别",
        "全部份额，干部份内之事，用水份额，完成份额，组成份数",
        "自己完成，自己经营，自己经历，知己经常",
        "一贯切实履职，一贯策略，横贯切割",
        "同时侯某到场，天气侯某说",
        "良好象征，目录象征",
    ],
)
def test_the_same_characters_elsewhere_are_left_alone(text: str) -> None:
    assert [slip.message for slip in wrong_words(text)] == []


def test_no_word_in_context_is_its_own_correction() -> None:
    assert all(word.wrong != word.right for word in WRONG_IN_CONTEXT)


def test_remnants_are_written_with_wide_marks() -> None:
    assert not [remnant for remnant in TEMPLATE_REMNANTS if re.search(r"[,;:()]", remnant)]


@pytest.mark.parametrize("text", ["XX局", "ＸＸ年", "××万元", "xxx项目", "（类）（款）（项）"])
def test_what_was_to_be_filled_in_is_known(text: str) -> None:
    assert re.search(TEMPLATE_BLANKS, text)


@pytest.mark.parametrize("text", ["4.26×2.02米", "xxl号", "科学技术（类）科学技术普及（款）"])
def test_what_is_filled_in_is_not_taken_for_a_blank(text: str) -> None:
    assert not re.search(TEMPLATE_BLANKS, text)


def test_no_name_in_use_is_an_old_one() -> None:
    assert not OLD_NAMES.keys() & set(OLD_NAMES.values())
    assert not SHORT_NAMES.keys() & set(SHORT_NAMES.values())


def test_the_leftovers_of_a_new_chart_are_known() -> None:
    assert {"系列1", "类别4", "第二季度", "图表标题"} <= CHART_LEFTOVERS
