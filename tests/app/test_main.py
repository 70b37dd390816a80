"""The command line does the work and answers slips with one Chinese sentence and status 2."""

from __future__ import annotations

import dataclasses
import json
import os
import re
from pathlib import Path

import pytest

from jsxh_desktop import __version__
from jsxh_desktop.domain.money import wan
from jsxh_desktop.store.file import Workbook
from tests.app.conftest import Answer, Run


def pdfs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def is_one_chinese_sentence(answer: Answer) -> bool:
    """One line, in Chinese, without a traceback."""
    return answer.status == 2 and bool(re.fullmatch(r"错误：[^\n]*[一-鿿][^\n]*\n", answer.error))


def test_the_sample_is_written_once_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "样例.jsxh"
    assert run("sample", file).status == 0
    before = file.read_bytes()
    again = run("sample", file)
    assert is_one_chinese_sentence(again)
    assert "已经存在，不会覆盖" in again.error
    assert file.read_bytes() == before
    assert pdfs(tmp_path) == ["样例.jsxh"]


def test_a_new_workbook_keeps_its_own_file_while_it_is_copied(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to, kept = Workbook.copy_to, []

    def watched(workbook: Workbook, target: Path) -> None:
        copy_to(workbook, target)
        kept.append(workbook.path.exists())

    monkeypatch.setattr(Workbook, "copy_to", watched)
    assert run("sample", tmp_path / "样例.jsxh").status == 0
    assert kept == [True]


def test_print_makes_the_book_each_part_and_each_sheet(run: Run, workbook: Path) -> None:
    out = workbook.parent / "材料"
    answer = run("print", workbook, "-o", out, "--bundled-fonts")
    assert answer.status == 0
    assert pdfs(out) == [
        "整套公开材料.pdf",
        "第一部分 部门概况.pdf",
        "第三部分 名词解释.pdf",
        "第二部分 2021年度部门决算情况说明.pdf",
        "第五部分 附表.pdf",
        "第四部分 附件.pdf",
        "附表1 科普经费.pdf",
        "附表2 天府科技云服务中心工作经费.pdf",
        "附表3 省级科普专项经费.pdf",
        "附表4 未命名项目.pdf",
    ]
    assert len(answer.said.splitlines()) == 10


def test_one_part_prints_alone(run: Run, workbook: Path) -> None:
    out = workbook.parent / "out"
    assert run("print", workbook, "-o", out, "--part", "名词解释").status == 0
    assert pdfs(out) == ["第三部分 名词解释.pdf"]


def test_one_sheet_prints_alone(run: Run, workbook: Path) -> None:
    out = workbook.parent / "out"
    assert run("print", workbook, "-o", out, "--sheet", 2).status == 0
    assert pdfs(out) == ["附表2 天府科技云服务中心工作经费.pdf"]


def test_show_tells_the_figures_and_what_is_missing(run: Run, workbook: Path) -> None:
    said = run("show", workbook).said
    assert "收、支总计：161.94万元" in said
    assert "“三公”经费：0.48万元" in said
    assert "项目：4个，绩效指标49条" in said
    assert "第四部分　附件：主管部门代码" in said


def test_check_says_what_it_found_and_ends_well_without_an_error(run: Run, workbook: Path) -> None:
    answer = run("check", workbook)
    assert answer.status == 0
    assert "接待明细6条，少于8批次" in answer.said
    assert re.search(r"按\d+条规则审核：.*错误0处", answer.said)


def test_check_ends_with_one_while_an_error_remains(run: Run, workbook: Path) -> None:
    with Workbook.open(workbook) as held:
        ((key, _year),) = held.filings()
        filing = held.load(key)
        line = dataclasses.replace(filing.expenditure[0], final=wan("7.41"))
        held.save(dataclasses.replace(filing, expenditure=(line, *filing.expenditure[1:])))
    answer = run("check", workbook, "--json")
    assert answer.status == 1
    found = {record["rule"]: record for record in json.loads(answer.said)}
    assert found["A05"]["severity"] == "error"
    assert set(found["A05"]) >= {"rule", "severity", "message", "where", "computed"}


def test_an_empty_filing_prints_with_gaps_and_without_invented_zeros(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "新.jsxh"
    assert run("new", file, "--name", "某镇人民政府", "--year", 2021).status == 0
    assert run("print", file, "-o", tmp_path / "out").status == 0
    assert "收、支总计：待填（收入决算）" in run("show", file).said


def test_codes_finds_a_code_by_part_of_its_name(run: Run) -> None:
    assert "2060702　科普活动" in run("codes", "科普").said


def test_codes_finds_what_lies_below_a_code(run: Run) -> None:
    said = run("codes", "30217", "--economic").said
    assert said.strip() == "30217　公务接待费"


def test_version_is_the_packages_own(run: Run) -> None:
    assert __version__ in run("--version").said


@pytest.mark.parametrize("arguments", [(), ("--help",), ("print", "--help"), ("codes", "-h")])
def test_help_is_chinese_throughout(run: Run, arguments: tuple[str, ...]) -> None:
    said = run(*arguments).said
    assert said.startswith("用法：")
    assert not re.search(r"Usage|Options|Commands|Arguments|required|Show this", said)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("print", "FILE"), "缺少选项 --output"),
        (("print", "FILE", "-o", "OUT", "--sheet", "x"), "选项 --sheet填写有误"),
        (("print", "FILE", "-o", "OUT", "--sheet", "9"), "没有第9张项目自评表，一共有4个项目"),
        (("print", "FILE", "-o", "OUT", "--part", "小结"), "可以打印的有：部门概况"),
        (("print", "FILE", "-o", "OUT", "--part", "附"), "请写清是哪一个：附件、附表"),
        (("print", "FILE", "-o", "OUT", "--year", "2019"), "没有2019年度，只有2021年度"),
        (("print", "FILE", "-o", "OUT", "--nonsense"), "没有“--nonsense”这个选项"),
        (("show",), "缺少文件"),
        (("nonsense",), "命令写法有误"),
        (("codes", "没有的科目"), "里没有“没有的科目”"),
        (("new", "NEW", "--name", " ", "--year", "2021"), "单位全称必填"),
        (("new", "NEW", "--name", "某局", "--year", "21"), "选项 --year填写有误"),
    ],
)
def test_a_slip_is_answered_with_what_to_do(
    run: Run, workbook: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    places = {"FILE": workbook, "OUT": workbook.parent / "out", "NEW": workbook.parent / "n.jsxh"}
    answer = run(*(places.get(argument, argument) for argument in arguments))
    assert is_one_chinese_sentence(answer)
    assert sentence in answer.error
    assert pdfs(workbook.parent) == [workbook.name]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.jsxh", b""),
        ("文字.jsxh", "这不是数据文件".encode()),
        ("别的库.jsxh", b"SQLite format 3\x00" + bytes(4096)),
        ("乱码.jsxh", os.urandom(5000)),
    ],
)
def test_what_is_no_workbook_is_refused_and_left_alone(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    answer = run("print", file, "-o", tmp_path / "out")
    assert is_one_chinese_sentence(answer)
    assert file.read_bytes() == content
    assert pdfs(tmp_path) == [name]


@pytest.mark.parametrize("keep", [100, 5000, 20_000, -4096])
def test_a_cut_off_workbook_is_refused_and_left_alone(run: Run, workbook: Path, keep: int) -> None:
    content = workbook.read_bytes()[:keep]
    workbook.write_bytes(content)
    answer = run("show", workbook)
    assert is_one_chinese_sentence(answer)
    assert workbook.read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_is_refused_and_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.jsxh")
    assert is_one_chinese_sentence(run("show", tmp_path / "管道.jsxh"))


def test_a_link_back_to_itself_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "环.jsxh").symlink_to(tmp_path / "环.jsxh")
    assert is_one_chinese_sentence(run("show", tmp_path / "环.jsxh"))


