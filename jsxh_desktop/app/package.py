"""A year as a package that travels by stick: rows and a manifest in a zip, never a database file.

`manifest.json` says whose rows they are, how many, what they add up to, and of each file its size
and digests; `data/*.jsonl` are the rows of 填报明细, a line each. A package is read by
`imports/package_reader.py`, in a process of its own, and comes in as any file of tables does.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from jsxh_desktop import __version__
from jsxh_desktop.app.imports.gate import MANIFEST, SUFFIX
from jsxh_desktop.app.imports.package_facts import DIGEST, DIGESTS, FILES, FORMAT, ROWS, TOTALS
from jsxh_desktop.app.imports.package_plan import (
    bare_digest,
    is_package,
    mark_of,
    package_plan,
    rehearsed,
    totals,
)
from jsxh_desktop.app.imports.source import read_source
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.app.safe_write import file_name, written_whole
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.edition import check_code
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import FACTS, LISTS, SINGLES, Filing
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.reports.excel.entered import entered_sheets
from jsxh_desktop.reports.excel.sheet import Sheet

SAFE = "已写好并且读回来核对过，可以安全弹出U盘"
_MADE = (1980, 1, 1, 0, 0, 0)
"""What every file in a package says of when it was made; the manifest knows it."""


def name_for(filing: Filing, day: datetime.date) -> str:
    """What a package is called unless the clerk says otherwise: 科协 2021年度 20220304.jsxpkg."""
    unit = filing.organization.short_name or filing.organization.full_name
    return file_name(f"{unit} {filing.year}年度 {day:%Y%m%d}") + SUFFIX


def write_package(workspace: Workspace, target: Path) -> str:
    """Write the year on the desk whole or not at all, read it back; its check code.

    Raises Problem.
    """
    workspace.flush()
    with told():
        head = workspace.workbook.sign_offs.log_head()
    filing = workspace.filing
    if unfit := next(_too_small(filing), None):
        raise Problem(f"{unfit}，没有做数据包，请先改好这一格")
    try:
        rows = {name: _lines(sheet) for name, sheet in _files(filing)}
    except ValueError as slip:
        raise Problem(str(slip)) from slip
    manifest = _told(_manifest(filing, rows, head))
    with written_whole(target) as file:
        _write(file, {MANIFEST: manifest, **rows})
    back = package_plan(read_source(target), filing)
    if back.changes:
        raise Problem(f"“{target}”读回来和原来的不一样，请换一个U盘或文件夹再试")
    return code_of(manifest)


def pack_file(path: Path, target: Path, year: int | None) -> str:
    """Write a year of a closed workbook, the latest unless one is given; its check code."""
    workspace = Workspace.open(path, year)
    try:
        return write_package(workspace, target)
    finally:
        workspace.close()


def unpacked(package: Path) -> Filing:
    """The year a package holds, as it was packed; Problem where it is not all there."""
    sources = read_source(package)
    mark = mark_of(sources) if is_package(sources) else None
    if mark is None:
        raise Problem(f"“{package.name}”不是数据包，请选扩展名为 {SUFFIX} 的文件")
    start = Filing(int(mark["year"]), mark["pack"], Precision(mark["precision"]))
    return rehearsed(start, package_plan(sources, start).changes)


def code_of(manifest: bytes) -> str:
    """What is compared by telephone or on paper: it changes with whatever is in a package."""
    return check_code(hashlib.sha256(manifest).hexdigest())


def digests(content: bytes) -> dict[str, str]:
    """SHA-256, and SM3 where this Python has it."""
    known = (name for name in DIGESTS if name in hashlib.algorithms_available)
    return {name: hashlib.new(name, content).hexdigest() for name in known}


def _too_small(filing: Filing) -> Iterator[str]:
    """What no field would take and so would not come in: a file of another hand may hold it."""
    for attribute, entity in {**SINGLES, **LISTS}.items():
        held = getattr(filing, attribute)
        for record in held if attribute in LISTS else (held,):
            for entry in entries(entity):
                value = entry.of(record)
                if entry.minimum is not None and isinstance(value, int) and value < entry.minimum:
                    yield f"{entry.label}是{value}，不得小于{entry.minimum}"


def _files(filing: Filing) -> Iterator[tuple[str, Sheet]]:
    sheets = {sheet.name: sheet for sheet in entered_sheets(filing)}
    for name, called in FILES.items():
        yield name, sheets[called]


def _lines(sheet: Sheet) -> bytes:
    """Each row of a sheet as a list of texts; what is a number stays what its digits are."""
    rows = ([content.text for _, content in sorted(line.cells.items())] for line in sheet.lines)
    return b"".join(_json(row) + b"\n" for row in rows)


def _manifest(filing: Filing, rows: Mapping[str, bytes], head: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "program": __version__,
        "made": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
        "unit": filing.organization.full_name,
        "code": filing.organization.code,
        **{name: str(getattr(filing, name)) for name in FACTS},
        DIGEST: bare_digest(filing),
        "log": head,
        ROWS: {name: len(getattr(filing, name)) for name in LISTS},
        TOTALS: totals(filing),
        "files": {
            name: {"size": len(content), **digests(content)} for name, content in rows.items()
        },
    }


def _told(manifest: Mapping[str, Any]) -> bytes:
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def _json(row: list[str]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def _write(target: BinaryIO, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, _MADE)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, content)
