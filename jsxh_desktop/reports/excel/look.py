"""How cells look, and the stylesheet of a workbook that its cells refer to by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from jsxh_desktop.narrative.block import Align
from jsxh_desktop.reports.word.markup import DECLARATION, element

SONG, HEI = "宋体", "黑体"
"""Every computer on which Excel or WPS speaks Chinese has both."""

TEXT, ANY, WHOLE, PLAIN, APART = "@", "General", "0", "0.00", "#,##0.00"
"""Formats: text that looks like a number; numbers, whole ones, amounts, with thousands apart."""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FORMATS = {"": 0, ANY: 0, WHOLE: 1, PLAIN: 2, APART: 4, TEXT: 49}
_SIDES = ("left", "right", "top", "bottom")
_STACKED = 255


class Look(NamedTuple):
    """The look of a cell; `quoted` tells a spreadsheet that what begins like a formula is text."""

    face: str = SONG
    size: float = 10.5
    bold: bool = False
    side: Align = Align.LEFT
    indent: int = 0
    ruled: bool = False
    format: str = ""
    upright: bool = False
    quoted: bool = False

    @property
    def is_number(self) -> bool:
        return self.format in {ANY, WHOLE, PLAIN, APART}


class Looks:
    """The looks of one workbook, numbered as they are first asked for; 0 is a cell without any."""

    def __init__(self) -> None:
        self._numbers: dict[Look, int] = {Look(size=11): 0}

    def number(self, look: Look) -> int:
        return self._numbers.setdefault(look, len(self._numbers))

    def markup(self) -> bytes:
        """The stylesheet of all that were asked for."""
        looks = list(self._numbers)
        fonts = list(dict.fromkeys(map(_font, looks)))
        xfs = [_xf(look, fonts.index(_font(look))) for look in looks]
        plain = element("xf", numFmtId=0, fontId=0, fillId=0, borderId=0)
        normal = element("cellStyle", name="Normal", xfId=0, builtinId=0)
        inside = (
            _list("fonts", fonts),
            _list("fills", (_fill("none"), _fill("gray125"))),
            _list("borders", (_border(_unruled), _border(_ruled))),
            _list("cellStyleXfs", (plain,)),
            _list("cellXfs", xfs),
            _list("cellStyles", (normal,)),
        )
        return (DECLARATION + element("styleSheet", *inside, xmlns=MAIN)).encode()


def _list(name: str, items: Iterable[str]) -> str:
    held = tuple(items)
    return element(name, *held, count=len(held))


def _font(look: Look) -> str:
    bold = (element("b"),) if look.bold else ()
    size, name = element("sz", val=f"{look.size:g}"), element("name", val=look.face)
    return element("font", *bold, size, name, element("charset", val=134))


def _fill(pattern: str) -> str:
    return element("fill", element("patternFill", patternType=pattern))


def _ruled(side: str) -> str:
    return element(side, element("color", auto=1), style="thin")


def _unruled(side: str) -> str:
    return element(side)


def _border(made: Callable[[str], str]) -> str:
    return element("border", *map(made, _SIDES), element("diagonal"))


def _xf(look: Look, font: int) -> str:
    facts: dict[str, object] = {
        "numFmtId": _FORMATS[look.format],
        "fontId": font,
        "fillId": 0,
        "borderId": int(look.ruled),
        "xfId": 0,
        "applyNumberFormat": 1,
        "applyFont": 1,
        "applyBorder": 1,
        "applyAlignment": 1,
    }
    if look.quoted:
        facts["quotePrefix"] = 1
    return element("xf", _alignment(look), **facts)


def _alignment(look: Look) -> str:
    facts: dict[str, object] = {"horizontal": str(look.side.replace("centre", "center"))}
    if look.indent:
        facts["indent"] = look.indent
    if look.upright:
        facts["textRotation"] = _STACKED
    wrapped = {} if look.is_number else {"wrapText": 1}
    return element("alignment", **facts, vertical="center", **wrapped)
