"""What the tests of pages are made of: blocks, and pages as they read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.domain.money import Money
from jsxh_desktop.narrative.block import (
    Block,
    Cell,
    Cover,
    Figure,
    Paragraph,
    Table,
)
from jsxh_desktop.reports.compose import compose
from jsxh_desktop.reports.fonts import typefaces
from jsxh_desktop.reports.page import Page

FACES = typefaces(Path(__file__).parents[2] / "assets" / "fonts")
CHART = Chart(ChartKind.COLUMNS, "", ("2021年",), (Series("收入总计", (Money(1619400),)),))
FIGURE = Figure(CHART, "图1：收、支决算总计变动情况图")
COVER = Cover(("四川省广元市朝天区", "科学技术协会"), "2021年度部门决算", "公开时间：2022年9月5日")


def paragraph(lines: int) -> Paragraph:
    """Running text that fills so many lines."""
    return Paragraph("决" * 26 + "算" * 28 * (lines - 1))


def table(rows: int = 2, *, listed: bool = False, own_page: bool = True) -> Table:
    body = tuple((Cell(f"第{row}行"), Cell("0.48")) for row in range(rows))
    head = ((Cell("项目"), Cell("金额")),)
    title = "收入决算表"
    return Table((40, 40), head, body, title=title, listed=listed, own_page=own_page)


def wide(title: str = "", **facts: str) -> Table:
    row = (Cell("161.94"),) * 12
    return Table(
        (21,) * 12,
        (),
        (row,),
        title=title,
        landscape=True,
        **facts,  # type: ignore[arg-type]  # the facts of the tests are texts
    )


def texts(page: Page) -> list[str]:
    return [words.line.text for words in page.words]


def lines_of(blocks: Iterable[Block]) -> list[int]:
    """How many lines of text each page has."""
    return [len(page.words) for page in compose(blocks, FACES)]
