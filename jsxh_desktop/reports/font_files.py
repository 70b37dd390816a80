"""Where the user's own fonts lie, and the file names of those the official forms ask for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

# Best first (GB/T 9704-2012); "#1" after a name is the second face of a collection.
# Windows, then what 方正, WPS and the government editions of Linux install.
IMITATION_SONG = (
    "仿宋_GB2312.ttf",
    "fangsong_gb2312.ttf",
    "simfang_gb2312.ttf",
    "simfang.ttf",
    "fzfs_gb18030.ttf",
    "方正仿宋_GB18030.ttf",
    "方正仿宋_GBK.ttf",
    "方正仿宋_GB2312.ttf",
    "方正仿宋简体.ttf",
    "fzfsk.ttf",
    "fzfsjw.ttf",
    "stfangso.ttf",
    "仿宋.ttf",
)
SMALL_TITLE_SONG = (
    "方正小标宋简体.ttf",
    "方正小标宋_GBK.ttf",
    "方正小标宋_GB18030.ttf",
    "fzxbsjw.ttf",
    "fzxbsk.ttf",
    "fzxiaobiaosong-b05s.ttf",
    "stzhongs.ttf",
)
BLACK = (
    "simhei.ttf",
    "方正黑体_GB18030.ttf",
    "方正黑体_GBK.ttf",
    "方正黑体简体.ttf",
    "fzhtk.ttf",
    "fzhtjw.ttf",
    "黑体.ttf",
)
REGULAR_SCRIPT = (
    "楷体_GB2312.ttf",
    "kaiti_gb2312.ttf",
    "simkai_gb2312.ttf",
    "simkai.ttf",
    "方正楷体_GB18030.ttf",
    "方正楷体_GBK.ttf",
    "方正楷体简体.ttf",
    "fzktk.ttf",
    "fzktjw.ttf",
    "stkaiti.ttf",
    "楷体.ttf",
)


def user_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where Windows and Linux keep fonts, the user's own first; only those that exist."""
    home = Path.home()
    folders = [
        home / ".local" / "share" / "fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]
    if "LOCALAPPDATA" in environment:
        folders.insert(0, Path(environment["LOCALAPPDATA"]) / "Microsoft" / "Windows" / "Fonts")
    if "WINDIR" in environment:
        folders.append(Path(environment["WINDIR"]) / "Fonts")
    return tuple(folder for folder in folders if folder.is_dir())


def font_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Lower-case file name → file, earlier folders first. Lists folders, opens no font."""
    found: dict[str, Path] = {}
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                found.setdefault(name.lower(), Path(place, name))
    return found


def chosen(names: Sequence[str], files: Mapping[str, Path]) -> list[tuple[Path, int]]:
    """File and face number of each wanted name that is there, in the order of wanting."""
    parts = [name.lower().partition("#") for name in names]
    return [(files[name], int(face or 0)) for name, _, face in parts if name in files]
