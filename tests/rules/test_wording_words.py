"""G08, G09, G13, G19: words that are wrong, said twice, or left out."""

from __future__ import annotations

import pytest

from jsxh_desktop.narrative.block import Paragraph
from jsxh_desktop.rules.subject import Subject
from tests.rules.worded import (
    applied,
    corrected,
    judged,
    messages,
    pack,
    printed,
    report_printed,
    report_typed,
    typed,
    typing,
)


def in_report(id_: str) -> dict[str, str]:
    """What a rule says of what was typed for the real report: message → words."""
    found = judged(id_, Subject(report_typed(), pack()))
    return {finding.message: finding.words for finding in found}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        pytest.param("“权利观”应为“权力观”", "权利观", id="s60"),
        pytest.param("“高薪技术”应为“高新技术”", "高薪技术", id="s61"),
        pytest.param("“资询”应为“咨询”", "资询", id="s62"),
        pytest.param("“人民群和”应为“人民群众和”", "人民群和", id="s63"),
        pytest.param("“入住平台”应为“入驻平台”", "入住平台", id="s64"),
        pytest.param("“科普所需”应为“科技所需”", "科普所需", id="s65"),
        pytest.param("“截止”应为“截至”", "截止", id="until"),
    ],
)
def test_s60_to_s65_wrong_words_of_the_report(message: str, words: str) -> None:
    assert in_report("G08")[message] == words


def test_one_click_puts_right_the_very_words_and_nothing_else() -> None:
    (finding,) = typed("G08", "树立权利观、地位观。", "维护公民权利。")
    after = applied(typing("树立权利观、地位观。", "维护公民权利。"), finding)
    assert [work.text for work in after.key_work] == ["树立权力观、地位观。", "维护公民权利。"]


def test_a_word_wrong_twice_in_a_text_is_told_once_and_put_right_twice() -> None:
    assert corrected("G08", "入住平台，再入住平台。") == "入驻平台，再入驻平台。"


def test_different_wrong_words_of_a_text_are_told_apart() -> None:
    assert len(typed("G08", "入住平台，截止目前完成。")) == 2


def test_a_single_wrong_character_is_told_with_its_neighbour() -> None:
    assert messages("G08", "核对银行帐户，及时入帐。") == [
        "“帐户”应为“账户”",
        "“入帐”应为“入账”",
    ]
    assert corrected("G08", "核对银行帐户。") == "核对银行账户。"


def test_a_wrong_word_the_document_wrote_has_no_click() -> None:
    (finding,) = printed("G08", Paragraph("截止2021年12月31日，共有车辆0辆。"))
    assert finding.message == "“截止”应为“截至”"
    assert finding.correction is None


def test_words_said_twice_are_told_and_one_of_them_goes() -> None:
    assert messages("G09", "比上年增加增加584万元") == ["“增加增加”里“增加”重复"]
    assert corrected("G09", "比上年增加增加584万元") == "比上年增加584万元"


@pytest.mark.parametrize(
    "text",
    [
        "认认真真做好方方面面的工作，件件有着落。",
        "一个一个地核对，一步一步地推进。",
        "党组织组织党员学习，指导各部门部门决算。",
        "种种困难，多多支持，常常走访。",
        "二十二十三十，一九一九年。",
        "增加了收入，增加了支出。",
    ],
)
def test_repeats_that_mean_something_are_fine(text: str) -> None:
    assert not typed("G09", text)


def test_the_real_report_says_nothing_twice() -> None:
    assert not judged("G09", report_printed())


def test_s55_a_count_of_people_without_its_measure_word() -> None:
    (finding,) = judged("G13", report_printed())
    assert finding.message == "“行政人员4”后面缺量词“人”"


def test_a_measure_word_is_put_behind_the_count() -> None:
    assert corrected("G13", "其中行政人员4，事业人员1人。") == "其中行政人员4人，事业人员1人。"
    assert corrected("G13", "事业编制3；") == "事业编制3名；"
    assert corrected("G13", "公务用车2。") == "公务用车2辆。"


@pytest.mark.parametrize(
    "text", ["行政人员4人，事业人员1人。", "人员2021年调整。", "党员2、3组。", "编制2021，"]
)
def test_counts_with_measure_words_and_years_are_fine(text: str) -> None:
    assert not typed("G13", text)


def test_s69_compared_without_saying_so() -> None:
    assert list(in_report("G19")) == ["“与2020年预算执行149.11万元增加”缺“相比”"]


def test_what_is_missing_is_put_before_the_verb() -> None:
    text = "与2020年预算执行149.11万元增加12.83万元。"
    assert corrected("G19", text) == "与2020年预算执行149.11万元相比增加12.83万元。"


@pytest.mark.parametrize(
    "text",
    [
        "与2020年相比增加12.83万元。",
        "与2020年的149.12万元相比，增加12.82万元。",
        "比2020年增加12.82万元。",
        "与2020年持平。",
        "与2020年下达的资金一并用于增加库房。",
        "共同2020年增加3人。",
    ],
)
def test_comparisons_that_say_so_are_fine(text: str) -> None:
    assert not typed("G19", text)
