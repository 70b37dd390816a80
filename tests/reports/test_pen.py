"""What the pen draws: the typed text copies out of the PDF, and the same text is the same bytes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from jsxh_desktop.reports.fonts import Face, typefaces
from jsxh_desktop.reports.line import break_lines
from jsxh_desktop.reports.pen import Pen

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FACES = typefaces(FONTS)
BODY = (
    "2021年度收、支总计均为161.94万元。与2020年相比，收、支总计各增加12.82万元，增长8.6%。"
    "主要变动原因是四级调研员（含“两代表一委员”）交通补贴增加，并补发30个月，以及2020年绩效考核奖标准提高。"
)


def drawn(draw: Callable[[Pen], None]) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, initialFontName=FACES.name(Face.SONG))
    draw(Pen(canvas, FACES))
    canvas.save()
    return target.getvalue()


def copied(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        return str(page.get_text_range(errors="surrogatepass")).replace("\r\n", "\n")


def said(text: str, face: Face = Face.SONG) -> bytes:
    return drawn(lambda pen: pen.text(50, 700, text, face, 16))


def paragraph(pen: Pen) -> None:
    for number, line in enumerate(
        break_lines(BODY, Face.BODY, 16, 442.2, FACES, indent=31.6, spacing=-0.21, justify=True)
    ):
        pen.line(79, 700 - 29 * number, line, Face.BODY, 16)


@pytest.mark.parametrize("face", Face)
def test_the_typed_text_is_copied(face: Face) -> None:
    assert copied(said("2021年“三公”经费<&>161.94万元（8.6％）\\", face)) == (
        "2021年“三公”经费<&>161.94万元（8.6％）\\"
    )


@pytest.mark.parametrize("text", ["𠮷㐂𫍯", "好😀的", "甲\ue000乙"])
def test_rare_and_unprintable_characters_copy_as_themselves(text: str) -> None:
    assert copied(said(text)) == text


def test_a_justified_paragraph_copies_without_spaces() -> None:
    assert copied(drawn(paragraph)).replace("\n", "") == BODY


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_copies_a_justified_paragraph_without_spaces(tmp_path: Path) -> None:
    file = tmp_path / "paragraph.pdf"
    file.write_bytes(drawn(paragraph))
    command = [str(shutil.which("pdftotext")), str(file), "-"]
    found = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert re.sub(r"[\n\f]", "", found) == BODY


def test_every_font_is_embedded_and_none_else_is_named() -> None:
    data = drawn(lambda pen: pen.text(50, 700, "表𠮷", Face.KAI, 16))
    assert (data.count(b"/FontFile2"), data.count(b"/Type0")) == (2, 2)
    assert b"Helvetica" not in data


def test_a_character_no_font_has_is_reported_with_its_page_and_text() -> None:
    canvas = Canvas(io.BytesIO(), initialFontName=FACES.name(Face.SONG))
    pen = Pen(canvas, FACES)
    canvas.showPage()
    pen.text(0, 0, "好😀", Face.SONG, 9)
    assert pen.unprintable == [(2, "😀", "好😀")]


def test_a_character_no_font_has_is_drawn_as_two_bars() -> None:
    assert ink(said("😀")) == ink(said("〓")) != ink(said("　"))


def ink(data: bytes) -> bytes:
    with pypdfium2.PdfDocument(data) as document:
        return bytes(document[0].render().buffer)


def test_the_same_text_is_the_same_bytes_whatever_was_printed_before() -> None:
    first = drawn(paragraph)
    said("别的文字𠮷", Face.SONG)
    assert drawn(paragraph) == first


def test_two_documents_drawn_by_turns_do_not_mix() -> None:
    targets = [io.BytesIO(), io.BytesIO()]
    canvases = [
        Canvas(target, invariant=1, initialFontName=FACES.name(Face.SONG)) for target in targets
    ]
    for text in ("甲", "乙𠮷", "丙"):
        for canvas, own in zip(canvases, ("子", "丑𠅤"), strict=True):
            Pen(canvas, FACES).text(50, 700, text + own, Face.SONG, 16)
            canvas.showPage()
    for canvas in canvases:
        canvas.save()
    assert [copied(target.getvalue()) for target in targets] == ["甲子", "甲丑𠅤"]


def test_a_fresh_process_writes_the_same_bytes() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from test_pen import *;"
        "sys.stdout.buffer.write(drawn(paragraph))"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parent)]
    fresh = subprocess.run(command, capture_output=True, check=True).stdout
    assert fresh == drawn(paragraph)


def test_reportlab_draws_with_the_fonts_by_name() -> None:
    def plain(pen: Pen) -> None:
        for name, run in FACES.runs("表", Face.HEI):
            pen.canvas.setFont(name, 16)
            pen.canvas.drawCentredString(200, 700, run)

    assert copied(drawn(plain)) == "表"


def test_text_ends_at_the_right() -> None:
    def figure(pen: Pen) -> None:
        pen.right(200, 700, "1.25", Face.SONG, 10)

    with pypdfium2.PdfDocument(drawn(figure)) as document:
        digit = document[0].get_textpage().get_charbox(3, loose=True)
    assert digit[2] == pytest.approx(200, abs=0.1)


def test_many_rules_are_one_path() -> None:
    canvas = Canvas(io.BytesIO(), pageCompression=0)
    Pen(canvas, FACES).rules([(0, 0, 9, 0), (0, 0, 0, 9)], 0.6)
    drawn = canvas._code[-1]  # noqa: SLF001 - ReportLab shows its operators nowhere else
    assert drawn == "q 2 J 0.60 w 0.00 0.00 m 9.00 0.00 l 0.00 0.00 m 0.00 9.00 l S Q"


@settings(max_examples=30)
@given(st.text(st.characters(codec=None), max_size=30))
def test_any_typed_text_can_be_drawn(typed: str) -> None:
    assert said(typed).startswith(b"%PDF")
