"""A18, A20: the printed tables as a set: none is left out, all count in one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.domain.once import once
from jsxh_desktop.domain.pack import PublicTable
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables.printed_cells import NUMBER
from jsxh_desktop.rules.tables.printed_tables import PrintedTable, blocks_of, named, printed_tables
from jsxh_desktop.tables.titles import TITLES

NO_FIGURES = "无数据"
DECIMALS = 2
_UNIT = re.compile(r"单位[:：](?P<unit>亿元|万元|元)")


@rule(
    "A18",
    "空表保留",
    Severity.ERROR,
    "公开表一张不少；没有数据的也印出表样，注明“故本表无数据”",
    why="缺一张表，公众分不清是没有发生还是没有公开",
    cites="部门决算公开范本 第五部分 附表",
)
def every_table_is_there(subject: Subject) -> Iterator[Said]:
    if not blocks_of(subject):
        return
    printed = {each.id: each for each in printed_tables(subject)}
    for table in subject.pack.tables:
        if table.id not in TITLES:
            continue
        if table.id not in printed:
            yield Finding(
                f"附表中没有{table.number}、{table.title}",
                "补上这张表；没有数据的也要印表样并注明",
                about=table.id,
                where="第五部分 附表",
            )
        elif table.empty_note:
            yield from _noted(table, printed[table.id], subject)


def _noted(table: PublicTable, printed: PrintedTable, subject: Subject) -> Iterator[Said]:
    """An empty table says so, another does not; a table not known yet says nothing."""
    figures = subject.tables[table.id]
    noted = any(NO_FIGURES in note for block in printed.blocks for note in block.notes)
    if figures.empty and not noted:
        yield Finding(
            f"{table.title}没有数据，表下没有注明",
            "在表下注明本年度没有这项收支，故本表无数据",
            about=f"{table.id} 说明",
            where=table.title,
        )
    elif noted and not figures.empty:
        yield Finding(
            f"{table.title}注明了无数据，填报中却有这项收支",
            "核对填报的明细，有收支的去掉这条说明",
            about=f"{table.id} 说明",
            where=table.title,
        )


@rule(
    "A20",
    "单位与小数",
    Severity.ERROR,
    "每张表都写明金额单位，全套同一个单位，金额两位小数",
    why="没有单位或单位不一，读的人会差一万倍",
    cites="部门决算公开表（四川省部门决算公开范本）表头",
)
def tables_count_in_one_unit(subject: Subject) -> Iterator[Said]:
    units: dict[str, str] = {}
    for block in blocks_of(subject):
        found = _UNIT.search(named(f"{block.right_note}{block.left_note}"))
        if found is None:
            yield _unit(block, f"{block.title}没有写金额单位", "在表头右上写明“金额单位：万元”")
        else:
            units[block.title] = found["unit"]
    common = max(units.values(), key=[*units.values()].count, default="")
    for title, unit in units.items():
        if unit != common:
            yield Finding(
                f"{title}的金额单位是{unit}，其他表是{common}",
                "全套改成同一个单位",
                about=f"{title} 单位",
                where=title,
                words=unit,
            )
    for printed in printed_tables(subject):
        yield from _decimals(printed)


def _unit(block: Table, message: str, to_do: str) -> Finding:
    return Finding(message, to_do, about=f"{block.title} 单位", where=block.title)


def _decimals(printed: PrintedTable) -> Iterator[Said]:
    """One finding a table: a figure without exactly two decimals."""
    if odd := _odd(printed):
        more = f"等{len(odd)}处" if len(odd) > 1 else ""
        yield Finding(
            f"{printed.title}的金额{odd[0]}{more}不是两位小数",
            "金额统一写两位小数",
            about=f"{printed.id} 小数",
            where=printed.title,
            words=odd[0],
            severity=Severity.WARNING,
        )


@once
def _odd(printed: PrintedTable) -> tuple[str, ...]:
    texts = [named(text) for text in printed.cells.values()]
    read = [(text, NUMBER.fullmatch(text)) for text in {*texts}]
    odd = {text for text, found in read if found and len(found[1] or "") != DECIMALS}
    return tuple(text for text in texts if text in odd) if odd else ()


RULES: tuple[Rule, ...] = (every_table_is_there, tables_count_in_one_unit)
