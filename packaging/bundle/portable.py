"""The Linux tree as one archive to unpack anywhere: a stick, a home folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bundle import archive
from bundle.places import BUILD, PACKAGING, moment
from bundle.tree import settle
from bundle.version import VERSION

FOLDER = "决算公开与绩效自评"
START = "启动.sh"
MARK = PACKAGING / "portable.txt"
"""Lies beside the program where its data shall, too; app/user_folders.py looks for it."""


def lay_out(tree: Path, folder: Path) -> None:
    """Copy the tree with what starts it and what says that it is portable."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tree, folder)
    shutil.copy(MARK, folder / MARK.name)


def pack(tree: Path, dist: Path) -> Iterator[Path]:
    """The .tar.xz of the Linux tree."""
    folder = BUILD / "portable" / FOLDER
    lay_out(tree, folder)
    shutil.copy(PACKAGING / "linux" / "start.sh", folder / START)
    settle(folder)
    target = dist / f"jsxh-desktop_{VERSION}_linux-x86_64_portable.tar.xz"
    archive.tar_xz(folder, target, moment())
    yield target
