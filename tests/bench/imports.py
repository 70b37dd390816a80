"""Ten thousand rows read and set against what is filled in, in seconds of the processor.

The ratio is to openpyxl reading the same file; the process the program reads in is not started.
"""

from __future__ import annotations

import dataclasses
import tempfile
from functools import partial
from pathlib import Path

import click

from jsxh_desktop.app.commands import read_filing, write_sample
from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files
from jsxh_desktop.app.imports.free_tables import Columns, FreeTable, guessed
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import IncomeSource
from jsxh_desktop.domain.three_public import Reception
from tests.app.imports.files import read_here
from tests.bench.excel import seconds

COUNT = 10_000
ENTERED = "填报明细"


def rows(folder: Path, count: int = COUNT) -> list[tuple[str, str, str]]:
    """What was measured, seconds of the processor, and the ratio to openpyxl."""
    import openpyxl

    workbook = folder / "imports.jsxh"
    write_sample(workbook)
    filing = read_filing(workbook)
    pack = load_pack(filing.pack)
    own, lists = _own_table(folder, count), _lists(folder, filing, count)
    held = dataclasses.replace(filing, receptions=_receptions(count))
    plain = seconds(lambda: list(openpyxl.load_workbook(own).worksheets[0].values), 1)
    measured = {
        f"读{count}行，openpyxl": plain,
        "　读": seconds(lambda: read_here(own), 1),
    }
    source = read_here(own)
    for name, start in (("自己的表，空的年度", filing), ("自己的表，都已填过", held)):
        plan = partial(plan_of, source, start, pack, _receptions_table)
        measured[f"　{name}"] = seconds(plan, 1)
    measured["　填报明细，读和比较"] = seconds(lambda: plan_of(read_here(lists), filing, pack), 1)
    return [(name, f"{spent:.2f} 秒", f"{spent / plain:.2f}") for name, spent in measured.items()]


def _receptions_table(table: FreeTable) -> Columns:
    return guessed(table, "receptions")


def _receptions(count: int) -> tuple[Reception, ...]:
    return tuple(
        Reception(subject=f"接待第{number}批来访", amount=Money(100), id=number)
        for number in range(1, count + 1)
    )


def _own_table(folder: Path, count: int) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append(["事由", "金额（元）"])
    for each in _receptions(count):
        book.worksheets[0].append([each.subject, each.id + 0.5])
    book.save(folder / "接待.xlsx")
    return folder / "接待.xlsx"


def _lists(folder: Path, filing: Filing, count: int) -> Path:
    lines = tuple(
        IncomeLine("2060702", IncomeSource.OTHER, Money(number * 37), id=number)
        for number in range(1, count + 1)
    )
    large = dataclasses.replace(filing, income=lines)
    wanted = excel_volumes(large, load_pack(large.pack), "万元")
    (path,) = write_excel_files({ENTERED: wanted[ENTERED]}, large, folder)
    return path


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows(Path(temporary)):
            click.echo("\t".join(row))
