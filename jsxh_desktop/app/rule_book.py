"""The rule book as a text: every rule of the check-up, written out of the registry itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from jsxh_desktop.rules.registry import RULES
from jsxh_desktop.rules.rule import Rule

GROUPS = {
    "A": "表内勾稽",
    "B": "表间勾稽与跨年衔接",
    "C": "文字与数据",
    "D": "图",
    "E": "项目支出绩效自评表",
    "F": "绩效报告与覆盖",
    "G": "文本格式",
}
"""What the rules with each first letter are about."""

HEAD = """\
# 勾稽规则

检查用的全部规则，由登记册生成（`make rules`），改规则时不要改这个文件。

- 错误：定稿以前要改正，或者核实并写明理由；提醒：要看一眼；提示：供参考。
- 缺数的规则写“无法判断”，空白不当作零。
- 自有的数之间一分不差；只知道两位小数万元的数，按四舍五入能否解释来判断。
"""


def rule_book() -> str:
    """All rules as Markdown, by group and id; the same registry, the same text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    yield f"共 {len(RULES)} 条。"
    for letter, rules in groupby(RULES, key=lambda rule: rule.id[0]):
        yield f"\n## {letter}　{GROUPS[letter]}\n"
        yield "| 编号 | 名称 | 级别 | 判定 | 为什么 | 依据 |"
        yield "|---|---|---|---|---|---|"
        yield from map(_row, rules)


def _row(rule: Rule) -> str:
    cells = (rule.id, rule.name, rule.severity.value, rule.holds, rule.why, rule.cites)
    return f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"
