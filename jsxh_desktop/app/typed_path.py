"""A path as it is typed on the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from jsxh_desktop.app.problem import Problem


class TypedPath(click.Path):
    """A file or folder, there or not; Problem where SQLite could not take its name as text."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        try:
            str(path.absolute()).encode()
        except UnicodeEncodeError as slip:
            raise Problem(f"“{path}”里有认不出的字符，请改名，或把系统语言设为 UTF-8") from slip
        except FileNotFoundError as problem:
            raise Problem("现在所在的文件夹已被删除，请先进入别的文件夹再试") from problem
        return path
