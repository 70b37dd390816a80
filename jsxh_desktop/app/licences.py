"""The licences of the program, its fonts and the libraries it comes with, with their full texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from jsxh_desktop.app import paths

OURS = "jsxh-desktop"
FONTS = (
    ("思源宋体（Noto Serif SC）", "OFL-Noto-Serif-SC.txt"),
    ("思源黑体（Noto Sans SC）", "OFL-Noto-Sans-SC.txt"),
    ("霞鹜文楷（LXGW WenKai）", "OFL-LXGW-WenKai.txt"),
    ("花园明朝（Hanazono）", "OFL-Hanazono.txt"),
)
LIBRARIES = (
    ("ttkbootstrap", "MIT"),
    ("tksheet", "MIT"),
    ("sqlite-utils", "Apache-2.0"),
    ("reportlab", "BSD-3-Clause"),
    ("matplotlib", "PSF 一类"),
    ("numpy", "BSD-3-Clause"),
    ("pillow", "MIT-CMU"),
    ("pypdfium2", "BSD-3, Apache-2.0"),
    ("pypinyin", "MIT"),
    ("click", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("contourpy", "BSD-3-Clause"),
    ("cycler", "BSD-3-Clause"),
    ("fonttools", "MIT"),
    ("kiwisolver", "BSD-3-Clause"),
    ("packaging", "Apache-2.0, BSD-2"),
    ("pyparsing", "MIT"),
    ("python-dateutil", "BSD-3, Apache-2.0"),
    ("charset-normalizer", "MIT"),
    ("tabulate", "MIT"),
)
"""What is installed with the program: the name of the distribution and its licence."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One work: its name, the usual short name of its licence, the text."""

    name: str
    licence: str
    text: str


def licences() -> tuple[Licence, ...]:
    """The program first, then its fonts, then the libraries that are there."""
    return tuple(_all())


def _all() -> Iterator[Licence]:
    yield Licence("本程序", "MIT", _ours())
    for name, file in FONTS:
        yield Licence(name, "OFL-1.1", _read(paths.assets() / "fonts" / file))
    for name, licence in LIBRARIES:
        text = _text_of(name)
        if text:
            yield Licence(name, licence, text)


def _ours() -> str:
    """Beside the package in a checkout, in its metadata where it is installed."""
    return _read(paths.assets().parent / "LICENSE") or _text_of(OURS)


def _text_of(distribution: str) -> str:
    try:
        files = metadata.files(distribution) or []
    except metadata.PackageNotFoundError:
        return ""
    ours = [file for file in files if ".dist-info" in file.parts[0]]
    named = [file for file in ours if file.name.upper().startswith(("LICENSE", "LICENCE"))]
    wanted = sorted(named, key=lambda file: len(file.parts))[:1]
    wanted = wanted or [file for file in ours if "licenses" in file.parts]  # one for each part
    return "\n\n".join(_read(Path(str(file.locate()))) for file in wanted)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
