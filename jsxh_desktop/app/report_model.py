"""The performance reports as a window shows them: what the program writes, what the unit does.

The reports are composed with a mark in every text of the unit's own; where a mark comes out there
stands a field, and everything else is the program's.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Any, TypeVar

from jsxh_desktop.app.live_figures import Live, live
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Block, Gap, Heading, Paragraph, Table
from jsxh_desktop.narrative.department_report import department_report
from jsxh_desktop.narrative.project_report import project_report
from jsxh_desktop.narrative.wording import Wording

R = TypeVar("R", DepartmentReport, ProjectReport)

# A private character no clerk types and no sentence of a pack has.
MARK = "\ue000"
_MARKED = re.compile(f"(.*?)：?{MARK}(.+){MARK}")
OWN_PAGE = "department_report"
PAGES = {
    "title_report_duties": "duties",
    "title_report_staff": "organization",
    "title_report_income": "income",
    "title_report_expenditure": "expenditure",
    "title_report_projects": "economic",
    "title_report_result": OWN_PAGE,
    "title_project_situation": "projects",
    "title_project_granted": "expenditure",
    "title_project_used": "expenditure",
}
"""By its heading's word in the pack, the page most figures of a section come from."""


class State(Enum):
    """How far a chapter is written."""

    EMPTY = "空"
    PARTLY = "填写中"
    DONE = "完成"


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a section, and the page most of what the program writes there comes from."""

    text: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph the program writes, with what of it is live."""

    text: str
    live: tuple[Live, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Paragraphs of the program's that stand together."""

    paragraphs: tuple[Said, ...]

    @property
    def gaps(self) -> int:
        """How many of its gaps can be filled in somewhere."""
        return sum(each.is_gap and bool(each.page) for p in self.paragraphs for each in p.live)


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of the unit's own; `label` is blank where the heading says it already.

    `owed` is why what stands there will not do.
    """

    entry: Entry[Any]
    label: str
    filled: bool
    owed: str = ""


Piece = Title | Written | Table | Asked


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter, its pieces in print order."""

    title: str
    pieces: tuple[Piece, ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Asked))

    @property
    def filled(self) -> int:
        return sum(each.filled for each in self.asked)

    @property
    def state(self) -> State:
        """Done where nothing of it would print as a gap."""
        gaps = sum(piece.gaps for piece in self.pieces if isinstance(piece, Written))
        if self.filled == len(self.asked) and not gaps and not any(x.owed for x in self.asked):
            return State.DONE
        return State.PARTLY if self.filled or not self.asked else State.EMPTY


def department_chapters(filing: Filing, pack: Pack) -> tuple[Chapter, ...]:
    """附件1."""
    report, score = filing.department_report, DepartmentReport.self_score
    marked = _marked(report)

    def composed(own: DepartmentReport, given: Filing = filing) -> list[Block]:
        changed = dataclasses.replace(given, department_report=own)
        return list(department_report(Wording(changed, pack)))

    blocks = composed(marked)
    # A number cannot be marked: where it is asked for shows while nothing gives it.
    bare = dataclasses.replace(filing, department_indicators=())
    unscored = composed(dataclasses.replace(marked, self_score=None), bare)
    places = [n for n, block in enumerate(unscored) if gap(score.label) in _text(block)]
    return _chapters(filing, pack, blocks, composed(report), report, dict.fromkeys(places, score))


def project_chapters(filing: Filing, pack: Pack, report: ProjectReport) -> tuple[Chapter, ...]:
    """附件2, of one project."""
    words = Wording(filing, pack)
    blocks = project_report(words, _marked(report))
    return _chapters(filing, pack, blocks, project_report(words, report), report, {})


def _marked(report: R) -> R:
    texts = (entry.name for entry in entries(type(report)) if entry.kind is Kind.PROSE)
    marks: dict[str, Any] = {name: f"{MARK}{name}{MARK}" for name in texts}
    return dataclasses.replace(report, **marks)


def _chapters(
    filing: Filing,
    pack: Pack,
    blocks: Iterable[Block],
    real: Iterable[Block],
    report: DepartmentReport | ProjectReport,
    numbers: dict[int, Entry[Any]],
) -> tuple[Chapter, ...]:
    """`numbers` are the entries asked for before the block of that number."""
    owed = [block.missing for block in real if isinstance(block, Gap)]
    pages = {pack.words(key): page for key, page in PAGES.items()}
    chapters: list[tuple[str, list[Piece]]] = []
    title, page = "", ""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            chapters.append((block.text, []))
            continue
        pieces = chapters[-1][1]
        if isinstance(block, Heading):
            title = block.text
            page = next((on for name, on in pages.items() if title.endswith(name)), "")
            pieces.append(Title(title, "" if page == OWN_PAGE else page))
            continue
        if number in numbers:
            pieces.append(_asked(numbers[number], numbers[number].label, title, report, owed))
        pieces.append(_piece(filing, block, title, page, report, owed))
    return tuple(Chapter(name, tuple(_together(pieces))) for name, pieces in chapters)


def _piece(
    filing: Filing,
    block: Block,
    title: str,
    page: str,
    report: DepartmentReport | ProjectReport,
    owed: list[str],
) -> Piece:
    if isinstance(block, Table):
        return block
    text = _text(block)
    found = _MARKED.fullmatch(text)
    if not found:
        return Written((Said(text, live(filing, text, page)),))
    entry: Entry[Any] = getattr(type(report), found[2])
    return _asked(entry, found[1] or entry.label, title, report, owed)


def _asked(
    entry: Entry[Any],
    label: str,
    title: str,
    report: DepartmentReport | ProjectReport,
    owed: list[str],
) -> Asked:
    said = next((each for each in owed if each.startswith(f"{entry.label}（")), "")
    reason = said.removeprefix(f"{entry.label}（").removesuffix("）")
    filled = entry.of(report) not in (None, "")
    return Asked(entry, "" if title.endswith(label) else label, filled, reason)


def _together(pieces: list[Piece]) -> Iterator[Piece]:
    """What the program writes in one go is one piece."""
    for written, run in groupby(pieces, key=lambda piece: isinstance(piece, Written)):
        if written:
            said = [p for piece in run if isinstance(piece, Written) for p in piece.paragraphs]
            yield Written(tuple(said))
        else:
            yield from run


def _text(block: Block) -> str:
    return block.text if isinstance(block, (Paragraph, Gap)) else ""
