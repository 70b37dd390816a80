"""Draws the program's icon: a sheet with rows of a table and the bars of a chart."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

SIZES = (16, 24, 32, 48, 64, 128, 256)
BLUE, WHITE, PALE, GREEN = "#1D5AA0", "#FFFFFF", "#B9C9DE", "#1C7241"
_UNIT = 64
_SHARP = 4
"""Drawn that many times larger, then made small, so that edges are smooth."""


def picture(size: int) -> Image.Image:
    """The icon as a square of so many dots."""
    large = size * _SHARP
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
        return tuple(each * large / _UNIT for each in (left, top, right, bottom))

    draw.rounded_rectangle(box(2, 2, 62, 62), radius=12 * large / _UNIT, fill=BLUE)
    draw.rounded_rectangle(box(13, 9, 51, 55), radius=4 * large / _UNIT, fill=WHITE)
    for top in (16, 24):
        draw.rectangle(box(19, top, 30, top + 3), fill=BLUE)
        draw.rectangle(box(34, top, 45, top + 3), fill=PALE)
    for left, top, colour in ((19, 42, PALE), (28, 37, BLUE), (37, 32, GREEN)):
        draw.rectangle(box(left, top, left + 7, 49), fill=colour)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def write_ico(target: Path) -> None:
    """The icon for Windows, in every size it asks for."""
    pictures = [picture(size) for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    pictures[-1].save(target, "ICO", sizes=sizes, append_images=pictures[:-1])


def write_png(target: Path, size: int) -> None:
    """The icon for a desktop of Linux."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture(size).save(target, "PNG")
