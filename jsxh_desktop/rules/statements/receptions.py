"""C21: the list of receptions makes the cost of them, and is as long as there were batches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated import of, stated
from jsxh_desktop.domain.terms import ReceptionKind
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.rules.exactness import Fit, as_known, fit, sum_of
from jsxh_desktop.rules.per_subject import TYPED, held, judged_while_same
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    Unjudged,
    each_apart,
    rule,
)
from jsxh_desktop.rules.statements.receptions_told import (
    domestic,
    receptions_quoted,
    receptions_told,
)
from jsxh_desktop.rules.statements.section_figures import in_wan
from jsxh_desktop.rules.statements.section_lines import Section, lines
from jsxh_desktop.rules.subject import Subject

WHERE = "公务接待明细"
NO_RECEPTION = re.compile(
    r"评审|大赛|竞赛|活动周|举办|开展.{0,12}活动|培训|参加学习|慰问|加班|工作餐"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    "苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔"
)
_BY_NAME = re.compile(
    rf"[{_SURNAMES}](?:副)?(?:主任|书记|局长|县长|区长|镇长|乡长|部长|主席|处长|科长|院长|校长|厅长)"
)


@rule(
    "C21",
    "公务接待明细",
    Severity.ERROR,
    "明细之和等于接待费；明细条数不少于批次；批次、人次、明细与文中一致",
    why="接待费逐笔公开，明细凑不成总额会被追问",
    cites="部门决算公开范本 第二部分 七、“三公”经费 3.公务接待费",
)
@judged_while_same(
    lambda subject: lines(subject, Section.THREE_PUBLIC),
    TYPED,
    held("receptions", "three_public", "precision"),
)
def visits_make_the_reception(subject: Subject) -> Iterator[Said]:
    """What is entered, then what the text tells of it."""
    filing = subject.filing
    yield from each_apart(
        (
            _adds_up(filing, domestic(filing), ThreePublic.reception_domestic),
            _adds_up(filing, _foreign(filing), ThreePublic.reception_foreign),
            _as_many_as_batches(filing),
            _counted(filing),
            _foreign_counted(filing),
            _hints(filing),
        )
    )
    yield from receptions_told(filing, lines(subject, Section.THREE_PUBLIC))
    yield from receptions_quoted(subject)


def _foreign(filing: Filing) -> tuple[Reception, ...]:
    return tuple(each for each in filing.receptions if each.kind is ReceptionKind.FOREIGN)


def _adds_up(
    filing: Filing, visits: tuple[Reception, ...], entry: Entry[Money | None]
) -> Iterator[Said]:
    whole = of(entry, filing.three_public)
    if not visits:
        if whole and entry is ThreePublic.reception_domestic:
            yield Unjudged(f"{WHERE}还没有填", (Place(entry),))
        return
    amounts = [stated(visit.amount, Reception.amount.label) for visit in visits]
    total = sum_of(as_known(amount, filing.precision) for amount in amounts)
    how = fit(as_known(whole, filing.precision), total)
    if how is not Fit.EQUAL:
        added, paid = in_wan(total), f"{whole.show()}万元"
        yield Finding(
            f"接待明细合计{added}，{entry.label}是{paid}",
            "核对明细和总额",
            entry.label,
            WHERE,
            (Place(Reception.amount, visits[0].id), Place(entry)),
            (Operand("明细合计", added, WHERE), Operand(entry.label, paid, "“三公”经费")),
            added,
            severity=Severity.INFO if how is Fit.ROUNDING else None,
        )


def _as_many_as_batches(filing: Filing) -> Iterator[Said]:
    """One entry for each batch; several batches of one kind may share one, so only a warning."""
    visits, batches = domestic(filing), of(ThreePublic.batches, filing.three_public)
    if visits and len(visits) != batches:
        word = "少于" if len(visits) < batches else "多于"
        message = f"接待明细{len(visits)}条，{word}{batches}批次{_averages(filing)}"
        to_do = "补全明细，或者核对批次"
        places = (Place(Reception.subject, visits[-1].id), Place(ThreePublic.batches))
        yield _warning("明细条数", message, to_do, places)


def _averages(filing: Filing) -> str:
    """“（每批600.00元，人均68.57元）”, to see whether the counts can be."""
    spent = filing.three_public
    amount, batches, persons = spent.reception_domestic, spent.batches, spent.persons
    if not amount or not batches or not persons:
        return ""
    each, one = (half_up(Fraction(amount.fen, FEN_IN["元"] * by), 2) for by in (batches, persons))
    return f"（每批{each:.2f}元，人均{one:.2f}元）"


def _counted(filing: Filing) -> Iterator[Said]:
    spent = filing.three_public
    amount = of(ThreePublic.reception_domestic, spent)
    batches, persons = of(ThreePublic.batches, spent), of(ThreePublic.persons, spent)
    places = (Place(ThreePublic.batches), Place(ThreePublic.persons))
    if amount and not (batches and persons):
        message = f"国内公务接待费{amount.show()}万元，批次、人次填的是{batches}、{persons}"
        yield _warning("批次人次", message, "核对批次和人次", places)
    elif persons < batches:
        message = f"国内公务接待{persons}人次，少于{batches}批次"
        yield _warning("批次人次", message, "核对是不是填反了", places)


def _foreign_counted(filing: Filing) -> Iterator[Said]:
    """Money for guests from abroad, and none came; what is left blank says nothing."""
    spent = filing.three_public
    amount, counts = spent.reception_foreign, (spent.foreign_batches, spent.foreign_persons)
    if amount and 0 in counts:
        places = (Place(ThreePublic.foreign_batches), Place(ThreePublic.foreign_persons))
        message = f"外事接待费{amount.show()}万元，批次或者人次填的是0"
        yield _warning("外事批次人次", message, "核对外事接待费、批次和人次", places)


def _hints(filing: Filing) -> Iterator[Said]:
    """Meals that may be none of 公务接待, and people named: for a human to look at."""
    for visit in filing.receptions:
        where = (Place(Reception.subject, visit.id),)
        if found := NO_RECEPTION.search(visit.subject):
            message = f"“{visit.subject}”写有“{found[0]}”，核对是否属于公务接待"
            to_do = "不属于的改列会议费、培训费等"
            yield _hint(f"事由 {visit.id}", message, to_do, where, found[0])
        if found := _BY_NAME.search(visit.subject):
            message = f"“{visit.subject}”写了“{found[0]}”，公开材料宜不具名"
            yield _hint(f"具名 {visit.id}", message, "改成单位名称", where, found[0])


def _warning(about: str, message: str, to_do: str, places: tuple[Place, ...]) -> Finding:
    return Finding(message, to_do, about, WHERE, places, severity=Severity.WARNING)


def _hint(about: str, message: str, to_do: str, where: tuple[Place, ...], words: str) -> Finding:
    return Finding(message, to_do, about, WHERE, where, words=words, severity=Severity.INFO)


RULES: tuple[Rule, ...] = (visits_make_the_reception,)
