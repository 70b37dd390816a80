"""Writes into the window as an input method does: a character at once, twenty a second."""

from __future__ import annotations

import random
from collections.abc import Callable

from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.window import Window
from tests.trials.spots import SPOTS, focused_text, go, press

PAUSE = 50  # ms
LONGEST = 25  # characters at one spot
LEAVING = ("<Return>", "<Tab>", "<Control-Next>", "")
"""How a field is left; "" goes straight to the next one."""


class Robot:
    """Goes from spot to spot and writes a little at each; `watch` and `soon` are told before."""

    def __init__(
        self,
        window: Window,
        watch: Callable[[Place | None], object],
        soon: Callable[[], object],
        chance: random.Random,
    ) -> None:
        self._window, self._watch, self._soon, self._chance = window, watch, soon, chance
        self._left = 0
        self._writes = ""

    def start(self) -> None:
        """Begin as soon as the window stands, and go on for ever."""
        self._window.root.after(PAUSE, self._step)

    def _step(self) -> None:
        if self._left:
            self._left -= 1
            self._write(self._chance.choice(self._writes))
        else:
            self._move()
        self._window.root.after(PAUSE, self._step)  # now, as to move on means to wait

    def _move(self) -> None:
        """Leave the field one way or another, go to another one."""
        chance = self._chance
        self._watch(None)
        key = chance.choice(LEAVING)
        if key and self._writes:
            press(self._window.root, key)
            self._window.root.update()
        spot = SPOTS[chance.choice(tuple(SPOTS))]
        place = go(self._window, spot, chance)
        self._writes, self._left = spot.writes, chance.randint(1, LONGEST)
        self._watch(place)

    def _write(self, character: str) -> None:
        """As the binding of a key does that an input method has made a character of."""
        field = focused_text(self._window.root)
        assert field is not None
        is_text = field.winfo_class() == "Text"
        insert = "tk::TextInsert" if is_text else "ttk::entry::Insert"
        field.tk.call(insert, field, character)
        self._soon()
