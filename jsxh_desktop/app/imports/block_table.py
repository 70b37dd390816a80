"""Reads YBJB 一般公共预算财政拨款基本支出决算表: blocks of code, name and amount side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jsxh_desktop.app.imports.code_cells import Codes
from jsxh_desktop.app.imports.heads import Path, leaf, paths
from jsxh_desktop.app.imports.official import Reading, ends, is_amount
from jsxh_desktop.app.imports.regions import Region
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.tables.basic_expenditure import FINAL, SUMS

_AMOUNTS = ("决算数", "金额", "合计", "支出决算数", "本年支出")
_MOST_HEADS = 5


class Block(NamedTuple):
    """The columns of one block: its codes, its name, its amount."""

    codes: tuple[int, ...]
    name: int
    amount: int


def read_blocks(reading: Reading, filing: Filing) -> None:
    """Every code of every block, and the two sums below them."""
    region = reading.region
    first = _first_row(region)
    top = max(region.top, first - _MOST_HEADS)
    blocks = _blocks(paths(region.source, range(top, first)))
    if not blocks:
        raise ValueError("没有找到“科目编码”“科目名称”“决算数”这样的表头")
    for block in blocks:
        codes = Codes(filing.economic)
        for row in range(first, region.bottom):
            if ends(region, row):
                break
            _read(reading, row, block, codes)
    for row in range(first, region.bottom):
        _sums(reading, row)


def _first_row(region: Region) -> int:
    """The first row with a code of three digits or the name of its 类."""
    source = region.source
    for row in region.rows:
        texts = [source.text(row, column) for column in range(source.width)]
        if any(text in {"301", "302", "303", "工资福利支出", "商品和服务支出"} for text in texts):
            return row
    raise ValueError("没有找到“301”“工资福利支出”这样的第一行")


def _blocks(heads: Sequence[Path]) -> list[Block]:
    """A block ends with its amount."""
    found: list[Block] = []
    codes: list[int] = []
    name = -1
    for column, path in enumerate(heads):
        head = leaf(path)
        if head.endswith(("编码", "代码")) or head in {"类", "款"}:
            codes.append(column)
        elif head.endswith("名称") or head in {"项目", "科目"}:
            name = column
        elif head in _AMOUNTS and name >= 0:
            found.append(Block(tuple(codes), name, column))
            codes, name = [], -1
    return found


def _read(reading: Reading, row: int, block: Block, codes: Codes) -> None:
    source = reading.region.source
    name = source.text(row, block.name)
    if name in SUMS or any(source.text(row, column) in SUMS for column in block.codes):
        return
    code = codes.of([source.text(row, column) for column in block.codes], name)
    if code is not None and len(code) <= 5:
        reading.take(row, block.amount, (code, FINAL.key))
    elif is_amount(reading.region, row, block.amount) and not _is_sum(reading.region, row, block):
        reason = "这一行没有编码，名称也不是经济分类科目的名称"
        reading.miss(row, block.amount, name or "没有名称", reason)


def _is_sum(region: Region, row: int, block: Block) -> bool:
    """Whether the amount belongs to a sum whose label reaches over the block from its left."""
    shared = (region.source.shared(row, column) for column in range(block.amount))
    return any(text in SUMS or text in {"合计", "总计"} for text in shared)


def _sums(reading: Reading, row: int) -> None:
    """人员经费合计 and 公用经费合计: the amount is the first to the right of its label."""
    source = reading.region.source
    for column in range(source.width):
        if source.text(row, column) in SUMS:
            right = range(column + 1, source.width)
            amount = next((c for c in right if is_amount(reading.region, row, c)), None)
            labels = [c for c in right if source.text(row, c) in SUMS]
            if amount is not None and (not labels or amount < labels[0]):
                reading.take(row, amount, (source.text(row, column), FINAL.key))
