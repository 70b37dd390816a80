"""The styles as Word reads them, and those of other sizes that a document comes to need."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.style import RULE
from jsxh_desktop.reports.word.font_table import FONTS, font
from jsxh_desktop.reports.word.markup import part, properties, twips, w
from jsxh_desktop.reports.word.styles import ALL, BODY, CLOSER, NORMAL, Style

HIGHLIGHTED = w("highlight", val="yellow")
GAP = "GapText"
TABLE = "DisclosureTable"
# In parts of a line, where its height is not fixed.
_ONE_LINE = 240


class Stylesheet:
    """The styles of one document; a style in another size is added when it is first asked for."""

    def __init__(self) -> None:
        self._styles = {style.id: style for style in ALL}

    def sized(self, style: Style, size: float) -> str:
        """The id of a style for text of so many points."""
        found = style.sized(size)
        self._styles[found.id] = found
        return found.id

    def markup(self) -> bytes:
        """The part of the Word file that holds the styles."""
        styles = [_style(style) for style in self._styles.values()]
        return part("styles", _defaults(), *styles, _gap(), _table())


def _defaults() -> str:
    run = properties("rPr", font(Face.BODY), *_sizes(NORMAL.size), _language())
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _language() -> str:
    return w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")


def _style(style: Style) -> str:
    level = "" if style.level is None else w("outlineLvl", val=style.level - 1)
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.based) if style.based else "",
        w("next", val=BODY.id) if style.based.startswith(("Heading", "Level")) else "",
        w("qFormat"),
        properties("pPr", _spacing(style), level, *style.more),
        properties("rPr", font(style.face), *_letters(style)),
        type="paragraph",
        default=1 if style is NORMAL else None,
        customStyle=None if style.name.isascii() else 1,
        styleId=style.id,
    )


def _spacing(style: Style) -> str:
    rule = "exact" if style.line else "auto"
    height = twips(style.line) if style.line else _ONE_LINE
    before, after = twips(style.before), twips(style.after)
    return w("spacing", before=before, after=after, line=height, lineRule=rule)


def _letters(style: Style) -> Iterator[str]:
    """Size, weight and distance; running text is set closer, as 28 characters fill a line."""
    yield w("b", val=int(FONTS[style.face].bold))
    yield w("spacing", val=twips(CLOSER) if style.size == BODY.size else 0)
    yield from _sizes(style.size)


def _sizes(points: float) -> tuple[str, str]:
    return w("sz", val=int(points * 2)), w("szCs", val=int(points * 2))


def _gap() -> str:
    """What still has to be filled in: seen in black and white too."""
    return w(
        "style",
        w("name", val="待填"),
        w("qFormat"),
        properties("rPr", font(Face.HEI)),
        type="character",
        customStyle=1,
        styleId=GAP,
    )


def _table() -> str:
    """Every line of the grid."""
    eighths = round(RULE * 8)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w(
        "tblBorders",
        *(w(side, val="single", sz=eighths, space=0, color="000000") for side in sides),
    )
    return w(
        "style",
        w("name", val="公开表"),
        w("qFormat"),
        properties("rPr", font(Face.SONG)),
        properties("tblPr", borders),
        type="table",
        customStyle=1,
        styleId=TABLE,
    )
