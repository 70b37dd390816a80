"""Documents with a fault put in: a printed text changed, a chart redrawn, a block left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import codes
from jsxh_desktop.app.sample import sample
from jsxh_desktop.charts.chart import Chart, Series
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block, Figure, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks, compose
from jsxh_desktop.rules.charts.chart_rules import RULES as CHART_RULES
from jsxh_desktop.rules.rule import Finding, Rule, Unjudged, judge
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.store.codes import read_codes
from tests.filings import archive

PACK = load_pack("sichuan-2021")
Change = Callable[[Block], Block | None]


def composed(filing: Filing, pack: Pack = PACK) -> Subject:
    """A filing and what it prints, without sheets and tables."""
    return Subject(filing, pack, compose(filing, pack))


@cache
def of_sample() -> Subject:
    return composed(
        dataclasses.replace(
            sample(),
            functional_codes=read_codes(codes(), 2021, "functional"),
            economic_codes=read_codes(codes(), 2021, "economic"),
        )
    )


@cache
def of_archive() -> Subject:
    return composed(archive())


def findings(rule: Rule, subject: Subject) -> tuple[Finding, ...]:
    return judge(rule, subject).findings


def unjudged(rule: Rule, subject: Subject) -> tuple[Unjudged, ...]:
    return judge(rule, subject).unjudged


def found_by(rules: Iterable[Rule], subject: Subject) -> dict[str, tuple[str, ...]]:
    """What each rule that finds anything says."""
    said = {rule.id: findings(rule, subject) for rule in rules}
    return {name: tuple(each.message for each in found) for name, found in said.items() if found}


def changed(subject: Subject, change: Change) -> Subject:
    """The document with every block passed through a change; None leaves the block out."""
    parts = tuple(
        PartBlocks(part.key, part.title, tuple(_passed(part.blocks, change)))
        for part in subject.parts
    )
    return Subject(subject.filing, subject.pack, parts)


def _passed(blocks: Iterable[Block], change: Change) -> Iterator[Block]:
    for block in blocks:
        if (kept := change(block)) is not None:
            yield kept


def rewritten(subject: Subject, old: str, new: str) -> Subject:
    """The document with words of its paragraphs and headings replaced; they must be there."""
    done = []

    def change(block: Block) -> Block:
        if isinstance(block, Paragraph | Heading) and old in block.text:
            done.append(block)
            return dataclasses.replace(block, text=block.text.replace(old, new))
        return block

    told = changed(subject, change)
    assert done, old
    return told


def without(subject: Subject, words: str) -> Subject:
    """The document without the paragraphs and headings that hold these words."""
    return changed(
        subject,
        lambda block: (
            None if isinstance(block, Paragraph | Heading) and words in block.text else block
        ),
    )


def with_figure(subject: Subject, number: int, **facts: Any) -> Subject:
    """The document with facts of one figure block replaced."""
    return changed(
        subject,
        lambda block: dataclasses.replace(block, **facts) if _is_figure(block, number) else block,
    )


def without_figure(subject: Subject, number: int) -> Subject:
    return changed(subject, lambda block: None if _is_figure(block, number) else block)


def with_chart(subject: Subject, number: int, **facts: Any) -> Subject:
    """The document with facts of one chart replaced."""
    return with_figure(subject, number, chart=dataclasses.replace(chart(subject, number), **facts))


def chart(subject: Subject, number: int) -> Chart:
    found = next(each for each in subject.charts if _is_figure(each, number)).chart
    assert found is not None
    return found


def _is_figure(block: Block, number: int) -> bool:
    return isinstance(block, Figure) and block.caption.startswith(f"图{number}：")


HARMLESS_CHARTS = {"D11"}
"""A pie of one slice is allowed."""


def series(number: int, *values: str, subject: Subject | None = None) -> tuple[Series, ...]:
    """The series of a chart with other values, in 万元, in each of them."""
    amounts = tuple(map(wan, values))
    own = chart(subject or of_archive(), number).series
    return tuple(dataclasses.replace(each, values=amounts) for each in own)


def only_charts_say(rule_id: str, subject: Subject) -> tuple[str, ...]:
    """What the rule says, where no other rule says anything but harmless things."""
    found = found_by(CHART_RULES, subject)
    assert {*found} - HARMLESS_CHARTS == {rule_id}
    return found[rule_id]


def share_pie(number: int, names: tuple[str, ...], *shares: str) -> Subject:
    """The sample with a chart of typed shares, as the original had it."""
    drawn = dataclasses.replace(
        chart(of_sample(), number),
        categories=names,
        series=(Series("", tuple(map(wan, shares))),),
        labels=(),
    )
    return with_figure(of_sample(), number, chart=drawn)
