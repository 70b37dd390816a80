"""The 审核报告 as blocks: what was found and became of it, what passed, what cannot be judged."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.app.checkup import Checked, CheckUp, State
from jsxh_desktop.domain.entry import show_day
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.narrative.block import Align, Block, Cell, Heading, Paragraph, Table, Tone
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.rules.rule import Severity

TITLE = "部门决算公开与绩效自评审核报告"
FOUND_WIDTHS = (9.0, 11.0, 11.0, 33.0, 62.0, 30.0)
CORRECTED_WIDTHS = (11.0, 85.0, 30.0, 30.0)
UNJUDGED_WIDTHS = (11.0, 45.0, 100.0)
PASSED_ACROSS = 3
PASSED_WIDTHS = (11.0, 41.0) * PASSED_ACROSS
SIGNATURE = "　　　　".join(("审核人：", "复核人：", "单位负责人（签章）：", "年　　月　　日"))
NOTHING = "没有"


@dataclass(frozen=True, slots=True)
class Corrected:
    """A finding of an earlier check-up that no longer holds, with the days it came and went."""

    rule: str
    message: str
    found: str
    gone: str


def check_report(
    filing: Filing,
    found: CheckUp,
    day: datetime.date,
    corrected: Sequence[Corrected] = (),
) -> tuple[Block, ...]:
    """The whole report, dated; amounts and wording are those of the findings."""
    return tuple(_blocks(filing, found, day, corrected))


def conclusion(found: CheckUp, corrected: int = 0) -> str:
    """What came of the check-up in one sentence."""
    counts = "、".join(f"{severity.value}{found.count(severity)}处" for severity in Severity)
    reviewed = sum(each.state is State.REVIEWED for each in found.checked)
    return (
        f"按{len(found.verdicts)}条规则审核：{len(found.passed)}条通过，"
        f"{len(found.unjudged)}条有内容无法判断；未处理的问题有{counts}，"
        f"已核实{reviewed}处，已改正{corrected}处。"
    )


def _blocks(
    filing: Filing, found: CheckUp, day: datetime.date, corrected: Sequence[Corrected]
) -> Iterator[Block]:
    unit = filing.organization.full_name or "（未填单位全称）"
    yield Heading(0, TITLE)
    yield Paragraph(f"单位：{unit}　　{filing.year}年度", Tone.FLUSH)
    yield Paragraph(f"审核日期：{show_day(day)}", Tone.FLUSH)
    yield Heading(1, "一、审核结论")
    yield Paragraph(conclusion(found, len(corrected)))
    blocking = sum(each.blocks for each in found.checked)
    said = (
        f"还有{blocking}处错误没有改正或核实，不能定稿。"
        if blocking
        else "没有未处理的错误，可以定稿。"
    )
    yield Paragraph(said)
    yield Heading(1, "二、发现的问题")
    yield _found(found.checked)
    if corrected:
        yield Heading(1, "三、已改正的问题")
        yield _corrected(corrected)
    yield Heading(1, f"{numeral(4 if corrected else 3)}、无法判断的规则")
    yield _unjudged(found)
    yield Heading(1, f"{numeral(5 if corrected else 4)}、通过的规则")
    yield dataclasses.replace(_passed(found), signature=SIGNATURE)


def _table(
    widths: tuple[float, ...], heads: Iterable[str], body: Iterable[tuple[Cell, ...]]
) -> Table:
    rows = tuple(body) or ((Cell(NOTHING, across=len(widths), align=Align.CENTRE),),)
    return Table(
        widths=widths,
        head=(tuple(Cell(head, align=Align.CENTRE, bold=True) for head in heads),),
        body=rows,
        own_page=False,
        size=9,
    )


def _found(checked: Sequence[Checked]) -> Table:
    rows = (
        (
            _centred(str(number)),
            _centred(each.severity.value),
            _centred(each.rule.id),
            Cell(each.finding.where),
            Cell(f"{each.finding.message}\n建议：{each.finding.to_do}"),
            Cell(_state(each)),
        )
        for number, each in enumerate(checked, 1)
    )
    heads = ("序号", "级别", "规则", "位置", "问题和建议", "状态和说明")
    return _table(FOUND_WIDTHS, heads, rows)


def _state(checked: Checked) -> str:
    review = checked.review
    if review is None:
        return checked.state.value
    if checked.is_stale:
        return f"{checked.state.value}\n核实后数变了，原说明是“{review.reason}”"
    signed = f"\n{review.who}　{review.at}".rstrip()
    return f"{checked.state.value}：{review.reason}{signed}"


def _corrected(corrected: Sequence[Corrected]) -> Table:
    rows = (
        (_centred(each.rule), Cell(each.message), _centred(each.found), _centred(each.gone))
        for each in corrected
    )
    return _table(CORRECTED_WIDTHS, ("规则", "问题", "发现时间", "改正时间"), rows)


def _unjudged(found: CheckUp) -> Table:
    rows = (
        (
            _centred(verdict.rule.id),
            Cell(verdict.rule.name),
            Cell("；".join(dict.fromkeys(each.reason for each in verdict.unjudged))),
        )
        for verdict in found.unjudged
    )
    return _table(UNJUDGED_WIDTHS, ("规则", "名称", "为什么"), rows)


def _passed(found: CheckUp) -> Table:
    cells = [(_centred(rule.id), Cell(rule.name)) for rule in found.passed]
    cells += [(Cell(), Cell())] * (-len(cells) % PASSED_ACROSS)
    rows = (
        tuple(cell for pair in cells[place : place + PASSED_ACROSS] for cell in pair)
        for place in range(0, len(cells), PASSED_ACROSS)
    )
    return _table(PASSED_WIDTHS, ("规则", "名称") * PASSED_ACROSS, rows)


def _centred(text: str) -> Cell:
    return Cell(text, align=Align.CENTRE)
