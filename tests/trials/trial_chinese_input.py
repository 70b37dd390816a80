"""Chinese by real keys: pinyin into lines, running text, lists of texts and cells of grids."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from jsxh_desktop.app import reading
from jsxh_desktop.app.commands import read_filing, write_sample
from jsxh_desktop.app.pinyin import initials
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from tests.trials.chinese_desktop import missing, own_desktop, pinyin
from tests.trials.program import Program, running

LANGUAGES = {
    "a desktop that names its input method": {"LANG": "C.UTF-8", "XMODIFIERS": "@im=fcitx"},
    "a desktop that names none": {"LANG": "C.UTF-8"},
    "a locale that is not UTF-8": {"LC_ALL": "C"},
    "a locale that is not installed": {"LANG": "zh_CN.UTF-8"},
}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=[*LANGUAGES])
def test_chinese_arrives_wherever_one_writes(tmp_path: Path, language: Mapping[str, str]) -> None:
    if absent := missing():
        pytest.fail(f"this trial needs {absent}: make trial")
    workbook = tmp_path / "朝天区科协.jsxh"
    write_sample(workbook)
    indicator = read_filing(workbook).indicators[0].name
    with own_desktop(tmp_path / "home") as environ, pinyin(environ) as server:
        spoken = {name: value for name, value in environ.items() if name != "LANG"}
        with running({**spoken, **language}, workbook, server.pid) as program:
            write_in_forms(program)
            write_in_a_list_of_texts(program)
            write_in_grids(program)
            write_in_an_indicator(program, initials(indicator))
            assert program.close() == 0
    texts = written(read_filing(workbook))
    click.echo(f"\n{'，'.join(texts)}")
    assert {words: text for words, text in texts.items() if words not in text} == {}


def write_in_forms(program: Program) -> None:
    """A line that is written over, a list of terms, running text that is added to.

    The pinyin for the last begins before its page is there.
    """
    keyboard = program.keyboard
    program.jump("dwjc")
    keyboard.write_chinese("keji")
    program.see(Organization.short_name, "科技")
    program.jump("dwxz")
    keyboard.press("ctrl+a")
    keyboard.write_chinese("xingzheng")
    keyboard.write_chinese("danwei")
    program.see(Organization.nature, "行政单位")
    program.look_up("gngwjdzyyt")
    keyboard.press_and_write("Return", "diaoyan ")
    program.see(ThreePublic.reception_purpose, "调研")
    keyboard.press("Tab")


def write_in_a_list_of_texts(program: Program) -> None:
    """The next page: a duty that is there, and a new one below it."""
    keyboard = program.keyboard
    program.jump("dwjc")
    keyboard.press("ctrl+Next")
    keyboard.write_chinese("gongzuo")
    program.see(Duty.text, "工作")
    keyboard.press("Return")
    keyboard.write_chinese("peixun")
    keyboard.press("Return", "ctrl+Prior")


def write_in_grids(program: Program) -> None:
    """Cells that are closed and cells that are open, figures at once, a row that is new."""
    keyboard = program.keyboard
    program.jump("ygcgjfqnys")
    keyboard.press("shift+Tab", "Right", "Tab", "ctrl+Home", "Right")
    keyboard.write_chinese("jiancha")
    program.see(Reception.subject, "检查")
    keyboard.press("Return", "F2")
    keyboard.write_chinese("xuexi")
    program.see(Reception.subject, "学习")
    keyboard.press("Tab")
    keyboard.write("1234.56", apart=0)
    program.see(Reception.amount, "1234.56")
    keyboard.press("Return")
    program.jump("dwqc")
    keyboard.press("shift+Tab", "Right", "Tab", "ctrl+Home")
    keyboard.write_chinese("kexue")
    keyboard.press("Return")


def write_in_an_indicator(program: Program, name: str) -> None:
    program.jump(name)
    program.keyboard.press("F2")
    program.keyboard.write_chinese("shuliang")
    program.see(Indicator.name, "数量")
    program.keyboard.press("Return")


def written(filing: Filing) -> dict[str, str]:
    """The words that were written, and the text each has to be in."""
    first, second, *_ = filing.receptions
    return {
        "科技": filing.organization.short_name,
        "行政单位": str(filing.organization.nature),
        "调研": filing.three_public.reception_purpose,
        "工作": filing.duties[0].text,
        "培训": filing.duties[1].text,
        "检查": first.subject,
        "学习": second.subject,
        "1234.56": reading.exact(Reception.amount, second.amount, "万元"),
        "科学": "".join(each.name for each in filing.institutions),
        "数量": filing.indicators[0].name,
    }
