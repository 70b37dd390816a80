"""Codes a unit adds to the tables of the year."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, text


class Classification(StrEnum):
    FUNCTIONAL = "功能分类"
    ECONOMIC = "经济分类"


@entity
class LocalCode:
    """地方扩展科目."""

    classification: Entry[Classification | None] = choice("科目类别", Classification)
    code: Entry[str] = text("科目编码", required=True)
    name: Entry[str] = text("科目名称", required=True)
    id: int = field(default=0, compare=False)
