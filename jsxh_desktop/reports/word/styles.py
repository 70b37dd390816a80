"""The styles of the Word file, named as a clerk of official documents calls what they are for.

Headings stand on Word's own, so that its navigation and contents know them. 正文, 标题 and other
names of Word's own styles in Chinese are not used again: Word takes two of a name for one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.style import (
    ALONE,
    BODY_SIZE,
    CAPTION_SIZE,
    CLOSING_SIZE,
    CONTENTS_PITCH,
    CONTENTS_SIZE,
    COVER_GAP,
    COVER_SIZE,
    INDENT,
    LABEL_GAP,
    LABEL_SIZE,
    LEADING,
    NOTE_LEADING,
    NOTE_SIZE,
    NUMBER_SIZE,
    PART_SIZE,
    TEXT_WIDTH,
)
from jsxh_desktop.reports.word.markup import twips, w

# 22 lines of it are no higher than the text area; the pitch of the print, in whole twips, would be.
LINE = 28.95
# 28 characters that much closer are no wider than the text area, in whole twips again.
CLOSER = -0.25
TABLE_SIZE = 10.5
TITLE_SIZE = 18.0
SUBTITLE_SIZE = 12.0

CENTRED = w("jc", val="center")
RIGHT = w("jc", val="right")
JUSTIFIED = w("jc", val="both")
KEPT = w("keepNext")
NEW_PAGE = w("pageBreakBefore")


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs, lengths in points; `line` is the height of a line, 0 as it comes.

    `level` is the one in Word's outline, from 1; 0 is none, None is that of the style it stands on.
    """

    id: str
    name: str
    face: Face = Face.BODY
    size: float = BODY_SIZE
    based: str = "Normal"
    line: float = LINE
    before: float = 0.0
    after: float = 0.0
    level: int | None = None
    more: tuple[str, ...] = ()

    def sized(self, size: float) -> Style:
        """The same for text of another size, as a style of its own that follows this one."""
        half_points = int(size * 2)
        if half_points == int(self.size * 2):
            return self
        size = half_points / 2
        name, line = f"{self.name} {size:g}磅", self.line * size / self.size
        return replace(
            self, id=f"{self.id}{half_points}", name=name, size=size, based=self.id, line=line
        )


def _close(
    id_: str,
    name: str,
    face: Face,
    size: float,
    *more: str,
    before: float = 0.0,
    after: float = 0.0,
) -> Style:
    """A style whose lines stand as close as those of titles and cells."""
    line = LEADING * size
    return Style(id_, name, face, size, line=line, before=before, after=after, more=more)


def _indented(characters: int) -> str:
    return w("ind", firstLineChars=characters * 100, firstLine=twips(characters * INDENT / 2))


NORMAL = Style(
    "Normal",
    "Normal",
    based="",
    more=(w("widowControl"), w("autoSpaceDE", val=0), w("autoSpaceDN", val=0)),
)
BODY = Style("Body", "公文正文", more=(_indented(2), JUSTIFIED))
FLUSH = Style("Flush", "公文正文顶格", based="Body", more=(_indented(0),))
NOTE = Style("Note", "说明文字", Face.SONG, NOTE_SIZE)

HEADINGS = tuple(
    Style(f"Heading{level}", f"heading {level}", level=level, more=(KEPT, w("keepLines")))
    for level in range(1, 7)
)
PART_TITLE = Style(
    "PartTitle", "公文标题", Face.TITLE, PART_SIZE, "Heading1", after=LINE, more=(NEW_PAGE, CENTRED)
)
# Of a part with nothing but titles on its first page.
ALONE_TITLE = replace(PART_TITLE, id="AloneTitle", name="扉页标题", based="PartTitle", before=ALONE)
ANNEX_TITLE = replace(PART_TITLE, id="AnnexTitle", name="附件标题", based="Heading2")
# They start a page by themselves.
STARTING = frozenset({PART_TITLE.id, ALONE_TITLE.id, ANNEX_TITLE.id})
_NAMED = (
    ("一级标题", Face.HEI),
    ("二级标题", Face.KAI),
    ("三级标题", Face.BODY),
    ("四级标题", Face.BODY),
)
LEVELS = tuple(
    Style(f"Level{place}", name, face, based=f"Heading{place + 1}", more=(_indented(2),))
    for place, (name, face) in enumerate(_NAMED, 1)
)
# One deeper in the outline, below an annex and so below the contents.
ANNEX_LEVELS = tuple(
    replace(style, id=f"Annex{style.id}", name=f"附件{style.name}", based=style.id, level=level)
    for level, style in enumerate(LEVELS, 3)
)

