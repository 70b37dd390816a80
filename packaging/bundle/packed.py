"""Puts the compiled modules of a tree into one file; packaging/runtime/sitecustomize.py reads it.

It says in 8 bytes how long its list is, then come the list and the code of one module after the
other. The list has the roots modules are looked for in, and of each module the root, the source
below it, whether it is a package, where in the file its code begins, and how long it is.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from bundle.places import PACKAGING

READER = PACKAGING / "runtime" / "sitecustomize.py"
NAME = "modules.pack"
BEFORE = ("__future__", "encodings", READER.stem)
"""What Python loads before it can read the file."""
HEAD = 16  # bytes before the code in a compiled file
LENGTH = 8  # bytes that say how long the list is
PLAIN = 2  # the version of marshal that writes the same bytes for the same list

Found = tuple[int, str, bool, bytes]
Listed = tuple[int, str, bool, int, int]


def pack(library: Path, others: Sequence[Path]) -> None:
    """Write the file beside Python's own library, and delete the compiled files it is made of."""
    roots = (library, *others)
    found: dict[str, Found] = {}
    for number, root in enumerate(roots):
        for compiled in _compiled(root):
            name, source, is_package = told(compiled.relative_to(root))
            code = compiled.read_bytes()[HEAD:]
            found.setdefault(name, (number, source, is_package, code))
    for root in roots:
        for compiled in [*_compiled(root)]:
            compiled.unlink()
            if not any(compiled.parent.iterdir()):
                compiled.parent.rmdir()
    places = [Path(os.path.relpath(root, library)).as_posix() for root in roots]
    (library / NAME).write_bytes(_file(places, found))


def told(compiled: Path) -> tuple[str, str, bool]:
    """Name, source and whether it is a package: a/__pycache__/b.cpython-313.pyc → a.b, a/b.py."""
    folder, stem = compiled.parent.parent, compiled.name.split(".")[0]
    is_package = stem == "__init__"
    parts = folder.parts if is_package else (*folder.parts, stem)
    return ".".join(parts), (folder / f"{stem}.py").as_posix(), is_package


def _compiled(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("__pycache__/*.pyc")):
        name, _, _ = told(path.relative_to(root))
        if name.split(".")[0] not in BEFORE:
            yield path


def _file(places: Sequence[str], found: dict[str, Found]) -> bytes:
    codes = [code for *_, code in found.values()]
    begin = LENGTH + len(_listed(places, found, 0))
    listed = _listed(places, found, begin)
    return len(listed).to_bytes(LENGTH, "little") + listed + b"".join(codes)


def _listed(places: Sequence[str], found: dict[str, Found], begin: int) -> bytes:
    """The list; a number takes the same bytes whatever it is."""
    modules: dict[str, Listed] = {}
    for name, (root, source, is_package, code) in found.items():
        modules[name] = (root, source, is_package, begin, len(code))
        begin += len(code)
    return marshal.dumps((list(places), modules), PLAIN)
