"""A matplotlib figure drawn on in millimetres from its lower left corner.

Plain artists instead of axes: laying out and drawing axes takes six times as long, and everything
they would decide (marks, margins, places of labels) the charts decide themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, FontProperties, fontManager, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle, Wedge
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from jsxh_desktop.charts import lettering
from jsxh_desktop.charts.palette import PRINT, Fill, Inks

INCH = 25.4
_EDGE, _HATCH = 0.8, 0.7  # pt

Align = Literal["left", "center", "right"]
Point = tuple[float, float]
Part = tuple[int, int]
"""The series and the category an area stands for."""


class Sheet:
    """A figure drawn on in mm, in its size; a later mark lies over an earlier one.

    Every property that a user's matplotlib settings could change is set here.
    """

    def __init__(self, figure: Figure, inks: Inks = PRINT, fonts: Sequence[Path] = ()) -> None:
        """`fonts` are the files a screen writes with, each for what the ones before it lack.

        A print needs none, it brings its own typefaces.
        """
        self.width, self.height = (float(inches) * INCH for inches in figure.get_size_inches())
        self.figure = figure
        self.inks = inks
        self._font = FontProperties(
            family=[*map(_family, fonts)] or ["DejaVu Sans"],
            style="normal",
            weight="normal",
            stretch="normal",
        )
        self._millimetres = Affine2D().scale(1 / INCH) + self.figure.dpi_scale_trans

    def box(
        self, corner: Point, width: float, height: float, fill: Fill, part: Part | None = None
    ) -> None:
        """A filled rectangle from its lower left corner, and what it stands for."""
        self._fill(Rectangle(corner, width, height), fill, part)

    def slice(
        self, centre: Point, radius: float, turns: tuple[float, float], fill: Fill, part: Part
    ) -> None:
        """A sector between two angles, in degrees against the clock from three o'clock."""
        self._fill(Wedge(centre, radius, *turns), fill, part)

    def line(self, points: tuple[Point, ...], colour: str, width: float) -> None:
        """A line through points, `width` in pt."""
        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, linewidth=width, linestyle="-", color=colour, marker="")
        line.set(
            drawstyle="default", solid_capstyle="butt", solid_joinstyle="round", antialiased=True
        )
        self._add(line)

    def text(self, text: str, at: Point, align: Align, size: float = lettering.SIZE) -> None:
        """One line of text; `at` is on its baseline, at its left end, centre or right end."""
        font = self._font.copy()
        font.set_size(size)
        words = Text(*at, text, fontproperties=font, color=self.inks.text)
        words.set(
            horizontalalignment=align, verticalalignment="baseline", parse_math=False, usetex=False
        )
        words.set_antialiased(True)
        self._add(words)

    def _fill(self, area: Patch, fill: Fill, part: Part | None) -> None:
        if part:
            area.set_gid("-".join(map(str, part)))
        area.set(facecolor=fill.face, edgecolor=fill.edge, linewidth=_EDGE, linestyle="-")
        area.set(hatch=fill.hatch, hatch_linewidth=_HATCH, hatchcolor=fill.edge)
        area.set(joinstyle="miter", capstyle="butt", antialiased=True)
        self._add(area)

    def _add(self, artist: Artist) -> None:
        artist.set(transform=self._millimetres, zorder=len(self.figure.get_children()), snap=False)
        artist.set(path_effects=[], sketch_params=None)
        self.figure.add_artist(artist)


def part_at(figure: Figure, x: float, y: float) -> Part | None:
    """What the area under a point stands for; pixels from the lower left corner of the figure."""
    for area in reversed(figure.get_children()):
        name = area.get_gid()
        if name and isinstance(area, Patch) and area.contains_point((x, y)):
            series, category = map(int, name.split("-"))
            return series, category
    return None


@cache
def _family(font: Path) -> str:
    """The name of a font file, by which matplotlib finds it from now on, in the one weight."""
    name = str(get_font(str(font)).family_name)
    fontManager.ttflist.append(FontEntry(str(font), name=name, weight=400, size="scalable"))
    return name
