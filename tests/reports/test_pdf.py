"""The finished file: the same bytes each time, its text, its outline, its fonts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from jsxh_desktop.narrative.block import Block, Cell, Contents, Cover, Heading, Paragraph, Table
from jsxh_desktop.reports.fonts import typefaces
from jsxh_desktop.reports.pdf import Printed, print_pdf

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FACES = typefaces(FONTS)
SENTENCE = "收、支总计各增加12.82万元，增长8.6%；A<B & C>D。"
BOOK: tuple[Block, ...] = (
    Cover(("科学技术协会",), "2021年度部门决算", "公开时间：2022年9月5日"),
    Contents(),
    Heading(0, "第一部分\n部门概况", listed=True),
    Heading(1, "一、基本职能", listed=True),
    Paragraph(SENTENCE),
    Table(
        (100,) * 2,
        (),
        ((Cell("科普"), Cell("16.30")),),
        title="收入决算表",
        listed=True,
        landscape=True,
    ),
)


def printed(blocks: Sequence[Block]) -> tuple[Printed, bytes]:
    target = BytesIO()
    result = print_pdf(blocks, title="部门决算", author="科协", faces=FACES, target=target)
    return result, target.getvalue()


def text_of(content: bytes, page: int) -> str:
    """The text of a page as it is copied out of the PDF, without spaces and line ends."""
    document = pypdfium2.PdfDocument(content)
    return "".join(document[page].get_textpage().get_text_bounded().split())


def test_the_same_blocks_make_the_same_bytes_whatever_was_printed_before() -> None:
    first = printed(BOOK)[1]
    printed([Paragraph("别的文字𠮷𠅤〇")])
    assert printed(BOOK)[1] == first


def test_other_typefaces_of_the_same_fonts_make_the_same_bytes() -> None:
    target = BytesIO()
    print_pdf(BOOK, title="部门决算", author="科协", faces=typefaces(FONTS), target=target)
    assert target.getvalue() == printed(BOOK)[1]


def test_the_text_is_copied_out_as_it_was_written() -> None:
    assert "".join(SENTENCE.split()) in text_of(printed(BOOK)[1], 2)


def test_a_cell_of_5000_characters_is_printed_to_its_end() -> None:
    text = "".join(f"第{number}句，" for number in range(1, 1001))
    result, content = printed([Table((60,), (), ((Cell(text),),))])
    pages = [re.sub(r"—\d+—", "", text_of(content, page)) for page in range(result.pages)]
    assert "".join(pages) == text


def test_a_character_no_font_has_is_reported_with_its_page() -> None:
    result, _ = printed([Paragraph("甲"), Heading(0, "乙"), Paragraph("看😀")])
    assert [(page, chars) for page, chars, _ in result.unprintable] == [(2, "😀")]


def test_every_font_is_embedded() -> None:
    content = printed(BOOK)[1]
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor") > 1
    assert b"/Type1" not in content


def test_the_outline_has_the_listed_headings_and_tables_on_their_pages() -> None:
    document = pypdfium2.PdfDocument(printed(BOOK)[1])
    entries = [
        (entry.level, entry.get_title(), entry.get_dest().get_index())
        for entry in document.get_toc()
    ]
    assert entries == [
        (0, "第一部分　部门概况", 2),
        (1, "一、基本职能", 2),
        (1, "收入决算表", 3),
    ]


def test_the_document_says_its_title_and_author() -> None:
    facts = pypdfium2.PdfDocument(printed(BOOK)[1]).get_metadata_dict()
    assert (facts["Title"], facts["Author"]) == ("部门决算", "科协")


@pytest.mark.parametrize(("page", "landscape"), [(2, False), (3, True)])
def test_a_page_lies_as_its_table_needs_it(page: int, landscape: bool) -> None:
    width, height = pypdfium2.PdfDocument(printed(BOOK)[1])[page].get_size()
    assert (width > height) is landscape


def test_the_cover_shows_no_number_and_the_contents_are_page_one() -> None:
    content = printed(BOOK)[1]
    assert "—" not in text_of(content, 0)
    assert text_of(content, 1).endswith("—1—")


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to print"):
        printed([])


def test_half_a_character_in_a_title_prints_without_it_breaking_the_document() -> None:
    target = BytesIO()
    blocks = [Heading(1, "甲\udc80乙", listed=True)]
    print_pdf(blocks, title="甲\udc80", author="\x00", faces=typefaces(FONTS), target=target)
    document = pypdfium2.PdfDocument(target.getvalue())
    assert document.get_metadata_dict()["Title"].startswith("甲")
    document.close()
