"""The sample as it would be printed: what the text says, what the charts draw."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.figures import figures
from jsxh_desktop.domain.code import Code, CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block
from jsxh_desktop.narrative.document import compose

FUNCTIONAL = {
    "206": "科学技术支出",
    "20601": "科学技术管理事务",
    "2060103": "机关服务",
    "20607": "科学技术普及",
    "2060701": "机构运行",
    "2060702": "科普活动",
    "2060799": "其他科学技术普及支出",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "210": "卫生健康支出",
    "21011": "行政事业单位医疗",
    "2101101": "行政单位医疗",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
}
ECONOMIC = {
    "301": "工资福利支出",
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30103": "奖金",
    "30107": "绩效工资",
    "30108": "机关事业单位基本养老保险缴费",
    "30110": "职工基本医疗保险缴费",
    "30112": "其他社会保障缴费",
    "30113": "住房公积金",
    "30199": "其他工资福利支出",
    "302": "商品和服务支出",
    "30201": "办公费",
    "30207": "邮电费",
    "30209": "物业管理费",
    "30211": "差旅费",
    "30213": "维修（护）费",
    "30217": "公务接待费",
    "30239": "其他交通费用",
    "310": "资本性支出",
    "31002": "办公设备购置",
}


def table(title: str, names: dict[str, str]) -> CodeTable:
    return CodeTable(title, {code: Code(code, name) for code, name in names.items()})


@pytest.fixture(scope="session")
def filing() -> Filing:
    return dataclasses.replace(
        sample(),
        functional_codes=table("功能分类", FUNCTIONAL),
        economic_codes=table("经济分类", ECONOMIC),
    )


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("sichuan-2021")


@pytest.fixture(scope="session")
def told(pack: Pack) -> Callable[[Filing], str]:
    """Everything the document of a filing says outside its tables, a block a line."""

    def tell(filing: Filing) -> str:
        blocks = (block for part in compose(filing, pack) for block in part.blocks)
        return "\n".join(words for block in blocks for words in said(block))

    return tell


def said(block: Block) -> Iterator[str]:
    for name in ("text", "caption", "note"):
        if words := getattr(block, name, ""):
            yield words


@pytest.fixture(scope="session")
def text(filing: Filing, told: Callable[[Filing], str]) -> str:
    """What the document of the sample says."""
    return told(filing)


@pytest.fixture(scope="session")
def chart(filing: Filing) -> Callable[[int], Chart]:
    """One of 图1–图7 of the sample, by number."""

    def draw(number: int) -> Chart:
        drawn = figures(filing)[number].chart
        assert drawn is not None
        return drawn

    return draw
