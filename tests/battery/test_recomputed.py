"""T33: recomputed by LibreOffice, a workbook says in each cell what it said before."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.reports.excel.disclosure import public_table_sheets
from jsxh_desktop.reports.excel.entered import entered_sheets
from tests.app.imports.files import written
from tests.battery.counts import LONG, tell, times
from tests.battery.test_hostile_data import PAYLOADS, formulas_everywhere

Cells = dict[tuple[str, int, int], object]
OFFICE = shutil.which("soffice")
FORMAT = "xlsx:Calc MS Excel 2007 XML"
PATIENCE = 300  # seconds

pytestmark = [
    pytest.mark.skipif(not LONG, reason="LibreOffice takes seconds to begin"),
    pytest.mark.skipif(not OFFICE, reason="there is no LibreOffice on this machine"),
]


def recomputed(books: list[Path], folder: Path) -> list[Path]:
    """What LibreOffice makes of them when it opens and saves them."""
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # no settings of anybody
    command = [str(OFFICE), own, "--headless", "--convert-to", FORMAT, "--outdir", str(folder)]
    subprocess.run(
        [*command, *map(str, books)],
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return [folder / book.name for book in books]


def cells(book: Path) -> Cells:
    """Each that is not empty, by sheet, row and column."""
    found: Cells = {}
    opened = CalamineWorkbook.from_path(book)
    for name in opened.sheet_names:
        rows = opened.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for row, values in enumerate(rows):
            found |= {(name, row, at): value for at, value in enumerate(values) if value != ""}
    return found


@pytest.mark.parametrize("shift", range(times(1, len(PAYLOADS))))
def test_recomputed_each_cell_says_what_it_said(tmp_path: Path, shift: int) -> None:
    filing = formulas_everywhere(shift)
    sheets = {
        "填报明细": entered_sheets(filing),
        "附表": public_table_sheets(filing, pack_of(filing), "元"),
    }
    books = [written(each, tmp_path / f"{name}.xlsx") for name, each in sheets.items()]
    (there := tmp_path / "there").mkdir()
    before = [cells(book) for book in books]
    assert PAYLOADS[0] in before[0].values()
    assert [cells(book) for book in recomputed(books, there)] == before
    tell("T33 recomputed", cells=sum(map(len, before)))


def test_a_formula_is_recomputed(tmp_path: Path) -> None:
    """The control: what is a formula does not say what it said."""
    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].append([PAYLOADS[0]])
    book.save(path := tmp_path / "公式.xlsx")
    (there := tmp_path / "there").mkdir()
    (made,) = recomputed([path], there)
    assert cells(made)["Sheet", 0, 0] == 2
