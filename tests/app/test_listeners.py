"""Who hears of a change: all in turn, each once however much changed."""

from __future__ import annotations

from jsxh_desktop.app.listeners import Listeners


def test_all_hear_of_a_change_until_they_stop_listening() -> None:
    listeners, heard = Listeners(), list[str]()
    stop = listeners.add(lambda: heard.append("first"))
    listeners.add(lambda: heard.append("second"))
    listeners.tell()
    stop()
    listeners.tell()
    assert heard == ["first", "second", "second"]


def test_many_changes_are_heard_of_once_when_all_are_made() -> None:
    listeners, heard, changes = Listeners(), list[int](), list[int]()
    listeners.add(lambda: heard.append(len(changes)))
    with listeners.once():
        for change in range(3):
            changes.append(change)
            with listeners.once():
                listeners.tell()
    assert heard == [3]


def test_nothing_is_heard_where_nothing_changed() -> None:
    listeners, heard = Listeners(), list[int]()
    listeners.add(lambda: heard.append(1))
    with listeners.once():
        pass
    assert not heard
