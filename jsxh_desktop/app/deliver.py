"""The folder for the bureau: PDF, Word, Excel and 审核报告 of a year, with a list of checksums."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import cast

from jsxh_desktop.app.book import Volume
from jsxh_desktop.app.check_report import TITLE, Corrected, check_report
from jsxh_desktop.app.checkup import CheckUp, check_up
from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files
from jsxh_desktop.app.printing import print_volumes
from jsxh_desktop.app.problem import Problem, of_system
from jsxh_desktop.app.safe_write import written_whole
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.stamps import stamp_of
from jsxh_desktop.app.word_files import word_volumes, write_word_files
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.reports.excel.blocks import block_sheets
from jsxh_desktop.reports.fonts import Typefaces
from jsxh_desktop.store.copying import sync_folder

CHECK = "05审核报告"
SUMS = "SHA-256.txt"

Step = Callable[[str, int, int], object]
"""Told which file is done, how many are, how many there will be; may raise to give it up."""

Progress = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A finished folder: where it is, its files in their order, what the check-up said."""

    folder: Path
    files: tuple[Path, ...]
    found: CheckUp


def deliver(
    filing: Filing,
    pack: Pack,
    folder: Path,
    day: datetime.date,
    typeset: Typefaces,
    step: Step,
    corrected: Sequence[Corrected] = (),
) -> Delivery:
    """Make the folder; `step` is told of each file. Raises Problem, and whatever `step` does."""
    with closing(delivering(filing, pack, folder, day, typeset, corrected)) as making:
        while True:
            try:
                step(*next(making))
            except StopIteration as end:
                return cast("Delivery", end.value)


def delivering(
    filing: Filing,
    pack: Pack,
    folder: Path,
    day: datetime.date,
    typeset: Typefaces,
    corrected: Sequence[Corrected] = (),
) -> Generator[Progress, None, Delivery]:
    """Make the folder file by file; nothing of it is seen before all of it is there.

    The report in it is of the very filing that is printed. A folder of that name is refused, so
    that what was handed in once is never changed under its name. Raises Problem.
    """
    if folder.exists():
        raise Problem(f"“{folder}”已经有了，不会覆盖，请先改名或者移走")
    found = check_up(filing, pack)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=folder.parent))
    except OSError as problem:
        raise of_system(problem, folder.parent) from problem
    try:
        yield from _fill(filing, pack, beside, typeset, _report(filing, found, day, corrected))
        _appear(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Delivery(folder, tuple(sorted(folder.iterdir())), found)


def checksums(folder: Path) -> str:
    """A line for each file of a folder: SHA-256 and name, as `sha256sum -c` reads them."""
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.name != SUMS
    )
    return "".join(lines)


def _report(
    filing: Filing, found: CheckUp, day: datetime.date, corrected: Sequence[Corrected]
) -> Volume:
    unit = filing.organization.short_name or filing.organization.full_name
    blocks = check_report(filing, found, day, corrected)
    return Volume(CHECK, f"{unit}{filing.year}年度{TITLE}", blocks)


def _fill(
    filing: Filing, pack: Pack, folder: Path, typeset: Typefaces, report: Volume
) -> Iterator[Progress]:
    volumes = (*word_volumes(filing, pack, Selection()), report)
    tables = excel_volumes(filing, pack, "万元") | {CHECK: partial(block_sheets, report.blocks)}
    whole = 2 * len(volumes) + len(tables)
    author = filing.organization.full_name
    made = chain(
        (done.path for done in print_volumes(volumes, folder, author, typeset, stamp_of(filing))),
        write_word_files(volumes, folder, author, typeset),
        write_excel_files(tables, filing, folder),
    )
    yield "", 0, whole
    for done, path in enumerate(made, 1):
        yield path.name, done, whole
    sums = checksums(folder)
    with written_whole(folder / SUMS) as target:
        target.write(sums.encode())


def _appear(beside: Path, folder: Path) -> None:
    try:
        beside.chmod(0o755)
        beside.rename(folder)
        sync_folder(folder.parent)
    except OSError as problem:
        raise of_system(problem, folder) from problem
