"""Where the program's own data lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def assets() -> Path:
    """Fonts, packs and samples."""
    return _data("assets")


def codes() -> Path:
    """Code tables by year."""
    return _data("db") / "codes"


def _data(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
