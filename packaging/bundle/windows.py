"""The Windows tree as an installer and as an archive to unpack on a stick."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundle import archive, icon, portable
from bundle.places import BUILD, PACKAGING, moment
from bundle.tree import settle
from bundle.version import VERSION

SOURCES = PACKAGING / "windows"
WORK = BUILD / "windows" / "work"
PROGRAM = "决算公开与绩效自评.exe"
COMPILER, RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"


def pack(tree: Path, dist: Path) -> Iterator[Path]:
    """The installer and the .zip of the Windows tree."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(SOURCES, WORK)
    icon.write_ico(WORK / "icon.ico")
    shutil.copy(_launcher(), tree / PROGRAM)
    settle(tree)
    yield _installer(tree, dist)
    folder = BUILD / "portable-windows" / portable.FOLDER
    portable.lay_out(tree, folder)
    settle(folder)
    target = dist / f"jsxh-desktop_{VERSION}_windows-x64_portable.zip"
    archive.zip_file(folder, target, moment())
    yield target


def four_numbers(version: str, between: str) -> str:
    """A version as Windows counts: 1.2 → 1,2,0,0."""
    return between.join((*version.split("."), "0", "0", "0")[:4])


def file_list(tree: Path) -> str:
    """What NSIS installs, file by file in an order that no disk decides."""
    lines = [r'SetOutPath "$INSTDIR"']
    place = tree
    for path in archive.members(tree):
        if path.is_file():
            if path.parent != place:
                place = path.parent
                lines.append(rf'SetOutPath "$INSTDIR\{_backwards(place.relative_to(tree))}"')
            lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


def _backwards(path: Path) -> str:
    return "" if path == Path() else str(path).replace("/", "\\")


def _launcher() -> Path:
    words = WORK / "launcher.rc"
    said = words.read_text("utf-8").replace("@VERSION@", VERSION)
    words.write_text(said.replace("@COMMAS@", four_numbers(VERSION, ",")), "utf-8")
    _run(RESOURCES, "launcher.rc", "launcher.o")
    warned = ("-Wall", "-Wextra", "-Werror", "-Os", "-s", "-finput-charset=UTF-8")
    linked = ("-municode", "-mwindows", "-static", "-Wl,--no-insert-timestamp")
    _run(COMPILER, *warned, *linked, "launcher.c", "launcher.o", "-o", PROGRAM)
    return WORK / PROGRAM


def _installer(tree: Path, dist: Path) -> Path:
    target = dist / f"jsxh-desktop_{VERSION}_windows-x64_setup.exe"
    (WORK / "files.nsh").write_text(file_list(tree), "utf-8")
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file()) // 1024
    given = {
        "VERSION": VERSION,
        "DOTS": four_numbers(VERSION, "."),
        "OUT": target,
        "ICON": WORK / "icon.ico",
        "KILOBYTES": size,
    }
    words = (f"-D{name}={value}" for name, value in given.items())
    _run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, "installer.nsi")
    return target


def _run(*command: str) -> None:
    epoch = {**os.environ, "SOURCE_DATE_EPOCH": str(moment()), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=WORK, check=True, env=epoch)  # noqa: S603 - fixed words, no shell
