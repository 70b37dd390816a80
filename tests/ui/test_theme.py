"""What the generated theme gets wrong is put right, in each of its looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jsxh_desktop.ui.application import Application


@pytest.fixture
def looks(application: Application) -> Iterator[Application]:
    """The program, which has its usual colours again afterwards."""
    yield application
    application.keep(colours="跟随系统")


@pytest.mark.parametrize("colours", ["深色", "浅色"])
@pytest.mark.parametrize("name", ["Vertical.TScrollbar", "Round.Vertical.TScrollbar"])
def test_the_thumb_of_a_scrollbar_is_filled(looks: Application, name: str, colours: str) -> None:
    looks.keep(colours=colours)
    style = looks.root.style
    assert "filled.thumb" in str(style.layout(name))
    assert style.lookup(name, "background") == style.lookup(name, "fieldbackground") != ""
    assert style.map(name, "background") == style.map(name, "fieldbackground")
