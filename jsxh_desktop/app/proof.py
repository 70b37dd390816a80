"""What a preview shows: the bytes of a print, and what stands under a point of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from jsxh_desktop.app.origins import Origin
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack


class Choice(NamedTuple):
    """Something to preview: its title, which is the file name of its print, and the selection."""

    title: str
    selection: Selection


@dataclass(frozen=True, slots=True)
class Proof:
    """A print of one filing: its bytes, the pages with their sizes, what no font has.

    `sizes_mm` are width and height of each page; `unprintable` are (page from 1, character).
    """

    pdf: bytes
    sizes_mm: tuple[tuple[float, float], ...]
    unprintable: tuple[tuple[int, str], ...]
    filing: Filing
    selection: Selection

    @property
    def pages(self) -> int:
        return len(self.sizes_mm)


class Trace(NamedTuple):
    """What stands under a point: page (from 0), text, and the fields it comes from.

    The likeliest field is the first. `box` is left, top, width and height in points from the upper
    left corner of the page.
    """

    page: int
    box: tuple[float, float, float, float]
    text: str
    origins: tuple[Origin, ...]


class Composing(Protocol):
    """What composes proofs, here or in another process."""

    def proof(self, filing: Filing, selection: Selection) -> Proof:
        """The print of what is selected; Problem where there is no such part or sheet."""

    def trace(self, page: int, x: float, y: float) -> Trace | None:
        """What stands at a point of the last proof, in points; None where nothing does."""

    def close(self) -> None:
        """Give back what it holds; from any thread."""


def choices(filing: Filing, pack: Pack) -> tuple[Choice, ...]:
    """All that can be previewed: the whole book, each part, each sheet."""
    parts = (
        Choice(part.title.format(year=filing.year).replace("\n", " "), Selection(part=part.key))
        for part in pack.parts
    )
    sheets = (
        Choice(f"附表{number} {project.name or '未命名项目'}", Selection(sheet=number))
        for number, project in enumerate(filing.projects, 1)
    )
    return (Choice("整套公开材料", Selection()), *parts, *sheets)
