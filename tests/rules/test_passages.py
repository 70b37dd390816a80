"""The texts to be checked: what fields hold, and what the document prints of its own."""

from __future__ import annotations

import dataclasses
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty, KeyWork
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import value_at
from jsxh_desktop.domain.project import Goal, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.review import Review
from jsxh_desktop.narrative.block import Cover, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks, compose
from jsxh_desktop.rules.texts import printed_texts, typed_texts
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.typed_words import Eraser
from tests.filings import archive

EMPTY = Filing(2021)


def typed(filing: Filing) -> tuple[Passage, ...]:
    return tuple(chain.from_iterable(typed_texts.typed(filing)))


def printed(parts: tuple[PartBlocks, ...], filing: Filing = EMPTY) -> tuple[Passage, ...]:
    return tuple(chain.from_iterable(printed_texts.printed(parts, typed_texts.typed(filing))))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("sichuan-2021")


def test_every_text_of_a_field_is_a_passage_at_its_place() -> None:
    filing = archive()
    passages = typed(filing)
    assert "收集档案。" in {passage.text for passage in passages}
    for passage in passages:
        assert passage.place is not None
        assert value_at(filing, passage.place) == passage.text


def test_a_blank_field_is_no_passage() -> None:
    assert all(passage.text for passage in typed(archive()))


def test_what_is_written_about_the_filing_is_not_checked_as_its_text() -> None:
    filing = dataclasses.replace(archive(), reviews=(Review(reason="权利观无误", id=1),))
    assert "权利观无误" not in {passage.text for passage in typed(filing)}


def test_a_text_of_a_list_says_which_one_it_is() -> None:
    where = {passage.text: passage.where for passage in typed(archive())}
    assert where["保管档案；"] == "主要职能第2条"


def test_a_text_of_a_project_names_the_project_and_counts_within_it() -> None:
    filing = dataclasses.replace(
        archive(),
        projects=(Project(name="数字化", id=1), Project(name="编研", id=2)),
        goals=(
            Goal(1, "扫描两万页", id=1),
            Goal(2, "编写大事记", id=2),
            Goal(2, "编写年鉴", id=3),
        ),
    )
    where = {passage.text: passage.where for passage in typed(filing)}
    assert where["编写年鉴"] == "编研　预期目标第2条"


def test_the_only_one_of_a_list_is_not_numbered() -> None:
    where = {passage.text: passage.where for passage in typed(archive())}
    assert where["扫描档案"] == "馆藏数字化　项目主要内容"


def test_what_the_program_wrote_is_told_from_what_was_typed(pack: Pack) -> None:
    filing = dataclasses.replace(archive(), key_work=(KeyWork("整理馆藏五千卷。", id=1),))
    passages = printed(compose(filing, pack), filing)
    assert "1." + "\0" * len("整理馆藏五千卷。") in {passage.own for passage in passages}


def test_typed_text_within_a_sentence_is_blanked_without_its_closing_mark(pack: Pack) -> None:
    reasons = dataclasses.replace(archive().reasons, total="档案业务大幅增加；")
    filing = dataclasses.replace(archive(), reasons=reasons)
    passages = printed(compose(filing, pack), filing)
    sentence = next(each for each in passages if "收、支总计均为" in each.text)
    assert sentence.own.endswith("主要变动原因是\0\0\0\0\0\0\0\0。")


def test_every_line_of_a_typed_text_is_known_again(pack: Pack) -> None:
    report = ProjectReport(project=1, content="扫描两万页档案。\n修复三百页档案。", id=1)
    filing = dataclasses.replace(archive(), project_reports=(report,))
    passages = printed(compose(filing, pack), filing)
    assert not [each for each in passages if "修复三百页" in each.own]


