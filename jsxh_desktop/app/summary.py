"""A filing in a few lines: the unit, its main figures, what is still blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jsxh_desktop.app.book import document
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated, gap
from jsxh_desktop.narrative.block import Block, Cover, Figure, Gap, Heading, Paragraph, Table

FIGURES: tuple[tuple[str, Callable[[Filing], Money]], ...] = (
    ("收、支总计", totals.grand_total),
    ("本年收入合计", totals.income),
    ("本年支出合计", totals.expenditure),
    ("一般公共预算财政拨款支出", totals.general_budget),
    ("其中：基本支出", totals.basic_expenditure),
    ("机关运行经费", totals.agency_running),
    ("“三公”经费", lambda filing: spending.three_public(filing.three_public)),
    ("政府采购支出", lambda filing: spending.procurement(filing.procurement)),
)

_GAP = re.compile(gap("(.+?)"))


def describe(filing: Filing, pack: Pack) -> Iterator[str]:
    """The lines of `show`."""
    name = filing.organization.full_name or "（未填单位全称）"
    yield f"{name}　{filing.year}年度　{pack.name}"
    for label, figure in FIGURES:
        yield f"  {label}：{_shown(figure, filing)}"
    yield f"  项目：{len(filing.projects)}个，绩效指标{len(filing.indicators)}条"
    gaps = list(missing(filing, pack))
    yield f"  还有{len(gaps)}处待填：" if gaps else "  没有待填的内容"
    for blank in gaps:
        yield f"    {blank}"


def missing(filing: Filing, pack: Pack) -> Iterator[str]:
    """Each gap of the document once, with the part it is first seen in."""
    seen: set[str] = set()
    for part in document(filing, pack):
        for block in part.blocks:
            for blank in _GAP.findall("\n".join(texts(block))):
                if blank not in seen:
                    seen.add(blank)
                    yield f"{part.title}：{blank}"


def texts(block: Block) -> Iterator[str]:
    """Every text a block prints, but for the names and amounts in a chart."""
    match block:
        case Table():
            yield from (block.title, block.label, block.number, block.left_note, block.right_note)
            yield from (cell.text for row in (*block.head, *block.body) for cell in row)
            yield from (*block.notes, block.signature)
        case Cover():
            yield from (*block.title, block.subtitle, block.closing)
        case Figure():
            yield from (block.caption, block.note)
        case Heading() | Paragraph() | Gap():
            yield block.text


def _shown(figure: Callable[[Filing], Money], filing: Filing) -> str:
    try:
        return f"{figure(filing).show()}万元"
    except NotStated as blank:
        return f"待填（{blank.label}）"
