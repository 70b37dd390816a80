"""The code of a row: in one column, in three (类, 款, 项), or only by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.domain.code import CodeTable

LENGTHS = (3, 5, 7)
_DIGITS = re.compile(r"\d{1,7}", re.ASCII)
_LEADS = re.compile(r"^(其中:|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、])+")


def name_of(text: str) -> str:
    """A name without the numeral or 其中 before it."""
    return _LEADS.sub("", plain(text))


@dataclass
class Codes:
    """Finds codes row by row from the top; what stands above tells which of a name is meant."""

    table: CodeTable
    above: str = ""

    @cached_property
    def _names(self) -> Mapping[str, list[str]]:
        """Every name, with 支出 at its end and without, and the codes called so."""
        found: dict[str, list[str]] = {}
        for code, known in self.table.codes.items():
            for name in {plain(known.name), plain(known.name).removesuffix("支出")}:
                found.setdefault(name, []).append(code)
        return found

    def of(self, parts: Sequence[str], name: str) -> str | None:
        """The code of a row; None where it has none that can be told."""
        said = [part for part in parts if _DIGITS.fullmatch(part)]
        code = self._joined(parts) if said else self._named(name_of(name))
        if code:
            self.above = code
        return code

    def _joined(self, parts: Sequence[str]) -> str | None:
        """One number, or 类, 款 and 项, of which the upper ones may stand in a row above."""
        first = next(level for level, part in enumerate(parts) if _DIGITS.fullmatch(part))
        code = self.above[: LENGTHS[first - 1]] if 0 < first <= len(LENGTHS) else ""
        for part in filter(_DIGITS.fullmatch, parts):
            whole = len(part) in LENGTHS and (part.startswith(code[:3]) or not code)
            code = part if whole else code + part.zfill(2)
        return code if len(code) in LENGTHS else None

    def _named(self, name: str) -> str | None:
        """The code of a name: one below what stands above, beside it, or the only one there is."""
        found = self._names.get(name, [])
        for length, below in ((5, 7), (3, 5), (0, 3)):
            start = self.above[:length]
            near = [code for code in found if len(code) == below and code.startswith(start)]
            if len(self.above) >= length and len(near) == 1:
                return near[0]
        return found[0] if len(found) == 1 else None


def class_named(name: str, table: CodeTable) -> str | None:
    """The 类 of a name, with 支出 at its end or without."""
    return class_names(table).get(name_of(name).removesuffix("支出"))


def class_names(table: CodeTable) -> Mapping[str, str]:
    """Name without 支出 → 类."""
    return {
        plain(known.name).removesuffix("支出"): code
        for code, known in table.codes.items()
        if len(code) == 3
    }