COVER_TITLE = _close("CoverTitle", "封面标题", Face.TITLE, COVER_SIZE, CENTRED)
COVER_SUBTITLE = _close(
    "CoverSubtitle", "封面年度", Face.TITLE, COVER_SIZE, CENTRED, before=COVER_GAP
)
COVER_CLOSING = _close("CoverClosing", "封面落款", Face.KAI, CLOSING_SIZE, CENTRED)

CONTENTS_TITLE = Style(
    "ContentsTitle",
    "目录标题",
    Face.TITLE,
    PART_SIZE,
    after=2 * CONTENTS_PITCH - LINE,
    more=(CENTRED,),
)
_DOTS = w("tabs", w("tab", val="right", leader="dot", pos=twips(TEXT_WIDTH)))
_INSET = w("ind", left=twips(2 * CONTENTS_SIZE))
CONTENTS = (
    Style("TOC1", "toc 1", Face.HEI, CONTENTS_SIZE, line=CONTENTS_PITCH, more=(_DOTS,)),
    Style("TOC2", "toc 2", Face.SONG, CONTENTS_SIZE, line=CONTENTS_PITCH, more=(_DOTS, _INSET)),
)
FOOTER = _close("Footer", "footer", Face.SONG, NUMBER_SIZE)

CAPTION = _close("Caption", "caption", Face.HEI, CAPTION_SIZE, CENTRED)
# With the chart eight lines and a half, between what the print takes with and without room.
FIGURE = Style("Figure", "图", line=0, before=4, more=(KEPT, CENTRED))
FIGURE_CAPTION = replace(
    CAPTION, id="FigureCaption", name="图题", based="Caption", before=3, after=12.5
)
NO_FIGURE = Style("NoFigure", "无图说明", more=(KEPT, CENTRED))

TABLE_LABEL = _close("TableLabel", "附表序号", Face.HEI, LABEL_SIZE, KEPT, after=LABEL_GAP / 2)
TABLE_TITLE = replace(
    _close("TableTitle", "表题", Face.TITLE, TITLE_SIZE, CENTRED), based="Heading2"
)
INNER_TITLE = replace(
    TABLE_TITLE, id="InnerTitle", name="文中表题", based="Caption", more=(KEPT, CENTRED)
)
PLAIN_TITLE = replace(TABLE_TITLE, id="PlainTitle", name="自评表题", face=Face.HEI)
TABLE_SUBTITLE = _close("TableSubtitle", "表题年度", Face.SONG, SUBTITLE_SIZE, KEPT, CENTRED)
SMALL_LABEL = _close("SmallLabel", "报表编号", Face.SONG, TABLE_SIZE, KEPT)
TABLE_NUMBER = _close("TableNumber", "表号", Face.SONG, TABLE_SIZE, KEPT, RIGHT)
TABLE_UNIT = _close("TableUnit", "编制单位和金额单位", Face.SONG, TABLE_SIZE, KEPT)
TABLE_TEXT = _close("TableText", "表格文字", Face.SONG, TABLE_SIZE)
TABLE_NOTE = Style("TableNote", "表注", Face.SONG, TABLE_SIZE, line=NOTE_LEADING * TABLE_SIZE)
SIGNATURE = _close("Signature", "签字行", Face.SONG, TABLE_SIZE)
# What Word needs between two tables, or to end a section, where nothing is to be seen.
NOTHING = Style("Nothing", "表间", size=1, line=1)

ALL = (
    NORMAL,
    BODY,
    FLUSH,
    NOTE,
    *HEADINGS,
    PART_TITLE,
    ALONE_TITLE,
    ANNEX_TITLE,
    *LEVELS,
    *ANNEX_LEVELS,
    COVER_TITLE,
    COVER_SUBTITLE,
    COVER_CLOSING,
    CONTENTS_TITLE,
    *CONTENTS,
    FOOTER,
    CAPTION,
    FIGURE_CAPTION,
    FIGURE,
    NO_FIGURE,
    TABLE_LABEL,
    TABLE_TITLE,
    INNER_TITLE,
    PLAIN_TITLE,
    TABLE_SUBTITLE,
    SMALL_LABEL,
    TABLE_NUMBER,
    TABLE_UNIT,
    TABLE_TEXT,
    TABLE_NOTE,
    SIGNATURE,
    NOTHING,
)
