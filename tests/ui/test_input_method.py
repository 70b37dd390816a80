"""What the environment must say before Tk asks for an input method."""

from __future__ import annotations

import locale
from collections.abc import Iterator

import pytest

from jsxh_desktop.ui import input_method
from jsxh_desktop.ui.input_method import prepare


@pytest.fixture(autouse=True)
def locale_of_before() -> Iterator[None]:
    before = locale.setlocale(locale.LC_CTYPE)
    yield
    locale.setlocale(locale.LC_CTYPE, before)


def test_an_input_method_is_asked_for_where_nobody_named_one() -> None:
    environ = {"LANG": "zh_CN.UTF-8"}
    prepare(environ)
    assert environ["XMODIFIERS"].startswith("@im=")


def test_what_the_desktop_says_is_left_alone() -> None:
    environ = {"LANG": "zh_CN.UTF-8", "XMODIFIERS": "@im=ibus"}
    prepare(environ)
    assert environ == {"LANG": "zh_CN.UTF-8", "XMODIFIERS": "@im=ibus"}


def test_a_locale_that_would_lose_the_text_is_put_right() -> None:
    environ = {"LC_ALL": "C"}
    prepare(environ)
    assert environ["LC_ALL"] == "C.UTF-8"


def test_a_locale_this_computer_lacks_is_spoken_as_plain_utf8_and_left_in_the_environment() -> None:
    environ = {"LC_ALL": "zh_CN.UTF-8"}
    prepare(environ)
    assert environ["LC_ALL"] == "zh_CN.UTF-8"
    assert "UTF-8" in locale.setlocale(locale.LC_CTYPE)


def test_a_computer_without_any_locale_opens_the_window_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(input_method, "UTF8", "xx_XX.UTF-8")
    prepare({"LC_ALL": "C"})
    assert locale.setlocale(locale.LC_CTYPE)
