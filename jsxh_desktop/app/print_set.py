"""The whole set as files, whole or not at all, each as the command line prints it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from jsxh_desktop.app.press import Press
from jsxh_desktop.app.problem import of_system
from jsxh_desktop.app.proof import Composing, choices
from jsxh_desktop.app.safe_write import file_name, written_whole
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.store.copying import sync_folder

Step = Callable[[str, int, int], object]
"""Told what is printed next, how many are done, how many there are; may raise to give it up."""


def save_pdf(pdf: bytes, path: Path) -> None:
    """Write one print; Problem where it cannot be written."""
    with written_whole(path) as target:
        target.write(pdf)


def save_set(
    filing: Filing, pack: Pack, folder: Path, step: Step, composer: Composing | None = None
) -> int:
    """Print everything into a folder and say how many files; Problem where that fails.

    Nothing of it is seen before all of it is there. Files of other names in the folder stay.
    """
    press = composer or Press()
    wanted = choices(filing, pack)
    try:
        beside = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=folder.parent))
    except OSError as problem:
        raise of_system(problem, folder) from problem
    try:
        for done, choice in enumerate(wanted):
            step(choice.title, done, len(wanted))
            pdf = press.proof(filing, choice.selection).pdf
            save_pdf(pdf, beside / f"{file_name(choice.title)}.pdf")
        step("整套公开材料", len(wanted), len(wanted))
        _move(beside, folder)
    finally:
        press.close()
        shutil.rmtree(beside, ignore_errors=True)
    return len(wanted)


def _move(beside: Path, folder: Path) -> None:
    """Put the finished files where they belong; a new folder appears with all of them in it."""
    try:
        beside.chmod(0o755)
        if not folder.exists():
            beside.rename(folder)
            sync_folder(folder.parent)
            return
        for file in beside.iterdir():
            file.replace(folder / file.name)
        sync_folder(folder)
    except OSError as problem:
        raise of_system(problem, folder) from problem
