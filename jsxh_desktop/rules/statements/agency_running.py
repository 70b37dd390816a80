"""C23, C24: 机关运行经费, how it moved and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.rules.exactness import Fit, Known, fit, ratio
from jsxh_desktop.rules.reading.named_amounts import AGENCY_RUNNING
from jsxh_desktop.rules.reading.spoken import Movement
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.statements.by_section import of_section
from jsxh_desktop.rules.statements.left_out import not_compared
from jsxh_desktop.rules.statements.section_figures import (
    figure,
    meant,
    share_told,
    told,
    told_years,
)
from jsxh_desktop.rules.statements.section_lines import Line, Section, lines
from jsxh_desktop.rules.subject import Subject

CITES = "部门决算公开范本 第二部分 十、（一）机关运行经费"
RUNNING = figure(
    "机关运行经费",
    "机关运行经费(?:支出)?(?:决算)?(?:数|总额)?",
    totals.agency_running,
    Place(PriorYear.agency_running),
)
LESS = {"减少", "下降", "降低"}
OF_PERSONNEL = re.compile(
    r"(?:绩效)?考核奖|目标奖|绩效奖|奖金|绩效工资|(?:基本)?工资|(?<!交通)津贴|社保|社会保险|养老保险|"
    r"医疗保险|公积金|职业年金|退休费|抚恤金|生活补助|晋级|晋升|调资"
)
"""What is paid to people (301, 303) and cannot move 公用经费."""

_REASON = re.compile(r"(?:主要)?(?:变动)?原因(?:是|为|：)([^。]*)")


def _section(subject: Subject) -> tuple[Line, ...]:
    return lines(subject, Section.AGENCY_RUNNING)


@rule(
    "C23",
    "机关运行经费同比",
    Severity.ERROR,
    "写的比率等于增减额除以上年数（本年数减增减额）",
    why="本年数、增减额、比率三个数要能互相推出来",
    cites=CITES,
)
def the_rate_follows_from_the_change(subject: Subject) -> Iterator[Said]:
    """As the sentence tells the three; each against the filing is C02 to C06."""
    found = _section(subject)
    yield from told_years(subject.filing, found, "机关运行经费")
    if subject.filing.organization.nature is not UnitNature.INSTITUTION:
        yield from not_compared(subject, Section.AGENCY_RUNNING, AGENCY_RUNNING)
    for line in found:
        for movement in line.reading.movements:
            yield from _follows(line, movement)
        if subject.filing.organization.nature is UnitNature.INSTITUTION:
            yield from _not_used(line)


def _follows(line: Line, movement: Movement) -> Iterator[Said]:
    """What printed decimals leave open, C03 judges by the figures themselves."""
    now, amount, rate = movement.now, movement.amount, movement.rate
    if not (now and amount and rate and meant(line, (RUNNING,), now)):
        return
    due = ratio(amount.value, _before(movement, now.value, amount.value))
    if due and fit(rate.value, due) is Fit.IMPOSSIBLE:
        yield from share_told(line, "机关运行经费增减的比率", rate, due, RUNNING.places)


def _before(movement: Movement, now: Known, by: Known) -> Known:
    if movement.last:
        return movement.last.value
    return now + by if movement.way in LESS else now - by


def _not_used(line: Line) -> Iterator[Said]:
    for amount in line.reading.amounts:
        if meant(line, (RUNNING,), amount) and amount.value.reads:
            shown = line.text[slice(*amount.span)]
            message = f"事业单位没有机关运行经费，文中写了{shown}"
            yield told(line, "事业单位", message, "改成未使用机关运行的相关科目", words=shown)


@rule(
    "C24",
    "原因与口径匹配",
    Severity.WARNING,
    "机关运行经费的变动原因不写奖金、工资、津贴、社保、公积金这样的人员经费",
    why="机关运行经费是公用经费，人员经费的增减解释不了它",
    cites="政府收支分类科目（301、303 与 302、310 分列）",
)
@of_section(Section.AGENCY_RUNNING, "reasons")
def reasons_are_of_operating(subject: Subject) -> Iterator[Said]:
    """The reason that is typed; a printed one only where it is another."""
    typed = subject.filing.reasons.agency_running
    where = (Place(Reasons.agency_running),)
    yield from _of_personnel(typed, Reasons.agency_running.label, where)
    for line in _section(subject):
        for found in _REASON.finditer(line.text):
            if found[1].strip("。；") not in typed:
                yield from _of_personnel(found[1], line.passage.where, where)


def _of_personnel(reason: str, where: str, places: tuple[Place, ...]) -> Iterator[Said]:
    words = list(dict.fromkeys(found[0] for found in OF_PERSONNEL.finditer(reason)))
    if words:
        said = "、".join(words)
        yield Finding(
            f"机关运行经费的变动原因写了{said}，这属于人员经费",
            "换成公用经费的原因，例如差旅、办公设备、交通费用",
            "机关运行经费变动原因",
            where,
            places,
            words=words[0],
        )


RULES: tuple[Rule, ...] = (the_rate_follows_from_the_change, reasons_are_of_operating)
