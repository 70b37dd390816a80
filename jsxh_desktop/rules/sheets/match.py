"""Which project each printed self-evaluation sheet is of: the one its title names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.rule import Said
from jsxh_desktop.rules.sheets.facts import ProjectSheet, SheetCheck, each_sheet, sheets_of
from jsxh_desktop.rules.sheets.print import PrintedSheet, SheetsRead, read_again
from jsxh_desktop.rules.subject import Subject

PrintedCheck = Callable[[PrintedSheet, ProjectSheet], Iterator[Said]]
"""What one rule says of one printed sheet and the project it is of."""


@dataclass(frozen=True, eq=False)
class Printed:
    """A printed sheet and its project, None where the filing has none of that name.

    `named` is False where the title names nobody and only the order says whose it is. Like a
    project, it keeps what was worked out of it.
    """

    said: PrintedSheet
    sheet: ProjectSheet | None
    named: bool
    _known: dict[PrintedCheck, tuple[Said, ...]] = field(default_factory=dict, repr=False)

    def told(self, check: PrintedCheck) -> tuple[Said, ...]:
        """What a rule says of it, asked once."""
        if self.sheet is None:
            return ()
        if check not in self._known:
            found = tuple(self.sheet.until_blank(check(self.said, self.sheet)))
            self._known[check] = found
        return self._known[check]


class _Reader:
    """The document read last; thirty rules ask for the same one, and most of the next one is it."""

    def __init__(self) -> None:
        self._last: tuple[tuple[PartBlocks, ...], Filing, tuple[Printed, ...]] | None = None
        self._read: SheetsRead = {}

    def read(self, subject: Subject) -> tuple[Printed, ...]:
        last = self._last
        if last and last[0] is subject.parts and last[1] is subject.filing:
            return last[2]
        blocks = tuple(chain.from_iterable(part.blocks for part in subject.parts))
        self._read = read_again(blocks, self._read)
        said = [sheet for _, sheet in self._read.values() if sheet]
        before = {id(each.said): each for each in last[2]} if last else {}
        found = tuple(_again(each, before) for each in _matched(said, subject))
        self._last = subject.parts, subject.filing, found
        return found


_reader = _Reader()


def _again(printed: Printed, before: Mapping[int, Printed]) -> Printed:
    """The one of the document before, where it is of the same sheet and the same project."""
    last = before.get(id(printed.said))
    same = last is not None and last.said is printed.said and last.sheet is printed.sheet
    return last if last and same and last.named == printed.named else printed


def printed_of(subject: Subject) -> tuple[Printed, ...]:
    """Every sheet the document prints, with its project; none without parts."""
    return _reader.read(subject) if subject.parts else ()


def each_printed(subject: Subject, check: PrintedCheck) -> Iterator[Said]:
    """What a rule says of one printed sheet after the other, if it is known whose it is."""
    for printed in printed_of(subject):
        yield from printed.told(check)


def each_scored(subject: Subject, own: SheetCheck, printed: PrintedCheck) -> Iterator[Said]:
    """What a rule says of every sheet as it is entered and as it is printed, if it gives points."""
    if subject.pack.sheet.scheme.scored:
        yield from each_sheet(subject, own)
        yield from each_printed(subject, printed)


def title_of(sheet: ProjectSheet, subject: Subject) -> str:
    """The title as the pack words it."""
    form, project = subject.pack.sheet, sheet.project
    return form.title(year=subject.filing.year, name=project.name, number=sheet.number)


def _matched(read: Sequence[PrintedSheet], subject: Subject) -> Iterator[Printed]:
    sheets = sheets_of(subject)
    if not subject.pack.sheet.names_project:
        yield from _by_cell(read, sheets)
        return
    named = {title_of(sheet, subject): sheet for sheet in sheets if sheet.project.name}
    for each in read:
        sheet = named.get(each.title) or _named_in(each.title, sheets)
        if sheet or (each.title and not _nameless(each, sheets)):
            yield Printed(each, sheet, sheet is not None)
        else:
            sheet = sheets[each.number - 1] if each.number <= len(sheets) else None
            yield Printed(each, sheet, named=False)


def _by_cell(read: Sequence[PrintedSheet], sheets: Sequence[ProjectSheet]) -> Iterator[Printed]:
    """Where every sheet has the same title, the cell 项目名称 says whose it is, else the order."""
    for each in read:
        sheet = _named_in(each.name or "", sheets)
        in_order = sheets[each.number - 1] if each.number <= len(sheets) else None
        yield Printed(each, sheet or in_order, sheet is not None)


def _named_in(title: str, sheets: Sequence[ProjectSheet]) -> ProjectSheet | None:
    """The project with the longest name that stands in a title."""
    within = (each for each in sheets if each.project.name and each.project.name in title)
    return max(within, key=lambda sheet: len(sheet.project.name), default=None)


def _nameless(each: PrintedSheet, sheets: Sequence[ProjectSheet]) -> bool:
    """Whether the project in this place has no name yet, so that no title can name it."""
    return each.number <= len(sheets) and not sheets[each.number - 1].project.name
