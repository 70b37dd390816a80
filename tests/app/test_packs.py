"""Packs: found near the workbook first, refused in one sentence, and made without code."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from jsxh_desktop.app import packs
from jsxh_desktop.app.book import volumes
from jsxh_desktop.app.packs import PackIsDamaged, load_pack, pack_of, packs_available
from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.pack import SectionKey, TableId
from jsxh_desktop.domain.project_money import FundPart
from jsxh_desktop.domain.scoring import SCHEMES
from jsxh_desktop.domain.sheet_form import SheetValue
from jsxh_desktop.narrative.document import ANNEXES, SECTIONS
from jsxh_desktop.reports.public_tables import LAYOUTS
from tests.reports.evaluated import evaluated

SHIPPED = ("national-2020", "national-2021-cost", "sichuan-2021", "sichuan-2022")
PROGRAM = assets() / "packs"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, empty."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    return tmp_path / "own" / "jsxh_desktop" / packs.FOLDER


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The folder of a unit's workbook, with 模板 in it."""
    (tmp_path / "unit" / packs.FOLDER).mkdir(parents=True)
    return tmp_path / "unit"


def copied(unit: Path, name: str, pack: str = "national-2020") -> Path:
    return Path(shutil.copytree(PROGRAM / pack, unit / packs.FOLDER / name))


def reword(folder: Path, old: str, new: str, file: str = "pack.toml") -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_four_packs_come_with_the_program(unit: Path) -> None:
    found = packs_available(unit)
    assert tuple(each.id for each in found) == SHIPPED
    assert not any(each.problem for each in found)


def test_every_name_a_pack_may_use_is_known_to_what_prints_it() -> None:
    assert {*SECTIONS, *ANNEXES, "sheets"} == set(SectionKey)
    assert [*LAYOUTS] == [*TableId]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_has_every_sentence_the_document_says(name: str) -> None:
    assert set(load_pack(name).wording) == set(load_pack(packs.STANDARD).wording)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_sheets_of_a_pack_print(name: str) -> None:
    filing = dataclasses.replace(evaluated(), pack=name)
    assert volumes(filing, pack_of(filing), Selection(sheet=1))[0].blocks


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("national-2020", "caiyu-2020-10"),
        ("national-2021-cost", "caiyu-2021-101"),
        ("sichuan-2022", "sichuan-0013zp"),
    ],
)
def test_a_pack_counts_points_as_its_rules_say(name: str, scheme: str) -> None:
    stated = load_pack(name).sheet.scheme
    assert dataclasses.replace(stated, name=scheme) == SCHEMES[scheme]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("sichuan-2021", "ZB SR ZC CZ CZMX YB YBMX YBJB YBXM SG JJ JJSG GZZC"),
        ("sichuan-2022", "ZB SR ZC CZ CZMX YB YBMX YBJB YBXM JJ GZ GZZC SG"),
        ("national-2020", "ZB SR ZC CZ YB YBJB SG JJ GZZC"),
        ("national-2021-cost", "ZB SR ZC CZ YB YBJB JJ GZZC SG"),
    ],
)
def test_a_pack_publishes_the_tables_of_its_years_in_their_order(name: str, ids: str) -> None:
    assert " ".join(table.id for table in load_pack(name).tables) == ids


def test_only_sichuan_since_2022_counts_the_characters_of_its_boxes() -> None:
    limits = {name: load_pack(name).sheet.limits for name in SHIPPED}
    assert [name for name in SHIPPED if limits[name]] == ["sichuan-2022"]
    assert limits["sichuan-2022"][SheetValue.GOALS_DONE] == 100
    assert limits["sichuan-2022"][SheetValue.CONCLUSION] == 200


def test_the_paper_of_the_packs_names_every_value_and_every_source() -> None:
    paper = (PROGRAM / "README.md").read_text("utf-8")
    names = [*SheetValue, *FundPart]
    assert [name for name in names if f"`{name}`" not in paper] == []


@pytest.mark.parametrize(("year", "name"), [(2021, "sichuan-2021"), (2023, "sichuan-2022")])
def test_a_new_unit_begins_with_the_forms_of_its_year(year: int, name: str) -> None:
    first, last = load_pack(packs.usual_pack(year)).years
    assert packs.usual_pack(year) == name
    assert first <= year <= last


