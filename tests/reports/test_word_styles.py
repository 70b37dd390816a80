"""The styles of the Word file: named for the trade, on Word's headings, each with its font."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from jsxh_desktop.narrative.block import Block, Cell, Heading, Paragraph, Table, Tone
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.word import styles
from jsxh_desktop.reports.word.font_table import FONTS
from tests.reports.pages import COVER, FIGURE, table
from tests.reports.word_reading import W, part, read, written

# The children of the elements that Word reads in one order only (ECMA-376, 17).
ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
        effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption""",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "settings": """zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl
        updateFields compat themeFontLang""",
}
BLOCKS: Sequence[Block] = (
    COVER,
    Heading(0, "第一部分", listed=True),
    Heading(1, "一、", listed=True),
    Heading(2, "（一）"),
    Heading(3, "1."),
    Heading(4, "（1）"),
    Paragraph("正文"),
    Paragraph("顶格", Tone.FLUSH),
    Paragraph("题", Tone.CAPTION),
    Paragraph("〔待填〕", Tone.NOTE),
    FIGURE,
    Table((20,), (), ((Cell("八", bold=True, indent=1),),), title="表", size=8, own_page=False),
    Heading(0, "附件1", listed=True, annex=True),
    Heading(1, "一、附"),
    Heading(2, "（一）附"),
    table(listed=True),
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return written(BLOCKS)


def styles_of(content: bytes) -> list[ElementTree.Element]:
    return list(part(content, "word/styles.xml").iter(f"{W}style"))


def name_of(style: ElementTree.Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "")


def test_every_style_says_its_font_for_chinese_and_for_digits(content: bytes) -> None:
    known = {font.name for font in FONTS.values()}
    for style in styles_of(content):
        fonts = style.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None, name_of(style)
        assert len(set(fonts.attrib.values())) == 1
        assert fonts.get(f"{W}eastAsia") in known


def test_a_font_that_is_not_installed_has_others_instead(content: bytes) -> None:
    fonts = part(content, "word/fontTable.xml")
    assert {font.get(f"{W}name") for font in fonts} == {font.name for font in FONTS.values()}
    assert all(font.find(f"{W}altName") is not None for font in fonts)


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [
        ("公文标题", "方正小标宋简体", 22),
        ("公文正文", "仿宋_GB2312", 16),
        ("一级标题", "黑体", 16),
        ("二级标题", "楷体_GB2312", 16),
        ("三级标题", "仿宋_GB2312", 16),
        ("四级标题", "仿宋_GB2312", 16),
        ("表格文字", "宋体", 10.5),
        ("footer", "宋体", 14),
    ],
)
def test_fonts_and_sizes_are_those_of_the_standard(
    content: bytes, name: str, font: str, size: float
) -> None:
    style = read(content).styles[name]
    assert (style.font.name, style.font.size.pt) == (font, size)


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("公文标题", "Heading 1"),
        ("附件标题", "Heading 2"),
        ("表题", "Heading 2"),
        ("一级标题", "Heading 2"),
        ("二级标题", "Heading 3"),
        ("三级标题", "Heading 4"),
        ("四级标题", "Heading 5"),
        ("图题", "Caption"),
    ],
)
def test_titles_stand_on_those_of_word(content: bytes, name: str, heading: str) -> None:
    assert read(content).styles[name].base_style.name == heading


def test_each_heading_has_its_level_in_words_outline(content: bytes) -> None:
    levels = {style.id: style.level for style in styles.ALL}
    based = {style.id: style.based for style in styles.ALL}

    def level(id_: str) -> int | None:
        return level(based[id_]) if levels[id_] is None and based[id_] else levels[id_]

    ids = {style.name: style.id for style in styles.ALL}
    found = {
        line.text: level(ids[line.style.name])
        for line in read(content).paragraphs
        if line.text and line.style and line.style.name in ids
    }
    assert {text: depth for text, depth in found.items() if depth} == {
        "第一部分": 1,
        "一、": 2,
        "（一）": 3,
        "1.": 4,
        "（1）": 5,
        "附件1": 2,
        "一、附": 3,
        "（一）附": 4,
        "收入决算表": 2,
    }


def test_text_of_another_size_has_a_style_that_follows_the_one_of_all(content: bytes) -> None:
    style = read(content).styles["表格文字 8磅"]
    assert style.base_style.name == "表格文字"
    assert read(content).tables[0].cell(0, 0).paragraphs[0].style.name == style.name


def test_names_and_ids_are_said_once(content: bytes) -> None:
    found = styles_of(content)
    names = [name_of(style) for style in found]
    ids = [style.get(f"{W}styleId") for style in found]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)


def test_no_style_has_a_name_that_word_gives_its_own_in_chinese(content: bytes) -> None:
    own = {"正文", "标题", "副标题", "题注", "页脚", "页眉", "目录", "正文文本", "标题 1", "页码"}
    assert own.isdisjoint(map(name_of, styles_of(content)))


def test_every_style_that_is_used_is_there(content: bytes) -> None:
    ids = {style.get(f"{W}styleId") for style in styles_of(content)}
    used = {
        node.get(f"{W}val")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for node in part(content, "word/document.xml").iter(f"{W}{kind}")
    }
    based = {
        node.get(f"{W}val") for style in styles_of(content) for node in style.iter(f"{W}basedOn")
    }
    assert used | based <= ids


@pytest.mark.parametrize("path", ["document", "styles", "settings", "footer1", "footer2"])
def test_properties_stand_in_the_order_word_wants(content: bytes, path: str) -> None:
    for node in part(content, f"word/{path}.xml").iter():
        order = ORDERS.get(node.tag.removeprefix(W), "").split()
        found = [order.index(child.tag.removeprefix(W)) for child in node if order]
        assert found == sorted(found)


def test_a_line_of_the_standard_page_holds_28_characters_and_the_page_22_lines() -> None:
    size = part(written([Paragraph("文")]), "word/document.xml").find(f".//{W}pgSz")
    margins = part(written([Paragraph("文")]), "word/document.xml").find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    width = said(size, "w") - said(margins, "left") - said(margins, "right")
    height = said(size, "h") - said(margins, "top") - said(margins, "bottom")
    assert width // (16 + styles.CLOSER) == 28
    assert height // styles.LINE == 22


def said(node: ElementTree.Element, name: str) -> float:
    """A length in points."""
    return int(node.get(f"{W}{name}", "0")) / 20


def test_every_face_of_the_print_has_a_font() -> None:
    assert FONTS.keys() == set(Face)
