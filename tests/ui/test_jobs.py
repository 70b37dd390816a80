"""Long work beside the window: told of, ended, refused, given up."""

from __future__ import annotations

import threading
import time
import tkinter as tk
from collections.abc import Callable

import pytest

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui.jobs import Job, in_background
from jsxh_desktop.ui.window import Window


def until(window: Window, so: Callable[[], bool]) -> None:
    for _ in range(400):
        window.root.update()
        if so():
            return
        time.sleep(0.005)
    pytest.fail("nothing came of it")


def said(window: Window) -> str:
    return window._status.said  # noqa: SLF001 - the message that stands in the status line


def test_it_is_told_how_far_the_work_is(window: Window) -> None:
    go_on = threading.Event()

    def work(job: Job[int]) -> int:
        job.step("生成 自评表", 3, 12)
        go_on.wait(5)
        return 12

    done: list[int] = []
    Job(window, window.root, work, done.append, window.tell, "已停下")
    until(window, lambda: said(window).startswith("正在生成 自评表"))
    assert said(window).endswith("3 / 12")
    go_on.set()
    until(window, lambda: done == [12])


def test_what_keeps_it_from_being_done_is_said(window: Window) -> None:
    def work(_job: Job[int]) -> int:
        raise Problem("U 盘满了")

    failed: list[str] = []
    Job(window, window.root, work, lambda _done: None, failed.append, "已停下")
    until(window, lambda: failed == ["U 盘满了"])


def test_given_up_it_stops_at_its_next_step_and_says_so(window: Window) -> None:
    steps: list[int] = []

    def work(job: Job[int]) -> int:
        for number in range(10_000):
            job.step("生成", number, 10_000)
            steps.append(number)
            time.sleep(0.001)
        return 0

    job = Job(window, window.root, work, lambda _done: None, window.tell, "已停下")
    until(window, lambda: bool(steps))
    job.cancel()
    until(window, lambda: said(window) == "已停下")
    assert not job.running


def test_nothing_is_told_to_a_page_that_is_gone(window: Window) -> None:
    go_on, told = threading.Event(), list[object]()
    page = tk.Frame(window.root)
    in_background(window, page, lambda: go_on.wait(5), told.append)
    page.destroy()
    go_on.set()
    ended: list[object] = []
    in_background(window, window.root, lambda: None, ended.append)
    until(window, lambda: bool(ended))
    assert not told
