"""The printed reports of projects: which project each is about, its paragraphs and its table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jsxh_desktop.domain import share
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.narrative.block import Cell, Heading, Table
from jsxh_desktop.narrative.project_report import reports_due
from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.sheets.facts import money_of
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage, Passed

REPORT = re.compile(r"项目支出绩效自评报告")
PLANNED, FINAL = ExpenditureLine.full_year_budget, ExpenditureLine.final
_NAMED = re.compile(r"^项目名称：(.+?)。?$")
_COLUMNS = ((re.compile("预算数"), PLANNED), (re.compile("决算数|执行数|支出数"), FINAL))
_RATE = re.compile("执行率")
_PERCENT = re.compile(r"\d+(?:\.(\d+))?%")
Part = Callable[[Funding, Entry[Money | None]], Money]
_ROWS: dict[str, Part] = {
    "财政拨款": Funding.appropriation,
    "其他资金": Funding.other,
    "合计": Funding.total,
}


@dataclass(frozen=True, slots=True)
class Annex:
    """One printed report with the project it is about and that project's money."""

    title: str
    project: int | None
    funding: Funding | None
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...]

    @property
    def name(self) -> str:
        """What the report calls its project; empty where it does not say."""
        named = (_NAMED.match(passage.text) for passage in self.passages)
        return next((found[1] for found in named if found), "")

    def told_in_tables(self) -> Iterator[tuple[str, str, str, str]]:
        """Row, column, what is printed and what belongs there, for every cell that is known."""
        for table in self.tables:
            heads = [cell.text for cell in table.head[-1]] if table.head else []
            for row in table.body:
                if self.funding and len(row) == len(heads):
                    yield from _told_in_row(row, heads, self.funding)

    def rows_left_out(self) -> Iterator[str]:
        """The rows a table of this kind has and this one has not."""
        for table in self.tables:
            heads = "".join(cell.text for cell in table.head[-1]) if table.head else ""
            if all(called.search(heads) for called, _ in _COLUMNS):
                there = {row[0].text for row in table.body if row}
                yield from (name for name in _ROWS if there & {*_ROWS} and name not in there)


def _told_in_row(
    row: tuple[Cell, ...], heads: list[str], funding: Funding
) -> Iterator[tuple[str, str, str, str]]:
    name = row[0].text
    if part := _ROWS.get(name):
        for cell, head in zip(row[1:], heads[1:], strict=True):
            right = _belongs(funding, part, head, cell.text)
            if right and "〔" not in cell.text:
                yield name, head, cell.text, right


def _belongs(funding: Funding, part: Part, head: str, told: str) -> str:
    """What a cell shows; nothing where that is not known."""
    try:
        for called, entry in _COLUMNS:
            if called.search(head):
                return part(funding, entry).show()
        planned, used = part(funding, PLANNED), part(funding, FINAL)
    except NotStated:
        return ""
    found = _PERCENT.fullmatch(told)
    if not _RATE.search(head) or not found or planned <= Money():
        return ""
    return share.percent(used, planned, len(found[1] or "") or 1)


def annexes(subject: Subject) -> tuple[Annex, ...]:
    """The reports printed, in the order in which they are due."""
    due = reports_due(subject.filing)
    money = money_of(subject)
    passages, tables = _passages(subject), _tables(subject)
    found: list[Annex] = []
    for number, title in enumerate(passages):
        key = due[number].project if number < len(due) else None
        funding = money.get(key) if key is not None else None
        own = funding if funding and funding.lines else None
        found.append(Annex(title, key, own, tuple(passages[title]), tuple(tables.get(title, ()))))
    return tuple(found)


@while_same(PRINT)
def _passages(subject: Subject) -> dict[str, list[Passage]]:
    """The paragraphs under each title of such a report."""
    found: dict[str, list[Passage]] = {}
    for passage in subject.printed:
        above = passage.headings[0] if passage.headings else ""
        if REPORT.search(above):
            under = found.setdefault(above, [])
            if passage.kind is Passed.PARAGRAPH:
                under.append(passage)
    return found


def _tables(subject: Subject) -> dict[str, list[Table]]:
    """The tables within the text under each title."""
    found: dict[str, list[Table]] = {}
    for part in subject.parts:
        title = ""
        for block in part.blocks:
            match block:
                case Heading(level=0, text=text):
                    title = text.replace("\n", "　")
                case Table(label="") if REPORT.search(title):
                    found.setdefault(title, []).append(block)
                case _:
                    pass
    return found
