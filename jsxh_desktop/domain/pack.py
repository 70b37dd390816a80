"""A pack: what differs by province and year, as facts; read from data, never from code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jsxh_desktop.domain.department_form import DepartmentSheet
from jsxh_desktop.domain.sheet_form import Sheet


class PartKey(StrEnum):
    """The parts a document may have."""

    OVERVIEW = "overview"
    STATEMENTS = "statements"
    TERMS = "terms"
    ANNEXES = "annexes"
    TABLES = "tables"


class SectionKey(StrEnum):
    """The sections and annexes a part may have."""

    DUTIES = "duties"
    INSTITUTIONS = "institutions"
    TOTALS = "totals"
    INCOME = "income"
    EXPENDITURE = "expenditure"
    APPROPRIATION = "appropriation"
    GENERAL_BUDGET = "general_budget"
    BASIC_EXPENDITURE = "basic_expenditure"
    THREE_PUBLIC = "three_public"
    GOVERNMENT_FUNDS = "government_funds"
    STATE_CAPITAL = "state_capital"
    OTHER_MATTERS = "other_matters"
    DEPARTMENT_REPORT = "department_report"
    PROJECT_REPORT = "project_report"
    SHEETS = "sheets"


class TableId(StrEnum):
    """The public tables a pack may list, in the order they are published."""

    TOTALS = "ZB"
    INCOME = "SR"
    EXPENDITURE = "ZC"
    APPROPRIATION = "CZ"
    APPROPRIATION_DETAIL = "CZMX"
    GENERAL_BUDGET = "YB"
    GENERAL_BUDGET_DETAIL = "YBMX"
    BASIC_EXPENDITURE = "YBJB"
    PROJECT_EXPENDITURE = "YBXM"
    THREE_PUBLIC = "SG"
    GOVERNMENT_FUNDS = "JJ"
    THREE_PUBLIC_OF_FUNDS = "JJSG"
    STATE_CAPITAL = "GZ"
    STATE_CAPITAL_EXPENDITURE = "GZZC"


@dataclass(frozen=True)
class Part:
    """One part of the document: its key, its title, and the keys of its sections in order."""

    key: str
    title: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublicTable:
    """One of the 公开表: internal id, printed number, title, notes."""

    id: str
    number: str
    title: str
    note: str = ""
    empty_note: str = ""


@dataclass(frozen=True)
class Pack:
    """One province's form set for some years, with its wording by key.

    A pack may be without a `department` form, the 部门整体支出绩效自评表.
    `functional_classes` are the 类 with a fixed row in 公开01表 and 04表; `basic_blocks` the
    economic 类 of the blocks of the 基本支出 table.
    """

    id: str
    name: str
    years: tuple[int, int]
    percent_places: int
    zero: str
    list_zero: bool
    parts: tuple[Part, ...]
    tables: tuple[PublicTable, ...]
    functional_classes: tuple[str, ...]
    basic_blocks: tuple[tuple[str, ...], ...]
    sheet: Sheet
    department: DepartmentSheet | None
    wording: Mapping[str, str]
    terms: Mapping[str, str]

    def words(self, key: str) -> str:
        """One sentence of the wording; KeyError where the pack does not have it."""
        return self.wording[key]
