"""The Windows installer under wine: refused by Windows 7, put in, walked, renewed, taken out."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display import own_display
from tests.packaging.walks.walk import ROOT, STARTING, TITLE, Installed, handed_out, run
from tests.trials.waiting import wait_for

FONTS = ROOT / "assets" / "fonts"
TOO_OLD = 4
KIND = "HKCU\\Software\\Classes\\.jsxh"


@pytest.fixture(scope="module")
def prefix(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A Windows of its own with a Chinese font, and a screen for all that is done in it."""
    place = tmp_path_factory.mktemp("wine")
    settings = {"WINEPREFIX": str(place / "prefix"), "WINEDEBUG": "-all", "HOME": str(place)}
    with own_display(), pytest.MonkeyPatch.context() as patch:
        for name, value in {**settings, "LC_ALL": "C.UTF-8"}.items():
            patch.setenv(name, value)
        run(["wine", "wineboot", "--init"])
        fonts = place / "prefix" / "drive_c" / "windows" / "Fonts"
        for font in FONTS.glob("*.[ot]tf"):
            shutil.copy(font, fonts)
        yield place / "prefix"
        subprocess.run([shutil.which("wineserver") or "wineserver", "-k"], check=False)


@pytest.fixture(scope="module")
def folder(prefix: Path) -> Path:
    """Where it is installed without a word; on Windows 7 it is not."""
    setup = str(handed_out("*_setup.exe"))
    become("win7")
    run(["wine", setup, "/S"], allowed=TOO_OLD)
    assert not installed_in(prefix)
    become("win10")
    run(["wine", setup, "/S"])
    (found,) = installed_in(prefix)
    return found


def test_it_stands_in_the_menu_and_opens_its_files(folder: Path, prefix: Path) -> None:
    assert [*prefix.rglob(f"{TITLE}.lnk")]
    run(["wine", "reg", "query", KIND])


def test_a_walk(folder: Path, tmp_path: Path) -> None:
    program(folder).walk(tmp_path)


@pytest.fixture(scope="module")
def workbook(folder: Path, prefix: Path) -> Path:
    path = prefix / "drive_c" / "users" / "科协.jsxh"
    program(folder).run("sample", called(path))
    return path


def test_an_update_takes_the_older_one_away_and_leaves_the_data(
    folder: Path, workbook: Path
) -> None:
    before = workbook.read_bytes()
    stale = folder / "app" / "of_the_older_one.py"
    stale.touch()
    run(["wine", str(handed_out("*_setup.exe")), "/S"])
    assert not stale.exists()
    assert workbook.read_bytes() == before
    program(folder).run("check", called(workbook))


def test_taken_out_it_leaves_the_data_and_nothing_else(
    folder: Path, workbook: Path, prefix: Path
) -> None:
    run(["wine", str(folder / "卸载.exe"), "/S"])  # what does it is a copy, and comes after
    wait_for(lambda: not folder.exists(), "the end of the program", STARTING)
    assert workbook.exists()
    assert not [*prefix.rglob(f"{TITLE}*")]
    run(["wine", "reg", "query", KIND], allowed=1)


def program(folder: Path) -> Installed:
    python = ("wine", f"{within(folder)}\\runtime\\python.exe", "-m", "jsxh_desktop")
    window = ("wine", f"{within(folder)}\\{TITLE}.exe")
    return Installed("wine", python, window, called, settle=6.0)


def within(folder: Path) -> str:
    """A folder by its path on C:, as Tcl does not find its own files by that of this machine."""
    drive = folder.parents[5]
    return called(folder).replace(called(drive), "C:")


def installed_in(prefix: Path) -> list[Path]:
    return [path.parent for path in prefix.rglob(f"{TITLE}.exe")]


def called(path: Path) -> str:
    return f"Z:{str(path).replace(os.sep, chr(92))}"


def become(version: str) -> None:
    run(["wine", "winecfg", "-v", version])
