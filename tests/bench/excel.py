"""The public tables and all three Excel files, in seconds of the processor, one process.

The ratio is to what one would write first: the same cells, one by one, with openpyxl.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

from jsxh_desktop.app.commands import read_filing, write_sample
from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files
from jsxh_desktop.app.packs import load_pack

TABLES = "02附表"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The least of the processor that some work took."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(times))


def rows(folder: Path) -> list[tuple[str, str, str]]:
    """What was measured, seconds of the processor, and the ratio to openpyxl."""
    import openpyxl

    workbook = folder / "excel.jsxh"
    write_sample(workbook)
    filing = read_filing(workbook)
    wanted = excel_volumes(filing, load_pack(filing.pack), "万元")
    tables = {TABLES: wanted[TABLES]}
    (path,) = write_excel_files(tables, filing, folder)
    held = openpyxl.load_workbook(path)

    def plain() -> None:
        made = openpyxl.Workbook()
        for sheet in held:
            other = made.create_sheet(sheet.title)
            for row in sheet.iter_rows(values_only=True):
                other.append(row)
        made.save(folder / "plain.xlsx")

    first = seconds(plain)
    measured = {
        "附表只写单元格，openpyxl": first,
        "附表 .xlsx": seconds(lambda: list(write_excel_files(tables, filing, folder))),
        "附表、自评表、填报明细 .xlsx": seconds(
            lambda: list(write_excel_files(wanted, filing, folder))
        ),
    }
    return [(name, f"{spent:.3f} 秒", f"{spent / first:.2f}") for name, spent in measured.items()]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows(Path(temporary)):
            click.echo("\t".join(row))
