"""T34: nothing that is handed out names who made it, on what machine, or where it lay there."""

from __future__ import annotations

import io
import os
import platform
import socket
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import chart_model, commands, report_for_help
from jsxh_desktop.app.log import log_defect
from jsxh_desktop.app.package import pack_file
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.selection import Selection
from tests.app.spoken_of import found
from tests.battery.counts import LONG, tell
from tests.sample_file import put_sample

ROOT = Path(__file__).parents[2]
ACCOUNT, MACHINE, FOLDER = "zhangsanfeng", "CAIZHENG-PC09", "某某的文件夹"
NEEDLES = (ACCOUNT, MACHINE, FOLDER, tempfile.gettempdir(), str(ROOT))

Write = Callable[[Path, Path], object]


def _charts(book: Path, out: Path) -> None:
    filing = commands.read_filing(book)
    for kind in ("png", "svg"):
        chart_model.save_picture(filing, pack_of(filing), 1, out / f"图.{kind}")


FEW: dict[str, Write] = {
    "pdf": lambda book, out: commands.print_set(
        book, out, Selection(part="名词解释"), own_fonts=True
    ),
    "docx": lambda book, out: commands.word_set(book, out, Selection(part="名词解释")),
    "xlsx": lambda book, out: commands.excel_set(book, out, None, "元"),
    "jsxpkg": lambda book, out: pack_file(book, out / "数据包.jsxpkg", None),
}
MANY: dict[str, Write] = {
    "a whole print": lambda book, out: commands.print_set(book, out, Selection(), own_fonts=True),
    "all as Word": lambda book, out: commands.word_set(book, out, Selection()),
    "the folder for the bureau": lambda book, out: commands.deliver(book, out, None),
    "charts": _charts,
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of somebody at a machine with a name of its own."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "PWD"):
        monkeypatch.setenv(name, str(folder))
    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.setenv(name, ACCOUNT)
    for name in ("HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, MACHINE)
    monkeypatch.setattr(socket, "gethostname", lambda: MACHINE)
    monkeypatch.setattr(platform, "node", lambda: MACHINE)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def book(home: Path) -> Path:
    """Written by this account, so that its name stands in the history of it."""
    path = home / ACCOUNT / "朝天区科协.jsxh"
    path.parent.mkdir()
    return put_sample(path)


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize("kind", [*FEW, *(MANY if LONG else ())])
def test_no_file_says_who_made_it_and_where(book: Path, home: Path, kind: str) -> None:
    out = home / "交出去的"
    out.mkdir()
    {**FEW, **MANY}[kind](book, out)
    named = {path.name: found(NEEDLES, path.read_bytes()) for path in files(out)}
    tell("T34", files=len(named))
    assert named
    assert not {name: words for name, words in named.items() if words}


def test_a_workbook_knows_who_but_not_where(book: Path) -> None:
    copied = commands.copy(book, book.with_name("副本.jsxh"))
    assert found((MACHINE, FOLDER, str(ROOT)), copied.read_bytes()) == []


def test_the_report_for_help_names_no_folder_of_anybody(
    home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(report_for_help, "SCREEN", "print('Tk')")
    for where in (home, f"/media/{ACCOUNT}/KINGSTON/{FOLDER}", f"D:\\{ACCOUNT}\\{FOLDER}"):
        for name in ("朝天区科协.jsxh", "朝天区科协 2021.jsxpkg", "朝天区科协说明.pdf"):
            log_defect(FileNotFoundError(2, "No such file", f"{where}{os.sep}{name}"))
    caplog.clear()
    said = report_for_help.write_report(home).read_bytes()
    assert b"FileNotFoundError" in said
    assert found((ACCOUNT, MACHINE, FOLDER, "朝天区科协"), said) == []


def _zipped(said: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", said)
    return packed.getvalue()


@pytest.mark.parametrize("said", [FOLDER, f"C:\\Users\\{ACCOUNT}"])
def test_what_is_said_in_a_packed_or_printed_file_is_found(said: str, tmp_path: Path) -> None:
    """The control: the search sees through what a file is packed and written in."""
    from jsxh_desktop.app.printing import faces
    from jsxh_desktop.narrative.block import Paragraph
    from jsxh_desktop.reports.pdf import print_pdf

    target = io.BytesIO()
    print_pdf([Paragraph("甲")], title=said, author="乙", faces=faces(own=False), target=target)
    assert found((said,), target.getvalue()) == [said]
    assert found((said,), _zipped(said)) == [said]
    assert found((said,), _zipped("甲")) == []
