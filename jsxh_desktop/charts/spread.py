"""Labels pushed apart until none overlaps, each as near to its place as that allows."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of labels in their given order, upward, all within low and high.

    Neighbours that would overlap form a block that stands around the mean of what its members
    wish for (the least squares answer). If there is not enough room, all labels move closer.
    """
    if not places:
        return []
    tight = min(1.0, (high - low) / sum(sizes))
    sizes = [size * tight for size in sizes]
    blocks: list[tuple[float, int, float]] = []  # wished start, members, height
    for place, size in zip(places, sizes, strict=True):
        block = (_within(place - size / 2, size, low, high), 1, size)
        while blocks and blocks[-1][0] + blocks[-1][2] > block[0]:
            block = _joined(blocks.pop(), block, low, high)
        blocks.append(block)
    return _middles(blocks, sizes)


def _joined(
    lower: tuple[float, int, float], upper: tuple[float, int, float], low: float, high: float
) -> tuple[float, int, float]:
    count, height = lower[1] + upper[1], lower[2] + upper[2]
    start = (lower[0] * lower[1] + (upper[0] - lower[2]) * upper[1]) / count
    return _within(start, height, low, high), count, height


def _within(start: float, height: float, low: float, high: float) -> float:
    return max(low, min(start, high - height))


def _middles(blocks: list[tuple[float, int, float]], sizes: Sequence[float]) -> list[float]:
    middles: list[float] = []
    for start, count, _ in blocks:
        here = start
        for size in sizes[len(middles) : len(middles) + count]:
            middles.append(here + size / 2)
            here += size
    return middles
