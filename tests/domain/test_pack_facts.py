"""A pack read from its data: complete, and refusing what is missing, unknown or does not fit."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.facts import WrongFact
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.pack_reading import pack_from
from jsxh_desktop.domain.scoring import SCHEMES
from jsxh_desktop.domain.sheet_form import SheetValue
from jsxh_desktop.domain.terms import IndicatorClass


def facts(name: str = "sichuan-2021") -> dict[str, Any]:
    """As they are written, the form of the whole department in place of its name."""
    found = parsed(f"packs/{name}/pack.toml")
    return {**found, "department": parsed(f"departments/{found['department']}.toml")}


def parsed(path: str) -> dict[str, Any]:
    return tomllib.loads((assets() / path).read_text("utf-8"), parse_float=Decimal)


def made(given: dict[str, Any]) -> Pack:
    return pack_from("某县", given, {"title": "决算"}, {})


@pytest.fixture
def pack() -> Pack:
    return made(facts())


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


def test_a_column_is_called_as_the_form_calls_it() -> None:
    heads = made(facts("sichuan-2022")).sheet.heads()
    assert heads[SheetValue.WEIGHT] == "权重"
    assert heads[SheetValue.FUND_PLANNED] == "调整后预算数"
    assert heads[SheetValue.REASON] == "未完成原因分析"


def test_a_pack_may_count_points_its_own_way() -> None:
    own = facts("national-2020")
    own["sheet"]["scheme"] |= {"bands": [[1, 1], [Decimal("0.8"), Decimal("0.7")], [0, 0]]}
    scheme = made(own).sheet.scheme
    assert [[str(number) for number in band] for band in scheme.bands] == [
        ["1", "1"],
        ["4/5", "7/10"],
        ["0", "0"],
    ]
    assert scheme.beyond == Fraction(3, 10)


def test_a_pack_may_name_a_way_to_count_points() -> None:
    own = facts("national-2020")
    own["sheet"]["scheme"] = "caiyu-2020-10"
    assert made(own).sheet.scheme is SCHEMES["caiyu-2020-10"]


Spoil = Callable[[dict[str, Any]], object]


def cells(given: dict[str, Any], section: int = 0, row: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = given["sheet"]["sections"][section]["rows"][row]["cells"]
    return found


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda f: f.pop("sheet"), "缺少 sheet"),
        (lambda f: f.pop("name"), "缺少 name"),
        (lambda f: f.update(nmae="x"), "nmae 不认识，这里只能写 name、years、"),
        (lambda f: f.update(years=[2022, 2021]), "years 应写成 [第一年, 最后一年]"),
        (lambda f: f.update(zero=0), "zero 应为引号里的文字"),
        (lambda f: f.update(list_zero="no"), "list_zero 应为 true 或 false"),
        (lambda f: f.update(percent_places=-1), "percent_places 应为不小于0的整数"),
        (lambda f: f.update(basic_blocks=[301]), "basic_blocks 应为列表"),
        (
            lambda f: f["parts"][0].update(key="first"),
            "parts[1].key 写的是“first”，只能是 overview",
        ),
        (lambda f: f["parts"][0]["sections"].append("dutys"), "sections 写的是“dutys”"),
        (
            lambda f: f["parts"][0].update(title="{name}"),
            "parts[1].title 里写了 {name}，只能写 {year}",
        ),
        (lambda f: f["tables"][1].update(id="XX"), "tables[2].id 写的是“XX”，只能是 ZB、SR"),
        (lambda f: f["tables"][0].update(empty_note="{who}"), "里写了 {who}，只能写 {unit}"),
        (
            lambda f: f["sheet"].update(scheme="guess"),
            "sheet.scheme 写的是“guess”，只能是 unscored",
        ),
        (lambda f: f["sheet"].update(scheme={"place": 1}), "sheet.scheme.place 不认识"),
        (
            lambda f: f["sheet"].update(scheme={"weights": {"投入指标": 10}}),
            "给“投入指标”定了分值，classes 里没有这一类",
        ),
        (
            lambda f: f["sheet"].update(scheme={"bands": [[0, 0], [1, 1]]}),
            "sheet.scheme.bands 应从高到低写",
        ),
        (lambda f: f["sheet"].update(unused="keep"), "只能是 leave_out、dash"),
        (lambda f: f["sheet"].update(widths=["20"]), "sheet.widths 应为不小于0的数字"),
        (
            lambda f: f["sheet"]["frame"].update(title="{yera}"),
            "里写了 {yera}，只能写 {year}、{name}",
        ),
        (lambda f: f["sheet"]["frame"].update(title="{year"), "花括号不成对"),
        (
            lambda f: f["sheet"].update(limits={"goals.expected": 10}),
            "sheet.limits.goals.expected 不认识",
        ),
        (
            lambda f: cells(f)[0].update(size=3),
            "rows[1].cells[1].size 不认识，这里只能写 text、value",
        ),
        (lambda f: cells(f)[0].update(value="project.name"), "value 和 text 只能写一个"),
        (lambda f: cells(f)[0].update(across=0), "cells[1].across 应为不小于1的整数"),
        (lambda f: cells(f)[0].update(align="middle"), "只能是 left、centre、right"),
        (
            lambda f: cells(f)[1].update(value="unit.nmae"),
            "cells[2].value 写的是“unit.nmae”，只能是 unit.supervisor、",
        ),
        (lambda f: cells(f)[1].update(across=2), "rows[1] 的格子一共占 5 栏，表有 6 栏"),
        (lambda f: cells(f)[0].update(down=2), "rows 里有格子的 down 超出了这一段"),
        (lambda f: cells(f)[1].update(value="fund.spent"), "用了 fund.spent，这一行要有 funds"),
        (lambda f: cells(f)[1].update(value="indicator.name"), "要写 each_indicator = true"),
        (lambda f: cells(f, 3, 1)[0].update(down=2), "里写了 down，重复的行里不能写"),
        (lambda f: f["sheet"]["sections"].pop(), "也只能有一行写 each_indicator = true"),
        (
            lambda f: f["sheet"]["sections"][1]["rows"][0].update(funds=[{"part": "all"}]),
            "funds[1].part 写的是“all”，只能是 total",
        ),
        (
            lambda f: f["sheet"]["classes"][0].update(members=[["质地指标", "质地指标"]]),
            "classes[1].members 写的是“质地指标”，只能是 数量指标、",
        ),
        (lambda f: f["sheet"]["classes"][0].update(members=["数量指标"]), "又是 2 个一组"),
        (lambda f: f["sheet"].update(classes=[]), "sheet.classes 一段也没有"),
        (lambda f: f["department"].update(limits={}), "department.limits 不认识"),
        (
            lambda f: f["department"]["classes"][0].update(points=20),
            "department.classes 的分值加上预算执行率一共95分，应为100分",
        ),
        (
            lambda f: f["department"]["classes"][0]["groups"][1].update(points=9),
            "department.classes[1].groups[2].given 各项分值相加不是9分",
        ),
        (
            lambda f: f["department"]["classes"][0]["groups"][0].update(given=[]),
            "given 各项分值相加不是15分",
        ),
        (
            lambda f: f["department"]["classes"][0]["groups"][0].update(given=[["相关性"]]),
            "又是 2 个一组",
        ),
    ],
)
def test_what_is_wrong_is_told_by_its_key_with_what_is_allowed(spoil: Spoil, said: str) -> None:
    wrong = facts()
    spoil(wrong)
    with pytest.raises(WrongFact) as refused:
        made(wrong)
    assert said in str(refused.value)
