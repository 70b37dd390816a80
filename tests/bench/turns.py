"""What is compared is done in turns, so that what else the machine does hits all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def medians(turns: dict[str, Callable[[int], object]], rounds: int) -> dict[str, float]:
    """Seconds of each in the median; they are called with the number of the round, from 1."""
    seconds: dict[str, list[float]] = {name: [] for name in turns}
    for number in range(1, rounds + 1):
        for name, turn in turns.items():
            start = time.perf_counter()
            turn(number)
            seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in seconds.items()}
