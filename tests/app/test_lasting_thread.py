"""Jobs beside the window, one after the other: a defect in one ends none of the others."""

from __future__ import annotations

import queue
import threading

import pytest

from jsxh_desktop.app.lasting_thread import LastingThread


def test_a_job_that_comes_while_another_fails_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    defects: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", defects.append)
    jobs: queue.Queue[int | None] = queue.Queue()
    done: list[float] = []

    def divide(job: int) -> None:
        if not job:
            jobs.put(2)
            jobs.put(None)
        done.append(1 / job)

    thread = LastingThread("dividing", jobs.get, divide)
    jobs.put(1)
    jobs.put(0)
    thread.join()
    assert [end.exc_type for end in defects] == [ZeroDivisionError]
    assert done == [1.0, 0.5]
