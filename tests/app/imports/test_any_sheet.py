"""Whatever stands on a sheet, a plan comes of it, and a plan can be made a step."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.plan_words import lines
from jsxh_desktop.app.imports.source import Source, Value
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.reports.excel.disclosure import evaluation_form_sheets, public_table_sheets
from jsxh_desktop.store.file import Workbook
from tests.app.imports.files import read_here, written
from tests.app.imports.tabled import PACK, coded, named
from tests.examples import examples

ODD: list[Value] = [
    *(
        "",
        "合计",
        "收入",
        "项目",
        "206",
        "07",
        "科目名称",
        "编码",
        "目标1：",
        "—",
        "注：",
        "〔待填〕",
    ),
    *("一级指标", "三级指标", "=1+1", "1e9", "２０６", "－1", "金额单位：元", "公务接待费"),
    *map(Decimal, ("0", "-3.5", "206", "2060702.0", "1e30", "0.000001", "161.94000000000003")),
]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Source]:
    """Every sheet of the sample."""
    filing, folder = coded(sample()), tmp_path_factory.mktemp("sheets")
    made = (*public_table_sheets(filing, PACK), *evaluation_form_sheets(filing, PACK))
    return read_here(written(made, folder / "全套.xlsx"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    path: Path = tmp_path_factory.mktemp("kept") / "kept.jsxh"
    with Workbook.create(path) as workbook:
        yield workbook


def spoilt(draw: st.DrawFn, source: Source) -> Source:
    """The sheet with cells, rows and columns lost, doubled or overwritten."""
    rows = [list(row) for row in source.rows]
    for _ in range(draw(st.integers(1, 12))):
        row = draw(st.integers(0, len(rows) - 1))
        match draw(st.integers(0, 4)):
            case 0 if len(rows) > 1:
                rows.pop(row)
            case 1:
                rows.insert(row, list(rows[draw(st.integers(0, len(rows) - 1))]))
            case 2:
                rows[row] = rows[row][: draw(st.integers(0, len(rows[row])))]
            case _ if rows[row]:
                column = draw(st.integers(0, len(rows[row]) - 1))
                rows[row][column] = draw(st.sampled_from(ODD))
    merged = source.merged if draw(st.booleans()) else ()
    return dataclasses.replace(source, rows=rows, merged=merged)


@given(st.data())
@settings(max_examples=examples(10))
def test_a_spoilt_sheet_is_told_and_what_is_left_can_be_applied(
    kept: Workbook, sheets: Sequence[Source], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(sheets))), min_size=1, max_size=4))
    sources = [data.draw(st.composite(spoilt)(sheets[place])) for place in {*chosen}]
    start = data.draw(st.sampled_from([Filing(2021), coded(sample())]))
    key = kept.save(start)
    held = named(kept.load(key))
    plan = plan_of(sources, held, PACK)
    assert all(isinstance(line, str) for line in lines(plan))
    kept.apply(key, plan.title, plan.changes)
