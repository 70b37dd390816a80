"""Cuts text into the pieces a line is never broken in, by one expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# 避头: never first in a line.
CLOSING = "，。、；：！？）》〉】〕」』〗”’〞．～％%…—·℃‰°′″,.;:!?)]}"
# 避尾: never last in a line.
OPENING = "（《〈【〔「『〖“‘〝￥¥＄$№([{"

# What is counted or measured in; it stays with its figure.
_MEASURES = """
    元 角 分 人次 人 名 位 个百分点 百分点 个月 个 年度 年 季度 月份 月 周 日 天 号 小时 分钟 秒
    届 期 次 批次 批 项 类 款 目 家 户 所 处 场次 场 份 册 本 件 台 套 辆 艘 架 张 篇 条 幅 块
    间 座 栋 级 倍 度 岁 章 节 点 部 支 只 头 株 棵 盏 组
    平方米 平方公里 立方米 公里 千米 厘米 毫米 米 公顷 亩 吨 公斤 千克 克 斤 升 毫升 千瓦时 千瓦
    ㎡ ㎥ ㎏ ㎞ ㎝ ㎜
"""
_measure = "(?:" + "|".join(sorted(_MEASURES.split(), key=len, reverse=True)) + ")"
_sign = "(?:[A-Za-zμΩ]+[²³]?)"
_figure = r"[≥≤＞＜<>=≈+\-−±]*\d+(?:[.,:]\d+)*"
_figures = rf"{_figure}(?:[%％‰]?[×xX*/\-–—~～]{_figure})*"
_counted = rf"(?:{_sign}| ?[多余几]?[十百千万亿]*{_measure}|[多余几]?[十百千万亿]+| ?[%％‰℃])?"
_quantity = rf"第?{_figures}{_counted}(?:/(?:[百千万亿]?{_measure}|{_sign}))*"
_date = r"\d+月\d+日"
_paper = r"[〔\[［]\d{2,4}[〕\]］](?:第?\d+号)?"
_word = r"[A-Za-zÀ-ɏ_@#&+][0-9A-Za-zÀ-ɏ_@#&+\-./:=?%~]*"
_open, _close = re.escape(OPENING), re.escape(CLOSING)

_UNIT = rf"(?:{_paper}|(?:[{_open}] *)*(?:{_date}|{_quantity}|{_word}|.))[{_close} ]*"


@cache
def _unit() -> re.Pattern[str]:
    """Compiled with the first text: it takes longer than breaking a page of it."""
    return re.compile(_UNIT, re.DOTALL)


def unit_ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each piece ends, without and with the spaces behind it."""
    for unit in _unit().finditer(text):
        end = unit.end()
        inked = len(text[unit.start() : end].rstrip(" ")) + unit.start()
        yield inked, end


def may_part(text: str, at: int) -> bool:
    """Whether a line may end before `at` and the next begin there."""
    return text[at] not in CLOSING and text[at] != " " and text[at - 1] not in OPENING


def parts_well(text: str, at: int) -> bool:
    """Whether a piece too long for any line is best split there: 161.94|万元, https://|a.b/|c."""
    return may_part(text, at) and (
        text[at - 1].isascii() != text[at].isascii() or text[at - 1] in "/-_?&="
    )
