"""Paper and file: a code, a print, a folder is of this very data, or it is said why not."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from jsxh_desktop.app import commands
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.verify import Verdict, code_of_print, read_code, verify
from jsxh_desktop.domain.edition import Act, Edition
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.file import Workbook
from tests.app.conftest import Run
from tests.sample_file import put_sample

PART = Selection(part="overview")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample signed off, and a part of it in print beside it; to be copied."""
    path = put_sample(tmp_path_factory.mktemp("signed") / "样例.jsxh")
    with Workbook.open(path) as opened:
        opened.sign_offs.sign(1, Act.HAND_OVER, "李会计")
        opened.sign_offs.sign(1, Act.FINALISE, "王所长")
    commands.print_set(path, path.parent / "打印", PART, own_fonts=False)
    return path


@pytest.fixture
def edition(signed: Path, workbook: Path) -> Edition:
    """The workbook signed off."""
    with Workbook.open(Path(shutil.copy(signed, workbook))) as opened:
        found = opened.load(1).edition
    assert found
    return found


@pytest.fixture
def printed(signed: Path, edition: Edition, tmp_path: Path) -> Path:
    """A part of it in print."""
    (path,) = (signed.parent / "打印").glob("*.pdf")
    return Path(shutil.copy(path, tmp_path))


def verified(workbook: Path, given: object) -> Verdict:
    with Workbook.open(workbook) as opened:
        return verify(opened, str(given))


def change(workbook: Path) -> None:
    """Unlock the year and change one amount."""
    with Workbook.open(workbook) as opened:
        opened.sign_offs.sign(1, Act.UNLOCK, "王所长", "改接待费")
        opened.write(1, ThreePublic.reception_domestic, wan("0.50"))


def rearranged(source: Path, wanted: Callable[[int], list[int]]) -> Path:
    """Another PDF with some of the pages."""
    target = source.with_name("另一份.pdf")
    with pypdfium2.PdfDocument(source) as old, pypdfium2.PdfDocument.new() as new:
        new.import_pages(old, wanted(len(old)))
        new.save(target)
    return target


def test_the_code_of_unchanged_data_matches(workbook: Path, edition: Edition) -> None:
    found = verified(workbook, edition.code)
    assert found.matches
    assert "2021年度第1版" in found.said[0]


def test_the_figures_that_differ_are_named(workbook: Path, edition: Edition) -> None:
    change(workbook)
    found = verified(workbook, edition.code)
    assert not found.matches
    assert [(each.before, each.after) for each in found.differences] == [("0.48", "0.50")]


def test_a_code_of_no_edition_is_told_of(workbook: Path, edition: Edition) -> None:
    assert "不是这个文件里任何一版" in verified(workbook, "0" * 20).said[0]


@pytest.mark.parametrize(
    "typed",
    [
        "645a ff9d e402 3902 09b6",
        "645AFF9DE402390209B6",
        "校验码：645A-FF9D-E402-3902-09B6",
        "JSXH:2021:1:645AFF9DE402390209B6",
        " 645A　FF9D E402 3902 09B6\n",
    ],
)
def test_a_code_is_read_however_it_was_copied(typed: str) -> None:
    assert read_code(typed) == "645AFF9DE402390209B6"


@pytest.mark.parametrize("typed", ["", "645A", "G45AFF9DE402390209B6", "645AFF9DE402390209B6FF"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Problem, match="不是校验码"):
        read_code(typed)


def test_a_print_matches_its_data(workbook: Path, printed: Path) -> None:
    assert verified(workbook, printed).matches


def test_a_print_of_an_earlier_edition_does_not(workbook: Path, printed: Path) -> None:
    change(workbook)
    assert not verified(workbook, printed).matches


def test_a_draft_carries_no_code(workbook: Path, tmp_path: Path) -> None:
    commands.print_set(workbook, tmp_path / "草稿", PART, own_fonts=False)
    (path,) = (tmp_path / "草稿").glob("*.pdf")
    with pytest.raises(Problem, match="没有校验码"):
        code_of_print(path)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda count: [*range(count - 1)],
        lambda count: [*range(1, count)],
        lambda count: [1, 0, *range(2, count)],
        lambda count: [0, 0, *range(1, count)],
    ],
    ids=["last gone", "first gone", "turned", "doubled"],
)
def test_pages_gone_doubled_or_turned_are_noticed(
    printed: Path, wanted: Callable[[int], list[int]]
) -> None:
    with pytest.raises(Problem, match="缺页、多页或者换过次序"):
        code_of_print(rearranged(printed, wanted))


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "假.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(Problem, match="打不开"):
        code_of_print(path)


def test_a_folder_of_prints_matches(workbook: Path, printed: Path) -> None:
    assert verified(workbook, printed.parent).matches


def test_a_spoilt_file_of_a_folder_is_named(workbook: Path, printed: Path) -> None:
    (printed.parent / "SHA-256.txt").write_text(f"{'0' * 64}  {printed.name}\n", "utf-8")
    found = verified(workbook, printed.parent)
    assert not found.matches
    assert printed.name in found.said[-1]


def test_data_changed_behind_the_signature_is_not_printed(
    workbook: Path,
    edition: Edition,
    tmp_path: Path,
) -> None:
    with closing(sqlite3.connect(workbook)) as file:
        file.execute("DROP TRIGGER lock_three_public_update")
        file.execute("UPDATE three_public SET reception_domestic = reception_domestic + 1")
        file.commit()
    with pytest.raises(Problem, match="不一致，没有打印"):
        commands.print_set(workbook, tmp_path / "打印", PART, own_fonts=False)


def test_the_command_line_names_what_differs(run: Run, workbook: Path, edition: Edition) -> None:
    change(workbook)
    answer = run("verify", workbook, edition.code)
    assert answer.status == 1
    assert "印的是 0.48，现在是 0.50" in answer.said


def test_the_command_line_says_that_all_is_well(run: Run, workbook: Path, printed: Path) -> None:
    answer = run("verify", workbook, printed)
    assert (answer.status, answer.error) == (0, "")
    assert answer.said.startswith("一致")
