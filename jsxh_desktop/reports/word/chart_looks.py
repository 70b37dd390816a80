"""The inks and letters of the printed charts in DrawingML: told apart in a grey print too."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jsxh_desktop.charts import lettering
from jsxh_desktop.charts.palette import PRINT, Fill
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.word.font_table import FONTS
from jsxh_desktop.reports.word.markup import element

_POINT = 12_700
_EDGE, _GRID, _AXIS, _LEADER = 0.8, 0.5, 0.9, 0.6
# What comes nearest to the hatching of the print.
_PATTERNS: Mapping[str, str] = MappingProxyType(
    {"////": "wdUpDiag", "\\\\\\\\": "wdDnDiag", "xxx": "openDmnd"}
)


def val(name: str, value: object) -> str:
    """An element that says nothing but its value."""
    return element(f"c:{name}", val=value)


def _colour(hexadecimal: str) -> str:
    return element("a:srgbClr", val=hexadecimal.lstrip("#").upper())


def stroke(colour: str, width: float) -> str:
    """A line `width` points wide."""
    inside = element("a:solidFill", _colour(colour))
    return element("a:ln", inside, w=round(width * _POINT))


def shape(*inside: str) -> str:
    """How an element of a chart is filled and edged."""
    return element("c:spPr", *inside)


NO_FILL = element("a:noFill")
NO_LINE = element("a:ln", element("a:noFill"))
EMPTY = shape(NO_FILL, NO_LINE)
GRID = shape(stroke(PRINT.grid, _GRID))
AXIS = shape(stroke(PRINT.axis, _AXIS))
LEADERS = element("c:leaderLines", shape(stroke(PRINT.leader, _LEADER)))


def filled(number: int) -> str:
    """The fill of a series or a slice, by its number."""
    fill = PRINT.fills[number % len(PRINT.fills)]
    return shape(_area(fill), stroke(fill.edge, _EDGE))


def _area(fill: Fill) -> str:
    if fill.hatch is None:
        return element("a:solidFill", _colour(fill.face))
    lines = element("a:fgClr", _colour(fill.edge))
    ground = element("a:bgClr", _colour(fill.face))
    return element("a:pattFill", lines, ground, prst=_PATTERNS[fill.hatch])


_INK = element("a:solidFill", _colour(PRINT.text))
_FONT = "".join(
    element(f"a:{use}", typeface=FONTS[Face.SONG].name) for use in ("latin", "ea", "cs")
)
RUN = element("a:rPr", _INK, _FONT, lang="zh-CN", sz=round(lettering.SIZE * 100), b=0)
_DEFAULT = element("a:pPr", element("a:defRPr", _INK, _FONT, sz=round(lettering.SIZE * 100), b=0))
_LEVEL = element("a:bodyPr", rot=0, vert="horz", wrap="none")
_LISTS = element("a:lstStyle")
LETTERS = element(
    "c:txPr", _LEVEL, _LISTS, element("a:p", _DEFAULT, element("a:endParaRPr", lang="zh-CN"))
)


def rich(*paragraphs: str) -> str:
    """Text of its own, its paragraphs made of runs or fields."""
    said = (element("a:p", _DEFAULT, inside) for inside in paragraphs)
    return element("c:tx", element("c:rich", _LEVEL, _LISTS, *said))


def layout(*, inner: bool = False, edge: bool = False, **shares: float) -> str:
    """A place in parts of the chart's width (x, w) and height (y, h).

    It is measured from the upper left corner if from an `edge`, else from where Word would put it.
    """
    target = element("c:layoutTarget", val="inner") if inner else ""
    modes = (element(f"c:{side}Mode", val="edge") for side in "xy" if inner or edge)
    places = (element(f"c:{side}", val=f"{share:.4f}") for side, share in shares.items())
    return element("c:layout", element("c:manualLayout", target, *modes, *places))
