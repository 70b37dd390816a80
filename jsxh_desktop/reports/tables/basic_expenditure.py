"""YBJB 一般公共预算财政拨款基本支出决算表: every 款, in blocks side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import OPERATING_CLASSES, PERSONNEL_CLASSES, CodeTable
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.block import Align, Cell, Gap, Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.tables.amounts import Amounts, AnyAmount
from jsxh_desktop.reports.tables.frame import framed, label
from jsxh_desktop.reports.tables.functional_tree import Row, name_of

WIDTHS = (14.2, 51.0, 20.0)
LAST_WIDTHS = (14.2, 59.0, 20.0)
"""The last block holds the longest names; all have to stay on one line for one page."""


def basic_expenditure(filing: Filing, pack: Pack, table: PublicTable) -> tuple[Table, ...]:
    """Listed even when empty; a code in use that is not in the list is added in its place."""
    amounts = Amounts(pack.zero)
    lines = known(partial(totals.economic_lines, filing))
    groups = {} if isinstance(lines, Gap) else _by_code(lines)
    names = filing.economic
    blocks = [
        [_cells(code, names, _figure(lines, groups.get(code, ())), amounts) for code in codes]
        for codes in _blocks(pack, names, groups)
    ]
    body = (*_beside(blocks), _closing(filing, pack, amounts))
    grid = Table(
        widths=WIDTHS * (len(blocks) - 1) + LAST_WIDTHS,
        head=_head(pack),
        body=body,
        landscape=True,
        size=8.5,
        title_size=16,
        row_height=5.05,
        closing=1,
    )
    notes = (*_outside(groups, names), *amounts.notes())
    return (framed(grid, filing, pack, table, notes),)


def _by_code(lines: Lines) -> Mapping[str, Lines]:
    """The lines under each 类 and each 款."""
    groups: dict[str, list[ExpenditureLine]] = {}
    for line in lines:
        for code in dict.fromkeys((line.economic[:3], line.economic)):
            groups.setdefault(code, []).append(line)
    return {code: tuple(group) for code, group in groups.items()}


def _blocks(pack: Pack, names: CodeTable, used: Iterable[str]) -> list[list[str]]:
    """The codes of each block in order; what no block claims stands in the last one."""
    claimed = {code for block in pack.basic_blocks for code in block}
    fixed = {code for code in names.codes if code[:3] in claimed}
    blocks: list[list[str]] = [[] for _ in pack.basic_blocks]
    for code in sorted({*fixed, *claimed, *used}):
        place = (n for n, block in enumerate(pack.basic_blocks) if code[:3] in block)
        blocks[next(place, len(blocks) - 1)].append(code)
    return blocks


def _figure(lines: Lines | Gap, group: Lines) -> AnyAmount:
    return lines if isinstance(lines, Gap) else partial(totals.total, group)


def _cells(code: str, names: CodeTable, figure: AnyAmount, amounts: Amounts) -> Row:
    bold = len(code) == 3
    return (
        Cell(code, align=Align.CENTRE, bold=bold),
        Cell(name_of(code, names), indent=0 if bold else 1, bold=bold),
        amounts.cell(figure, bold=bold),
    )


def _beside(blocks: Sequence[Sequence[Row]]) -> Iterator[Row]:
    blank = (Cell(), Cell(), Cell())
    for parts in zip_longest(*blocks, fillvalue=blank):
        yield tuple(cell for part in parts for cell in part)


def _head(pack: Pack) -> tuple[Row, ...]:
    personnel, blocks = _personnel_blocks(pack), len(pack.basic_blocks)
    return (
        (
            label("人员经费", across=3 * personnel, bold=True),
            label("公用经费", across=3 * (blocks - personnel), bold=True),
        ),
        tuple(map(label, ("科目编码", "科目名称", "决算数"))) * blocks,
    )


def _closing(filing: Filing, pack: Pack, amounts: Amounts) -> Row:
    """人员经费合计 and 公用经费合计 (rule A13)."""
    personnel = _personnel_blocks(pack)
    operating = len(pack.basic_blocks) - personnel
    return (
        label("人员经费合计", across=3 * personnel - 1, bold=True),
        amounts.cell(lambda: totals.total(totals.personnel_lines(filing)), bold=True),
        label("公用经费合计", across=3 * operating - 1, bold=True),
        amounts.cell(lambda: totals.total(totals.operating_lines(filing)), bold=True),
    )


def _personnel_blocks(pack: Pack) -> int:
    return sum(1 for block in pack.basic_blocks if set(block) <= set(PERSONNEL_CLASSES))


def _outside(groups: Mapping[str, Lines], names: CodeTable) -> Iterator[str]:
    """A note for each 类 that is neither 人员经费 nor 公用经费, so that its money is not missed."""
    for code, lines in groups.items():
        if len(code) == 3 and code not in PERSONNEL_CLASSES + OPERATING_CLASSES:
            amount = known(partial(totals.total, lines))
            shown = amount.text if isinstance(amount, Gap) else f"{amount.show()}万元"
            yield (f"{code}{name_of(code, names)}{shown}不属于人员经费和公用经费，未计入上列合计。")
