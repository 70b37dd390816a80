"""What the command line says of a code or a print that was compared with a workbook."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop.app.imports.gate import SUFFIX
from jsxh_desktop.app.verify import verify
from jsxh_desktop.store.file import Workbook


def verify_lines(path: Path, given: str) -> tuple[list[str], bool]:
    """The sentences, then each value that differs, and whether all of it matches."""
    with Workbook.open(path) as workbook:
        found = verify(workbook, given)
    was = "包里是" if given.lower().endswith(SUFFIX) else "印的是"
    values = (
        f"　{each.what}：{was} {each.before}，现在是 {each.after}" for each in found.differences
    )
    return [*found.said, *values], found.matches
