"""Elements of WordprocessingML as text, their properties in the order Word wants, safe text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from jsxh_desktop.reports.typed import printable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Word refuses a file whose properties stand in another order than the schema's.
_ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(order.split())
        for name, order in {
            "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl tabs autoSpaceDE"
            " autoSpaceDN spacing ind jc outlineLvl sectPr",
            "rPr": "rStyle rFonts b spacing sz szCs highlight lang",
            "tblPr": "tblStyle tblpPr tblW tblInd tblBorders tblLayout tblCellMar tblLook",
            "tcPr": "tcW gridSpan vMerge textDirection vAlign",
            "sectPr": "footerReference type pgSz pgMar pgNumType",
        }.items()
    }
)
_NAME = re.compile(r"<w:(\w+)")
# What `printable` leaves and XML does not know.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def w(name: str, /, *inside: str, **attributes: object) -> str:
    """An element with its attributes, all of WordprocessingML; None leaves an attribute out."""
    said = "".join(f' w:{key}="{value}"' for key, value in attributes.items() if value is not None)
    return f"<w:{name}{said}>{''.join(inside)}</w:{name}>" if inside else f"<w:{name}{said}/>"


def element(name: str, /, *inside: str, **attributes: object) -> str:
    """An element of another language, its name and attributes as they are."""
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def properties(name: str, /, *found: str) -> str:
    """An element of properties, sorted; nothing where there are none."""
    order = _ORDER[name]
    kept = sorted(filter(None, found), key=lambda element: order.index(_name(element)))
    return w(name, *kept) if kept else ""


def part(name: str, /, *inside: str) -> bytes:
    """A part of a Word file: its root element with the namespaces in use."""
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{''.join(inside)}</w:{name}>".encode()


def safe(text: str) -> str:
    """The text as the print shows it, in XML, be it content or the value of an attribute."""
    return _NO_CHARACTERS.sub("\ufffd", printable(text)).translate(_ESCAPES)


def twips(points: float) -> int:
    """Word's unit of length, a twentieth of a point."""
    return round(points * 20)


def _name(element: str) -> str:
    found = _NAME.match(element)
    return found[1] if found else ""
