"""The progress bar appears on a terminal after a while, counts, and leaves a clean line."""

from __future__ import annotations

import io
import threading

from jsxh_desktop.app.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal, and tells when something was written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


def lines(stream: io.StringIO) -> list[str]:
    return stream.getvalue().split("\r\033[K")[1:]


def test_a_long_job_shows_how_far_it_is_even_within_a_step() -> None:
    terminal = Terminal()
    with Progress("正在打印", terminal, patience=0) as progress:
        assert terminal.written.wait(10)
        progress.expect(2)
        progress.step()
        progress.step()
    assert lines(terminal)[1:] == [
        f"正在打印 {'█' * 15}{'░' * 15} 1/2",
        f"正在打印 {'█' * 30} 2/2",
        "",
    ]


def test_a_short_job_shows_nothing() -> None:
    terminal = Terminal()
    with Progress("正在打印", terminal, patience=3600) as progress:
        progress.expect(1)
        progress.step()
    assert terminal.getvalue() == ""


def test_a_file_in_place_of_a_terminal_gets_no_bar() -> None:
    stream = io.StringIO()
    with Progress("正在打印", stream, patience=0) as progress:
        progress.step()
    assert stream.getvalue() == ""
