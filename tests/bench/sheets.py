"""A thousand self-evaluation sheets with 20 indicators each, beside the same in plain Platypus.

Ours are built from a filing and printed; Platypus is given our finished tables, and fewer of them.
"""

from __future__ import annotations

import dataclasses
import resource
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource, IndicatorClass
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.reports.evaluation_form import evaluation_sheets

COUNT = 1000
KINDS = (
    *[IndicatorClass.QUANTITY] * 5,
    *[IndicatorClass.QUALITY] * 4,
    *[IndicatorClass.TIMELINESS] * 2,
    *[IndicatorClass.COST] * 4,
    *[IndicatorClass.SOCIAL_BENEFIT] * 2,
    *[IndicatorClass.SUSTAINED_IMPACT] * 1,
    *[IndicatorClass.SATISFACTION] * 2,
)


def filing_with(count: int) -> Filing:
    """The sample's unit with so many projects; no two have the same names or figures."""
    numbers = range(1, count + 1)
    return dataclasses.replace(
        sample(),
        projects=tuple(Project(name=f"第{number}号科普经费", id=number) for number in numbers),
        goals=tuple(_goal(number) for number in numbers),
        indicators=tuple(
            _indicator(number, place, kind)
            for number in numbers
            for place, kind in enumerate(KINDS, 1)
        ),
        expenditure=tuple(_line(number) for number in numbers),
    )


def _goal(number: int) -> Goal:
    text = f"打造第{number}号科普示范社区1个，建设服务中心标准化建设1个"
    return Goal(project=number, expected=text, done=f"已{text}", id=number)


def _indicator(number: int, place: int, kind: IndicatorClass) -> Indicator:
    longer = "并完成年度验收、按期公开结果" if place % 3 == 0 else ""
    return Indicator(
        project=number,
        category=kind,
        name=f"第{number}号项目第{place}项科普活动{longer}",
        target=f"{number + place}",
        unit="次",
        actual=f"{number + place}",
        id=number * 100 + place,
    )


def _line(number: int) -> ExpenditureLine:
    amount = Money(100_00 * number)
    return ExpenditureLine(
        functional="2060702",
        kind=ExpenditureKind.PROJECT,
        fund=FundSource.GENERAL_PUBLIC_BUDGET,
        project=number,
        initial_budget=amount,
        full_year_budget=amount,
        final=amount,
        id=number,
    )


def ours(filing: Filing) -> bytes:
    from jsxh_desktop.reports.fonts import typefaces
    from jsxh_desktop.reports.pdf import print_pdf

    tables = evaluation_sheets(filing, load_pack(filing.pack))
    target = BytesIO()
    faces = typefaces(assets() / "fonts")
    print_pdf(tables, title="自评表", author="科协", faces=faces, target=target)
    return target.getvalue()


def platypus(tables: Sequence[Table]) -> bytes:
    """What one would write first: a Platypus table with a paragraph in each cell."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    registerFont(TTFont("Song", assets() / "fonts" / "Song-Regular.ttf"))
    style = ParagraphStyle("cell", fontName="Song", fontSize=9, leading=11.7, wordWrap="CJK")
    title = ParagraphStyle("title", style, fontSize=16, leading=21)
    story: list[Any] = []
    for table in tables:
        story += [Paragraph(table.label, style), Paragraph(table.title, title)]
        story += [_platypus_table(table, style), PageBreak()]
    target = BytesIO()
    SimpleDocTemplate(target, pagesize=A4, invariant=1, pageCompression=1).build(story)
    return target.getvalue()


def _platypus_table(table: Table, style: Any) -> Any:
    from reportlab.platypus import Paragraph
    from reportlab.platypus import Table as PlatypusTable

    from jsxh_desktop.reports.grid import placed
    from jsxh_desktop.reports.style import MM

    cells: list[list[Any]] = [[""] * len(table.widths) for _ in table.body]
    looks: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.6, "black")]
    looks += [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for row, column, row_end, column_end, cell in placed(table.body, len(table.widths)):
        cells[row][column] = Paragraph(cell.text.replace("\n", "<br/>"), style)
        if (row_end, column_end) != (row + 1, column + 1):
            looks.append(("SPAN", (column, row), (column_end - 1, row_end - 1)))
    return PlatypusTable(cells, colWidths=[width * MM for width in table.widths], style=looks)


def rows(folder: Path, count: int = COUNT) -> list[tuple[str, str, str]]:
    """What was measured, sheets a second of processor time, and the ratio to Platypus."""
    filing = filing_with(count)
    few = filing_with(max(count // 10, 3))
    tables = evaluation_sheets(few, load_pack(few.pack))
    mine = count / _seconds(lambda: ours(filing))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plain = len(tables) / _seconds(lambda: platypus(tables))
    return [
        ("自评表，Platypus", f"{plain:.0f} 张/秒", "1.00"),
        (f"自评表 {count} 张", f"{mine:.0f} 张/秒", f"{mine / plain:.2f}"),
        ("　进程最多用内存", f"{peak:.0f} MB", ""),
    ]


def _seconds(work: Callable[[], bytes]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    for row in rows(Path(), *map(int, sys.argv[1:2])):
        click.echo("\t".join(row))
