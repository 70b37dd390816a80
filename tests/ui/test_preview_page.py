"""The preview in the window: the very bytes, kept up to date, led back from, saved and printed."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app import print_set as print_set_module
from jsxh_desktop.app.commands import print_set
from jsxh_desktop.app.composer import Composer
from jsxh_desktop.app.page_pictures import PagePictures
from jsxh_desktop.app.page_stack import Fit
from jsxh_desktop.app.page_stack import Place as Point
from jsxh_desktop.app.print_job import Job, Printer
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.proof import Proof, Trace
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.ui import preview_page, print_form, print_panel
from jsxh_desktop.ui.palette import LIGHT
from jsxh_desktop.ui.preview_page import PreviewPage
from jsxh_desktop.ui.window import Window
from tests.ui.checked import settle

pytestmark = pytest.mark.page("history")  # the preview waits for the composer below

Press = Callable[..., None]
STATEMENTS = 2
"""The place of 第二部分 in the list."""


class OneComposer:
    """The composer of all tests here: what it knows of one print serves the next."""

    def __init__(self) -> None:
        self._composer = Composer()
        self._last: Proof | None = None

    def proof(self, filing: Filing, selection: Selection) -> Proof:
        last = self._last
        if last and last.selection == selection and last.filing == filing:
            return dataclasses.replace(last, filing=filing)
        self._last = self._composer.proof(filing, selection)
        return self._last

    def trace(self, page: int, x: float, y: float) -> Trace | None:
        return self._composer.trace(page, x, y)

    def close(self) -> None:
        """It goes on to the next test."""


@pytest.fixture(scope="session")
def composer() -> OneComposer:
    return OneComposer()


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> list[Printer]:
    """The printers of the computer, to be changed before the page is built."""
    there = [Printer("HP 1020", is_default=True), Printer("二楼")]
    monkeypatch.setattr(print_form, "printers", lambda: tuple(there))
    return there


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, Job]]:
    """What was handed to a printer."""
    taken: list[tuple[bytes, Job]] = []
    monkeypatch.setattr(print_panel, "print_file", lambda pdf, job: taken.append((pdf, job)))
    return taken


@pytest.fixture
def page(
    window: Window,
    composer: OneComposer,
    printers: list[Printer],
    monkeypatch: pytest.MonkeyPatch,
) -> PreviewPage:
    """The second part on the desk, composed."""
    for module in (preview_page, print_set_module):
        monkeypatch.setattr(module, "Press", lambda: composer)
    # What is shown first is the whole book, which no test here needs.
    monkeypatch.setattr(PreviewPage, "first", STATEMENTS)
    view: Any = window.go("preview")
    until(window, lambda: view.proof is not None)
    assert isinstance(view, PreviewPage)
    return view


def until(window: Window, so: Callable[[], bool]) -> None:
    for _ in range(1500):
        window.root.update()
        if so():
            return
        time.sleep(0.005)
    pytest.fail("nothing came of it")


def says(page: PreviewPage, text: str) -> bool:
    """Whether the print that is shown has a text on its pages."""
    assert page.proof
    pictures = PagePictures(page.proof.pdf)
    found = pictures.find(text)
    pictures.close()
    return bool(found)


def place_of(page: PreviewPage, text: str) -> Point:
    assert page.proof
    pictures = PagePictures(page.proof.pdf)
    (number, boxes), *_ = pictures.find(text)
    pictures.close()
    left, top, width, height = boxes[0]
    return Point(number, left + width / 2, top + height / 2)


def press_on(window: Window, page: PreviewPage, point: Point) -> None:
    """Click on a point of the print with the mouse."""
    page.pages.go_to(Point(point.page, 0, max(1.0, point.y - 100)))
    canvas = page.pages.canvas
    left, top, _, _ = page.pages.outline(point, 0, 0)
    x, y = left + 2 - int(canvas.canvasx(0)), top + 2 - int(canvas.canvasy(0))
    canvas.event_generate("<Motion>", x=x, y=y)
    until(window, lambda: bool(page.hint.words))
    canvas.event_generate("<Button-1>", x=x, y=y)
    window.root.update()


def test_an_edit_shows_in_the_print(window: Window, page: PreviewPage) -> None:
    assert not says(page, "77.77")
    window.workspace.edit(Place(PriorYear.total), wan("77.77"))
    until(window, lambda: page.proof is not None)
    assert says(page, "77.77")
    assert page.bar.said == "已按最新数字更新"


def test_an_edit_leaves_the_page_where_it_is(
    window: Window, page: PreviewPage, press: Press
) -> None:
    press("<Next>", "<Next>", "<Next>")
    before = page.pages.canvas.canvasy(0)
    assert before > 0
    window.workspace.edit(Place(PriorYear.total), wan("100"))
    until(window, lambda: page.proof is not None)
    assert page.pages.canvas.canvasy(0) == before


@pytest.mark.looks
def test_end_shows_the_last_page_and_home_the_first(page: PreviewPage, press: Press) -> None:
    assert page.proof
    press("<End>")
    assert page.current_page == page.proof.pages
    press("<Home>")
    assert page.current_page == 1


def test_the_wheel_scrolls_and_with_control_it_enlarges(
    window: Window, page: PreviewPage, press: Press
) -> None:
    canvas = page.pages.canvas
    canvas.event_generate("<Button-5>")
    window.root.update()
    assert canvas.canvasy(0) > 0
    before = page.pages.per_cent
    canvas.event_generate("<Button-4>", state=4)
    window.root.update()
    assert page.pages.per_cent > before
    page.pages.set_zoom(Fit.PAGE)
    assert page.pages.per_cent < before


@pytest.mark.looks
def test_a_figure_leads_to_its_field_and_back_to_the_very_place(
    window: Window, page: PreviewPage, press: Press
) -> None:
    press_on(window, page, place_of(page, "149.12"))
    assert window.page == "reasons"
    top = page.pages.canvas.canvasy(0)
    press("<Alt-Left>")
    assert window.page == "preview"
    assert page.pages.canvas.canvasy(0) == top


@pytest.mark.looks
def test_a_figure_says_where_it_comes_from(window: Window, page: PreviewPage) -> None:
    page.hint.over(place_of(page, "161.94"))
    until(window, lambda: bool(page.hint.words))
    assert page.hint.words == "收入决算 · 合计 161.94"


@pytest.mark.looks
def test_a_gap_is_tinted_on_the_screen(window: Window, page: PreviewPage) -> None:
    gap = place_of(page, "〔待填")
    page.pages.go_to(Point(gap.page, 0, gap.y - 50))
    scale = page.pages.per_cent / 100 * 96 / 72
    x, y = round((gap.x + 9) * scale), round((gap.y - 7) * scale)  # white beside a sign
    tint = tuple(window.root.winfo_rgb(LIGHT.warn_bg))

    def is_tinted() -> bool:
        image = page.images.image("pages", gap.page)
        return image is not None and tuple(part * 257 for part in image.get(x, y)) == tint

    until(window, is_tinted)


def test_the_saved_bytes_are_those_of_the_command_line(
    window: Window, page: PreviewPage, press: Press, sample_file: Path, tmp_path: Path
) -> None:
    page.panel.save.invoke()
    press("<Return>")
    part = "第二部分 2021年度部门决算情况说明.pdf"
    saved = window.workspace.path.with_name(f"朝天区科协2021年度部门决算 {part}")
    until(window, saved.exists)
    print_set(sample_file, tmp_path / "命令行", Selection(part="statements"), own_fonts=True)
    assert saved.read_bytes() == (tmp_path / "命令行" / part).read_bytes()


def test_it_is_printed_as_asked(
    window: Window, page: PreviewPage, sent: list[tuple[bytes, Job]]
) -> None:
    form = page.panel.form
    until(window, lambda: bool(form.printer.get()))
    form.printer.current(1)
    form.number.set(2)
    form.range.set("2-3、1")
    form.sides.current(1)
    page.panel.print.invoke()
    until(window, lambda: bool(sent))
    ((pdf, job),) = sent
    assert page.proof
    assert pdf == page.proof.pdf
    assert (job.printer, job.copies, job.pages, job.duplex) == ("二楼", 2, (1, 2, 3), "long")


@pytest.mark.looks
def test_a_range_that_does_not_read_is_said_and_not_printed(
    window: Window, page: PreviewPage, sent: list[tuple[bytes, Job]]
) -> None:
    form = page.panel.form
    until(window, lambda: bool(form.printer.get()))
    form.range.set("99")
    page.panel.print.invoke()
    window.root.update()
    assert form.said == "一共 10 页，没有第 99 页"
    assert not sent


def test_what_a_printer_refuses_stays_said(
    window: Window, page: PreviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_pdf: bytes, _job: Job) -> None:
        raise Problem("打印机“HP 1020”没有反应")

    monkeypatch.setattr(print_panel, "print_file", refuse)
    until(window, lambda: bool(page.panel.form.printer.get()))
    page.panel.print.invoke()
    until(window, lambda: bool(page.panel.form.said))
    assert page.panel.form.said == "打印机“HP 1020”没有反应"
    assert page.panel.print.instate(["!disabled"])


@pytest.mark.looks
def test_gaps_are_counted_beside_the_print_and_lead_to_a_field(
    window: Window, page: PreviewPage
) -> None:
    settle(window)
    until(window, lambda: bool(page.panel.looks.shown))
    (look,) = (each for each in page.panel.looks.shown if each.sign == "gap")
    assert look.place == Place(Organization.published)


def test_a_set_given_up_leaves_no_file_and_says_so(
    window: Window, page: PreviewPage, press: Press
) -> None:
    folder = window.workspace.path.parent
    before = {*folder.iterdir()}
    page.panel.save_all.invoke()
    press("<Return>")
    until(window, lambda: "取消" in said(window) or "正在生成" in said(window))
    assert page.panel.job
    page.panel.job.cancel()
    until(window, lambda: said(window) == "已停下，没有留下半份文件")
    assert {*folder.iterdir()} == before


def said(window: Window) -> str:
    return window._status.said  # noqa: SLF001 - the message that stands in the status line
