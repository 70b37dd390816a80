"""What is typed prints as it stands, whatever it is, and what cannot be shown is reported."""

from __future__ import annotations

import dataclasses
import resource
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from jsxh_desktop.app.commands import read_filing
from jsxh_desktop.app.packs import STANDARD
from jsxh_desktop.app.paths import codes
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.store.file import Workbook
from tests.app.conftest import Run

HOSTILE = "<b>&amp;</b> ]]> %s {0} \\n 𠮷野 &"


def saved(filing: Filing, path: Path) -> Path:
    with Workbook.create(path, codes()) as workbook:
        workbook.save(filing)
    return path


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "".join("".join(pages).split())


def with_indicator(name: str) -> Filing:
    return Filing(
        2021,
        STANDARD,
        organization=Organization(full_name="某局"),
        projects=(Project(name="项目", id=1),),
        indicators=(Indicator(project=1, category=IndicatorClass.QUANTITY, name=name, id=1),),
    )


def test_markup_and_rare_characters_print_as_typed(run: Run, tmp_path: Path) -> None:
    file = saved(
        dataclasses.replace(sample(), duties=(Duty(text=HOSTILE, id=1),)), tmp_path / "a.jsxh"
    )
    assert run("print", file, "-o", tmp_path / "o", "--part", "部门概况").status == 0
    (pdf,) = (tmp_path / "o").iterdir()
    assert "".join(HOSTILE.split()) in text_of(pdf)


def test_five_thousand_characters_in_a_cell_all_print(run: Run, tmp_path: Path) -> None:
    name = "".join(chr(0x4E00 + place) for place in range(5000))
    file = saved(with_indicator(name), tmp_path / "a.jsxh")
    assert run("print", file, "-o", tmp_path / "o", "--sheet", 1).status == 0
    (pdf,) = (tmp_path / "o").iterdir()
    printed = text_of(pdf)
    assert all(char in printed for char in name)


def test_a_character_no_font_has_is_named_with_its_field_and_page(run: Run, tmp_path: Path) -> None:
    file = saved(with_indicator("满意度🎉"), tmp_path / "a.jsxh")
    answer = run("print", file, "-o", tmp_path / "o", "--sheet", 1, "--bundled-fonts")
    assert answer.status == 0
    assert "三级指标（第1条）里的“🎉”没有字体可以显示，“附表1 项目.pdf”第1页" in answer.said


def test_what_was_saved_reads_back_the_same(tmp_path: Path) -> None:
    filing = sample()
    assert read_filing(saved(filing, tmp_path / "a.jsxh")) == filing


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit on Windows")
def test_a_full_disk_leaves_no_half_written_file(workbook: Path) -> None:
    out = workbook.parent / "out"
    done = subprocess.run(
        [sys.executable, "-m", "jsxh_desktop", "print", workbook, "-o", out],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
    )
    assert done.returncode == 2
    assert "磁盘空间已满，请清理磁盘" in done.stderr
    assert not list(out.iterdir())
