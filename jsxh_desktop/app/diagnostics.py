"""What one copies for the person who helps: versions and settings, nothing a unit filled in."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from importlib import metadata

from jsxh_desktop import __version__
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.store.connection import sqlite_version

LIBRARIES = ("ttkbootstrap", "tksheet", "sqlite-utils", "reportlab", "matplotlib", "pypdfium2")


def diagnostics(settings: Settings, screen: Mapping[str, str]) -> str:
    """Lines of `name: value`; `screen` is what only the window knows, such as Tk and its fonts.

    Paths are left out, as they name people and units.
    """
    return "\n".join(f"{name}: {value}" for name, value in _facts(settings, screen))


def _facts(settings: Settings, screen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "决算公开与绩效自评", __version__
    yield "Python", f"{platform.python_version()} {platform.machine()}"
    yield "系统", platform.platform()
    yield "SQLite", sqlite_version()
    for library in LIBRARIES:
        yield library, _version(library)
    yield from screen.items()
    yield "显示大小", f"{settings.scale} %" if settings.scale else "跟随屏幕"
    yield "字号", settings.type_size
    yield "颜色", settings.colours
    yield "单位", settings.unit
    yield "数据放在", "自选的文件夹" if settings.folder else "默认的文件夹"


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "—"