@pytest.mark.parametrize(
    ("typed", "printed", "twisted"),
    [
        ("整理馆藏五千2100卷", "全年整理馆藏五千2200卷。", ("整理馆藏五千2100卷",)),
        ("2230105", "增长1196968.4%。", ()),
    ],
    ids=["words with another figure", "a code as long as a figure"],
)
def test_what_is_typed_is_known_with_another_figure_by_its_words(
    typed: str, printed: str, twisted: tuple[str, ...]
) -> None:
    eraser = Eraser()
    eraser.learn({typed: True})
    assert eraser.erased(printed).twisted == twisted


WORDS = st.lists(st.sampled_from(["整理馆藏", "五千", "2100", "2200", "卷。", "下乡"]), max_size=6)
TEXTS = WORDS.map("".join)


@given(
    st.lists(st.dictionaries(TEXTS, st.booleans(), max_size=5), min_size=1, max_size=4),
    st.lists(TEXTS, max_size=6),
)
def test_what_was_typed_before_leaves_no_trace(
    typed: list[dict[str, bool]], texts: list[str]
) -> None:
    eraser = Eraser()
    for forms in typed:
        eraser.learn(forms)
        fresh = Eraser()
        fresh.learn(forms)
        assert [*map(eraser.erased, texts)] == [*map(fresh.erased, texts)]


def test_the_longest_typed_text_is_blanked_where_several_begin_alike() -> None:
    filing = dataclasses.replace(
        archive(), duties=(Duty("收集全县档案", id=1), Duty("收集全县档案和资料", id=2))
    )
    part = PartBlocks("overview", "概况", (Paragraph("收集全县档案和资料。"),))
    (passage,) = printed((part,), filing)
    assert passage.own == "\0" * 9 + "。"


def test_a_short_typed_text_may_stand_in_the_print_by_itself() -> None:
    filing = dataclasses.replace(archive(), duties=(Duty("档案", id=1),))
    part = PartBlocks("overview", "概况", (Paragraph("档案工作。"),))
    (passage,) = printed((part,), filing)
    assert passage.own == "档案工作。"


def test_a_short_typed_text_is_known_where_it_is_all_that_is_printed() -> None:
    filing = dataclasses.replace(archive(), duties=(Duty("1.扫描\n2.修复", id=1),))
    part = PartBlocks("overview", "概况", (Paragraph("1.扫描"), Paragraph("2.修复")))
    assert {passage.own for passage in printed((part,), filing)} == {"\0" * 4}


def test_a_passage_knows_the_headings_it_stands_under() -> None:
    blocks = (
        Heading(0, "第一部分\n部门概况"),
        Heading(1, "一、基本职能"),
        Heading(2, "（一）主要职能"),
        Heading(1, "二、机构设置"),
        Paragraph("下属单位0个。"),
    )
    passages = printed((PartBlocks("overview", "概况", blocks),))
    assert passages[-1].headings == ("第一部分　部门概况", "二、机构设置")
    assert passages[-1].where == "第一部分　部门概况　二、机构设置"
    assert [each.level for each in passages] == [0, 1, 2, 1, 0]


def test_the_title_page_is_one_passage() -> None:
    part = PartBlocks("cover", "封面", (Cover(("东山省", "档案馆"), "2021年度部门决算", ""),))
    (passage,) = printed((part,))
    assert (passage.kind, passage.text) == (Passed.COVER, "东山省档案馆2021年度部门决算")


words = st.text(st.sampled_from("收集整理档案，。\n"), max_size=24)


@settings(max_examples=40)
@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_own_is_the_text_with_some_of_it_blanked(said: list[str], held: list[str]) -> None:
    duties = tuple(Duty(text, id=number) for number, text in enumerate(held, 1))
    part = PartBlocks("overview", "概况", tuple(Paragraph(text) for text in said))
    for passage in printed((part,), dataclasses.replace(archive(), duties=duties)):
        assert len(passage.own) == len(passage.text)
        pairs = zip(passage.own, passage.text, strict=True)
        assert all(own in {"\0", letter} for own, letter in pairs)
