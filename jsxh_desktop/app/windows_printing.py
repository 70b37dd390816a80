"""Prints on Windows through GDI: pages drawn at the printer's own resolution, band by band.

A printer takes a bitmap whatever its driver, and the bitmap is drawn by what draws the preview.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_int, c_int32, c_short, c_uint16, c_uint32, c_void_p, c_wchar_p
from dataclasses import dataclass
from math import ceil
from typing import Any, NamedTuple

from jsxh_desktop.app.page_pictures import PagePictures
from jsxh_desktop.app.print_job import Duplex, Job, Printer
from jsxh_desktop.app.problem import Problem

LOCAL_AND_CONNECTED = 0x2 | 0x4
OFFLINE = 0x400
OUT, IN = 2, 8
ORIENTATION, PAPER_SIZE, COPIES, DUPLEX, COLLATE = 0x1, 0x2, 0x100, 0x1000, 0x8000
PORTRAIT, A4 = 1, 9
SIDES = {Duplex.NONE: 1, Duplex.LONG: 2, Duplex.SHORT: 3}
DOTS, PAPER, MARGIN = (88, 90), (110, 111), (112, 113)
"""Of GetDeviceCaps, across and down: dots an inch, the paper and its white edge in dots."""
COPY = 0x00CC0020
GIVEN_UP = 1223
"""The error where the clerk closed a box of the driver, such as the one for a file name."""
FINEST = 600
"""Dots an inch a page is drawn with at the most; a finer printer gets each of them larger."""
ROWS = 512
"""Of a band: some 8 MB on the finest printer."""
INSTEAD = "也可以另存为 PDF，或打开后打印"


class PrinterInfo(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = (
        ("name", c_wchar_p),
        ("server", c_wchar_p),
        ("attributes", c_uint32),
    )


class DevMode(ctypes.Structure):
    """The part of DEVMODEW that is the same for every driver, as far as it is needed."""

    _fields_ = (
        ("device", c_uint16 * 32),
        ("versions_and_sizes", c_uint16 * 4),
        ("fields", c_uint32),
        ("orientation", c_short),
        ("paper_size", c_short),
        ("paper_length", c_short),
        ("paper_width", c_short),
        ("scale", c_short),
        ("copies", c_short),
        ("source", c_short),
        ("quality", c_short),
        ("colour", c_short),
        ("duplex", c_short),
        ("down_resolution", c_short),
        ("true_type", c_short),
        ("collate", c_short),
    )


class DocInfo(ctypes.Structure):
    """DOCINFOW."""

    _fields_ = (
        ("size", c_int),
        ("title", c_wchar_p),
        ("output", c_wchar_p),
        ("data_type", c_wchar_p),
        ("kind", c_uint32),
    )


class BitmapInfo(ctypes.Structure):
    """BITMAPINFOHEADER, which says all of a bitmap without a palette."""

    _fields_ = (
        ("size", c_uint32),
        ("width", c_int32),
        ("height", c_int32),
        ("planes", c_uint16),
        ("bits", c_uint16),
        ("compression", c_uint32),
        ("image_size", c_uint32),
        ("across", c_int32),
        ("down", c_int32),
        ("used", c_uint32),
        ("important", c_uint32),
    )


@dataclass(frozen=True, slots=True)
class Dlls:
    """The parts of Windows that print: gdi32, winspool.drv, and why the last call did not work."""

    gdi: Any
    spool: Any
    last_error: Callable[[], int]


class Drawn(NamedTuple):
    """A page on its sheet: where it begins and how large it is in dots, and how finely drawn."""

    place: tuple[int, int]
    size: tuple[int, int]
    pixels: tuple[int, int]
    turned: bool


def dlls() -> Dlls:
    """Windows itself; OSError anywhere else."""
    if sys.platform != "win32":
        raise OSError("only Windows prints through GDI")
    gdi = ctypes.WinDLL("gdi32", use_last_error=True)
    spool = ctypes.WinDLL("winspool.drv", use_last_error=True)
    # A handle is a pointer, which an int would cut short.
    text, number, handle = c_wchar_p, c_int, c_void_p
    gdi.CreateDCW.restype = handle
    gdi.CreateDCW.argtypes = (text, text, text, handle)
    gdi.StretchDIBits.argtypes = (
        handle, *[number] * 8, ctypes.c_char_p, handle, c_uint32, c_uint32,
    )  # fmt: skip
    gdi.GetDeviceCaps.argtypes = (handle, number)
    gdi.StartDocW.argtypes = (handle, handle)
    for name in ("StartPage", "EndPage", "EndDoc", "AbortDoc", "DeleteDC"):
        getattr(gdi, name).argtypes = (handle,)
    spool.OpenPrinterW.argtypes = (text, handle, handle)
    spool.ClosePrinter.argtypes = (handle,)
    spool.DocumentPropertiesW.argtypes = (handle, handle, text, handle, handle, c_uint32)
    return Dlls(gdi, spool, ctypes.get_last_error)


def printers(windows: Dlls) -> tuple[Printer, ...]:
    """Every printer, the default one first."""
    size, count = c_uint32(), c_uint32()
    wanted = LOCAL_AND_CONNECTED, None, 4
    enumerate_printers = windows.spool.EnumPrintersW
    enumerate_printers(*wanted, None, 0, ctypes.byref(size), ctypes.byref(count))
    room = ctypes.create_string_buffer(max(size.value, ctypes.sizeof(PrinterInfo)))
    enumerate_printers(*wanted, room, len(room), ctypes.byref(size), ctypes.byref(count))
    listed = ctypes.cast(room, ctypes.POINTER(PrinterInfo))
    default = _default(windows)
    found = (
        Printer(info.name, info.name == default, "脱机" if info.attributes & OFFLINE else "")
        for info in (listed[place] for place in range(count.value))
    )
    return tuple(sorted(found, key=lambda printer: not printer.is_default))


def print_pdf(pdf: bytes, job: Job, windows: Dlls) -> None:
    """Print the pages of a job; what was begun of it is withdrawn where a page fails."""
    pictures = PagePictures(pdf)
    try:
        with _device(job, windows) as device:
            _print(pictures, device, job, windows)
    finally:
        pictures.close()


def _print(pictures: PagePictures, device: int, job: Job, windows: Dlls) -> None:
    gdi = windows.gdi
    info = DocInfo(ctypes.sizeof(DocInfo), job.title or "公开材料", None, None, 0)
    if gdi.StartDocW(device, ctypes.byref(info)) <= 0:
        if windows.last_error() == GIVEN_UP:
            return
        raise _silent(job)
    try:
        for page in job.pages or range(1, pictures.pages + 1):
            _must(gdi.StartPage(device), job)
            _put(pictures, page - 1, device, job, windows)
            _must(gdi.EndPage(device), job)
        _must(gdi.EndDoc(device), job)
    except BaseException:
        gdi.AbortDoc(device)
        raise


def _put(pictures: PagePictures, page: int, device: int, job: Job, windows: Dlls) -> None:
    """One page onto the sheet under way."""
    drawn = _drawn(pictures.size(page), device, windows)
    width, height = drawn.pixels
    for top in range(0, height, ROWS):
        rows = min(ROWS, height - top)
        pixels = pictures.band(page, drawn.pixels, top, rows, turned=drawn.turned)
        # Negative: the first row is the uppermost one.
        head = BitmapInfo(ctypes.sizeof(BitmapInfo), width, -rows, 1, 24)
        first, last = (drawn.size[1] * edge // height for edge in (top, top + rows))
        source = (0, 0, width, rows, pixels, ctypes.byref(head), 0, COPY)
        place = (drawn.place[0], drawn.place[1] + first, drawn.size[0], last - first)
        _must(windows.gdi.StretchDIBits(device, *place, *source), job)


def _drawn(points: tuple[float, float], device: int, windows: Dlls) -> Drawn:
    """A page in the middle of its paper, at its real size; a landscape one turned to the left."""
    turned = points[0] > points[1]
    upright = (points[1], points[0]) if turned else points
    dots, paper, margin = (
        [windows.gdi.GetDeviceCaps(device, each) for each in pair] for pair in (DOTS, PAPER, MARGIN)
    )
    size = [round(length * each / 72) for length, each in zip(upright, dots, strict=True)]
    place = [(paper[axis] - size[axis]) // 2 - margin[axis] for axis in (0, 1)]
    pixels = [size[axis] // ceil(dots[axis] / FINEST) for axis in (0, 1)]
    return Drawn((place[0], place[1]), (size[0], size[1]), (pixels[0], pixels[1]), turned)


@contextmanager
def _device(job: Job, windows: Dlls) -> Iterator[int]:
    """The printer opened for a job, upright on A4."""
    mode = _mode(job, windows)
    device = windows.gdi.CreateDCW("WINSPOOL", job.printer, None, mode)
    if not device:
        raise _silent(job)
    try:
        yield device
    finally:
        windows.gdi.DeleteDC(device)


def _mode(job: Job, windows: Dlls) -> Any:
    """The driver's settings with those of the job, checked by the driver."""
    spool, handle = windows.spool, c_void_p()
    if not spool.OpenPrinterW(job.printer, ctypes.byref(handle), None):
        raise Problem(f"没有打印机“{job.printer}”了，请重新选一台；{INSTEAD}")
    try:
        size = spool.DocumentPropertiesW(None, handle, job.printer, None, None, 0)
        _must(size, job)
        room = ctypes.create_string_buffer(size)
        _must(spool.DocumentPropertiesW(None, handle, job.printer, room, None, OUT), job)
        mode = DevMode.from_buffer(room)
        mode.fields |= ORIENTATION | PAPER_SIZE | COPIES | DUPLEX | COLLATE
        mode.orientation, mode.paper_size = PORTRAIT, A4
        mode.copies, mode.collate, mode.duplex = job.copies, 1, SIDES[job.duplex]
        _must(spool.DocumentPropertiesW(None, handle, job.printer, room, room, IN | OUT), job)
    finally:
        spool.ClosePrinter(handle)
    return room


def _default(windows: Dlls) -> str:
    """The name of the default printer; none where there is no such printer."""
    size = c_uint32()
    windows.spool.GetDefaultPrinterW(None, ctypes.byref(size))
    room = ctypes.create_unicode_buffer(max(size.value, 1))
    windows.spool.GetDefaultPrinterW(room, ctypes.byref(size))
    return room.value


def _must(answer: int, job: Job) -> None:
    if answer <= 0:
        raise _silent(job)


def _silent(job: Job) -> Problem:
    return Problem(f"打印机“{job.printer}”没有反应。看看电源和纸，再试一次；{INSTEAD}")
