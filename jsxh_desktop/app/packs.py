"""Finds the packs beside the program and reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.pack import Pack, pack_from


class PackIsDamaged(Exception):  # noqa: N818 - named for what it tells the clerk
    """A pack of the program that cannot be read; the message says which and what to do."""


def load_pack(name: str) -> Pack:
    """One pack, read once; PackIsDamaged where it is missing or a fact is wrong."""
    return _read(assets() / "packs" / name)


@cache
def _read(folder: Path) -> Pack:
    name = folder.name
    try:
        facts = tomllib.loads((folder / "pack.toml").read_text("utf-8"))
        terms = tomllib.loads((folder / "terms.toml").read_text("utf-8"))
        return pack_from(facts, _wording(folder / "wording"), terms)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise PackIsDamaged(f"模板包“{name}”无法读取，请重新安装程序（{problem}）") from problem
    except (KeyError, ValueError, TypeError) as problem:
        raise PackIsDamaged(f"模板包“{name}”内容有误：{problem}，请重新安装程序") from problem


def _wording(folder: Path) -> dict[str, str]:
    """Every sentence of wording/*.toml under its own key."""
    words: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        words.update(tomllib.loads(path.read_text("utf-8")))
    return words
