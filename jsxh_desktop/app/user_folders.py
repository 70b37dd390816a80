"""Where the user's files go: this computer's folders, or one beside a program on a stick."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

NAME = "jsxh_desktop"
PORTABLE = "portable.txt"
"""Lies beside the program where its data shall lie there, too."""
DATA, OWN = "数据", "程序设置"
_BUNDLE = Path(__file__).resolve().parents[3]


def workbooks() -> Path:
    """Where new workbooks go: a folder the user sees."""
    return _beside(_BUNDLE) or of_this_computer()


def of_this_computer() -> Path:
    """The same, wherever the program runs from."""
    from platformdirs import user_documents_path

    return user_documents_path() / "决算资料"


def settings() -> Path:
    """What the program remembers for itself."""
    from platformdirs import user_config_path

    return _own(_BUNDLE) or user_config_path(NAME, appauthor=False)


def additions() -> Path:
    """What a unit may add to the program, such as packs."""
    from platformdirs import user_data_path

    return _own(_BUNDLE) or user_data_path(NAME, appauthor=False)


def logs() -> Path:
    """Where the log goes, made if need be; raises OSError where it cannot be."""
    from platformdirs import user_log_path

    own = _own(_BUNDLE)
    if own is None:
        return user_log_path(NAME, appauthor=False, ensure_exists=True)
    own.mkdir(exist_ok=True)
    return own


def _own(bundle: Path) -> Path | None:
    data = _beside(bundle)
    return data / OWN if data else None


@cache
def _beside(bundle: Path) -> Path | None:
    """The data of a portable program; None where it is installed, or its stick takes no files."""
    if not (bundle / PORTABLE).is_file():
        return None
    data = bundle / DATA
    try:
        data.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=data):
            return data
    except OSError:
        return None
