"""Charts in a print: vectors in the page's typefaces, the same bytes every time."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.domain.money import wan
from jsxh_desktop.reports.figure_pen import draw_chart
from jsxh_desktop.reports.fonts import Face, typefaces
from jsxh_desktop.reports.pen import Pen

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
YEARS = ("2020年", "2021年")
BOTH = (wan("149.12"), wan("161.94"))
COLUMNS = Chart(
    ChartKind.COLUMNS, "变动", YEARS, (Series("收入总计", BOTH), Series("支出总计", BOTH))
)
PIE = Chart(
    ChartKind.PIE, "结构", ("基本支出", "𠅤乡<&>$支出"), (Series("支出", BOTH),),
    ("149.12万元，47.9%", "161.94万元，52.1%"),
)  # fmt: skip


def printed(chart: Chart, *, compressed: bool = True) -> bytes:
    page = io.BytesIO()
    canvas = Canvas(page, invariant=1, pageCompression=compressed)
    draw_chart(Pen(canvas, typefaces(FONTS)), chart, (80, 400, 442.2, 232.4))
    canvas.showPage()
    canvas.save()
    return page.getvalue()


def text_of(document: bytes) -> str:
    with pypdfium2.PdfDocument(document) as pdf:
        return str(pdf[0].get_textpage().get_text_range())


@pytest.mark.parametrize("word", ["单位：万元", "收入总计", "支出总计", *YEARS, "149.12", "161.94"])
def test_every_word_of_a_chart_can_be_copied(word: str) -> None:
    assert word in text_of(printed(COLUMNS))


def test_rare_and_special_characters_are_text_like_any_other() -> None:
    assert "𠅤乡<&>$支出" in text_of(printed(PIE)).replace("\r\n", "")


def test_a_chart_embeds_no_font_but_the_pages_own_and_no_picture() -> None:
    document = printed(COLUMNS, compressed=False)
    assert len(re.findall(rb"/FontFile\d?\b", document)) == 1
    assert b"/Subtype /Image" not in document


def test_the_same_chart_prints_the_same_bytes() -> None:
    assert printed(PIE) == printed(PIE)


def test_a_chart_stands_in_its_place() -> None:
    with pypdfium2.PdfDocument(printed(COLUMNS)) as pdf:
        boxes = [thing.get_bounds() for thing in pdf[0].get_objects()]
    assert min(left for left, *_ in boxes) >= 80
    assert min(low for _, low, *_ in boxes) >= 400
    assert max(right for *_, right, _ in boxes) <= 80 + 442.2
    assert max(top for *_, top in boxes) <= 400 + 232.4


def test_the_lettering_is_the_pages_song() -> None:
    name = typefaces(FONTS).name(Face.SONG)
    assert name
    assert re.search(rb"/BaseFont /[A-Z]{6}\+\S*Song", printed(COLUMNS, compressed=False))
