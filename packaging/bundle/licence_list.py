"""Gathers the licences of everything in the tree and lists them beside what is built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from bundle import pins
from bundle.places import BUILD

WINDOWS_RUNTIME = "CPython 3.13.2, Tcl/Tk 8.6.15"


@dataclass(frozen=True, slots=True)
class Part:
    """One work in the tree: its licence by name, and where in the tree its text is."""

    name: str
    version: str
    licence: str
    text: str


def gather(tree: Path, platform: str) -> None:
    """Lay the texts into the tree and write the list there."""
    texts = tree / "licences"
    texts.mkdir()
    parts = [*_runtime(tree, texts, platform), *_wheels(tree)]
    lines = ["名称\t版本\t许可\t全文", *("\t".join(_row(part)) for part in parts)]
    (texts / "licences.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _row(part: Part) -> tuple[str, ...]:
    return part.name, part.version, part.licence, part.text


def _runtime(tree: Path, texts: Path, platform: str) -> Iterator[Part]:
    if platform == "windows":
        name, version = WINDOWS_RUNTIME.split(" ", 1)
        yield Part(name, version, "PSF-2.0, TCL", "runtime/LICENSE.txt")
        return
    for package in pins.debian_packages(pins.DEBIAN_LOCK.read_text("utf-8")):
        found = BUILD / "linux" / "system" / "usr/share/doc" / package.name / "copyright"
        text = texts / f"{package.name}.txt"
        if found.exists():  # else a link to the package it was built with
            shutil.copy(found, text)
        where = text.relative_to(tree).as_posix() if text.exists() else ""
        yield Part(package.name, package.version, "见全文", where)


def _wheels(tree: Path) -> Iterator[Part]:
    for folder in sorted((*tree.glob("site/*.dist-info"), *tree.glob("app/*.dist-info"))):
        facts = metadata.PathDistribution(folder).metadata
        named = sorted(path for path in folder.rglob("*") if _is_licence(path))
        texts = "，".join(path.relative_to(tree).as_posix() for path in named)
        yield Part(facts["Name"], facts["Version"], _licence(facts), texts)


def _is_licence(path: Path) -> bool:
    return path.is_file() and (
        path.name.upper().startswith(("LICEN", "COPYING", "NOTICE")) or "licenses" in path.parts
    )


def _licence(facts: metadata.PackageMetadata) -> str:
    """The short name a distribution gives its licence, however it says so."""
    said, short = (facts.get_all(key) or [""] for key in ("License-Expression", "License"))
    marks = [each for each in facts.get_all("Classifier") or () if each.startswith("License ::")]
    known = said[0] or ", ".join(mark.rsplit(" :: ", 1)[1] for mark in marks)
    return known or short[0].strip().split("\n")[0]
