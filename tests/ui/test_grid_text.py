"""What stands in a cell: whole where it fits, cut with a sign of it where it does not."""

from __future__ import annotations

import pytest

from jsxh_desktop.app.grid_layout import Column
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.grid_text import LINES_OF_GRID, CellText

NAMED = Column("名称", 100)
SAMPLES = [
    "2010101",
    "行政运行",
    "机关事业单位基本养老保险缴费支出（款）、其他",
    "２０１０１０１",
    "Ａ类㎡",
    "䶮镇",
]


@pytest.fixture
def text(application: Application) -> CellText:
    return CellText(application.theme, application.root)


@pytest.mark.looks
@pytest.mark.parametrize("said", SAMPLES)
def test_a_text_is_whole_in_the_room_it_measures_and_cut_in_less(text: CellText, said: str) -> None:
    room = text.width(said)
    assert text.shown(said, NAMED, room).strip() == said
    assert text.shown(said, NAMED, room - 1).strip().endswith("…")


@pytest.mark.looks
def test_a_name_that_fits_is_not_measured(text: CellText) -> None:
    """A pasted block has a thousand of them, and each would be a call of Tk."""
    measured = text.measure.cache_info().misses
    assert (
        text.shown("一般公共服务", NAMED, 40 * text.line + LINES_OF_GRID).strip() == "一般公共服务"
    )
    assert text.measure.cache_info().misses == measured
