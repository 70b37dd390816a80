"""What Windows is told to print: pages, sizes and order, over a fake of its libraries."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from jsxh_desktop.app.print_job import Duplex, Job, Printer
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.windows_printing import (
    BitmapInfo,
    DevMode,
    Dlls,
    PrinterInfo,
    print_pdf,
    printers,
)

WIDTH, HEIGHT = 595.28, 841.89
ANSWER, FAILED = 1, 0
DEFAULT = "HP 1020"
PRINTERS = {"一楼": 0x440, DEFAULT: 0x40}


class Library:
    """Answers by the names Windows has; what it does not know it takes down and accepts."""

    def __init__(self, known: dict[str, Callable[..., int]], failing: str = "") -> None:
        self._known = known
        self._failing = failing
        self.told: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., int]:
        def call(*given: Any) -> int:
            self.told.append(name)
            answer = self._known[name](*given) if name in self._known else ANSWER
            return FAILED if name == self._failing else answer

        return call


class Gdi:
    """A printer of so many dots an inch that shows what it has printed."""

    def __init__(self, dots: int = 150, failing: str = "") -> None:
        paper = [length * dots * 10 // 254 for length in (210, 297)]
        self.caps = {88: dots, 90: dots, 110: paper[0], 111: paper[1], 112: 20, 113: 30}
        self.sheets: list[Image.Image] = []
        self.bands: list[tuple[int, int, int, int]] = []
        self.title = ""
        known: dict[str, Callable[..., int]] = {
            "GetDeviceCaps": lambda _device, index: self.caps[index],
            "StartDocW": self._begin,
            "StartPage": self._sheet,
            "StretchDIBits": self._band,
        }
        self.library = Library(known, failing)

    @property
    def told(self) -> list[str]:
        """The calls, without those of every band."""
        of_bands = {"GetDeviceCaps", "StretchDIBits"}
        return [name for name in self.library.told if name not in of_bands]

    def _begin(self, _device: int, info: Any) -> int:
        self.title = info._obj.title  # noqa: SLF001 - what ctypes passes on
        return ANSWER

    def _sheet(self, _device: int) -> int:
        self.sheets.append(Image.new("RGB", (self.caps[110], self.caps[111]), "white"))
        return ANSWER

    def _band(self, _device: int, *given: Any) -> int:
        left, top, width, height, _, _, columns, rows, pixels, head, *_ = given
        info = head._obj  # noqa: SLF001 - what ctypes passes on
        assert (info.width, info.height, info.bits) == (columns, -rows, 24)
        band = Image.frombuffer("RGB", (columns, rows), pixels, "raw", "BGR", len(pixels) // rows)
        place = (left + self.caps[112], top + self.caps[113])
        self.sheets[-1].paste(band.resize((width, height)), place)
        self.bands.append((top, height, columns, rows))
        return int(rows)


class Spool:
    """Two printers, one of them out of reach, and what their driver was asked for."""

    def __init__(self) -> None:
        self.mode = DevMode()
        self._infos = [PrinterInfo(name, None, state) for name, state in PRINTERS.items()]
        known: dict[str, Callable[..., int]] = {
            "EnumPrintersW": self._list,
            "GetDefaultPrinterW": self._default,
            "OpenPrinterW": lambda name, *_: ANSWER if name in PRINTERS else FAILED,
            "DocumentPropertiesW": self._settings,
        }
        self.library = Library(known)

    def _list(self, *given: Any) -> int:
        _, _, _, room, size, needed, count = given
        whole = ctypes.sizeof(PrinterInfo) * len(self._infos)
        needed._obj.value = whole  # noqa: SLF001 - what ctypes passes on
        if size < whole:
            return FAILED
        listed = ctypes.cast(room, ctypes.POINTER(PrinterInfo))
        for place, info in enumerate(self._infos):
            listed[place] = info
        count._obj.value = len(self._infos)  # noqa: SLF001 - what ctypes passes on
        return ANSWER

    def _default(self, room: Any, size: Any) -> int:
        size._obj.value = len(DEFAULT) + 1  # noqa: SLF001 - what ctypes passes on
        if room:
            room.value = DEFAULT
        return ANSWER

    def _settings(self, *given: Any) -> int:
        *_, wanted, mode = given
        if wanted is not None:
            self.mode = DevMode.from_buffer_copy(wanted)
        return ANSWER if mode else 400


@pytest.fixture
def gdi() -> Gdi:
    return Gdi()


@pytest.fixture
def spool() -> Spool:
    return Spool()


def windows(gdi: Gdi, spool: Spool, error: int = 0) -> Dlls:
    return Dlls(gdi.library, spool.library, lambda: error)


def send(gdi: Gdi, spool: Spool, job: Job, error: int = 0) -> None:
    """A job over two upright pages and one that is broader than high."""
    document = pdf((WIDTH, HEIGHT), (WIDTH, HEIGHT), (HEIGHT, WIDTH))
    print_pdf(document, job, windows(gdi, spool, error))


def pdf(*sizes: tuple[float, float]) -> bytes:
    """Pages of these sizes, each with a black inch in its upper left corner."""
    target = io.BytesIO()
    canvas = Canvas(target)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.rect(0, size[1] - 72, 72, 72, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def dark(sheet: Image.Image) -> tuple[int, int, int, int]:
    box = sheet.convert("L").point([255] * 128 + [0] * 128).getbbox()
    assert box
    return box


def test_every_page_is_begun_and_ended_in_its_order(gdi: Gdi, spool: Spool) -> None:
    send(gdi, spool, Job("一楼"))
    page = ["StartPage", "EndPage"]
    assert gdi.told == ["CreateDCW", "StartDocW", *page * 3, "EndDoc", "DeleteDC"]


def test_only_the_pages_asked_for_are_printed(gdi: Gdi, spool: Spool) -> None:
    send(gdi, spool, Job("一楼", pages=(1, 3)))
    assert gdi.told.count("StartPage") == 2


def test_a_page_is_printed_at_its_real_size_where_the_paper_has_it(gdi: Gdi, spool: Spool) -> None:
    send(gdi, spool, Job("一楼", pages=(1,)))
    assert dark(gdi.sheets[0]) == pytest.approx((0, 0, 150, 150), abs=1)


def test_a_landscape_page_is_turned_so_that_its_left_is_at_the_bottom(
    gdi: Gdi, spool: Spool
) -> None:
    send(gdi, spool, Job("一楼", pages=(3,)))
    bottom = gdi.caps[111]
    assert dark(gdi.sheets[0]) == pytest.approx((0, bottom - 150, 150, bottom), abs=2)


def test_a_fine_printer_gets_dots_of_its_own_in_bands_without_a_seam(spool: Spool) -> None:
    gdi = Gdi(dots=600)
    send(gdi, spool, Job("一楼", pages=(1,)))
    tops = [top for top, *_ in gdi.bands]
    ends = [top + height for top, height, *_ in gdi.bands]
    assert tops[1:] == ends[:-1]
    assert sum(rows for *_, rows in gdi.bands) == ends[-1] - tops[0] == round(HEIGHT * 600 / 72)


def test_a_finer_printer_gets_larger_dots(spool: Spool) -> None:
    gdi = Gdi(dots=620)
    send(gdi, spool, Job("一楼", pages=(1,)))
    assert {columns for _, _, columns, _ in gdi.bands} == {round(WIDTH * 620 / 72) // 2}
    assert dark(gdi.sheets[0]) == pytest.approx((0, 0, 620, 620), abs=3)


@pytest.mark.parametrize(
    ("duplex", "kept"), [(Duplex.NONE, 1), (Duplex.LONG, 2), (Duplex.SHORT, 3)]
)
def test_the_driver_is_asked_for_upright_a4_copies_and_sides(
    gdi: Gdi, spool: Spool, duplex: Duplex, kept: int
) -> None:
    send(gdi, spool, Job("一楼", copies=3, pages=(1,), duplex=duplex))
    mode = spool.mode
    assert (mode.orientation, mode.paper_size) == (1, 9)
    assert (mode.copies, mode.collate, mode.duplex) == (3, 1, kept)


def test_the_settings_lie_where_windows_reads_them() -> None:
    places = [getattr(DevMode, name).offset for name in ("fields", "copies", "duplex", "collate")]
    assert places == [72, 86, 94, 100]
    assert ctypes.sizeof(BitmapInfo) == 40


def test_the_job_has_its_title_in_the_queue(gdi: Gdi, spool: Spool) -> None:
    send(gdi, spool, Job("一楼", pages=(1,), title="整套公开材料"))
    assert gdi.title == "整套公开材料"


@pytest.mark.parametrize("failing", ["StartPage", "StretchDIBits", "EndPage", "EndDoc"])
def test_a_job_that_fails_is_withdrawn_and_the_printer_let_go(spool: Spool, failing: str) -> None:
    gdi = Gdi(failing=failing)
    with pytest.raises(Problem, match="打印机“一楼”没有反应。看看电源和纸，再试一次；也可以另存为"):
        send(gdi, spool, Job("一楼"))
    assert gdi.told[-2:] == ["AbortDoc", "DeleteDC"]


def test_a_printer_that_takes_no_job_is_said_to_be_silent(spool: Spool) -> None:
    gdi = Gdi(failing="StartDocW")
    with pytest.raises(Problem, match="没有反应"):
        send(gdi, spool, Job("一楼"))
    assert gdi.told == ["CreateDCW", "StartDocW", "DeleteDC"]


def test_a_job_the_clerk_gives_up_is_no_failure(spool: Spool) -> None:
    gdi = Gdi(failing="StartDocW")
    send(gdi, spool, Job("一楼"), error=1223)
    assert gdi.told == ["CreateDCW", "StartDocW", "DeleteDC"]


def test_a_printer_that_is_gone_is_named(gdi: Gdi, spool: Spool) -> None:
    with pytest.raises(Problem, match="没有打印机“三楼”了，请重新选一台"):
        send(gdi, spool, Job("三楼"))
    assert gdi.told == []


def test_the_default_printer_comes_first_and_one_out_of_reach_says_so(
    gdi: Gdi, spool: Spool
) -> None:
    assert printers(windows(gdi, spool)) == (
        Printer("HP 1020", is_default=True),
        Printer("一楼", note="脱机"),
    )
