"""A matplotlib figure drawn on in millimetres from its lower left corner.

Plain artists instead of axes: laying out and drawing axes takes six times as long, and everything
they would decide (marks, margins, places of labels) the charts decide themselves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle, Wedge
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from jsxh_desktop.charts import lettering, palette
from jsxh_desktop.charts.palette import Fill

INCH = 25.4
_EDGE, _HATCH = 0.8, 0.7  # pt

Align = Literal["left", "center", "right"]
Point = tuple[float, float]


class Sheet:
    """A figure of a fixed size in mm; a later mark lies over an earlier one.

    Every property that a user's matplotlib settings could change is set here.
    """

    def __init__(self, width: float, height: float, font: Path | None = None) -> None:
        """`font` is the file a screen writes with; a print brings its own typefaces."""
        self.width = width
        self.height = height
        self.figure = Figure((width / INCH, height / INCH), frameon=False)
        self._font = FontProperties(
            family=["DejaVu Sans"], style="normal", weight="normal", stretch="normal"
        )
        if font:
            self._font.set_file(str(font))
        self._millimetres = Affine2D().scale(1 / INCH) + self.figure.dpi_scale_trans

    def box(self, corner: Point, width: float, height: float, fill: Fill) -> None:
        """A filled rectangle from its lower left corner."""
        self._fill(Rectangle(corner, width, height), fill)

    def slice(self, centre: Point, radius: float, turns: tuple[float, float], fill: Fill) -> None:
        """A sector between two angles, in degrees against the clock from three o'clock."""
        self._fill(Wedge(centre, radius, *turns), fill)

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
        words = Text(*at, text, fontproperties=font, color=palette.TEXT)
        words.set(
            horizontalalignment=align, verticalalignment="baseline", parse_math=False, usetex=False
        )
        words.set_antialiased(True)
        self._add(words)

    def _fill(self, area: Patch, fill: Fill) -> None:
        area.set(facecolor=fill.face, edgecolor=fill.edge, linewidth=_EDGE, linestyle="-")
        area.set(hatch=fill.hatch, hatch_linewidth=_HATCH, hatchcolor=fill.edge)
        area.set(joinstyle="miter", capstyle="butt", antialiased=True)
        self._add(area)

    def _add(self, artist: Artist) -> None:
        artist.set(transform=self._millimetres, zorder=len(self.figure.get_children()), snap=False)
        artist.set(path_effects=[], sketch_params=None)
        self.figure.add_artist(artist)
