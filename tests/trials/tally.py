"""The figures of a trial that ends the program many times: what was shown, what is lost."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.trials.child import Watched
from tests.trials.evidence import At, Loss, losses


def seeded() -> random.Random:
    """A source of chance that tells its seed; TRIAL_SEED=… has the same again."""
    seed = int(os.environ.get("TRIAL_SEED", random.SystemRandom().randrange(1 << 32)))
    click.echo(f"\nTRIAL_SEED={seed}")
    return random.Random(seed)  # noqa: S311 - it decides when to kill


def times(usual: int = 50) -> int:
    """How many ends a trial makes; TRIAL_TIMES=… for another number."""
    return int(os.environ.get("TRIAL_TIMES", usual))


@dataclass
class Tally:
    """Counts over all ends."""

    ends: int = 0
    written: int = 0
    lost: list[Loss] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def count(self, program: Watched, workbook: Path, shown: dict[At, str]) -> None:
        """Look for all that was shown, after the program has ended; a loss is counted once.

        Raises Problem where the workbook does not open.
        """
        self.ends += 1
        self.written += program.written
        self.failures += program.failures
        for loss in losses(workbook, shown):
            click.echo(f"end {self.ends}: {loss}")
            self.lost.append(loss)
            del shown[loss.at]

    def conclude(self, also: str = "") -> None:
        """Print the figures; fails where anything is lost, or the program had a defect."""
        lost = sum(loss.characters for loss in self.lost)
        click.echo(f"{self.ends} ends{also}, {self.written} characters painted, {lost} lost")
        assert not self.failures, self.failures[0]
        assert not self.lost
