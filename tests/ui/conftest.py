"""One real window on a screen of its own; each test gets the sample, opened in it anew.

An error in a reaction to a key or click fails the test, as a logged one does.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.store.sealing import sealed
from jsxh_desktop.ui import theme as look
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.window import Window
from tests.display import missing, own_display
from tests.sample_file import put_sample
from tests.ui.checked import SOON

SIZE = "1366x696+0+0"
NEVER = 3_600_000  # ms; most tests are over before one could read what the checks say


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A screen of the test run's own."""
    if absent := missing():
        pytest.fail(f"a screen needs {absent}: apt-get install xvfb openbox")
    with own_display() as display:
        yield display


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_sample(tmp_path_factory.mktemp("sample") / "朝天区科协.jsxh")


@pytest.fixture(scope="session")
def shared_application(
    screen: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Application]:
    """The one root of the test run."""
    settings = tmp_path_factory.mktemp("settings") / "settings.json"
    settings.write_text(f'{{"scale": 100, "geometry": "{SIZE}"}}', "utf-8")
    application = Application(settings)
    look.show(application.root)
    application.root.update()
    yield application
    application.quit()


@pytest.fixture
def application(
    request: pytest.FixtureRequest,
    shared_application: Application,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Application]:
    """The program without a workbook; an error in a callback fails the test at its end."""
    failures: list[BaseException] = []

    def failed(_kind: Any, problem: BaseException, _trace: Any) -> None:
        failures.append(problem)

    monkeypatch.setattr(shared_application.root, "report_callback_exception", failed)
    if not looks(request):
        shared_application.put_away()
        shared_application.notes.unlink(missing_ok=True)  # it would grow with every test
    yield shared_application
    shared_application.root.update()
    if not looks(request):
        shared_application.put_away()
    if failures:
        raise failures[0]


@pytest.fixture
def window(
    request: pytest.FixtureRequest,
    application: Application,
    sample_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Window]:
    """The sample on the desk; opening it alone does not have it checked, `settle` does.

    It opens at the page its file is marked with, as building another one first takes long. A test
    that `looks` changes nothing: it finds the window of the one before it in its file.
    """
    monkeypatch.setattr("jsxh_desktop.ui.window.FIRST", NEVER)
    # Composing all of it, to say how far it is, is a third of opening and closing a window.
    monkeypatch.setattr("jsxh_desktop.app.gaps.missing", lambda *_: ())
    # Each is a byte for byte copy of one sample, and nobody opens it again.
    monkeypatch.setattr("jsxh_desktop.app.as_left.seal", lambda *_: sample_seal(sample_file))
    monkeypatch.setattr("jsxh_desktop.app.recent.sealed", lambda _: "")
    if not looks(request):
        yield opened(application, sample_file, tmp_path, first_page(request))
        return
    folder = tmp_path.parent / f"looked_at_by_{request.path.stem}"
    folder.mkdir(exist_ok=True)
    if application.workspace is None or application.workspace.path.parent != folder:
        opened(application, sample_file, folder, first_page(request))
    settings = application.settings
    yield at_the_beginning(application, first_page(request))
    held = application.workspace
    if held is None or held.turns() != ("", "") or held.drafts or application.settings != settings:
        application.put_away()
        pytest.fail("it does more than look: the next one would find the window changed")


@cache
def sample_seal(sample_file: Path) -> str:
    return sealed(sample_file)


def looks(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("looks") is not None


def first_page(request: pytest.FixtureRequest) -> str:
    marker = request.node.get_closest_marker("page")
    return marker.args[0] if marker else "organization"


def at_the_beginning(application: Application, page: str) -> Window:
    """The open workbook as it is after opening, at its first page."""
    window = application.window
    assert window is not None
    window.go(page)
    application.root.focus_force()
    application.root.update()
    return window


@pytest.fixture
def watched(
    application: Application, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Window:
    """The sample on the desk as a clerk has it: checked by itself a moment later."""
    monkeypatch.setattr("jsxh_desktop.ui.window.FIRST", SOON)
    return opened(application, sample_file, tmp_path)


def opened(
    application: Application, sample_file: Path, tmp_path: Path, page: str = "organization"
) -> Window:
    application.open(Path(shutil.copy(sample_file, tmp_path)), page=page)
    assert application.window is not None
    application.root.focus_force()
    application.root.update()
    return application.window


Press = Callable[..., None]


@pytest.fixture
def press(application: Application) -> Press:
    """Press keys where the focus is, one after the other: `<Return>`, `8`."""
    root = application.root

    def call(*keys: str) -> None:
        for key in keys:
            root.update()
            focused = root.focus_get()
            assert focused is not None
            focused.event_generate(key if key.startswith("<") else f"<Key-{key}>")
            root.update()

    return call


@pytest.fixture
def write(application: Application) -> Callable[[str], None]:
    """Put text where the caret is, as an input method does: at once, any character."""
    root = application.root

    def call(text: str) -> None:
        focused: Any = root.focus_get()
        if focused.winfo_class() in {"TEntry", "Entry", "TCombobox"}:
            if focused.selection_present():
                focused.delete("sel.first", "sel.last")
        elif focused.tag_ranges("sel"):
            focused.delete("sel.first", "sel.last")
        focused.insert("insert", text)
        root.update()

    return call


@pytest.fixture
def grid(window: Window) -> GridView:
    """收入决算 of the sample, the cursor on its first code."""
    view: Any = window.go("income") or window
    window.root.update()
    shown: GridView = view.grid
    shown.select((0, 0))
    shown.focus()
    window.root.update()
    return shown
