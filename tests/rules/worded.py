"""Filings and documents that hold given words, and what a rule on wording says of them."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from functools import cache
from pathlib import Path

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import filing_from
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block, Heading, Paragraph, Table
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.registry import RULES
from jsxh_desktop.rules.rule import Finding, Rule, judge
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive

REPORT = Path(__file__).parent.parent / "files" / "seed_as_printed"
_BY_ID = {rule.id: rule for rule in RULES}
_TITLE = re.compile(r"第.部分|附件$|朝天区.{0,20}(?:概况|情况说明)$")
_SHEETS = range(232, 722)
"""The lines of the report that hold its sheets and charts."""


@cache
def pack() -> Pack:
    return load_pack("sichuan-2021")


def rule(id_: str) -> Rule:
    return _BY_ID[id_]


def judged(id_: str, subject: Subject) -> tuple[Finding, ...]:
    return judge(rule(id_), subject).findings


def typing(*texts: str) -> Filing:
    """The archive with these key works."""
    works = tuple(KeyWork(text, id=number) for number, text in enumerate(texts, 1))
    return dataclasses.replace(archive(), key_work=works)


def typed(id_: str, *texts: str) -> tuple[Finding, ...]:
    """What a rule says of texts that somebody typed."""
    return judged(id_, Subject(typing(*texts), pack()))


def messages(id_: str, *texts: str) -> list[str]:
    return [finding.message for finding in typed(id_, *texts)]


def printed(id_: str, *blocks: Block) -> tuple[Finding, ...]:
    """What a rule says of a document that holds these blocks and nobody's typing."""
    return judged(id_, document(*blocks))


def document(*blocks: Block) -> Subject:
    filing = Filing(2021, organization=archive().organization)
    return Subject(filing, pack(), (PartBlocks("document", "全文", blocks),))


def corrected(id_: str, text: str) -> str:
    """A typed text after one click on the only finding a rule has of it."""
    (finding,) = typed(id_, text)
    return applied(typing(text), finding).key_work[0].text


def applied(filing: Filing, finding: Finding) -> Filing:
    assert finding.correction is not None
    for change in finding.correction.changes:
        assert isinstance(change, Put)
        filing = with_value(filing, change.entry, change.value, change.key)
    return filing


@cache
def report_typed() -> Filing:
    """The real report as a clerk would have typed it, mistakes and all."""
    return filing_from(tomllib.loads((REPORT / "filing.toml").read_text("utf-8")))


@cache
def report_printed() -> Subject:
    """The real report as a document from elsewhere; of its sheets only the labels."""
    lines = (REPORT / "document.txt").read_text("utf-8").splitlines()
    blocks = (
        _block(re.sub(r"\[bookmark: \w+\]", "", line))
        for number, line in enumerate(lines, 1)
        if line.strip() and (number not in _SHEETS or re.match(r"\s*附[表件]\d", line))
    )
    filing = Filing(2021, organization=report_typed().organization)
    return Subject(filing, pack(), (PartBlocks("document", "全文", tuple(blocks)),))


def _block(line: str) -> Block:
    text = line.strip()
    if re.fullmatch(r"附[表件]\d：", text):
        return Table((10.0,), (), (), label=text)
    if _TITLE.match(text):
        return Heading(0, text, annex=text == "附件")
    if len(text) < 50 and "。" not in text:
        if re.match(r"[一二三四五六七八九十]+、|\d、 ", text):
            return Heading(1, text)
        if re.match(r"（[一二三四五六七八九十]+）", text):
            return Heading(2, text)
    return Paragraph(line)
