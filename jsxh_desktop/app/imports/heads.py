"""The head rows of a table, as a path of texts for each column, merged or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jsxh_desktop.app.imports.source import Source

Path = tuple[str, ...]
_NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}|栏次")
_MONEY = re.compile(r"\((?:单位:)?(?:万元|元)\)$")


def paths(source: Source, rows: range) -> list[Path]:
    """For each column its heads from the top down, without 栏次 and what is blank.

    A head over several columns that is not merged stands in the first only; the others get it too.
    """
    grid = [[_head(source, row, column) for column in range(source.width)] for row in rows]
    for level, texts in enumerate(grid):
        for column in range(1, source.width):
            below = any(lower[column] for lower in grid[level + 1 :])
            beside = any(lower[column - 1] for lower in grid[level + 1 :])
            if not texts[column] and below and beside:
                texts[column] = texts[column - 1]
    return [_path([texts[column] for texts in grid]) for column in range(source.width)]


def _head(source: Source, row: int, column: int) -> str:
    text = source.shared(row, column)
    return "" if _NUMBER.fullmatch(text) else _MONEY.sub("", text)


def _path(texts: Sequence[str]) -> Path:
    found: list[str] = []
    for text in texts:
        if text and text not in found[-1:]:
            found.append(text)
    return tuple(found)


def leaf(path: Path) -> str:
    """The head right over the cells of a column."""
    return path[-1] if path else ""


def over(path: Path) -> str:
    """The heads above that one."""
    return "/".join(path[:-1])
