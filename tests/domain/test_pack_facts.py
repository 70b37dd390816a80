"""The pack of the sample: read from its data, complete, and refusing what it does not know."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.pack import Pack, pack_from
from jsxh_desktop.domain.terms import IndicatorClass


def facts() -> dict[str, Any]:
    text = (assets() / "packs" / "sichuan-2021" / "pack.toml").read_text("utf-8")
    return tomllib.loads(text)


@pytest.fixture
def pack() -> Pack:
    return pack_from(facts(), {"title": "决算"}, {})


def test_the_document_has_five_parts(pack: Pack) -> None:
    assert [part.title[:4] for part in pack.parts] == [f"第{number}部分" for number in "一二三四五"]


def test_thirteen_tables_are_numbered_in_order(pack: Pack) -> None:
    numbers = [table.number for table in pack.tables]
    assert numbers == [*"一二三四五六七八九十", "十一", "十二", "十三"]


def test_the_sheet_is_as_wide_as_a_portrait_page_between_its_margins(pack: Pack) -> None:
    assert sum(pack.sheet.widths) == 180


@pytest.mark.parametrize(
    ("category", "printed"),
    [
        (IndicatorClass.QUANTITY, ("完成指标", "数量指标")),
        (IndicatorClass.COST, ("完成指标", "成本指标")),
        (IndicatorClass.SUSTAINED_IMPACT, ("效益指标", "可持续影响指标")),
        (IndicatorClass.SATISFACTION, ("满意度指标", "满意度指标")),
    ],
)
def test_an_indicator_stands_under_the_class_of_its_form(
    pack: Pack, category: IndicatorClass, printed: tuple[str, str]
) -> None:
    assert pack.sheet.printed(category) == printed


def test_a_class_of_another_form_is_refused(pack: Pack) -> None:
    with pytest.raises(KeyError):
        pack.sheet.printed(IndicatorClass.SOCIAL_COST)


def test_the_sheet_of_2021_is_not_scored(pack: Pack) -> None:
    assert not pack.sheet.scheme.scored


def test_words_are_found_by_their_key_only(pack: Pack) -> None:
    assert pack.words("title") == "决算"
    with pytest.raises(KeyError):
        pack.words("titel")


def test_a_fact_that_is_missing_is_refused() -> None:
    without_sheet = {key: value for key, value in facts().items() if key != "sheet"}
    with pytest.raises(KeyError, match="sheet"):
        pack_from(without_sheet, {}, {})


def test_an_unknown_indicator_class_is_refused() -> None:
    wrong = facts()
    wrong["sheet"]["classes"][0]["members"] = [["质地指标", "质地指标"]]
    with pytest.raises(ValueError, match="质地指标"):
        pack_from(wrong, {}, {})


def test_an_unknown_scheme_is_refused() -> None:
    wrong = facts()
    wrong["sheet"]["scheme"] = "guess"
    with pytest.raises(KeyError, match="guess"):
        pack_from(wrong, {}, {})
