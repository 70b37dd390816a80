"""What each public table is called; a pack may title it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jsxh_desktop.domain.pack import Pack

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "ZB": "收入支出决算总表",
        "SR": "收入决算表",
        "ZC": "支出决算表",
        "CZ": "财政拨款收入支出决算总表",
        "CZMX": "财政拨款支出决算明细表",
        "YB": "一般公共预算财政拨款支出决算表",
        "YBMX": "一般公共预算财政拨款支出决算明细表",
        "YBJB": "一般公共预算财政拨款基本支出决算表",
        "YBXM": "一般公共预算财政拨款项目支出决算表",
        "SG": "“三公”经费支出决算表",
        "JJ": "政府性基金预算财政拨款收入支出决算表",
        "JJSG": "政府性基金预算财政拨款“三公”经费支出决算表",
        "GZ": "国有资本经营预算财政拨款收入支出决算表",
        "GZZC": "国有资本经营预算财政拨款支出决算表",
    }
)
"""By internal id, in the order they are published."""


def title_of(id_: str, pack: Pack) -> str:
    """The title the pack prints, else the usual one; the id itself for a table there is not."""
    printed = (table.title for table in pack.tables if table.id == id_)
    return next(printed, TITLES.get(id_, id_))
