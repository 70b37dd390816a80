"""The search box tells what can be found and by which key, as far as it has room."""

from __future__ import annotations

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.search_box import HINT, KEY, SHORTLY, SearchBox
from tests.ui.room import room


@pytest.mark.parametrize(
    ("width", "narrow", "said"),
    [(400, False, [HINT, KEY]), (120, True, [SHORTLY, KEY]), (60, True, [SHORTLY])],
)
def test_in_little_room_the_key_gives_way_to_what_is_found(
    application: Application, width: int, *, narrow: bool, said: list[str]
) -> None:
    area = room(application.root, width)
    box = SearchBox(application.theme, area, lambda: None)
    box.widget.pack(fill="x")
    box.fit(narrow=narrow)
    application.root.update()
    texts = [item for item in box.widget.find_all() if str(box.widget.type(item)) == "text"]
    words = [str(box.widget.itemcget(item, "text")) for item in texts]
    edges = [box.widget.bbox(item) for item in texts]
    area.destroy()
    assert words == said
    assert all(right <= width for _, _, right, _ in edges)
    assert len(edges) < 2 or edges[0][2] <= edges[1][0]
