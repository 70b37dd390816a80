"""A thousand self-evaluation sheets with 20 indicators each, beside the same in plain Platypus.

Run by itself: `python -m tests.bench.sheets [count]`.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from jsxh_desktop.narrative.block import Align, Cell, Table

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
WIDTHS = (20, 20.5, 22.5, 58.5, 29.25, 29.25)
GROUPS = (
    ("完成指标", (("数量指标", 5), ("质量指标", 4), ("时效指标", 2), ("成本指标", 4))),
    ("效益指标", (("社会效益指标", 2), ("可持续影响指标", 1))),
    ("满意度指标", (("满意度指标", 2),)),
)


def sheet(number: int) -> Table:
    """One sheet of domain.md 2.12: 28 rows, no two sheets with the same names and figures."""
    goal = f"目标1：打造第{number}号科普示范社区1个\n目标2：建设第{number}号服务中心标准化建设1个"
    rows = (
        (
            _middle("主管部门及代码"),
            _middle("朝天区科协", 3),
            _middle("实施单位"),
            _middle("朝天区科协"),
        ),
        *_money(number),
        (
            _middle("年度总体目标完成情况", down=2),
            _middle("预期目标", 3),
            _middle("实际完成情况", 2),
        ),
        (Cell(goal, 3), Cell(goal, 2)),
        *_indicators(number),
    )
    return Table(
        widths=WIDTHS,
        head=(),
        body=rows,
        title=f"2021年部门预算项目绩效目标自评（第{number}号项目）",
        label=f"附表{number}：",
        title_size=16.0,
        size=9.0,
    )


def _middle(text: str, across: int = 1, *, down: int = 1) -> Cell:
    return Cell(text, across, down, Align.CENTRE)


def _money(number: int) -> Iterator[tuple[Cell, ...]]:
    figure = f"{number / 100:.2f}"
    first: tuple[Cell, ...] = (_middle("项目预算执行情况（万元）", down=3),)
    for name, executed in (("预算数：", "执行数："), ("其中：财政拨款",) * 2, ("其他资金",) * 2):
        yield (*first, Cell(name, 2), _middle(figure), Cell(executed), _middle(figure))
        first = ()


def _indicators(number: int) -> Iterator[tuple[Cell, ...]]:
    count = sum(many for _, kinds in GROUPS for _, many in kinds)
    heads = ("一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值")
    yield (_middle("年度绩效指标完成情况", down=count + 1), *map(_middle, heads))
    place = 0
    for group, kinds in GROUPS:
        begin: tuple[Cell, ...] = (_middle(group, down=sum(many for _, many in kinds)),)
        for kind, many in kinds:
            begin = (*begin, _middle(kind, down=many))
            for _ in range(many):
                place += 1
                longer = "并完成年度验收、按期公开结果" if place % 3 == 0 else ""
                name = f"第{number}号项目第{place}项科普活动{longer}"
                yield (*begin, Cell(name), _middle(f"{number + place}次"), _middle("100%"))
                begin = ()


def ours(tables: Sequence[Table]) -> bytes:
    from jsxh_desktop.reports.fonts import typefaces
    from jsxh_desktop.reports.pdf import print_pdf

    target = BytesIO()
    faces = typefaces(FONTS)
    print_pdf(tables, title="自评表", author="科协", faces=faces, target=target)
    return target.getvalue()


def platypus(tables: Sequence[Table]) -> bytes:
    """What one would write first: a Platypus table with a paragraph in each cell."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    registerFont(TTFont("Song", FONTS / "Song-Regular.ttf"))
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


def timed(work: Callable[[Sequence[Table]], bytes], tables: Sequence[Table]) -> tuple[float, int]:
    """Seconds of processor time, and bytes made; a first small run pays for the imports."""
    work(tables[:2])
    start = time.process_time()
    made = len(work(tables))
    return time.process_time() - start, made


def main(count: int = 1000) -> None:
    """Print what both take, and how much faster ours is."""
    tables = [sheet(number) for number in range(1, count + 1)]
    seconds, size = timed(ours, tables)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    few = tables[: max(count // 5, 3)]
    plain, plain_size = timed(platypus, few)
    rate, plain_rate = count / seconds, len(few) / plain
    click.echo(f"{'':12}{'张/秒':>8}{'毫秒/张':>10}{'KB/张':>8}")
    for name, each, bytes_each in (
        ("本程序", rate, size / count),
        ("Platypus", plain_rate, plain_size / len(few)),
    ):
        click.echo(f"{name:12}{each:10.0f}{1000 / each:12.2f}{bytes_each / 1024:9.1f}")
    click.echo(f"快 {rate / plain_rate:.1f} 倍；{count} 张最多用内存 {peak:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
