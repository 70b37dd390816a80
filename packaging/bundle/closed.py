"""Stops a build whose tree would borrow a library from the computer it runs on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

KERNEL = ("linux-vdso", "linux-gate")


def check(tree: Path, python: tuple[str, ...]) -> None:
    """Ask the tree's own loader where it finds what every library needs."""
    loader = python[:3]
    borrowed = sorted({line for path in _binaries(tree) for line in _outside(tree, loader, path)})
    if borrowed:
        sys.exit("这些程序库不在树里，请加到 packaging/debian.lock：\n" + "\n".join(borrowed))


def outside(tree: Path, listed: str) -> Iterator[str]:
    """The lines of the loader that name a file beyond the tree, or none at all."""
    for line in listed.splitlines():
        name, _, found = re.sub(r" \(0x.*", "", line).strip().partition(" => ")
        where = found or name
        if not where.startswith((str(tree), *KERNEL)) and where != "statically linked":
            yield f"{name} => {found}"


def _outside(tree: Path, loader: tuple[str, ...], path: Path) -> Iterator[str]:
    command = (*loader, "--list", str(path))
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    yield from outside(tree, done.stdout)
    yield from (f"{path.name}: {line}" for line in done.stderr.splitlines())


def _binaries(tree: Path) -> Iterator[Path]:
    yield from tree.glob("runtime/bin/python3.*[0-9]")
    for pattern in ("runtime/lib/*.so*", "runtime/lib/**/lib-dynload/*.so", "site/**/*.so*"):
        yield from (path for path in tree.glob(pattern) if not path.name.startswith("ld-linux"))
