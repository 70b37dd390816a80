"""A17: every code stands in the tables of the year, and its name with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jsxh_desktop.domain.code import CodeTable, ancestors
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.rules.per_subject import while_same
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, Unjudged, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables.cell_tree import NOTHING
from jsxh_desktop.rules.tables.printed_tables import named, printed_tables
from jsxh_desktop.rules.tables.table_equations import TREES
from jsxh_desktop.tables.titles import title_of

FUNCTIONAL, ECONOMIC = Classification.FUNCTIONAL, Classification.ECONOMIC
LENGTHS = {FUNCTIONAL: (3, 5, 7), ECONOMIC: (3, 5)}
BY_CODE = (*TREES, "YBJB")

Used = tuple[Entry[Any], Iterable[Any]]


@rule(
    "A17",
    "科目编码合法",
    Severity.ERROR,
    "编码是3、5、7位，当年科目表中有这个编码和它的上级，名称与当年科目表一致",
    why="编码或名称与当年科目不符，汇总时归不到应归的科目",
    cites="《政府收支分类科目》（当年版）",
)
def codes_are_of_the_year(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    lines = filing.expenditure
    yield from _known(
        FUNCTIONAL,
        filing.functional_codes,
        filing.functional,
        (
            (IncomeLine.functional, filing.income),
            (ExpenditureLine.functional, lines),
            (Variance.functional, filing.variances),
        ),
    )
    yield from _known(
        ECONOMIC, filing.economic_codes, filing.economic, ((ExpenditureLine.economic, lines),)
    )
    yield from _local(filing)
    yield from _stated(subject)
    yield from _printed(subject)


def _known(
    kind: Classification, official: CodeTable, table: CodeTable, used: Iterable[Used]
) -> Iterator[Said]:
    """Each unknown code once, at the first record that has it; the others behind it."""
    unknown: dict[str, list[Place]] = {}
    for entry, records in used:
        for record in records:
            code = entry.of(record)
            if code and code not in table:
                unknown.setdefault(code, []).append(Place(entry, record.id))
    if unknown and not official.codes:
        yield Unjudged(f"没有当年的{kind}科目表")
        return
    for code, places in unknown.items():
        legal = len(code) in LENGTHS[kind] and code.isdigit()
        reason = "当年科目表中没有" if legal else f"不是{'、'.join(map(str, LENGTHS[kind]))}位数字"
        yield Finding(
            f"{kind}科目编码{code}{reason}",
            "核对编码；确有这个科目的，在地方扩展科目中补上",
            about=f"{kind} {code}",
            where=f"{kind}科目",
            places=tuple(places),
        )


def _local(filing: Filing) -> Iterator[Said]:
    """What a unit adds has a parent and takes no official code."""
    seen: dict[tuple[Classification, str], LocalCode] = {}
    for local in filing.local_codes:
        kind = local.classification
        if kind is None or not local.code:
            continue
        official, table = (
            (filing.functional_codes, filing.functional)
            if kind is FUNCTIONAL
            else (filing.economic_codes, filing.economic)
        )
        before = seen.setdefault((kind, local.code), local)
        yield from _misplaced(local, kind, table)
        if local.code in official and official.name(local.code) != local.name:
            name = official.name(local.code)
            yield _clash(local, f"科目表中{local.code}的名称是“{name}”", Severity.WARNING)
        elif before.name != local.name:
            yield _clash(local, f"前面已有{local.code}“{before.name}”", Severity.ERROR)


def _misplaced(local: LocalCode, kind: Classification, table: CodeTable) -> Iterator[Said]:
    code = local.code
    if not code.isdigit() or len(code) not in LENGTHS[kind]:
        problem = f"不是{'、'.join(map(str, LENGTHS[kind]))}位数字"
    elif len(code) > len("206") and table.codes and code[:-2] not in table:
        problem = f"的上级{code[:-2]}在科目表中没有"
    else:
        return
    yield Finding(
        f"地方扩展科目{code}{problem}",
        "核对编码",
        about=f"地方扩展科目 {code}",
        where="地方扩展科目",
        places=(Place(LocalCode.code, local.id),),
    )


def _clash(local: LocalCode, told: str, severity: Severity) -> Finding:
    return Finding(
        f"地方扩展科目{local.code}写的是“{local.name}”，{told}",
        "换一个编码，或删去这一行",
        about=f"地方扩展科目 {local.code} 重复",
        where="地方扩展科目",
        places=(Place(LocalCode.code, local.id), Place(LocalCode.name, local.id)),
        severity=severity,
    )


def _stated(subject: Subject) -> Iterator[Said]:
    """A row of an official table whose code the year does not have."""
    filing, ledger = subject.filing, subject.ledger
    functional, economic = filing.functional, filing.economic
    for table_id in BY_CODE:
        names = economic if table_id == "YBJB" else functional
        rows, _ = ledger.stated_keys.get(table_id, NOTHING)
        codes = {row for row in rows if row.isdigit()} if names.codes else set()
        unknown = codes - names.codes.keys()
        for code in sorted(unknown - _above(names) if unknown else ()):
            figures = (x for cell, x in ledger.stated.items() if cell[:2] == (table_id, code))
            yield Finding(
                f"原表中的科目编码{code}在当年科目表中没有",
                "核对原表是哪一年的，编码读得对不对",
                about=f"{table_id} {code}",
                where=title_of(table_id, subject.pack),
                places=tuple(Place(StatedFigure.row, figure.id) for figure in figures),
                severity=Severity.WARNING,
            )


def _above(table: CodeTable) -> set[str]:
    """The codes that codes of a table stand under."""
    return {above for code in table.codes for above in ancestors(code)}


@while_same(
    printed_tables,
    lambda subject: subject.filing.functional,
    lambda subject: subject.filing.economic,
)
def _printed(subject: Subject) -> tuple[Said, ...]:
    return tuple(_misnamed(subject))


def _misnamed(subject: Subject) -> Iterator[Said]:
    """A code of a printed table that the year has not, or a name that is not that of its code."""
    filing = subject.filing
    functional, economic = filing.functional.codes, filing.economic.codes
    for printed in printed_tables(subject):
        table = economic if printed.id == "YBJB" else functional
        for code, name in printed.codes if table else ():
            right = table[code].name if code in table else ""
            if named(name) == named(right) or "待填" in name or not code.isdigit():
                continue
            said = f"印成“{named(name)}”，科目表中是“{named(right)}”"
            yield Finding(
                f"{code}{said}" if right else f"附表里的编码{code}（{named(name)}）科目表中没有",
                "改成科目表中的名称" if right else "核对编码",
                about=f"{printed.id} {code} {named(name)}",
                where=printed.title,
                words=named(name),
                severity=Severity.WARNING,
            )


RULES: tuple[Rule, ...] = (codes_are_of_the_year,)
