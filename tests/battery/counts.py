"""How often each trial of the battery is made: a few times in every run, many where asked for.

JSXH_COUNTS=long has the counts of a release, JSXH_COUNTS=0.1 a tenth of them. Each trial tells its
seed; TRIAL_SEED=… has the same again.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import click

ASKED = os.environ.get("JSXH_COUNTS", "")
LONG = bool(ASKED)
FIGURES = Path(__file__).parents[2] / "build" / "battery.txt"


def times(few: int, many: int) -> int:
    """How many trials to make in this run."""
    if not LONG:
        return few
    return many if ASKED == "long" else max(few, round(many * float(ASKED)))


def seeded() -> random.Random:
    """A source of chance whose seed has been told."""
    seed = int(os.environ.get("TRIAL_SEED", random.SystemRandom().randrange(1 << 32)))
    click.echo(f"TRIAL_SEED={seed}")
    return random.Random(seed)  # noqa: S311 - it decides where to strike


def tell(trial: str, **figures: int) -> None:
    """Say what came of a trial, named as in docs/reliability.md; a long run keeps it.

    What must never happen is not counted: once it had, the trial failed before this line.
    """
    line = f"{trial} {' '.join(f'{name}={count}' for name, count in figures.items())}"
    click.echo(line)
    if LONG:
        FIGURES.parent.mkdir(exist_ok=True)
        with FIGURES.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
