"""The Word files of a filing, numbered and named as the bureau's folder wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from jsxh_desktop.app.book import Volume, document, volumes
from jsxh_desktop.app.problem import of_system
from jsxh_desktop.app.safe_write import file_name, written_whole
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, Part
from jsxh_desktop.narrative.block import Block
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.reports.department_form import department_sheet
from jsxh_desktop.reports.fonts import Typefaces
from jsxh_desktop.reports.word.document import print_word

STATEMENTS, TABLES, SHEET = "01说明", "02附表", "04项目自评表"
REPORTS = {"department_report": "03整体自评报告", "project_report": "03项目自评报告"}
"""The files of the annexes, by the section that writes them."""


def word_volumes(filing: Filing, pack: Pack, selection: Selection) -> tuple[Volume, ...]:
    """The Word files a selection asks for; Problem where there is no such part or sheet.

    Without one they are the whole book, 01说明, 02附表, the reports and each sheet by itself.
    """
    chosen = volumes(filing, pack, selection)
    if selection.part is not None:
        return chosen
    if selection.sheet is not None:
        return tuple(map(_sheet, chosen))
    whole, sheets = chosen[0], chosen[len(chosen) - len(filing.projects) :]
    parts = (_like(whole, name, blocks) for name, blocks in _parts(filing, pack))
    return (whole, *parts, *map(_sheet, sheets))


def write_word_files(
    wanted: Sequence[Volume], folder: Path, author: str, typeset: Typefaces
) -> Iterator[Path]:
    """Write one Word file after another, each whole or not at all; Problem where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise of_system(problem, folder) from problem
    for volume in wanted:
        path = folder / f"{file_name(volume.name)}.docx"
        with written_whole(path) as target:
            print_word(
                volume.blocks, title=volume.title, author=author, faces=typeset, target=target
            )
        yield path


def _parts(filing: Filing, pack: Pack) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The parts without annexes and tables as one file, the tables, then each annex."""
    annexes = [part for part in pack.parts if not REPORTS.keys().isdisjoint(part.sections)]
    beside = {"tables", *(part.key for part in annexes)}
    made = document(filing, pack)
    yield STATEMENTS, tuple(b for part in made if part.key not in beside for b in part.blocks)
    yield from ((TABLES, part.blocks) for part in made if part.key == "tables")
    for part in annexes:
        for key in part.sections:
            if key in REPORTS:
                yield REPORTS[key], _section(filing, pack, part, key)


def _section(filing: Filing, pack: Pack, part: Part, key: str) -> tuple[Block, ...]:
    """What one section says, without the title of its part."""
    alone = replace(part, key="", sections=(key,))
    department = department_sheet(filing, pack)
    return compose(filing, pack, parts=(alone,), department=department)[-1].blocks[1:]


def _like(whole: Volume, name: str, blocks: tuple[Block, ...]) -> Volume:
    """A volume of the same unit and year; its title goes without the number of the file."""
    title = whole.title.removesuffix(whole.name) + name.lstrip("0123456789")
    return Volume(name, title, blocks)


def _sheet(volume: Volume) -> Volume:
    return replace(volume, name=volume.name.replace("附表", SHEET, 1))
