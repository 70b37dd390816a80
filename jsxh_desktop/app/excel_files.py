"""The Excel files of a filing, numbered and named as the bureau's folder wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from jsxh_desktop.app.problem import Problem, of_system
from jsxh_desktop.app.safe_write import file_name, written_whole
from jsxh_desktop.app.word_files import SHEET, TABLES
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.reports.excel.disclosure import evaluation_form_sheets, public_table_sheets
from jsxh_desktop.reports.excel.entered import entered_sheets
from jsxh_desktop.reports.excel.indicators import indicator_list
from jsxh_desktop.reports.excel.sheet import Sheet
from jsxh_desktop.reports.excel.workbook import write_excel

ENTERED = "填报明细"

Sheets = Callable[[], Iterator[Sheet]]


def excel_volumes(filing: Filing, pack: Pack, unit: str) -> dict[str, Sheets]:
    """What makes the sheets of each file, by its name: 附表 in 万元 or 元, 自评表, 填报明细."""
    made: dict[str, Sheets] = {TABLES: partial(public_table_sheets, filing, pack, unit)}
    if filing.projects:
        made[SHEET] = partial(_evaluations, filing, pack)
    made[ENTERED] = partial(entered_sheets, filing)
    return made


def write_excel_files(wanted: dict[str, Sheets], filing: Filing, folder: Path) -> Iterator[Path]:
    """Write one file after another, each whole or not at all; Problem where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise of_system(problem, folder) from problem
    organization = filing.organization
    unit = organization.short_name or organization.full_name
    for name, sheets in wanted.items():
        path = folder / f"{file_name(name)}.xlsx"
        title = f"{unit}{filing.year}年度部门决算　{name.lstrip('0123456789')}"
        with written_whole(path) as target:
            try:
                write_excel(sheets(), title=title, author=organization.full_name, target=target)
            except ValueError as slip:
                raise Problem(str(slip)) from slip
        yield path


def _evaluations(filing: Filing, pack: Pack) -> Iterator[Sheet]:
    yield from evaluation_form_sheets(filing, pack)
    yield indicator_list(filing, pack)
