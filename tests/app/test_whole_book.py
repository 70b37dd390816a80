"""The whole book of the sample: fonts inside, text out as it went in, the same bytes twice."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from jsxh_desktop.app.book import document, volumes
from jsxh_desktop.app.commands import print_set, read_filing
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.narrative.block import Block, Figure, Gap, Heading, Paragraph, Table
from tests.sample_file import put_sample

PDFTOTEXT, PDFFONTS = shutil.which("pdftotext") or "", shutil.which("pdffonts") or ""
NEEDS_POPPLER = pytest.mark.skipif(not PDFTOTEXT, reason="make test installs poppler-utils")
OF_PAGES = re.compile(r"—\d+—|草稿")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_sample(tmp_path_factory.mktemp("book") / "样例.jsxh")


@pytest.fixture(scope="module")
def book(workbook: Path) -> Path:
    """The whole book, beside the parts it consists of."""
    print_set(workbook, workbook.parent / "out", Selection(), own_fonts=False)
    return workbook.parent / "out" / "整套公开材料.pdf"


def squeezed(text: str) -> str:
    """Text without white space and what only pages have: breaking into them may change it."""
    return OF_PAGES.sub("", "".join(text.split()))


def blocks_of(workbook: Path) -> tuple[Block, ...]:
    filing = read_filing(workbook)
    return volumes(filing, load_pack(filing.pack), Selection())[0].blocks


def running_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The texts that stand on the pages in the order of the blocks."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Gap():
                yield squeezed(block.text)
            case Figure():
                yield squeezed(block.caption)
            case Table():
                yield squeezed(block.title)


@NEEDS_POPPLER
def test_every_font_is_embedded_as_a_subset_and_can_be_copied_from(book: Path) -> None:
    listed = subprocess.run([PDFFONTS, book], capture_output=True, text=True, check=True)
    rows = [line.split()[-5:-2] for line in listed.stdout.splitlines()[2:]]
    assert rows
    assert all(row == ["yes", "yes", "yes"] for row in rows)


@NEEDS_POPPLER
def test_the_text_copied_out_is_the_text_of_the_blocks_in_their_order(
    book: Path, workbook: Path
) -> None:
    raw = subprocess.run([PDFTOTEXT, "-raw", book, "-"], capture_output=True, check=True)
    printed = squeezed(raw.stdout.decode())
    place = printed.index(squeezed("第一部分部门概况一、基本职能"))
    for text in running_texts(blocks_of(workbook)):
        found = printed.find(text, place)
        assert found >= 0, text
        place = found + len(text)


@NEEDS_POPPLER
def test_every_cell_of_every_table_can_be_copied_out(book: Path, workbook: Path) -> None:
    raw = subprocess.run([PDFTOTEXT, "-raw", book, "-"], capture_output=True, check=True)
    printed = squeezed(raw.stdout.decode())
    cells = {
        squeezed(cell.text)
        for block in blocks_of(workbook)
        if isinstance(block, Table)
        for row in (*block.head, *block.body)
        for cell in row
    }
    assert [cell for cell in cells if cell not in printed] == []


def test_another_process_writes_the_same_bytes(workbook: Path, book: Path) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in folder.glob("*.pdf")}

    other = workbook.parent / "other"
    command = ["-m", "jsxh_desktop", "print", str(workbook), "-o", str(other), "--bundled-fonts"]
    subprocess.run(
        [sys.executable, *command],
        env={"PYTHONHASHSEED": "1", "PATH": "", "HOME": str(other)},  # the seed here is another
        capture_output=True,
        check=True,
    )
    assert files(other) == files(book.parent)


def test_the_sample_says_the_two_totals_and_no_third(workbook: Path) -> None:
    filing = read_filing(workbook)
    texts = [
        text
        for part in document(filing, load_pack(filing.pack))
        for text in running_texts(part.blocks)
    ]
    said = "\n".join(texts)
    assert "均为161.94万元。与2020年的149.12万元相比，收、支总计各增加12.82万元" in said
    assert "科学技术（类）支出141.65万元，占87.5%" in said
    assert not re.search(r"149\.11|12\.83|87\.4%", said)


def test_the_outline_leads_to_every_sheet_while_the_contents_list_them_once(book: Path) -> None:
    document = pypdfium2.PdfDocument(book)
    titles = [entry.get_title() for entry in document.get_toc()]
    document.close()
    assert "附表1至附表4　2021年部门预算项目绩效目标自评" in titles
    assert [title for title in titles if re.match(r"附表\d　", title)] == [
        "附表1　科普经费",
        "附表2　天府科技云服务中心工作经费",
        "附表3　省级科普专项经费",
        "附表4　〔待填：项目名称〕",
    ]