def test_a_name_too_long_for_the_disk_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("sample", tmp_path / ("长" * 200))
    assert is_one_chinese_sentence(answer)
    assert "文件名太长，请缩短" in answer.error


def test_text_that_is_no_text_any_more_is_told_as_damage(run: Run, workbook: Path) -> None:
    content = workbook.read_bytes()
    place = content.index("组织学术活动".encode())
    workbook.write_bytes(content[:place] + b"\xff\xfe" + content[place + 2 :])
    answer = run("show", workbook)
    assert is_one_chinese_sentence(answer)
    assert "已损坏，原文件没有改动" in answer.error


def test_a_folder_in_place_of_a_workbook_is_refused(run: Run, tmp_path: Path) -> None:
    assert is_one_chinese_sentence(run("show", tmp_path))


def test_a_workbook_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    assert is_one_chinese_sentence(run("show", tmp_path / "无.jsxh"))
    assert pdfs(tmp_path) == []


def test_a_file_in_place_of_the_output_folder_is_refused(run: Run, workbook: Path) -> None:
    answer = run("print", workbook, "-o", workbook)
    assert is_one_chinese_sentence(answer)
    assert "已经有一个同名文件，请换一个名字" in answer.error


@pytest.mark.parametrize("command", ["sample", "show"])
def test_a_name_that_is_no_text_is_refused(run: Run, tmp_path: Path, command: str) -> None:
    answer = run(command, tmp_path / "\udcff.jsxh")
    assert is_one_chinese_sentence(answer)
    assert pdfs(tmp_path) == []


def test_a_unit_whose_name_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / "a.jsxh", "--name", "\udcff", "--year", 2021)
    assert is_one_chinese_sentence(answer)
    assert pdfs(tmp_path) == []


def test_a_file_name_of_two_lines_is_told_in_one(run: Run, tmp_path: Path) -> None:
    assert is_one_chinese_sentence(run("show", tmp_path / "甲\n乙\x1b.jsxh"))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder somebody is in")
def test_a_folder_removed_under_ones_feet_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    (tmp_path / "x").rmdir()
    assert is_one_chinese_sentence(run("sample", "a.jsxh"))


def test_a_place_that_cannot_be_written_is_told(run: Run) -> None:
    """Where even removing a file that is not there is refused, as on a read-only disk."""
    assert is_one_chinese_sentence(run("sample", "/proc/a.jsxh"))
