"""What stands in the blocks stands in the Word file, in their order, and nothing else."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph as ReadParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.book import document
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import (
    Block,
    Cell,
    Contents,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from jsxh_desktop.reports.compose import compose, numbers
from tests.examples import examples
from tests.filings import agreeing, gappy
from tests.reports.pages import COVER, FIGURE, paragraph, table, wide
from tests.reports.word_reading import FACES, W, body, expected, part, read, texts, written

FEW = settings(max_examples=examples(3))
HOSTILE = (
    '<b>&amp;</b> ]]> "引\'" %s {0} 𠮷野😀',
    "控\x00制\x0b\x1f符\x7f",
    "半\ud800个字\ufffe\uffff",
    "\u202e反\u200b向\ufeff",
    "制\t表\r\n换\u2028行",
    "〔待填：关于〔2021〕3号文的说明〕尾",
    "\\n & < > \x85 ﷐",
)


def book(filing: Filing, pack: Pack) -> tuple[Block, ...]:
    return tuple(block for part_ in document(filing, pack) for block in part_.blocks)


@pytest.fixture(scope="module")
def blocks(kexie: Filing, pack: Pack) -> tuple[Block, ...]:
    return book(kexie, pack)


@pytest.fixture(scope="module")
def whole(blocks: tuple[Block, ...]) -> bytes:
    return written(blocks)


def test_the_sample_reads_as_its_blocks(blocks: tuple[Block, ...], whole: bytes) -> None:
    assert texts(whole) == expected(blocks)


@FEW
@given(filing=st.one_of(agreeing(), gappy()))
def test_any_filing_reads_as_its_blocks(filing: Filing, pack: Pack) -> None:
    made = book(filing, pack)
    assert texts(written(made)) == expected(made)


def test_the_same_blocks_make_the_same_bytes_whatever_was_written_before(
    blocks: tuple[Block, ...], whole: bytes
) -> None:
    written([Paragraph("别的文字")])
    assert written(blocks) == whole


def test_the_contents_are_a_field_filled_with_the_entries_of_the_print(
    blocks: tuple[Block, ...], whole: bytes
) -> None:
    pages = compose(blocks, FACES)
    printed = [
        f"{mark.text}\t{number}"
        for page, number in zip(pages, numbers(pages), strict=True)
        for mark in page.marks
        if mark.listed
    ]
    assert lines_of_contents(whole) == printed
    codes = [node.text or "" for node in body(whole).iter(f"{W}instrText")]
    assert codes[0].split()[:3] == ["TOC", "\\o", '"1-2"']


def lines_of_contents(content: bytes) -> list[str]:
    return [
        "".join("\t" if node.tag == f"{W}tab" else node.text or "" for node in line.iter())
        for line in without_codes(content)
    ]


def without_codes(content: bytes) -> Iterator[ElementTree.Element]:
    """The paragraphs of the contents, the codes of their fields left out."""
    for line in body(content).findall(f".//{W}sdtContent/{W}p"):
        for code in line.iter(f"{W}instrText"):
            code.text = ""
        yield line


def test_every_entry_of_the_contents_leads_to_its_place(whole: bytes) -> None:
    places = [node.get(f"{W}name") for node in body(whole).iter(f"{W}bookmarkStart")]
    goals = [node.get(f"{W}anchor") for node in body(whole).iter(f"{W}hyperlink")]
    assert goals == places
    assert len(set(places)) == len(places) > 20


def test_fields_are_whole(whole: bytes) -> None:
    kinds = [node.get(f"{W}fldCharType") for node in body(whole).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 20


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_breaks_no_file(text: str) -> None:
    made: list[Block] = [
        Contents(),
        Heading(0, text, listed=True),
        Paragraph(text),
        Gap(text),
        Table(
            (60,),
            ((Cell(text),),),
            ((Cell(text),),),
            title=text,
            notes=(text,),
            signature=text,
            left_note=text,
            right_note=text,
            label=text,
            number=text,
            listed=True,
        ),
    ]
    assert texts(written(made)) == expected(made)


@FEW
@given(text=st.text(max_size=60))
def test_any_text_reads_back_as_the_print_shows_it(text: str) -> None:
    made: list[Block] = [Paragraph(text), Table((60,), (), ((Cell(text),),))]
    assert texts(written(made)) == expected(made)


def test_a_gap_is_highlighted_and_the_rest_is_not() -> None:
    content = written([Paragraph("原因是〔待填：年中预算〔2021〕3号调整原因〕。"), Gap("改进建议")])
    runs = [run for line in read(content).paragraphs for run in line.runs]
    marked = [run.text for run in runs if run.font.highlight_color]
    assert marked == ["〔待填：年中预算〔2021〕3号调整原因〕", "〔待填：改进建议〕"]


def test_a_gap_in_a_table_is_highlighted_too() -> None:
    content = written([Table((60,), (), ((Cell("〔待填〕"),),))])
    (run,) = read(content).tables[0].cell(0, 0).paragraphs[0].runs
    assert run.font.highlight_color


def test_the_document_says_its_title_and_unit_and_neither_person_nor_time() -> None:
    facts = read(written([Paragraph("甲")])).core_properties
    assert (facts.title, facts.author, facts.language) == ("部门决算", "科协", "zh-CN")
    assert (facts.last_modified_by, facts.created, facts.modified) == ("", None, None)


def test_no_part_of_the_file_says_who_or_when(whole: bytes) -> None:
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        said = b"".join(archive.read(name) for name in archive.namelist())
    assert not re.search(rb"python-docx|openpyxl|dcterms|lastModifiedBy", said)


def test_pages_are_numbered_from_the_one_after_the_cover(whole: bytes) -> None:
    first, *others = read(whole).sections
    assert "".join(line.text for line in first.footer.paragraphs) == ""
    numbers_ = [node.get(f"{W}start") for node in body(whole).iter(f"{W}pgNumType")]
    assert numbers_ == ["1"]
    assert len(others) > 5


def test_numbers_stand_at_the_outer_edge() -> None:
    content = written([Paragraph("甲")])
    (section,) = read(content).sections
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (WD_ALIGN_PARAGRAPH.RIGHT, None)
    assert odd.text == even.text == "—  —"  # around the field


def test_a_wide_table_lies_on_a_landscape_page_between_upright_ones() -> None:
    content = written([Paragraph("甲"), wide("收入决算表"), Paragraph("乙")])
    sizes = [section.page_width > section.page_height for section in read(content).sections]  # type: ignore[operator]  # every section says its size
    assert sizes == [False, True, False]


def test_tables_of_the_same_paper_share_a_section_and_start_their_pages() -> None:
    content = written([table(), table(), table(own_page=False)])
    assert len(read(content).sections) == 2
    breaks = [
        line.text for line in read(content).paragraphs if line.paragraph_format.page_break_before
    ]
    assert breaks == ["收入决算表"]


def test_a_page_break_starts_the_next_paragraph_on_a_page() -> None:
    lines = read(written([paragraph(1), PageBreak(), Paragraph("乙"), Paragraph("丙")])).paragraphs
    breaks = [line.paragraph_format.page_break_before for line in lines]
    assert breaks == [None, True, None]


def style_of(line: ReadParagraph) -> str | None:
    return line.style.name if line.style else None


def test_a_title_without_text_on_its_page_stands_lower() -> None:
    made: list[Block] = [Heading(0, "第五部分"), table(), Heading(0, "第一部分"), Paragraph("文")]
    names = [style_of(line) for line in read(written(made)).paragraphs if line.text[:1] == "第"]
    assert names == ["扉页标题", "公文标题"]


def test_an_end_of_a_section_takes_no_room() -> None:
    content = written([COVER, Contents(), Heading(0, "甲", listed=True), FIGURE, wide(), table()])
    empty = [line for line in read(content).paragraphs if not line.text]
    assert {style_of(line) for line in empty} <= {"表间", "图"}


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to print"):
        written([])


def test_every_part_that_is_referred_to_is_there(whole: bytes) -> None:
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        names = set(archive.namelist())
    targets = {f"word/{node.get('Target')}" for node in part(whole, "word/_rels/document.xml.rels")}
    assert targets <= names
