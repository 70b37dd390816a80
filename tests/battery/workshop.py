"""Jobs in processes of their own that can be ended at any moment, forked to be there at once.

`python -m tests.battery.workshop` loads the program and does one job after another: each line that
comes in is a function of a module of jobs and what it is given, as JSON. Every job says first its
id, then what it has to tell, and its process's end comes last.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BEGAN, ENDED = "began", "ended"


class Job:
    """A job under way; `told` is all it has said so far."""

    def __init__(self, shop: subprocess.Popen[str]) -> None:
        self._shop = shop
        self.told: list[Any] = []
        self.status: int | None = None
        kind, self.pid = self._line()
        assert kind == BEGAN

    def hear(self) -> Any:
        """The next it says; None at its end."""
        said = self._line()
        if said[0] == ENDED:
            self.status = said[1]
            return None
        self.told.append(said[1])
        return said[1]

    def hear_until(self, name: str) -> Job:
        """Wait until it says something of this name."""
        while (said := self.hear()) is not None and name not in said:
            pass
        return self

    def end(self, number: int = signal.SIGKILL) -> list[Any]:
        """End it now; all it has said, by then or just before.

        The workshop keeps the id of one that has ended already, so it is nobody else's.
        """
        os.kill(self.pid, number)
        return self.finish()

    def finish(self) -> list[Any]:
        """Wait for its end; all it has said."""
        while self.status is None:
            self.hear()
        return self.told

    def _line(self) -> tuple[str, Any]:
        assert self._shop.stdout is not None
        line = self._shop.stdout.readline()
        assert line, "the workshop has ended"
        kind, said = json.loads(line)
        return kind, said


class Workshop:
    """Does one job at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, job: str, *given: object) -> Job:
        """Begin a job by its name; paths among what it is given become texts."""
        assert self._process.stdin is not None
        words = json.dumps([job, *given], default=str)
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        return Job(self._process)

    def do(self, job: str, *given: object) -> list[Any]:
        """A whole job; all it has said. Fails where it ended badly."""
        done = self.start(job, *given)
        told = done.finish()
        assert done.status == 0, f"{job} ended with {done.status}"
        return told


@contextmanager
def workshop(environ: Mapping[str, str] | None = None) -> Iterator[Workshop]:
    """A workshop with these variables beside the usual ones; it is gone at the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.battery.workshop"],
        cwd=ROOT,
        env={**os.environ, **(environ or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Workshop(process)
        assert process.stdin is not None
        process.stdin.close()


def tell(said: object, kind: str = "told") -> None:
    """One line to whoever listens; it is there even if the process ends at once."""
    os.write(1, json.dumps([kind, said]).encode() + b"\n")


def after(job: Job, enough: int, seconds: float) -> None:
    """Wait until a job has said so much, and then a little."""
    while len(job.told) < enough and job.hear() is not None:
        pass
    time.sleep(seconds)


def _work(name: str, given: list[Any]) -> None:
    """Do a job in this forked process, and end it without whatever an end would tidy up."""
    status = 1
    try:
        tell(os.getpid(), BEGAN)
        _jobs()[name](*given)
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


def _jobs() -> dict[str, Any]:
    from tests.battery import disk_jobs, jobs

    return {**vars(disk_jobs), **vars(jobs)}


def main() -> None:
    """Do jobs until no more come."""
    assert _jobs()
    child = 0
    for line in sys.stdin:
        if child:
            os.waitpid(child, 0)
        name, *given = json.loads(line)
        child = os.fork()
        if not child:
            _work(name, given)
        end = os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert end is not None
        tell(end.si_status if end.si_code == os.CLD_EXITED else -end.si_status, ENDED)


if __name__ == "__main__":
    main()
