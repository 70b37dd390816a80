"""What each page says of its data: a draft is marked, an edition carries page, code and symbol."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from jsxh_desktop.narrative.block import Block, Cell, Cover, Paragraph, Table
from jsxh_desktop.reports.fonts import typefaces
from jsxh_desktop.reports.pdf import print_pdf
from jsxh_desktop.reports.stamp import DRAFT, Stamp, modules
from jsxh_desktop.reports.style import WIDE_BOTTOM

FACES = typefaces(Path(__file__).parents[2] / "assets" / "fonts")
CODE = "645A FF9D E402 3902 09B6"
FIRST = Stamp("第1版", CODE, "JSXH:2021:1:645AFF9DE402390209B6")
WIDE = Table((100,) * 2, (), ((Cell("科普"), Cell("16.30")),), title="收入决算表", landscape=True)
BOOK: tuple[Block, ...] = (
    Cover(("科学技术协会",), "2021年度部门决算", "公开时间：2022年9月5日"),
    Paragraph("收、支总计各增加12.82万元，增长8.6%。"),
    WIDE,
)
SYMBOL_OF_25 = 25  # squares a side: 38 signs with a seventh to spare


def printed(stamp: Stamp | None, blocks: tuple[Block, ...] = BOOK) -> bytes:
    target = BytesIO()
    print_pdf(blocks, title="决算", author="科协", faces=FACES, target=target, stamp=stamp)
    return target.getvalue()


def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_every_page_of_a_draft_says_so() -> None:
    assert all(text.count("草稿") == 1 for text in pages(printed(DRAFT)))


def test_a_draft_says_nothing_but_that() -> None:
    bare = [text.replace("草稿", "") for text in pages(printed(DRAFT))]
    assert bare == pages(printed(None))


def test_every_page_of_an_edition_says_which_page_of_how_many_and_of_what_data() -> None:
    bare = CODE.replace(" ", "")
    for number, text in enumerate(pages(printed(FIRST)), 1):
        assert f"第1版第{number}面共3面校验码{bare}" in text


def test_an_edition_is_no_draft() -> None:
    assert not any("草稿" in text for text in pages(printed(FIRST)))


@pytest.mark.parametrize("stamp", [DRAFT, FIRST], ids=["draft", "edition"])
def test_the_same_stamp_makes_the_same_bytes(stamp: Stamp) -> None:
    assert printed(stamp) == printed(stamp)


def test_the_symbol_is_drawn_once_and_shown_on_every_page() -> None:
    content = printed(FIRST)
    assert len(re.findall(rb"/Subtype /Form", content)) == 1
    assert len(set(re.findall(rb"/FormXob\S+ (\d+ 0) R", content))) == 1


def test_no_table_reaches_down_to_the_stamp() -> None:
    rows = tuple((Cell("科普"), Cell("16.30")) for _ in range(200))
    table = Table((100,) * 2, (), rows, title="收入决算表", landscape=True)
    document = pypdfium2.PdfDocument(printed(FIRST, (table,)))
    for page in document:
        text = page.get_textpage()
        place = text.get_text_range().index("校验码")
        top = text.get_charbox(place)[3]
        assert top < page.get_height() - WIDE_BOTTOM


def test_a_symbol_is_as_small_as_its_words_allow() -> None:
    assert len(modules(FIRST.symbol)) == SYMBOL_OF_25
