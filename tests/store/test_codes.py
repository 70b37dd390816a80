"""The code tables of a year: the shape of every line, and which year's table a filing gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop.app import paths
from jsxh_desktop.store.codes import read_codes
from jsxh_desktop.store.errors import FileIsDamaged

HEAD = "code,name,level,since,confidence,note\n"
GOOD = "301,工资福利支出,类,,certain,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for year, line in (
        ("2021", GOOD),
        ("2024", "301,工资,类,,certain,\n302,商品,类,2026,probable,甲"),
    ):
        (tmp_path / year).mkdir()
        (tmp_path / year / "economic.csv").write_text(HEAD + line, "utf-8")
    return tmp_path


@pytest.mark.parametrize("classification", ["functional", "economic"])
def test_every_code_has_the_codes_above_it(classification: str) -> None:
    table = read_codes(paths.codes(), 2099, classification)
    assert [code for code in table.codes if len(code) > 3 and code[:-2] not in table] == []


@pytest.mark.parametrize(
    ("year", "name"),
    [(2018, "工资福利支出"), (2023, "工资福利支出"), (2024, "工资"), (2030, "工资")],
)
def test_a_year_reads_the_nearest_earlier_table(folder: Path, year: int, name: str) -> None:
    assert read_codes(folder, year, "economic").name("301") == name


def test_a_code_is_not_there_before_it_came(folder: Path) -> None:
    assert "302" not in read_codes(folder, 2025, "economic")
    assert read_codes(folder, 2026, "economic").codes["302"].confidence == "probable"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "code,name\n301,工资\n",
        HEAD + "30,工资,类,,certain,\n",
        HEAD + "301,工资,款,,certain,\n",
        HEAD + "3o1,工资,类,,certain,\n",
        HEAD + "301,,类,,certain,\n",
        HEAD + "301,工资,类,,certain\n",
        HEAD + "301,工资,类,,certain,,多余\n",
        HEAD + "301,工资,类,后来,certain,\n",
        HEAD + "301,工资,类,,perhaps,\n",
        HEAD + '301,"工资,类,,certain,\n',
    ],
)
def test_a_line_that_is_wrong_is_damage(folder: Path, content: str) -> None:
    (folder / "2021" / "economic.csv").write_text(content, "utf-8")
    with pytest.raises(FileIsDamaged, match="重新安装程序"):
        read_codes(folder, 2021, "economic")


def test_another_encoding_is_damage(folder: Path) -> None:
    (folder / "2021" / "economic.csv").write_bytes((HEAD + GOOD).encode("gbk"))
    with pytest.raises(FileIsDamaged, match="重新安装程序"):
        read_codes(folder, 2021, "economic")


def test_a_missing_table_is_damage(folder: Path) -> None:
    with pytest.raises(FileIsDamaged, match="functional"):
        read_codes(folder, 2021, "functional")


def test_no_tables_at_all_is_damage(tmp_path: Path) -> None:
    with pytest.raises(FileIsDamaged, match="缺少科目表"):
        read_codes(tmp_path, 2021, "economic")
