"""Printing: what CUPS is told and what it answers, and what Windows would be told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app import printers
from jsxh_desktop.app.print_job import Duplex, Job, Printer, page_range, ranges
from jsxh_desktop.app.problem import Problem

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no CUPS on Windows")

PDF = b"%PDF-1.3 \xb5"
STATES = """\
system default destination: 一楼
printer 一楼 is idle.  enabled since Wed Nov 25 22:53:55 2026
printer HP-1020 disabled since Wed Nov 25 22:53:24 2026 -
\tpaper out
printer 二楼 is idle.  enabled since Wed Nov 25 22:53:55 2026
一楼 accepting requests since Wed Nov 25 22:53:55 2026
HP-1020 accepting requests since Wed Nov 25 22:53:24 2026
二楼 not accepting requests since Wed Nov 25 22:53:24 2026 -
\treason unknown
"""
FAKE = """\
#!{python}
import json, os, sys, time
given = sys.stdin.buffer.read()
with open({called!r}, "a") as file:
    call = {{"told": sys.argv, "language": os.environ.get("LC_ALL")}}
    call["given"] = given.decode("latin-1")
    file.write(json.dumps(call) + "\\n")
time.sleep({wait})
sys.stdout.buffer.write({said!r}.encode())
sys.stderr.buffer.write({complained!r}.encode())
sys.exit({status})
"""

Program = Callable[..., None]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts programs that answer as told into an otherwise empty PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()

    def put(
        name: str, said: str = "", complained: str = "", status: int = 0, wait: float = 0
    ) -> None:
        path = tmp_path / "bin" / name
        called = str(tmp_path / f"{name}.called")
        facts = {"said": said, "complained": complained, "status": status, "wait": wait}
        path.write_text(FAKE.format(python=sys.executable, called=called, **facts), "utf-8")
        path.chmod(0o755)

    return put


@pytest.fixture
def cups(program: Program) -> Program:
    """CUPS with three printers, which takes every job."""
    program("lpstat", said=STATES)
    program("lp", said="request id is 一楼-1 (1 file(s))\n")
    return program


def calls(tmp_path: Path, name: str) -> list[dict[str, object]]:
    lines = (tmp_path / f"{name}.called").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_job_is_told_with_all_its_settings(cups: Program, tmp_path: Path) -> None:
    job = Job("一楼", copies=2, pages=(1, 2, 3, 8), duplex=Duplex.LONG, title="整套公开材料")
    printers.print_file(PDF, job)
    (call,) = calls(tmp_path, "lp")
    assert call["told"] == [
        str(tmp_path / "bin" / "lp"),
        "-d", "一楼", "-n", "2", "-P", "1-3,8", "-t", "整套公开材料",
        "-o", "media=A4", "-o", "fit-to-page=false", "-o", "print-scaling=none",
        "-o", "collate=true", "-o", "sides=two-sided-long-edge", "-",
    ]  # fmt: skip


def test_the_very_bytes_go_to_the_printer(cups: Program, tmp_path: Path) -> None:
    printers.print_file(PDF, Job("一楼"))
    assert calls(tmp_path, "lp")[0]["given"] == PDF.decode("latin-1")


def test_without_a_choice_of_pages_all_are_printed_on_one_side(
    cups: Program, tmp_path: Path
) -> None:
    printers.print_file(PDF, Job("一楼"))
    told = calls(tmp_path, "lp")[0]["told"]
    assert isinstance(told, list)
    assert "-P" not in told
    assert "sides=one-sided" in told


def test_cups_is_asked_in_english_whatever_the_clerk_speaks(
    cups: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    printers.print_file(PDF, Job("一楼"))
    assert {call["language"] for name in ("lp", "lpstat") for call in calls(tmp_path, name)} == {
        "C"
    }


def test_the_default_printer_comes_first_and_each_says_why_it_may_not_print(
    program: Program, tmp_path: Path
) -> None:
    program("lpstat")
    names = "HP-1020\\n一楼\\n二楼\\n"
    path = tmp_path / "bin" / "lpstat"
    answer = f"#!/bin/sh\ntest $1 = -e && printf '{names}' || printf '%s' '{STATES}'\n"
    path.write_text(answer, "utf-8")
    assert printers.printers() == (
        Printer("一楼", is_default=True),
        Printer("HP-1020", note="已停用（paper out）"),
        Printer("二楼", note="不接收打印"),
    )


def test_a_computer_without_cups_has_no_printers(program: Program) -> None:
    assert printers.printers() == ()


def test_a_computer_without_a_printer_has_none(program: Program) -> None:
    program("lpstat", complained="lpstat: No destinations added.", status=1)
    assert printers.printers() == ()


def test_printing_without_cups_says_what_else_to_do(program: Program) -> None:
    with pytest.raises(Problem, match="没有装打印程序（CUPS）；也可以另存为 PDF，或打开后打印"):
        printers.print_file(PDF, Job("一楼"))


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("lp: Error - The printer or class does not exist.", "没有打印机“一楼”了，请重新选一台"),
        ('lp: Destination "一楼" is not accepting jobs.', "打印机“一楼”不接收打印，请先启用它"),
        ("lp: Error - scheduler not responding.", "打印服务没有启动"),
        ("lp: Unable to connect to server", "打印服务没有启动"),
        ("lp: Too many copies.", "打印机“一楼”没有收下（lp: Too many copies.）。看看电源和纸"),
    ],
)
def test_what_cups_refuses_is_one_sentence(cups: Program, complaint: str, sentence: str) -> None:
    cups("lp", complained=complaint, status=1)
    with pytest.raises(Problem) as refused:
        printers.print_file(PDF, Job("一楼"))
    assert str(refused.value).startswith(sentence)
    assert str(refused.value).endswith("也可以另存为 PDF，或打开后打印")


@pytest.mark.parametrize(
    ("name", "state"), [("HP-1020", "已停用（paper out）"), ("二楼", "不接收打印")]
)
def test_a_printer_that_is_stopped_gets_no_job(
    cups: Program, tmp_path: Path, name: str, state: str
) -> None:
    with pytest.raises(Problem, match=f"打印机“{name}”{state}，请先启用它，或换一台"):
        printers.print_file(PDF, Job(name))
    assert not (tmp_path / "lp.called").exists()


def test_a_printer_that_does_not_answer_is_not_waited_for(
    cups: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "PATIENCE", 0.3)
    cups("lpstat", wait=60)
    with pytest.raises(Problem, match="打印机“一楼”没有反应。看看电源和网络，再试一次"):
        printers.print_file(PDF, Job("一楼"))


def test_a_file_is_opened_in_the_viewer(program: Program, tmp_path: Path) -> None:
    program("xdg-open")
    printers.open_in_viewer(tmp_path / "整套 公开.pdf")
    (call,) = calls(tmp_path, "xdg-open")
    assert call["told"] == [str(tmp_path / "bin" / "xdg-open"), str(tmp_path / "整套 公开.pdf")]


@pytest.mark.parametrize("status", [None, 3])
def test_where_nothing_opens_a_pdf_the_clerk_learns_where_it_is(
    program: Program, tmp_path: Path, status: int | None
) -> None:
    if status:
        program("xdg-open", status=status)
    with pytest.raises(Problem, match=r"没有能打开它的程序，文件在“.*a\.pdf”"):
        printers.open_in_viewer(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("1-3、8", (1, 2, 3, 8)),
        ("１－３，８", (1, 2, 3, 8)),
        ("8 1 - 3；2", (1, 2, 3, 8)),
        ("3—1", (1, 2, 3)),
        ("2至4", (2, 3, 4)),
        ("8-", (8, 9)),
        ("-2", (1, 2)),
        ("", tuple(range(1, 10))),
    ],
)
def test_pages_are_read_as_they_are_typed(typed: str, pages: tuple[int, ...]) -> None:
    assert page_range(typed, 9) == pages


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1-3、第八页", "“第八页”认不出来，请写页码，如 1-3、8"),
        ("1--3", "“1--3”认不出来，请写页码，如 1-3、8"),
        ("-", "“-”认不出来，请写页码，如 1-3、8"),
        ("0", "一共 9 页，没有第 0 页"),
        ("8-60", "一共 9 页，没有第 10 页"),
    ],
)
def test_pages_that_cannot_be_read_are_named(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        page_range(typed, 9)


@given(st.sets(st.integers(1, 60), min_size=1))
def test_pages_told_to_a_printer_read_back_the_same(wanted: set[int]) -> None:
    pages = tuple(sorted(wanted))
    assert page_range(ranges(pages), 60) == pages
