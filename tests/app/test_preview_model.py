"""The preview: the bytes that print, of the newest filing, and never in the way of typing."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.book import volumes
from jsxh_desktop.app.commands import read_filing
from jsxh_desktop.app.composer import Composer
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.press import Press, PressStopped
from jsxh_desktop.app.preview_model import Preview
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.proof import Proof, Trace, choices
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.organization import Organization
from tests.app.conftest import Run
from tests.sample_file import put_sample

TERMS = Selection(part="terms")
SOON = 60.0


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_sample(tmp_path_factory.mktemp("preview") / "样例.jsxh")


@pytest.fixture(scope="module")
def filing(file: Path) -> Filing:
    return read_filing(file)


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(own_fonts=False)


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    press = Press()
    yield press
    press.close()


class SlowComposer:
    """Composes only when told to, and remembers for what it was asked."""

    def __init__(self) -> None:
        self.began: queue.Queue[Filing] = queue.Queue()
        self.go_on = threading.Semaphore(0)
        self.closed = False

    def proof(self, filing: Filing, selection: Selection) -> Proof:
        self.began.put(filing)
        self.go_on.acquire()
        if selection.sheet:
            raise Problem("没有这张表")
        return Proof(b"%PDF", ((210.0, 297.0),), (), filing, selection)

    def trace(self, page: int, x: float, y: float) -> Trace | None:
        return Trace(page, (x, y, 1.0, 1.0), "161.94", ())

    def close(self) -> None:
        self.closed = True
        self.go_on.release()


class Desk:
    """A preview over a slow composer, and what it called back with."""

    def __init__(self) -> None:
        self.composer = SlowComposer()
        self.told: queue.Queue[object] = queue.Queue()
        self.threads: set[str] = set()
        self.preview = Preview(self._hear, self._hear, self._hear, self.composer)

    def _hear(self, news: object) -> None:
        self.threads.add(threading.current_thread().name)
        self.told.put(news)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.preview.close()


YEARS = [Filing(year) for year in range(2018, 2022)]


@pytest.mark.parametrize("part", ["", "overview", "statements", "annexes", "tables"])
def test_the_preview_is_what_prints_byte_for_byte(
    run: Run, file: Path, filing: Filing, composer: Composer, tmp_path: Path, part: str
) -> None:
    wanted = ("--part", part) if part else ()
    run("print", file, "-o", tmp_path, "--bundled-fonts", *wanted)
    proof = composer.proof(filing, Selection(part=part or None))
    name = volumes(filing, load_pack(filing.pack), proof.selection)[0].name
    assert proof.pdf == (tmp_path / f"{name}.pdf").read_bytes()


def test_a_proof_after_an_edit_is_what_a_fresh_start_would_print(
    filing: Filing, composer: Composer
) -> None:
    composer.proof(filing, Selection())
    edited = with_value(filing, Organization.short_name, "县科协")
    fresh = Composer(own_fonts=False).proof(edited, Selection())
    assert composer.proof(edited, Selection()).pdf == fresh.pdf


def test_another_process_makes_the_same_proof(press: Press, filing: Filing) -> None:
    assert press.proof(filing, TERMS) == Composer().proof(filing, TERMS)


def test_a_proof_knows_the_sizes_of_its_pages(filing: Filing, composer: Composer) -> None:
    proof = composer.proof(filing, Selection(part="tables"))
    assert {(210.0, 297.0), (297.0, 210.0)} == set(proof.sizes_mm)


def test_a_proof_names_the_characters_no_font_has(filing: Filing, composer: Composer) -> None:
    odd = with_value(filing, Organization.full_name, "科协🎉")
    unprintable = composer.proof(odd, Selection(part="tables")).unprintable
    assert (2, "🎉") in unprintable
    assert {character for _, character in unprintable} == {"🎉"}


def test_every_print_can_be_chosen_under_its_own_name(filing: Filing) -> None:
    pack = load_pack(filing.pack)
    offered = choices(filing, pack)
    printed = [volumes(filing, pack, choice.selection)[0].name for choice in offered]
    assert [choice.title for choice in offered] == printed


def test_only_the_newest_wish_is_composed_after_the_one_under_way(desk: Desk) -> None:
    first, second, third, last = YEARS
    desk.preview.want(first, Selection())
    assert desk.composer.began.get(timeout=SOON) is first
    for later in (second, third, last):
        desk.preview.want(later, Selection())
    desk.composer.go_on.release(2)
    assert [desk.told.get(timeout=SOON).filing for _ in range(2)] == [first, last]  # type: ignore[attr-defined] # Desk.told holds any news


def test_the_callbacks_come_from_the_threads_of_the_preview(desk: Desk) -> None:
    desk.preview.want(YEARS[0], Selection())
    desk.composer.go_on.release()
    desk.told.get(timeout=SOON)
    assert desk.threads == {"preview"}


def test_a_wish_that_cannot_be_met_leaves_the_next_one_its_turn(desk: Desk) -> None:
    desk.composer.go_on.release(2)
    desk.preview.want(YEARS[0], Selection(sheet=9))
    assert str(desk.told.get(timeout=SOON)) == "没有这张表"
    desk.preview.want(YEARS[1], Selection())
    assert isinstance(desk.told.get(timeout=SOON), Proof)


def test_what_stands_at_a_point_is_answered(desk: Desk) -> None:
    desk.preview.ask(3, 10.0, 20.0)
    assert desk.told.get(timeout=SOON) == Trace(3, (10.0, 20.0, 1.0, 1.0), "161.94", ())


def test_nothing_is_called_back_after_the_end(desk: Desk) -> None:
    desk.preview.want(YEARS[0], Selection())
    desk.composer.began.get(timeout=SOON)
    desk.preview.close()
    assert desk.told.empty()
    assert desk.composer.closed


def test_what_is_wrong_with_a_wish_comes_through_from_the_other_process(
    press: Press, filing: Filing
) -> None:
    with pytest.raises(Problem, match="没有第9张项目自评表，一共有4个项目"):
        press.proof(filing, Selection(sheet=9))


def test_a_process_that_was_ended_is_started_again(filing: Filing, tmp_path: Path) -> None:
    press = Press()
    first = press.proof(filing, TERMS)
    _end(press)
    with pytest.raises(PressStopped):
        press.proof(filing, TERMS)
    assert press.proof(filing, TERMS) == first
    press.close()


def test_a_defect_does_not_end_the_preview(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    defects: queue.Queue[threading.ExceptHookArgs] = queue.Queue()
    monkeypatch.setattr(threading, "excepthook", defects.put)
    with monkeypatch.context() as patch:
        patch.setattr(desk.composer, "proof", lambda *_: 1 / 0)
        desk.preview.want(YEARS[0], TERMS)
        assert defects.get(timeout=SOON).exc_type is ZeroDivisionError
    desk.composer.go_on.release()
    desk.preview.want(YEARS[1], TERMS)
    proof = desk.told.get(timeout=SOON)
    assert isinstance(proof, Proof)
    assert proof.filing is YEARS[1]


def test_a_defect_over_there_is_told_and_logged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    press = Press()
    with pytest.raises(PressStopped, match="详细记录在日志里"):
        press.proof(Filing("no year"), TERMS)  # type: ignore[arg-type] # the defect
    press.close()
    (log,) = tmp_path.rglob("*.log")
    assert "Traceback" in log.read_text("utf-8")


@pytest.mark.parametrize("command", [("no such program",), (sys.executable, "-c", "pass")])
def test_without_another_process_the_work_is_done_here(
    command: tuple[str, ...], filing: Filing
) -> None:
    press = Press(command)
    assert press.proof(filing, TERMS).pages == 2
    press.close()


def test_the_other_process_does_not_outlive_a_window_that_was_killed(file: Path) -> None:
    program = (
        "import os, pathlib, sys\n"
        "from jsxh_desktop.app.commands import read_filing\n"
        "from jsxh_desktop.app.press import Press\n"
        "from jsxh_desktop.app.selection import Selection\n"
        "press = Press()\n"
        "press.proof(read_filing(pathlib.Path(sys.argv[1])), Selection(part='terms'))\n"
        "print(press.pid, flush=True)\n"
        "os._exit(1)\n"
    )
    parent = subprocess.run(
        [sys.executable, "-c", program, file], capture_output=True, text=True, check=False
    )
    pid = int(parent.stdout)
    ended = threading.Event()
    while _lives(pid) and not ended.wait(0.05):
        pass
    assert not _lives(pid)


def test_the_window_loads_nothing_slow_for_its_preview() -> None:
    program = "import sys, jsxh_desktop.app.preview_model; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"reportlab", "matplotlib", "numpy", "pypdfium2"} & set(loaded)


def _end(press: Press) -> None:
    """As the system would that has no memory left."""
    assert press.pid
    os.kill(press.pid, signal.SIGKILL)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or ") Z " not in state.read_text()
