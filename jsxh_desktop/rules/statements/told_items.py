"""C12: every functional item by its right name, down to the 项, with its amount."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable, ancestors
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.totals import FINAL
from jsxh_desktop.rules.reading.item_lines import ItemLine, ItemList, item_lists
from jsxh_desktop.rules.reading.item_names import (
    bare,
    by_names,
    full_name,
    has_numbers,
    in_table,
    meant_by_numbers,
    of_class,
    used_items,
)
from jsxh_desktop.rules.reading.mentions import Heard, Section, heard
from jsxh_desktop.rules.reading.spoken import ItemName
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.amount_findings import (
    agrees,
    corrected,
    first_place,
    judged,
    key_of,
    shown,
    words_at,
)
from jsxh_desktop.rules.statements.left_out import written
from jsxh_desktop.rules.statements.told_totals import this_year
from jsxh_desktop.rules.subject import Subject

_NUMBER = re.compile(r"\s*(\d+)[.、]")


@rule(
    "C12",
    "五（三）项级明细",
    Severity.ERROR,
    "每一条都写到类、款、项的名称，与支出决算表的项一一对应，金额相等",
    why="级次写错或少写一项，就与公开的表对不上",
    cites="部门决算公开05表；《政府收支分类科目》",
)
def items_are_told_right(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    yield from judged(subject, this_year(subject, Section.GENERAL_ITEMS))
    lists = item_lists(subject)
    yield from _no_list(subject, lists)
    yield from each_apart(_listed(filing, listed) for listed in lists)
    opened = {line.told.passage for listed in lists for line in listed.told}
    codes = filing.functional
    used = by_names(codes, used_items(filing))
    for told in heard(subject):
        for item in told.reading.items:
            if bare(item.names) not in used and told.passage not in opened:
                yield from _named(filing, codes, told, item)


def _no_list(subject: Subject, lists: tuple[ItemList, ...]) -> Iterator[Finding]:
    """A section on the items of the general budget that lists none of them."""
    section = written(subject).get(Section.GENERAL_ITEMS)
    general = [each for each in lists if each.fund is FundSource.GENERAL_PUBLIC_BUDGET]
    if not section or not section.paragraphs or general or section.has_gaps:
        return
    if totals.general_budget(subject.filing):
        yield Finding(
            "这一节没有逐项写一般公共预算财政拨款支出",
            "按项逐条补写",
            about=f"{section.heading.where} 没有明细",
            where=section.heading.where,
            places=(first_place(subject.filing, FINAL),),
            words=section.heading.text,
        )


def _listed(filing: Filing, listed: ItemList) -> Iterator[Finding]:
    for code in (part for item in listed.items for part in ancestors(item)):
        listed.codes.name(code)
    seen: set[str] = set()
    first = _NUMBER.match(listed.told[0].told.reading.text)
    if first and first[1] != "1":
        message = f"明细第一条的序号写的是{first[1]}"
        yield _finding(filing, listed.told[0].told, message, "从1写起", "序号", "1", first[1])
    for line in listed.told:
        if not line.code:
            yield from _unknown(filing, listed, line)
            seen.update(of_class(listed.codes, listed.items, line.names[0]))
            continue
        if line.code in seen:
            message = f"{full_name(listed.codes, line.code)}写了两条"
            yield _finding(filing, line.told, message, "合成一条", f"重复{line.code}")
        seen.add(line.code)
        yield from _amount(filing, listed, line)
    for code in listed.items:
        if code not in seen:
            name, right = full_name(listed.codes, code), shown(totals.total(listed.of(code)))
            message = f"明细里没有写{name}，支出决算{right}"
            yield _finding(filing, listed.told[0].told, message, "补上这一条", f"缺{code}", right)


def _amount(filing: Filing, listed: ItemList, line: ItemLine) -> Iterator[Finding]:
    if line.final is None:
        return
    total = totals.total(listed.of(line.code))
    if not agrees(filing, line.final, total):
        written, right = words_at(line.told, line.final.span), shown(total)
        message = f"{full_name(listed.codes, line.code)}支出决算写的是{written}，应为{right}"
        yield _finding(
            filing, line.told, message, f"改成{right}", f"金额{line.code}", right, written
        )


def _unknown(filing: Filing, listed: ItemList, line: ItemLine) -> Iterator[Finding]:
    """A line that is of no item of the fund: numbers for names, no 项, or another name."""
    name = words_at(line.told, line.item.span)
    if has_numbers(line.names):
        yield _numbered(filing, listed.codes, line.told, line.item)
    elif not line.names[2]:
        yield _finding(filing, line.told, f"“{name}”没有写到项", "写到项", f"级次{name}", "", name)
    else:
        message = f"“{name}”不是{listed.fund}支出里的项"
        yield _finding(filing, line.told, message, "核对类、款、项的名称", f"名称{name}", "", name)
    within = of_class(listed.codes, listed.items, line.names[0])
    total = totals.total(each for code in within for each in listed.of(code))
    if len(within) > 1 and line.final and agrees(filing, line.final, total):
        written = words_at(line.told, line.final.span)
        names = "、".join(full_name(listed.codes, code) for code in within)
        message = f"{written}是{len(within)}个项的合计，没有分列到项"
        to_do = f"分成{len(within)}条写：{names}"
        yield _finding(filing, line.told, message, to_do, f"未分列{name}", "", written)


def _named(filing: Filing, codes: CodeTable, told: Heard, item: ItemName) -> Iterator[Finding]:
    """An item named elsewhere, such as a 名词 to explain."""
    names = bare(item.names)
    if has_numbers(names):
        yield _numbered(filing, codes, told, item)
    elif "\0" not in "".join(names) and names[1] and codes.codes and not in_table(codes, names):
        name = words_at(told, item.span)
        message = f"“{name}”在{filing.year}年的科目表里没有"
        yield _finding(filing, told, message, "核对类、款、项的名称", f"名称{name}", "", name)


def _numbered(filing: Filing, codes: CodeTable, told: Heard, item: ItemName) -> Finding:
    """Numbers where names belong, and at the wrong level: 206（款）07（项）."""
    written = words_at(told, item.span)
    meant = meant_by_numbers(codes, used_items(filing), bare(item.names))
    right = "、".join(full_name(codes, code) for code in meant)
    finding = _finding(
        filing,
        told,
        f"“{written}”把编码写进了款和项，级次也不对",
        f"写成{right}" if right else "写款、项的名称",
        f"编码{item.names[0]}",
        right,
        written,
    )
    if len(meant) != 1:
        return finding
    return dataclasses.replace(finding, correction=corrected(told.passage, item.span, right))


def _finding(
    filing: Filing,
    told: Heard,
    message: str,
    to_do: str,
    kind: str,
    right: str = "",
    written: str = "",
) -> Finding:
    passage = told.passage
    sides = [Operand("写的", written, passage.where)] if written else []
    sides += [Operand("应为", right, "按填写的数和科目表")] if right else []
    return Finding(
        message,
        to_do,
        about=f"{key_of(passage)} {kind}",
        where=passage.where,
        places=(passage.place or first_place(filing, FINAL),),
        operands=tuple(sides),
        computed=right,
        words=written or passage.text,
    )


RULES = (items_are_told_right,)
