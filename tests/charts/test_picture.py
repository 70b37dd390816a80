"""A chart in other inks than the print's, as a file, and what lies under a point of it."""

from __future__ import annotations

import dataclasses
import io
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from jsxh_desktop.app.chart_model import PRINT_FONTS, SCREEN_FONTS
from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.charts.draw import pixels, write_picture
from jsxh_desktop.charts.palette import PRINT
from jsxh_desktop.charts.sheet import part_at
from jsxh_desktop.domain.money import wan

RARE = "㐂吋𠮷㡡"
DARK = dataclasses.replace(PRINT, paper="#222222", text="#eeeeee")
SIZE = (600, 400)
OPEN = Path("/proc/self/fd")


def dots(canvas: Any) -> bytes:
    return bytes(canvas.buffer_rgba())


def columns() -> Chart:
    series = (Series("上年", (wan("40"), wan("60"))), Series("今年", (wan("50"), wan("100"))))
    return Chart(ChartKind.COLUMNS, "变动", ("收入", "支出"), series)


def pie(*names: str) -> Chart:
    return Chart(ChartKind.PIE, "结构", names, (Series("支出", (wan("75"), wan("25"))),))


def test_a_picture_is_drawn_to_the_pixel_on_its_own_ground() -> None:
    canvas = pixels(columns(), SIZE, 117.3, DARK, SCREEN_FONTS)
    assert canvas.get_width_height() == SIZE
    assert dots(canvas)[:4] == bytes((0x22, 0x22, 0x22, 255))


def test_one_canvas_is_drawn_again_and_keeps_nothing_of_before() -> None:
    canvas = pixels(columns(), SIZE, 100, PRINT, SCREEN_FONTS)
    first = dots(canvas)
    assert pixels(pie("甲", "乙"), (300, 200), 100, PRINT, SCREEN_FONTS, canvas) is canvas
    pixels(columns(), SIZE, 100, PRINT, SCREEN_FONTS, canvas)
    assert dots(canvas) == first


def test_every_character_finds_a_font() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pixels(pie("一般", RARE), SIZE, 100, PRINT, SCREEN_FONTS)


@pytest.mark.skipif(not OPEN.exists(), reason="only here it is told which files are open")
def test_the_fonts_are_opened_once_however_many_threads_draw() -> None:
    together = threading.Barrier(3)

    def draw() -> None:
        together.wait(60)  # or one thread would do the work of all
        pixels(columns(), SIZE, 100, PRINT, SCREEN_FONTS)

    before = fonts_open()
    with ThreadPoolExecutor(3) as threads:
        for each in [threads.submit(draw) for _ in range(3)]:
            each.result()
    assert fonts_open() - before <= 1


def fonts_open() -> int:
    """How often the first font of the screen is open."""
    links = (each.readlink() for each in OPEN.iterdir() if each.is_symlink())
    return sum(link.name == SCREEN_FONTS[0].name for link in links)


@pytest.mark.parametrize("part", [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_a_column_says_what_it_stands_for(part: tuple[int, int]) -> None:
    canvas = pixels(columns(), SIZE, 100, PRINT, SCREEN_FONTS)
    (area,) = canvas.figure.findobj(lambda area: area.get_gid() == f"{part[0]}-{part[1]}")
    box = area.get_window_extent()
    assert part_at(canvas.figure, (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) == part


def test_a_slice_says_what_it_stands_for_and_the_ground_says_nothing() -> None:
    canvas = pixels(pie("甲", "乙"), SIZE, 100, PRINT, SCREEN_FONTS)
    assert part_at(canvas.figure, SIZE[0] / 2 + 20, SIZE[1] / 2) == (0, 0)
    assert part_at(canvas.figure, 5, 5) is None


def test_a_png_has_300_dots_an_inch_on_white() -> None:
    target = io.BytesIO()
    write_picture(columns(), target, "png", (156, 75), PRINT_FONTS)
    image = Image.open(target)
    assert image.size == pytest.approx((156 / 25.4 * 300, 75 / 25.4 * 300), abs=1)
    assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


def test_an_svg_is_made_of_outlines() -> None:
    target = io.BytesIO()
    write_picture(columns(), target, "svg", (156, 75), PRINT_FONTS)
    assert b"<path" in target.getvalue()
    assert b"<image" not in target.getvalue()
