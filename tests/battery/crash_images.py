"""What a disk may hold after a power cut, put together from what was asked of it until then.

What was asked of a file before its last sync is there. Of what came after, two kinds of disk may
have: one that keeps the order, all up to some call; one that does not, any of the calls. Either
leaves a write torn between two sectors. A file is made, renamed or unlinked in its folder: that is
there once the folder was synced, and like any other call before.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
ANY, NONE = -2, -1  # which write may be torn
HEAD = struct.Struct("=qqqq")
MADE, WRITTEN, CUT, SYNCED, UNLINKED, RENAMED = "CWTSUR"
BEGUN, ACKNOWLEDGED = "bk"
DATA, NAMES = {WRITTEN, CUT}, {MADE, UNLINKED, RENAMED}
Image = dict[str, bytes]


class Call(NamedTuple):
    """One call, its file by name; `at` is where, how long, or the number of a mark."""

    kind: str
    name: str
    at: int
    data: bytes


def calls_of(log: Path, folder: Path) -> list[Call]:
    """What was recorded of a folder."""
    return list(_read(log.read_bytes(), folder))


def _read(noted: bytes, folder: Path) -> Iterator[Call]:
    place = 0
    while place < len(noted):
        kind, named, at, size = HEAD.unpack_from(noted, place)
        place += HEAD.size
        name = noted[place : place + named].decode().removesuffix(" (deleted)")
        place += named
        data = noted[place : place + size]
        place += size
        yield Call(chr(kind), str(Path(name).relative_to(folder)), at, data)


def image(calls: list[Call], before: Image, chance: random.Random, *, ordered: bool) -> Image:
    """One disk that may be found after these calls, which began on another."""
    kept = _kept(calls)
    loose = [number for number, call in enumerate(calls) if number not in kept]
    if ordered:
        there = set(loose[: chance.randint(0, len(loose))])
    else:
        share = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        there = {number for number in loose if chance.random() < share}
    torn = max(there, default=NONE) if ordered else ANY
    return _applied(calls, before, kept, there, torn, chance)


def _kept(calls: list[Call]) -> set[int]:
    """The calls a sync has brought to the disk."""
    kept: set[int] = set()
    waiting: dict[str, list[int]] = {}
    for number, call in enumerate(calls):
        if call.kind == SYNCED:
            kept.update(waiting.pop(call.name, ()))
        elif call.kind in NAMES:
            waiting.setdefault(".", []).append(number)
        elif call.kind in DATA:
            waiting.setdefault(call.name, []).append(number)
    return kept


def _applied(
    calls: list[Call],
    before: Image,
    kept: set[int],
    there: set[int],
    torn: int,
    chance: random.Random,
) -> Image:
    """Names and contents apart: a content may be there without its name, a name without it."""
    written = {name: bytearray(data) for name, data in before.items()}
    found = dict(written)  # by the names on the disk
    for number, call in enumerate(calls):
        if call.kind in NAMES:
            _name(written, call, written)
            if number in kept or number in there:
                _name(found, call, written)
        elif call.kind in DATA and (number in kept or number in there):
            tearing = number not in kept and torn in {number, ANY}
            _do(written[call.name], call, chance if tearing else None)
    return {name: bytes(content) for name, content in found.items()}


def _do(content: bytearray, call: Call, tearing: random.Random | None = None) -> None:
    """Write or cut; a torn write leaves some sectors as they were."""
    if call.kind == CUT:
        del content[call.at :]
        content.extend(bytes(call.at - len(content)))
        return
    share = tearing.choice((0.0, 0.5, 1.0)) if tearing else 0.0
    end = call.at
    while end < call.at + len(call.data):
        start, end = end, min((end // SECTOR + 1) * SECTOR, call.at + len(call.data))
        if tearing is None or tearing.random() >= share:
            content.extend(bytes(max(0, end - len(content))))
            content[start:end] = call.data[start - call.at : end - call.at]


def _name(names: dict[str, bytearray], call: Call, written: dict[str, bytearray]) -> None:
    """Make, rename or unlink; a name leads to what is written under it from then on."""
    if call.kind == MADE:
        names[call.name] = written[call.name] if names is not written else bytearray()
    elif call.kind == UNLINKED:
        names.pop(call.name, None)
    elif call.name in names:
        names[Path(call.data.decode()).name] = names.pop(call.name)


def lay_out(made: Image, folder: Path) -> None:
    """Put a disk there, in place of the one before."""
    for left in folder.iterdir():
        if left.is_file() and left.name not in made:
            left.unlink()
    for name, data in made.items():
        (folder / name).write_bytes(data)
