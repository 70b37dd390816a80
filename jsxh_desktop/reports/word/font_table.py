"""The fonts of the Word file: those the official forms name, and what stands in for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.word.markup import part, w


class Font(NamedTuple):
    """A font by the name Word knows it under; `instead` are those that look like it, best first."""

    name: str
    family: str
    instead: str
    bold: bool = False


# Windows has had no “_GB2312” since 7, only the same faces without it; 小标宋 comes with WPS.
FONTS: Mapping[Face, Font] = MappingProxyType(
    {
        Face.BODY: Font("仿宋_GB2312", "modern", "仿宋,FangSong"),
        Face.SONG: Font("宋体", "roman", "SimSun"),
        Face.BOLD: Font("宋体", "roman", "SimSun", bold=True),
        Face.TITLE: Font("方正小标宋简体", "roman", "方正小标宋_GBK,华文中宋,宋体"),
        Face.HEI: Font("黑体", "modern", "SimHei"),
        Face.KAI: Font("楷体_GB2312", "modern", "楷体,KaiTi"),
    }
)


def font(face: Face) -> str:
    """The font of a style or of a run, for digits and letters too.

    All four are said: without `eastAsia` WPS and Word take 宋体, and “” would be of another font.
    """
    name = FONTS[face].name
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def font_table() -> bytes:
    """What Word does where a font is not installed."""
    unlike = {each.name: each for each in FONTS.values()}
    return part("fonts", *map(_entry, unlike.values()))


def _entry(font: Font) -> str:
    return w(
        "font",
        w("altName", val=font.instead),
        w("charset", val="86"),
        w("family", val=font.family),
        w("pitch", val="default"),
        name=font.name,
    )
