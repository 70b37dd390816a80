"""A package taken apart in the process of the reader: nothing is believed that its manifest denies.

What comes out are the sheets of 填报明细, and one that says what the manifest does.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jsxh_desktop.app.imports.gate import (
    ALTERED,
    DAMAGES,
    MANIFEST,
    MOST_BYTES,
    PACKAGE,
    Refused,
    kind_of,
)
from jsxh_desktop.app.imports.package_facts import (
    DIGEST,
    DIGESTS,
    FILES,
    FORMAT,
    NEWER,
    ROWS,
    SAID,
    SEAL,
    TOTALS,
    file_of,
)
from jsxh_desktop.domain.filing import FACTS, LISTS
from jsxh_desktop.reports.excel.entered import FORMAT as ROWS_FORMAT
from jsxh_desktop.reports.excel.entered import FORMAT_KEY, MARK, UNIT_KEY

MOST_ROWS, WIDEST, LONGEST = 20_000, 60, 100_000


def package_sheets(path: Path) -> list[dict[str, Any]]:
    """Every sheet of rows and the mark; Refused where anything is not as the manifest says."""
    try:
        is_package = kind_of(path) == PACKAGE
    except Refused as refused:
        raise Refused(ALTERED) from refused
    if not is_package:
        raise Refused(ALTERED)
    try:
        with zipfile.ZipFile(path) as archive:
            names = [part.filename for part in archive.infolist()]
            if sorted(names) != sorted({MANIFEST, *FILES}):
                raise Refused(ALTERED)
            said = archive.read(MANIFEST)
            manifest = _manifest(said)
            rows = {name: _rows(archive.read(name), manifest["files"][name]) for name in FILES}
        if any(len(rows[file_of(each)]) != 1 + manifest[ROWS][each] for each in LISTS):  # a head
            raise Refused(ALTERED)
    except (*DAMAGES, KeyError, TypeError, RecursionError) as problem:
        raise Refused(ALTERED) from problem
    sheets = [_sheet(FILES[name], found) for name, found in rows.items()]
    return [*sheets, _sheet(MARK, [[MARK, ""], *_mark(manifest, said)])]


def _manifest(said: bytes) -> dict[str, Any]:
    found = json.loads(said.decode(), object_pairs_hook=_once)
    if found["format"] != FORMAT:
        raise Refused(NEWER)
    parts = (found, SAID), (found["files"], FILES), (found[ROWS], LISTS)
    if any(sorted(part) != sorted(names) for part, names in parts):
        raise Refused(ALTERED)
    return dict(found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object no name of which comes twice, as one of them would be hidden."""
    if len(dict(pairs)) < len(pairs):
        raise Refused(ALTERED)
    return dict(pairs)


def _rows(content: bytes, about: Mapping[str, Any]) -> list[list[str]]:
    if len(content) > MOST_BYTES or len(content) != about["size"]:
        raise Refused(ALTERED)
    for kind in {*DIGESTS} & about.keys() & hashlib.algorithms_available:
        if hashlib.new(kind, content).hexdigest() != about[kind]:
            raise Refused(ALTERED)
    if "sha256" not in about:
        raise Refused(ALTERED)
    rows = [json.loads(line) for line in content.decode().split("\n")[:-1]]
    if len(rows) > MOST_ROWS or any(map(_is_strange, rows)):
        raise Refused(ALTERED)
    return rows


def _is_strange(row: object) -> bool:
    """Whether a line is anything but a few texts of a length a field may have."""
    if not isinstance(row, list) or len(row) > WIDEST:
        return True
    return any(not isinstance(cell, str) or len(cell) > LONGEST for cell in row)


def _mark(manifest: Mapping[str, Any], said: bytes) -> Iterator[list[str]]:
    """What the plan is held against."""
    yield [FORMAT_KEY, ROWS_FORMAT]
    yield [UNIT_KEY, str(manifest["unit"])]
    for name in (*FACTS, DIGEST):
        yield [name, str(manifest[name])]
    yield [TOTALS, json.dumps(manifest["totals"], sort_keys=True)]
    yield [SEAL, hashlib.sha256(said).hexdigest()]


def _sheet(name: str, rows: list[list[str]]) -> dict[str, Any]:
    return {"name": name, "hidden": False, "top": 0, "left": 0, "rows": rows, "merged": []}
