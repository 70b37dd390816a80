"""Builds one of the files that are handed out, into dist/, and says how large it is.

`cd packaging && python -m bundle portable`, or deb, windows; lock renews the pins of Debian.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from bundle import debian, pins, portable, windows
from bundle.places import BUILD, DIST
from bundle.tree import assemble

MOST_PACKED, MOST_INSTALLED = 60, 230
"""Megabytes, of 1,000,000 bytes: what is handed on by stick and mail, and lies on an old disk."""


def main() -> None:
    """Build what the first word names."""
    targets: dict[str, Callable[[], object]] = {
        "portable": lambda: _hand_out("linux", portable.pack),
        "deb": lambda: _hand_out("linux", debian.pack),
        "windows": lambda: _hand_out("windows", windows.pack),
        "lock": pins.lock_debian,
    }
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted not in targets:
        sys.exit(f"请写明做什么：{'、'.join(targets)}")
    targets[wanted]()


def _hand_out(platform: str, pack: Callable[[Path, Path], Iterable[Path]]) -> None:
    if platform == "windows" and not (BUILD / "linux" / "tree").is_dir():
        assemble("linux")  # its Python compiles the modules
    tree = assemble(platform)
    installed = _megabytes(path for path in tree.rglob("*") if path.is_file())
    print(f"安装后 {installed:.1f} MB（上限 {MOST_INSTALLED} MB）")
    DIST.mkdir(exist_ok=True)
    made = tuple(pack(tree, DIST))
    for file in made:
        digest = pins.digest_of(file)
        file.with_name(f"{file.name}.sha256").write_text(f"{digest}  {file.name}\n", "utf-8")
        print(f"{file.relative_to(DIST.parent)}　{_megabytes([file]):.1f} MB　{digest}")
    listed = DIST / f"licences-{platform}.tsv"
    listed.write_bytes((tree / "licences" / "licences.tsv").read_bytes())
    installers = [file for file in made if file.suffix != ".zip"]  # zip packs everywhere, not tight
    if installed > MOST_INSTALLED or max(_megabytes([file]) for file in installers) > MOST_PACKED:
        sys.exit("超过了大小上限，请看 packaging/left_out.toml 还有什么可以不带。")


def _megabytes(files: Iterable[Path]) -> float:
    return sum(file.stat().st_size for file in files) / 1e6


if __name__ == "__main__":
    main()
