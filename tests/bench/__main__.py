"""What the program costs, as tables with ratios: `make bench`.

Each time is set beside something measured in the same run, because absolute times drift from
machine to machine; on one core, but for the window, beside which other processes work.
"""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from tests.bench import (
    book,
    checks,
    commit,
    excel,
    grid,
    imports,
    keys,
    opening,
    sheets,
    window,
    word,
)

BENCHES = (
    ("命令（每次一个全新进程）", book.rows),
    ("整套 Word 文件（每次一个全新进程）", word.rows),
    ("Excel 文件，处理器时间", excel.rows),
    ("导入一万行，处理器时间", imports.rows),
    ("1000张自评表，每张20条指标", sheets.rows),
    ("一个字段的提交", commit.rows),
    ("打开一个大文件", opening.rows),
    ("改一格以后的检查", checks.rows),
)
SEEN = (
    ("窗口（每次一个全新进程）", window.rows),
    ("表格和表单", grid.rows),
    ("按一个键到画好，百分之九十九", keys.rows),
)
NAME_PLACES = 36


def show(title: str, rows: Sequence[Sequence[str]]) -> None:
    """One table; a Chinese character takes two places of a terminal."""
    click.echo(f"\n{title}")
    for name, *values in rows:
        places = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in name)
        figures = "".join(f"{value:>16}" for value in values)
        click.echo(f"  {name}{' ' * (NAME_PLACES - places)}{figures}")


def main() -> None:
    """Run every benchmark; files lie on the disk of the working folder."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        with _one_core():
            for title, rows in BENCHES:
                show(title, rows(Path(name)))
        for title, rows in SEEN:
            show(title, rows(Path(name)))


@contextmanager
def _one_core() -> Iterator[None]:
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


if __name__ == "__main__":
    main()
