"""A figure forwarded to a Surface: outlines, hatching and text, nothing as pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Transform

from jsxh_desktop.charts.hatching import lines
from jsxh_desktop.charts.surface import Colour, Ink, Outline, Step, Surface, Verb

DPI = 72
"""At which one pixel of the figure is one point of the surface."""


class SurfaceRenderer(RendererBase):
    """What matplotlib calls to draw; holds the surface for the time of one drawing."""

    def __init__(self, surface: Surface, size: tuple[float, float]) -> None:
        super().__init__()
        self._surface = surface
        self._size = size

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - matplotlib's name
    ) -> None:
        outline = tuple(_steps(path, transform))
        stroke = gc.get_linewidth()
        ink = Ink(
            None if rgbFace is None else _colour(rgbFace),
            _colour(gc.get_rgb()) if stroke else None,
            stroke,
        )
        pattern = gc.get_hatch()
        if pattern is None:
            self._path(outline, ink)
            return
        self._path(outline, Ink(fill=ink.fill))
        hatching = Ink(stroke=_colour(gc.get_hatch_color()), width=gc.get_hatch_linewidth())
        self._surface.hatch(outline, lines(pattern, outline), hatching)
        self._path(outline, Ink(stroke=ink.stroke, width=ink.width))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Text | None = None,  # noqa: ARG002 - matplotlib's signature
    ) -> None:
        if angle or ismath:
            raise NotImplementedError("charts write plain lines from left to right")
        size = prop.get_size_in_points()
        self._surface.text(s, float(x), float(y), size, _colour(gc.get_rgb()))

    def get_text_width_height_descent(
        self,
        s: str,
        prop: Any,
        ismath: Any,  # noqa: ARG002 - matplotlib's signature
    ) -> tuple[float, float, float]:
        """Only the width counts: charts place their lines by the baseline."""
        size = prop.get_size_in_points()
        return self._surface.text_width(s, size), size, size / 5

    def _path(self, outline: Outline, ink: Ink) -> None:
        if ink.fill or ink.stroke:
            self._surface.path(outline, ink)


def render(figure: Figure, surface: Surface) -> None:
    """Draw a figure on a surface, in points."""
    figure.set_dpi(DPI)
    width, height = figure.get_size_inches() * DPI
    figure.draw(SurfaceRenderer(surface, (float(width), float(height))))


def _colour(rgb: Any) -> Colour:
    red, green, blue = (float(part) for part in rgb[:3])
    return red, green, blue


def _steps(path: Path, transform: Transform) -> Iterator[Step]:
    here = (0.0, 0.0)
    for points, code in path.iter_segments(transform, curves=True, simplify=False):
        numbers = tuple(float(number) for number in points)
        if code == Path.CURVE3:
            numbers = _cubic(here, numbers)
        yield _VERBS[code], () if code == Path.CLOSEPOLY else numbers
        here = (numbers[-2], numbers[-1])


_VERBS = {
    Path.MOVETO: Verb.MOVE,
    Path.LINETO: Verb.LINE,
    Path.CURVE3: Verb.CURVE,
    Path.CURVE4: Verb.CURVE,
    Path.CLOSEPOLY: Verb.CLOSE,
}


def _cubic(start: tuple[float, float], curve: tuple[float, ...]) -> tuple[float, ...]:
    """The quadratic curve (control, end) from `start` as a cubic one."""
    (x0, y0), (cx, cy, x1, y1) = start, curve
    first = (x0 + 2 * cx) / 3, (y0 + 2 * cy) / 3
    second = (x1 + 2 * cx) / 3, (y1 + 2 * cy) / 3
    return (*first, *second, x1, y1)
