"""The real report as it was printed: what a clerk would have typed, and its document as blocks."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import codes
from jsxh_desktop.app.sample import filing_from
from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.narrative.block import Block, Figure, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.store.codes import read_codes

FOLDER = Path(__file__).parent / "files" / "seed_as_printed"
STARTS = {
    "overview": "一、基本职能及主要工作",
    "statements": "朝天区科协2021年度决算情况说明",
    "terms": "第3部分",
    "annexes": "附件\n2021年朝天区科协部门整体绩效评价报告",
}
_ARTEFACT = re.compile(r"\[bookmark: [^\]]*\]")
_FIRST = re.compile(r"(?:[一二三四五六七八九十]+、|\d+、\s*)[^。]{2,30}")
_SECOND = re.compile(r"（[一二三四五六七八九十]+）[^。，：]{2,24}(?:。|$)")
_CAPTION = re.compile(r"图\d：\S+")
_PART = re.compile(r"第.{1,2}部分.*")
_TITLE = re.compile(r"附[件表]\d：\n2021年部门预算项目绩效目标自评（\S+）")
_ANNEX = re.compile(r"附[件表]\d?：?")


@cache
def filing() -> Filing:
    """What a clerk would have typed, mistakes and all."""
    typed = tomllib.loads((FOLDER / "filing.toml").read_text("utf-8"))
    return dataclasses.replace(
        filing_from(typed),
        functional_codes=read_codes(codes(), 2021, "functional"),
        economic_codes=read_codes(codes(), 2021, "economic"),
    )


@cache
def printed() -> Subject:
    """That filing beside the document it was published with."""
    return Subject(filing(), load_pack("sichuan-2021"), parts())


@cache
def parts() -> tuple[PartBlocks, ...]:
    """The document in the parts it falls into; its charts stand where their captions do."""
    lines = [_ARTEFACT.sub("", line) for line in document().splitlines()]
    text = "\n".join(line.strip() for line in lines if line.strip())
    text, _, sheets = text.partition("\n附表1：")
    cut = sorted((text.index(start), key) for key, start in STARTS.items())
    ends = [place for place, _ in cut[1:]] + [len(text)]
    before = [
        PartBlocks(key, key, tuple(_blocks(text[place:end].splitlines(), key)))
        for (place, key), end in zip(cut, ends, strict=True)
    ]
    titles = _TITLE.findall(f"附表1：{sheets}")
    return (*before, PartBlocks("sheets", "附表", tuple(Heading(0, title) for title in titles)))


def document() -> str:
    """The whole report as text."""
    return (FOLDER / "document.txt").read_text("utf-8")


def _blocks(lines: list[str], key: str) -> Iterator[Block]:
    for line in lines:
        if _CAPTION.fullmatch(line):
            yield Figure(CHARTS.get(int(line[1])), line)
        elif _PART.fullmatch(line) or _ANNEX.fullmatch(line) or line in STARTS.values():
            yield Heading(0, line)
        elif _FIRST.fullmatch(line):
            yield Heading(1, line)
        elif found := _SECOND.match(line):
            yield Heading(2, found.group().rstrip("。"))
            if rest := line[found.end() :]:
                yield Paragraph(rest)
        else:
            yield Paragraph(line)
        if key == "statements":
            yield from (
                Figure(CHARTS[number], f"图{number}：{CHARTS[number].title}")
                for number, start in PICTURES.items()
                if line.startswith(start)
            )


def _years(title: str, *names: str) -> Chart:
    """Both years of a figure, the values swapped as in the report."""
    swapped = (wan("161.94"), wan("149.12"))
    series = tuple(Series(name, swapped) for name in names)
    return Chart(ChartKind.COLUMNS, title, ("2020年", "2021年"), series)


def _shares(title: str, **shares: str) -> Chart:
    """A structure drawn from shares, as the report has it."""
    values = tuple(wan(share) for share in shares.values())
    return Chart(ChartKind.COLUMNS, title, tuple(shares), (Series("占比", values),))


CHARTS = {
    1: _years("收、支决算总计变动情况图", "决算收入（万元）", "决算支出（万元）"),
    2: _shares("收入决算结构图", 一般公共预算财政拨款占比="1"),
    3: _shares(
        "支出决算结构图", 基本支出占比="0.76", 项目支出占比="0.24", 第二季度="3.2", 第三季度="1.4"
    ),
    4: _years("财政拨款收、支决算总计变动情况", "决算收入（万元）", "决算支出（万元）"),
    5: Chart(
        ChartKind.COLUMNS,
        "",
        ("增长8.6％",),
        (
            Series("2020年拨款支出（万元）", (wan("149.12"),)),
            Series("2021年拨款支出（万元）", (wan("161.94"),)),
        ),
    ),
    6: _shares(
        "一般公共预算财政拨款支出决算结构",
        科学技术类占比="0.874",
        社会保障和就业类占比="0.056",
        卫生健康类占比="0.03",
        住房保障类占比="0.04",
    ),
    7: _shares("“三公”经费财政拨款支出结构", 公务接待支出占比="0.75", 其他支出占比="0.25"),
}
"""The seven charts as they were drawn, the shares of 3, 6 and 7 as bare numbers."""

PICTURES = {
    2: "2021年本年收入合计",
    3: "123.64万元，占76%",
    6: "2021年一般公共预算财政拨款支出161.94万元，主要用于",
    7: "2021年“三公”经费财政拨款支出决算中",
}
"""After which line of the report a chart stands that has its caption in the picture."""
