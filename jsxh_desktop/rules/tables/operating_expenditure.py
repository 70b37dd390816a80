"""B16: 机关运行经费 is 公用经费 of 行政 and 参公 units, and nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain import totals
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.reading.named_amounts import AGENCY_RUNNING
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.statements.left_out import left_out, owed
from jsxh_desktop.rules.statements.section_figures import figure, told_amounts
from jsxh_desktop.rules.statements.section_lines import Section, lines
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import cell_words
from jsxh_desktop.rules.tables.behind import Cell

OPERATING: Cell = ("YBJB", "公用经费合计", "决算数")
TOLD = figure("机关运行经费", "机关运行经费(?:支出)?(?:决算)?(?:数|总额)?", totals.agency_running)


@rule(
    "B16",
    "机关运行==公用经费",
    Severity.ERROR,
    "行政单位和参公单位的机关运行经费等于基本支出决算表的公用经费合计，其他事业单位为0",
    why="机关运行经费就是公用经费，两处不同必有一处错",
    cites="部门决算公开范本 第二部分 十、（一）；公开06表",
)
def agency_running_is_operating_expenditure(subject: Subject) -> Iterator[Said]:
    yield from _as_stated(subject)
    yield from told_amounts(subject.filing, lines(subject, Section.AGENCY_RUNNING), (TOLD,))
    yield from left_out(subject, Section.AGENCY_RUNNING, [owed(AGENCY_RUNNING)])


def _as_stated(subject: Subject) -> Iterator[Said]:
    filing, ledger = subject.filing, subject.ledger
    nature = filing.organization.nature
    if OPERATING not in ledger.stated or nature is None or not nature.has_agency_running:
        return
    stated, running = ledger.known(OPERATING), ledger.worked_out_known(OPERATING)
    if exactness.fit(stated, running) is Fit.IMPOSSIBLE:
        shown = cell_words.both(running, stated)
        yield Finding(
            f"机关运行经费{shown[0]}，基本支出决算表的公用经费合计{shown[1]}",
            "对照原表核对公用经费各款",
            about="机关运行经费",
            where=cell_words.title(OPERATING, subject.pack),
            places=tuple(each.place for each in ledger.typed(OPERATING)),
            operands=(Operand("机关运行经费", shown[0]), Operand("公用经费合计", shown[1])),
            computed=shown[0],
        )


RULES: tuple[Rule, ...] = (agency_running_is_operating_expenditure,)
