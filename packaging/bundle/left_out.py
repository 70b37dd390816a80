"""Takes out of an assembled tree what packaging/left_out.toml lists."""

from __future__ import annotations

import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bundle.places import PACKAGING

LIST = PACKAGING / "left_out.toml"
WHERE = {
    "linux": {"stdlib": "runtime/lib/python3.13", "dynload": "runtime/lib/python3.13/lib-dynload"},
    "windows": {"stdlib": "runtime/Lib", "dynload": "runtime/DLLs"},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Paths of one reason; `on` is a platform, or empty for each of them."""

    why: str
    paths: tuple[str, ...]
    on: str = ""


def entries() -> tuple[Entry, ...]:
    """The list as it is written."""
    listed = tomllib.loads(LIST.read_text("utf-8"))["left_out"]
    return tuple(Entry(each["why"], tuple(each["paths"]), each.get("on", "")) for each in listed)


def patterns(platform: str) -> Iterator[str]:
    """What is to be taken out on a platform, as patterns of paths in the tree."""
    for entry in entries():
        if entry.on in ("", platform):
            yield from (path.format(**WHERE[platform]) for path in entry.paths)


def take_out(tree: Path, platform: str) -> None:
    """Delete what is listed; the build stops where an entry names nothing."""
    stale = [pattern for pattern in patterns(platform) if not _taken(tree, pattern)]
    if stale:
        sys.exit("left_out.toml 中这些路径已经没有了，请删去：\n" + "\n".join(stale))


def _taken(tree: Path, pattern: str) -> bool:
    found = sorted(tree.glob(pattern))
    for path in found:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    return bool(found)
