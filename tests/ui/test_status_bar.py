"""The line at the bottom says what there is to say in the room it has."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.status_bar import StatusBar
from tests.ui.room import room

FILE = Path("/资料/决算/科协.jsxh")
LONG = "“资料”已经满了，请清理磁盘；正在输入的字要到离开这一格才会保存" * 2

Made = Callable[[int], StatusBar]


@pytest.fixture
def bar(application: Application) -> Iterator[Made]:
    """A line of a width, with a file open."""
    areas: list[tk.Frame] = []

    def make(width: int) -> StatusBar:
        areas.append(room(application.root, width))
        made = StatusBar(application.theme, areas[-1], lambda: None, lambda: None)
        made.widget.pack(fill="x")
        made.count(0, 33)
        made.show_file(FILE)
        application.root.update()
        return made

    yield make
    for area in areas:
        area.destroy()


def words(part: tk.Misc) -> list[str]:
    """What can be read in it; a text wider than its label is none of it."""
    own = []
    if isinstance(part, tk.Label) and part.winfo_ismapped():
        part.update_idletasks()
        is_whole = part.winfo_width() >= part.winfo_reqwidth()
        own = [str(part["text"]).strip() if is_whole else "half a text"]
    return [*own, *(word for child in part.winfo_children() for word in words(child))]


def shown(bar: StatusBar) -> list[str]:
    bar.widget.update()
    return words(bar.widget)


def name(said: list[str]) -> list[str]:
    return [word for word in said if "科协" in word]


def test_the_file_is_named_beside_a_short_message(bar: Made) -> None:
    made = bar(1200)
    made.tell("已撤销")
    said = shown(made)
    assert "已撤销" in said
    assert name(said) == ["科协.jsxh　·　/资料/决算"]


def test_a_long_message_takes_the_room_of_the_name_until_it_goes(bar: Made) -> None:
    made = bar(950)
    made.tell(LONG[: len(LONG) // 2])
    assert not name(shown(made))
    assert LONG[: len(LONG) // 2] in shown(made)
    made.hush()
    assert name(shown(made))


def test_a_message_without_room_is_cut_with_a_sign(bar: Made) -> None:
    made = bar(900)
    made.tell(LONG, "另存副本", lambda: None)
    said = shown(made)
    (cut,) = (word for word in said if word.endswith("…"))
    assert LONG.startswith(cut[:-1])
    assert "另存副本" in said
    assert "half a text" not in said
    assert made.said == LONG


@pytest.mark.parametrize(
    "folder", ["/media/会计/U 盘/决算备份/", "E:\\决算备份\\很长的一个文件夹\\"]
)
def test_a_message_gives_up_the_folders_it_names_first(bar: Made, folder: str) -> None:
    made = bar(950)
    made.tell(f"已复制到“{folder}科协 20261128.jsxh”，核对过，可以安全弹出")
    assert "已复制到“…科协 20261128.jsxh”，核对过，可以安全弹出" in shown(made)


def test_a_name_without_room_is_cut_with_a_sign(bar: Made) -> None:
    made = bar(900)
    made.show_file(Path("/很长的资料" * 20) / "科协.jsxh")
    said = shown(made)
    assert "half a text" not in said
    assert name(said)[0].endswith("…")


def test_what_could_not_be_written_is_named_without_its_folders(bar: Made) -> None:
    made = bar(1200)
    made.trouble(f"磁盘已满，刚才这一步没有写入“{FILE}”，请清理磁盘后再试")
    assert made.saved_words == "磁盘已满，刚才这一步没有写入“科协.jsxh”，请清理磁盘后再试"
    assert not [word for word in name(shown(made)) if "资料" in word]
