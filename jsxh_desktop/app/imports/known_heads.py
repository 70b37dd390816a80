"""What the clerk said of tables of the unit's own, kept beside its workbook by their heads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsxh_desktop.app.imports.free_tables import Columns, FreeTable, guessed
from jsxh_desktop.domain.filing import LISTS

NAME = "导入表头.json"
"""In the folder where a unit keeps its packs, so that it goes along with the workbook."""


class Said:
    """What is said of tables while a file is imported; `keep` remembers it for the next one.

    What the clerk says now goes before what was said earlier: the list of every unknown table,
    its columns told by their heads, or for one table exactly which column is which field.
    """

    def __init__(self, path: Path, attribute: str | None = None) -> None:
        self._path = path
        self._attribute = attribute
        self._now: dict[tuple[str, ...], tuple[FreeTable, Columns]] = {}

    def say(self, table: FreeTable, columns: Columns) -> None:
        self._now[table.heads] = table, columns

    def columns(self, table: FreeTable) -> Columns | None:
        """What is known of a table."""
        if table.heads in self._now:
            return self._now[table.heads][1]
        if self._attribute is None:
            return remembered(table, self._path)
        self.say(table, guessed(table, self._attribute))
        return self._now[table.heads][1]

    def keep(self) -> None:
        """Remember what was said now; raises Problem."""
        for table, columns in self._now.values():
            remember(table, columns, self._path)


def heads_file(folder: Path) -> Path:
    """Where it is kept for the workbooks of a folder."""
    from jsxh_desktop.app.packs import FOLDER

    return folder / FOLDER / NAME


def remembered(table: FreeTable, path: Path) -> Columns | None:
    """What the clerk said of a table with these heads before."""
    found = _load(path).get("｜".join(table.heads))
    if not isinstance(found, dict) or found.get("list") not in LISTS:
        return None
    fields, unit = found.get("fields"), found.get("unit")
    if not isinstance(fields, dict) or unit not in {"元", "万元"}:
        return None
    return Columns(str(found["list"]), {str(k): str(v) for k, v in fields.items()}, str(unit))


def remember(table: FreeTable, columns: Columns, path: Path) -> None:
    """Keep what the clerk said for the next table with these heads; raises Problem."""
    from jsxh_desktop.app.safe_write import written_whole  # brings the workbook's libraries

    known = _load(path)
    known["｜".join(table.heads)] = {
        "list": columns.attribute,
        "fields": dict(columns.fields),
        "unit": columns.unit,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as file:
        file.write(json.dumps(known, ensure_ascii=False, indent=1).encode())


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