def test_a_pack_beside_the_workbook_goes_before_one_of_the_program(unit: Path) -> None:
    reword(copied(unit, "national-2020"), "全国通用（2020—2021年度", "松溪县（2020—2021年度")
    first, *others = packs_available(unit)
    assert first.title.startswith("松溪县")
    assert "national-2020" not in [each.id for each in others]
    assert load_pack("national-2020", unit).name.startswith("松溪县")
    assert load_pack("national-2020").name.startswith("全国通用")


def test_a_pack_in_the_users_own_folder_is_found_from_every_workbook(
    own_folder: Path, unit: Path
) -> None:
    shutil.copytree(PROGRAM / "sichuan-2022", own_folder / "本市")
    assert load_pack("本市", unit).id == "本市"


def test_what_was_changed_in_a_pack_holds_at_once(unit: Path) -> None:
    folder = copied(unit, "本县")
    assert load_pack("本县", unit).sheet.frame.title == "项目支出绩效自评表"
    reword(folder, 'title = "项目支出绩效自评表"', 'title = "松溪县项目支出自评表"')
    assert load_pack("本县", unit).sheet.frame.title == "松溪县项目支出自评表"


def test_a_pack_that_is_nowhere_says_where_to_put_it(unit: Path) -> None:
    with pytest.raises(PackIsDamaged, match=r"没有“本县”这个模板，请把它的文件夹放到.*模板”"):
        load_pack("本县", unit)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("pack.toml", "years = [2020, 2021]", "years = [2020, 2021", "pack.toml：第"),
        ("pack.toml", 'name = "', "name = ", "pack.toml：第3行"),
        ("pack.toml", 'zero = ""', 'zero = ""\nzero = ""', "同一个名称写了两次"),
        ("pack.toml", 'zero = ""', "zero = “”", "第12行等号后面的值写得不对"),
        ("pack.toml", 'zero = ""', '零 = ""', "第12行这一行不是“名称 = 值”"),
        ("pack.toml", '{ "产出指标"', "{ 产出指标", "中文的名称要加英文引号"),
        ("pack.toml", 'zero = ""', "zero = 0", "pack.toml：zero 应为引号里的文字"),
        ("pack.toml", '"titles", ', "", "wordings 里缺少有“cover_subtitle”这一句的文件"),
        ("pack.toml", '"titles"', '"title"', "wordings 写的是“title”，只能是 other_matters、"),
        ("pack.toml", '"national"', '"本县"', "departments 写的是“本县”，只能是 national、"),
        ("pack.toml", '["standard"]', '["本县"]', "terms 写的是“本县”，只能是 standard"),
        (
            "wording/tables.toml",
            "table_number",
            "cover_subtitle",
            "wording/tables.toml：cover_subtitle 在 wordings/titles.toml 里已经有了",
        ),
        ("wording/tables.toml", "{number:02d}", "{nr}", "“table_number”这一句里写了 {nr}，只能写"),
        ("wording/tables.toml", "{number:02d}", "{number", "“table_number”这一句里的花括号不成对"),
        (
            "wording/tables.toml",
            '"公开',
            "3 # ",
            "tables.toml：table_number 应为引号里的文字",
        ),
    ],
)
def test_a_broken_pack_is_refused_with_file_place_and_reason(
    unit: Path, file: str, old: str, new: str, said: str
) -> None:
    reword(copied(unit, "本县"), old, new, file)
    with pytest.raises(PackIsDamaged) as refused:
        load_pack("本县", unit)
    told = str(refused.value)
    assert said in told
    assert told.startswith("模板“本县”的 ")
    assert told.endswith("改好后再打开")
    assert "\n" not in told


def test_a_pack_saved_by_an_old_editor_is_asked_for_in_utf_8(unit: Path) -> None:
    path = copied(unit, "本县") / "pack.toml"
    path.write_bytes(path.read_text("utf-8").encode("gb18030"))
    with pytest.raises(PackIsDamaged, match="编码选 UTF-8"):
        load_pack("本县", unit)


def test_a_pack_saved_with_a_mark_at_its_beginning_is_read(unit: Path) -> None:
    path = copied(unit, "本县") / "pack.toml"
    path.write_bytes(path.read_text("utf-8").encode("utf-8-sig"))
    assert load_pack("本县", unit).id == "本县"


def test_a_broken_pack_is_listed_with_what_is_wrong(unit: Path) -> None:
    reword(copied(unit, "本县"), 'zero = ""', "zero = 0")
    first, *_ = packs_available(unit)
    assert (first.id, first.title) == ("本县", "本县")
    assert "zero 应为引号里的文字" in first.problem
