"""彻底清除 as the clerk reads it: what goes, what stays, and what was done."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop.app.problem import told
from jsxh_desktop.store import purging as store

GOES = (
    "删掉的内容，和每一格以前填过的值",
    "修改记录，所以历史从头记，撤销退不到这以前",
    "检查数据库时移出来的内容，没有正常关闭时留下的按键记录",
)
STAYS = (
    "现在填着的内容，没填完的字",
    "定稿的各版和签名，它们是凭据；里面有要清除的，清不掉",
    "已经导出的 PDF、Word、Excel，U盘和别处的副本：要自己删",
)


def copies(path: Path) -> int:
    """How many backups and damaged files of a workbook hold what was deleted; raises Problem."""
    with told():
        return len(store.copies_of(path))


def purge(path: Path, *, old_copies: bool) -> str:
    """Do it to a workbook nobody has open; the sentence that says what was done. Raises Problem."""
    with told():
        count = store.purge(path, old_copies=old_copies)
    if not old_copies:
        return "已彻底清除。旧备份里还有删掉的内容"
    return f"已彻底清除，{count} 份旧备份也清掉了，另备份了一份新的"
