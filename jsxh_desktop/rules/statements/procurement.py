"""C25: 政府采购 by kind and by who got it, as entered and as the text tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import of
from jsxh_desktop.rules.exactness import as_known, ratio
from jsxh_desktop.rules.reading.spoken import Share
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    each_apart,
    rule,
)
from jsxh_desktop.rules.statements.by_section import of_section
from jsxh_desktop.rules.statements.left_out import left_blank, left_out, owed_as
from jsxh_desktop.rules.statements.section_figures import (
    Figure,
    figure,
    meant,
    share_told,
    told,
    told_years,
)
from jsxh_desktop.rules.statements.section_lines import Line, Section, lines
from jsxh_desktop.rules.statements.section_sums import told_sum
from jsxh_desktop.rules.subject import Subject

WHERE = "政府采购支出情况"
KINDS = (Procurement.goods, Procurement.works, Procurement.services)
GRANTED = (Procurement.to_small_and_medium, Procurement.to_small_and_micro)
_WORDS = {"货物": Procurement.goods, "工程": Procurement.works, "服务": Procurement.services}


def _entered(entry: Entry[Money | None], label: str) -> Figure:
    return figure(entry.label, label, lambda filing: of(entry, filing.procurement), Place(entry))


TOTAL = figure(
    "政府采购支出总额",
    r"政府采购支出(?:决算)?(?:总额|合计|共计)?",
    lambda filing: spending.procurement(filing.procurement),
    *map(Place, KINDS),
)
PARTS = tuple(_entered(entry, f"{word}(?:类)?(?:采购)?支出") for word, entry in _WORDS.items())
FIRMS = tuple(
    _entered(entry, rf"(?:授予)?{word}企业(?:的)?(?:合同)?(?:金额|总额)")
    for word, entry in zip(("中小", "小微"), GRANTED, strict=True)
)


@rule(
    "C25",
    "政府采购",
    Severity.ERROR,
    "总额等于货物、工程、服务之和；小微企业合同金额不大于中小企业，中小企业不大于总额；占比相符",
    why="采购公开要分类别、分企业规模，数要互相对得上",
    cites="部门决算公开范本 第二部分 十、（二）政府采购",
)
@of_section(Section.PROCUREMENT, "procurement", "precision", "year")
def procurement_adds_up(subject: Subject) -> Iterator[Said]:
    """What is entered, then what the text tells."""
    filing, found = subject.filing, lines(subject, Section.PROCUREMENT)
    bought, (medium, micro) = filing.procurement, GRANTED
    yield from each_apart(
        (
            _not_more(bought, medium, TOTAL.name, lambda: spending.procurement(bought)),
            _not_more(bought, micro, medium.label, lambda: of(medium, bought)),
        )
    )
    yield from told_years(filing, found, "政府采购")
    yield from left_out(subject, Section.PROCUREMENT, [owed_as(TOTAL)])
    yield from left_blank(subject, Section.PROCUREMENT)
    yield from told_sum(found, TOTAL, PARTS)
    yield from each_apart(
        _share(filing, line, share, figure)
        for line in found
        for share in line.reading.shares
        if share.part and (figure := meant(line, FIRMS, share.part))
    )
    yield from _complete(found)


def _not_more(
    bought: Procurement, entry: Entry[Money | None], name: str, limit: Callable[[], Money]
) -> Iterator[Said]:
    granted, most = of(entry, bought), limit()
    if granted > most:
        shown, due = f"{granted.show()}万元", f"{most.show()}万元"
        yield Finding(
            f"{entry.label}{shown}，大于{name}{due}",
            "核对两个数",
            entry.label,
            WHERE,
            (Place(entry), *map(Place, KINDS)),
            (Operand(entry.label, shown, WHERE), Operand(name, due, WHERE)),
        )


def _share(filing: Filing, line: Line, share: Share, granted: Figure) -> Iterator[Said]:
    part, whole = (as_known(each.amount(filing), filing.precision) for each in (granted, TOTAL))
    name = f"{granted.name}占比"
    yield from share_told(line, name, share.percent, ratio(part, whole), granted.places)


def _complete(found: tuple[Line, ...]) -> Iterator[Said]:
    """Something was bought: by kind, and how much of it from small firms."""
    text = "".join(line.text for line in found)
    for line in found:
        for amount in line.reading.amounts:
            if meant(line, (TOTAL,), amount) and amount.value.reads:
                yield from _missing(line, text)
                return


def _missing(line: Line, text: str) -> Iterator[Finding]:
    kinds = [word for word in _WORDS if word not in text]
    if kinds:
        message = f"政府采购支出没有写{'、'.join(kinds)}支出"
        to_do = "按货物、工程、服务分别写，没有的写0"
        yield told(line, "分类", message, to_do, TOTAL.places, severity=Severity.WARNING)
    for word, firms in zip(("中小企业", "小微企业"), FIRMS, strict=True):
        if word not in text:
            message = f"没有写授予{word}的合同金额"
            to_do = f"补写{firms.name}和占比"
            yield told(line, word, message, to_do, firms.places, severity=Severity.WARNING)


RULES: tuple[Rule, ...] = (procurement_adds_up,)
