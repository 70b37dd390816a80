"""功能分类 and 经济分类: names, levels and parents of codes in one year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.domain.stated import stated

PERSONNEL_CLASSES = ("301", "303")
OPERATING_CLASSES = ("302", "307", "310", "312", "399")


class Code(NamedTuple):
    """One line of a code table; `confidence` is certain, probable or local."""

    code: str
    name: str
    confidence: str = "certain"
    since: str = ""
    note: str = ""


@frozen
class CodeTable:
    """The codes of one classification, keyed by code."""

    title: str
    codes: Mapping[str, Code]

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    def name(self, code: str) -> str:
        """The name in this year's table, else NotStated: a number never stands for a name (C12)."""
        found = self.codes.get(code)
        return stated(found.name if found else None, f"科目{code}的名称")

    def with_local(self, local: Mapping[str, str]) -> CodeTable:
        """The same table with the unit's own codes; an official code keeps its official name."""
        if not local:
            return self
        extra = {code: Code(code, name, "local") for code, name in local.items()}
        return CodeTable(self.title, {**extra, **self.codes})


def ancestors(code: str) -> tuple[str, ...]:
    """The codes above this one and itself, outermost first: 206, 20607, 2060702."""
    return tuple(code[:length] for length in (3, 5, 7) if length <= len(code))


def class_name(codes: CodeTable, code: str) -> str:
    """The 类 of a functional code as sentences and charts say it: 科学技术（类）."""
    return f"{without_suffix(codes.name(code[:3]))}（类）"


def without_suffix(name: str) -> str:
    """The name as a sentence says it: 科学技术（类）, not 科学技术支出（类）."""
    return name.removesuffix("支出")
