"""A workbook on a stick is copied in by one press and worked on there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

import pytest

from jsxh_desktop.app.packs import FOLDER
from jsxh_desktop.store import disks
from jsxh_desktop.store.disks import Mount
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.refusal import ACTION
from tests.sample_file import put_sample
from tests.ui.clerk import Clerk

Press = Callable[..., None]


@pytest.fixture
def on_a_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    stick = tmp_path / "KINGSTON"
    (stick / FOLDER / "本单位").mkdir(parents=True)
    (stick / FOLDER / "本单位" / "pack.toml").write_text("name = '本单位'", "utf-8")
    table = (Mount(PurePath("/"), "ext4"), Mount(stick, disks.PULLED_OUT))
    monkeypatch.setattr(disks, "mounted", lambda *_: table)
    return put_sample(stick / "朝天区科协.jsxh")


@pytest.fixture
def clerk(application: Application, on_a_stick: Path, tmp_path: Path) -> Iterator[Clerk]:
    application.keep(folder=str(tmp_path / "决算资料"))
    application.welcome()
    application.root.update()
    application.open_or_tell(on_a_stick)
    application.root.update()
    yield Clerk(application)
    application.keep(folder="")


def test_one_press_copies_it_in_and_opens_it(
    application: Application, clerk: Clerk, on_a_stick: Path, tmp_path: Path
) -> None:
    before = on_a_stick.read_bytes()
    clerk.click(ACTION)
    clerk.wait(lambda: application.window)
    assert clerk.window.workspace.path == tmp_path / "决算资料" / "朝天区科协.jsxh"
    assert (tmp_path / "决算资料" / FOLDER / "本单位" / "pack.toml").is_file()
    assert on_a_stick.read_bytes() == before
    assert clerk.sees("从现在起改的是这一份")


def test_data_beside_a_program_on_a_stick_is_opened_with_a_reminder(
    application: Application,
    clerk: Clerk,
    on_a_stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(disks, "__file__", str(on_a_stick.parent / "disks.py"))
    application.open_or_tell(on_a_stick)
    application.root.update()
    assert clerk.window.workspace.path == on_a_stick
    assert clerk.sees("关了程序再拔")
