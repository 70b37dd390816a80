"""Which public table a text is the title of, whatever unit, year or number stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.tables.titles import TITLES

_ALSO = {
    "SG": (
        "财政拨款“三公”经费支出决算表",
        "一般公共预算财政拨款“三公”经费支出决算表",
        "一般公共预算财政拨款“三公”经费支出预决算表",
        "“三公”经费财政拨款支出决算表",
        "财政拨款三公经费支出决算表",
        "一般公共预算财政拨款三公经费支出决算表",
    ),
    "JJSG": ("政府性基金预算财政拨款三公经费支出决算表",),
    "YBJB": (
        "一般公共预算财政拨款基本支出决算明细表",
        "一般公共预算财政拨款基本支出决算表（按经济分类科目）",
        "一般公共预算基本支出决算表",
    ),
    "YB": ("一般公共预算支出决算表",),
    "CZ": ("财政拨款收支决算总表",),
    "ZB": ("收支决算总表", "收入支出总表"),
    "JJ": ("政府性基金预算收入支出决算表", "政府性基金预算财政拨款收支决算表"),
    "GZ": ("国有资本经营预算收入支出决算表",),
    "GZZC": ("国有资本经营预算支出决算表",),
}
"""Titles other provinces and years use."""

KNOWN: Mapping[str, str] = MappingProxyType(
    {
        plain(title): id_
        for id_, titles in (*((id_, (title,)) for id_, title in TITLES.items()), *_ALSO.items())
        for title in titles
    }
)
_LONGEST_FIRST = sorted(KNOWN, key=len, reverse=True)

_BEHIND = re.compile(r"(\((?!按)[^()]*\)|[一二三四五六七八九十\d]+页|续表?)*$")
_NUMBERED = re.compile(
    r"^(公开|附表|表|z|财决)*\d+(-\d+)?表?[、.:]?|^[一二三四五六七八九十]+、|^附?表\d*[、.:]"
)
_ANOTHER = re.compile(r"(预算|拨款|支出|收入|项目|经费|资金|基本|决算)$")
"""A table whose title ends like one of ours but begins with more is another one."""
_YEAR = re.compile(r"20\d\d年度?$")


def table_called(text: str) -> str | None:
    """The internal id of the table a text names; None for any other text."""
    said = _BEHIND.sub("", plain(text))
    for title in _LONGEST_FIRST:
        if said.endswith(title):
            before = _NUMBERED.sub("", said.removesuffix(title).casefold())
            dated = _YEAR.search(before) is not None
            return KNOWN[title] if dated or not _ANOTHER.search(before) else None
    return None


def year_in(text: str) -> int | None:
    """The year a title says."""
    found = re.search(r"(20\d\d)年", plain(text))
    return int(found[1]) if found else None
