"""What stands beside a chart: figures by year, the sentence of the statements, the fields."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pytest
from PIL import Image

from jsxh_desktop.app import paths
from jsxh_desktop.app.chart_fields import field_of_part, field_of_year
from jsxh_desktop.app.chart_model import Row, picture, shown_chart
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Figure, Paragraph
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.store.codes import read_codes

PACK = load_pack("sichuan-2021")
NUMBERS = range(1, 8)


@pytest.fixture(scope="module")
def filing() -> Filing:
    """The sample with ids, as a workbook gives them."""
    found = sample()

    def numbered(name: str) -> dict[str, object]:
        records = getattr(found, name)
        return {name: tuple(dataclasses.replace(r, id=n) for n, r in enumerate(records, 1))}

    codes = read_codes(paths.codes(), found.year, "functional")
    kept: dict[str, Any] = {**numbered("income"), **numbered("expenditure")}
    return dataclasses.replace(found, functional_codes=codes, **kept)


def test_years_stand_side_by_side_for_each_item(filing: Filing) -> None:
    shown = shown_chart(filing, PACK, 1, "万元")
    assert shown.chart
    assert shown.chart.categories == ("收入总计", "支出总计")
    assert [series.name for series in shown.chart.series] == ["2020年度", "2021年度"]
    assert shown.heads == ("万元", "2020", "2021", "增减")
    assert shown.rows[0] == Row("收入总计", ("149.12", "161.94", "+12.82"))


def test_a_first_year_has_no_year_before(filing: Filing) -> None:
    first = dataclasses.replace(filing, prior_year=PriorYear())
    shown = shown_chart(first, PACK, 5, "万元")
    assert shown.chart
    assert [series.name for series in shown.chart.series] == ["2021年度"]
    assert shown.rows[0].cells == ("—", "161.94", "")


def test_parts_add_up_in_the_unit_of_view(filing: Filing) -> None:
    shown = shown_chart(filing, PACK, 3, "元")
    assert shown.heads == ("元", "2021", "占比")
    assert shown.rows[-1] == Row("合计", ("1,619,400.00", "100%"), total=True)
    assert shown.chart
    assert shown.chart.labels[0] == "1236400.00元，76.3%"


def test_parts_of_two_years_are_compared_where_the_workbook_holds_both(filing: Filing) -> None:
    before = dataclasses.replace(
        filing, year=2020, three_public=dataclasses.replace(filing.three_public, overseas=wan("2"))
    )
    shown = shown_chart(dataclasses.replace(filing, before=before), PACK, 7, "万元")
    assert shown.heads == ("万元", "2020", "2021", "增减")
    assert Row("因公出国（境）费", ("2.00", "0.00", "−2.00")) in shown.rows
    assert shown.rows[-1] == Row("合计", ("2.48", "0.48", "−2.00"), total=True)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_sentence_is_the_one_before_the_figure_in_the_document(
    filing: Filing, number: int
) -> None:
    shown = shown_chart(filing, PACK, number, "万元")
    blocks = [block for part in compose(filing, PACK) for block in part.blocks]
    place = next(
        n for n, b in enumerate(blocks) if isinstance(b, Figure) and b.caption == shown.caption
    )
    said = [block.text for block in blocks[:place] if isinstance(block, Paragraph)][-1]
    assert shown.sentence == said


def test_where_there_is_nothing_to_draw_its_sentence_stands() -> None:
    nothing = ThreePublic(
        overseas=wan("0"),
        purchase=wan("0"),
        running=wan("0"),
        reception_domestic=wan("0"),
        reception_foreign=wan("0"),
    )
    shown = shown_chart(Filing(2021, three_public=nothing), PACK, 7, "万元")
    assert shown.chart is None
    assert shown.note == "（本年度无此项支出，不作图）"
    assert shown.rows == ()


@pytest.mark.parametrize("number", NUMBERS)
def test_every_part_of_every_chart_leads_to_a_field(filing: Filing, number: int) -> None:
    shown = shown_chart(filing, PACK, number, "万元")
    assert shown.chart
    for item, name in enumerate(shown.chart.categories):
        if number in {1, 4, 5}:
            assert field_of_year(filing, number, item, before=True)
            assert field_of_year(filing, number, item, before=False)
        else:
            assert field_of_part(filing, number, name)


def test_a_part_leads_to_its_largest_amount(filing: Filing) -> None:
    largest = max(filing.expenditure, key=lambda line: line.final if line.functional else wan("0"))  # type: ignore[arg-type,return-value]  # the sample leaves none blank
    assert field_of_part(filing, 6, "科学技术（类）") == Place(ExpenditureLine.final, largest.id)
    assert field_of_part(filing, 7, "公务接待费") == Place(ThreePublic.reception_domestic)
    assert field_of_part(filing, 2, "一般公共预算财政拨款收入") == Place(
        IncomeLine.final, max(filing.income, key=lambda line: line.final or wan("0")).id
    )


def test_the_year_before_is_changed_in_its_own_year_where_the_workbook_holds_it(
    filing: Filing,
) -> None:
    both = dataclasses.replace(filing, before=filing)
    assert field_of_year(both, 1, 0, before=True) is None
    assert field_of_year(filing, 1, 0, before=True) == Place(PriorYear.total)


def test_a_picture_is_a_png(filing: Filing) -> None:
    assert Image.open(io.BytesIO(picture(filing, PACK, 1))).format == "PNG"
