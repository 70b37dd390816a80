"""Files of tables for tests, read in this process; the importer's own process has tests as well."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from jsxh_desktop.app.imports import reader
from jsxh_desktop.app.imports.source import Source, source_from
from jsxh_desktop.reports.excel.sheet import Sheet
from jsxh_desktop.reports.excel.workbook import write_excel


def read_here(path: Path) -> tuple[Source, ...]:
    """What `read_source` answers, without starting a process."""
    said = json.dumps(reader.sheets(path))
    found: list[dict[str, Any]] = json.loads(said, parse_float=Decimal, parse_int=Decimal)
    return tuple(map(source_from, found))


def written(sheets: Iterable[Sheet], path: Path) -> Path:
    """Sheets of ours as a file."""
    target = io.BytesIO()
    write_excel(sheets, title="", author="", target=target)
    path.write_bytes(target.getvalue())
    return path
