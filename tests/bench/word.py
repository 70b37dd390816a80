"""The whole book as a Word file, each in a fresh process.

The ratio is to what one would write first: only the tables of the book, cell by cell, with
python-docx.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from jsxh_desktop.app.commands import write_sample
from tests.bench.book import TIMES, fresh_run

BLOCKS = """
import sys
from pathlib import Path
from jsxh_desktop.app.commands import read_filing
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.word_files import word_volumes, write_word_files

filing = read_filing(Path(sys.argv[1]))
book = word_volumes(filing, load_pack(filing.pack), Selection())[:1]
"""
OURS = """
from jsxh_desktop.app.printing import faces

list(write_word_files(book, Path(sys.argv[2]), "", faces(own=False)))
"""
PLAIN = """
import docx
from jsxh_desktop.narrative.block import Table

document = docx.Document()
for block in book[0].blocks:
    if isinstance(block, Table):
        rows = (*block.head, *block.body)
        table = document.add_table(len(rows), len(block.widths))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                table.cell(row, column).text = cell.text
document.save(Path(sys.argv[2]) / "plain.docx")
"""


def rows(folder: Path, times: int = TIMES) -> list[tuple[str, str, str]]:
    """What was measured, seconds and peak memory of the process, and the ratio to python-docx."""
    workbook = folder / "word.jsxh"
    write_sample(workbook)
    programs = {
        "只写表格，逐格用 python-docx": BLOCKS + PLAIN,
        "整套 Word 文件": BLOCKS + OURS,
    }
    measured = {
        name: fresh_run(program, [str(workbook), str(folder)], times)
        for name, program in programs.items()
    }
    plain = next(iter(measured.values()))[0]
    return [
        (name, f"{seconds:.2f} 秒，{peak} MB", f"{seconds / plain:.2f}")
        for name, (seconds, peak) in measured.items()
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows(Path(temporary)):
            click.echo("\t".join(row))
