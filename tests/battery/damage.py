"""What bad disks, sticks and copies do to a file, at a place of chance."""

from __future__ import annotations

import random
from collections.abc import Callable

PAGE, SECTOR = 4096, 512
Damage = Callable[[bytearray, bytes, random.Random], None]
"""Changes the bytes of a file in place; the bytes of an earlier state of it are at hand."""


def _bit(file: bytearray, _: bytes, chance: random.Random) -> None:
    file[chance.randrange(len(file))] ^= 1 << chance.randrange(8)


def _byte(file: bytearray, _: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(file))
    file[place] = (file[place] + chance.randrange(1, 256)) % 256


def _sector(file: bytearray, _: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(file) // SECTOR) * SECTOR
    file[place : place + SECTOR] = bytes(SECTOR)


def _page(file: bytearray, _: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(file) // PAGE) * PAGE
    file[place : place + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))


def _stale(file: bytearray, earlier: bytes, chance: random.Random) -> None:
    """A page the disk never wrote, though it said so."""
    both = range(0, min(len(file), len(earlier)), PAGE)
    changed = [at for at in both if file[at : at + PAGE] != earlier[at : at + PAGE]]
    place = chance.choice(changed)
    file[place : place + PAGE] = earlier[place : place + PAGE]


def _swapped(file: bytearray, _: bytes, chance: random.Random) -> None:
    one, other = (place * PAGE for place in chance.sample(range(len(file) // PAGE), 2))
    there = file[one : one + PAGE]
    file[one : one + PAGE] = file[other : other + PAGE]
    file[other : other + PAGE] = there


def _cut(file: bytearray, _: bytes, chance: random.Random) -> None:
    del file[chance.randrange(len(file)) :]


def _longer(file: bytearray, _: bytes, chance: random.Random) -> None:
    file += chance.randbytes(chance.randint(1, 9_000))


KINDS: dict[str, Damage] = {
    "bit": _bit,
    "byte": _byte,
    "sector": _sector,
    "page": _page,
    "stale": _stale,
    "swapped": _swapped,
    "cut": _cut,
    "longer": _longer,
}
