"""Prints volumes into a folder, and says which characters no font could show and where they are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsxh_desktop.app import paths
from jsxh_desktop.app.book import Volume
from jsxh_desktop.app.problem import of_system
from jsxh_desktop.app.safe_write import file_name, written_whole
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.reports.font_files import user_folders
from jsxh_desktop.reports.fonts import Typefaces, typefaces
from jsxh_desktop.reports.pdf import Printed, print_pdf
from jsxh_desktop.reports.stamp import Stamp


@dataclass(frozen=True, slots=True)
class PrintedVolume:
    """One finished file: where it is, its pages, and (page, character) that no font has."""

    path: Path
    pages: int
    unprintable: tuple[tuple[int, str], ...]


def faces(*, own: bool) -> Typefaces:
    """The typefaces of the print; the user's own 仿宋, 小标宋, 楷体, 黑体 first if wanted."""
    folders = user_folders(os.environ) if own else ()
    return typefaces(paths.assets() / "fonts", own=folders)


def print_volumes(
    volumes: Sequence[Volume],
    folder: Path,
    author: str,
    typeset: Typefaces,
    stamp: Stamp | None = None,
) -> Iterator[PrintedVolume]:
    """Print one volume after another, each whole or not at all; Problem where that fails.

    `stamp` says on each page of what data it is.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise of_system(problem, folder) from problem
    for volume in volumes:
        path = folder / f"{file_name(volume.name)}.pdf"
        with written_whole(path) as target:
            done = print_pdf(
                volume.blocks,
                title=volume.title,
                author=author,
                faces=typeset,
                target=target,
                stamp=stamp,
            )
        yield PrintedVolume(path, done.pages, unprintable(done))


def unprintable(done: Printed) -> tuple[tuple[int, str], ...]:
    """(page, character) for each that no font has."""
    return tuple((page, char) for page, chars, _ in done.unprintable for char in chars)


def fields_with(filing: Filing, character: str) -> Iterator[str]:
    """The fields in which a character was typed: 三级指标（第3条）."""
    for name, entity in SINGLES.items():
        yield from _labels(getattr(filing, name), entity, character, "")
    for name, entity in LISTS.items():
        for number, record in enumerate(getattr(filing, name), 1):
            yield from _labels(record, entity, character, f"（第{number}条）")


def _labels(record: object, entity: type[Any], character: str, place: str) -> Iterator[str]:
    for entry in entries(entity):
        value = entry.of(record)
        if isinstance(value, str) and character in value:
            yield f"{entry.label}{place}"
