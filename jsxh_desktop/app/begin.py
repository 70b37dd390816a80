"""How work begins: a new unit, a new year of a known one, the sample."""

from __future__ import annotations

import datetime
from pathlib import Path

from jsxh_desktop.app import commands
from jsxh_desktop.app.data_folder import SAMPLE, Found
from jsxh_desktop.app.packs import usual_pack
from jsxh_desktop.app.problem import Problem, of_system
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.values import clean

FIRST_YEAR, LAST_YEAR = 2018, 2099


def year_due(today: datetime.date) -> int:
    """The year that is filled in now: 决算 is made in the year after."""
    return today.year - 1


def to_carry(found: tuple[Found, ...], year: int) -> Found | None:
    """The workbook a year would be carried forward in: it has the year before and not this one."""
    return next((f for f in found if year - 1 in f.years and year not in f.years), None)


def read_year(typed: str) -> int:
    """A year as it is typed; Problem where it is none that can be filled in."""
    plain = typed.strip().removesuffix("年度").removesuffix("年")
    if not (plain.isascii() and plain.isdecimal() and FIRST_YEAR <= int(plain) <= LAST_YEAR):
        raise Problem(f"年度写成四位数字，{FIRST_YEAR} 到 {LAST_YEAR} 之间，如 2021")
    return int(plain)


def new_unit(path: Path, name: str, code: str, year: int) -> None:
    """Write the workbook of a new unit with one empty year; raises Problem."""
    if not name.strip():
        raise Problem("先写单位全称，照公章写")
    try:
        unit = Organization(
            full_name=clean(Organization.full_name, Organization.full_name.parse(name)),
            code=clean(Organization.code, Organization.code.parse(code)),
        )
    except ValueError as slip:
        raise Problem(str(slip)) from slip
    _write(path, Filing(year, usual_pack(year), organization=unit))


def sample_in(folder: Path) -> Path:
    """The sample in the data folder, written if it is not there; raises Problem."""
    path = folder / SAMPLE
    if not path.exists():
        _write(path, sample())
    return path


def _write(path: Path, filing: Filing) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        commands.write_new(path, filing)
    except FileError as problem:
        raise Problem(str(problem)) from problem
    except OSError as problem:
        raise of_system(problem, path.parent) from problem
