"""The hands and eyes of a clerk: keys, the clipboard, the mouse on what can be seen."""

from __future__ import annotations

import time
import tkinter as tk
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window

KEYS = {".": "period", "-": "minus", ",": "comma", " ": "space"}
WORDS = {"Label", "TButton"}
PATIENCE, BLINK = 400, 0.1  # looks, and seconds from one to the next

Rows = Sequence[Sequence[str]]


class Clerk:
    """Does at the window what a person can do there, and nothing else of the program."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._root: tk.Tk = application.root

    @property
    def window(self) -> Window:
        """The frame with the open workbook, to be looked at."""
        assert self._application.window
        return self._application.window

    def look(self) -> None:
        """Let the window paint what is new."""
        self._root.update()

    def wait(self, so: Callable[[], object]) -> None:
        """Look until something is there."""
        for _ in range(PATIENCE):
            self.look()
            if so():
                return
            time.sleep(BLINK)
        raise AssertionError(f"nothing came of it: {self.words}")

    # Keys.

    def press(self, *keys: str) -> None:
        """Keys where the focus is, one after the other: `<Return>`, `8`."""
        for key in keys:
            self._strike(key)
            self.look()

    def write(self, text: str) -> None:
        """Key by key what the keyboard has, faster than it is painted; anything else at once.

        That is how an input method puts what it has composed.
        """
        if all(sign.isascii() and (sign.isalnum() or sign in KEYS) for sign in text):
            for sign in text:
                self._strike(sign)
            self.look()
            return
        box: Any = self._root.nametowidget(self._focus)
        if box.tag_ranges("sel") if isinstance(box, tk.Text) else box.selection_present():
            box.delete("sel.first", "sel.last")
        box.insert("insert", text)
        self.look()

    def paste(self, copied: str | Rows) -> None:
        """Ctrl+V of a text, or of rows as a spreadsheet puts them on the clipboard."""
        text = copied if isinstance(copied, str) else "".join(map(_line, copied))
        self._root.clipboard_clear()
        self._root.clipboard_append(text)
        self.press("<Control-v>")

    def fill(self, text: str) -> None:
        """The field the focus is in, whatever it is, and Enter to go on; a blank is passed by."""
        field = self._root.nametowidget(self._focus)
        if not text:
            pass
        elif isinstance(field, tk.Text):
            self.press("<Control-a>")
            self.paste(text)
        elif isinstance(field, tk.Canvas):  # terms side by side
            for term, *_ in list(_drawn(field)):
                self._strike("<Right>")
                if term == text:
                    break
        else:
            self.write(text)
        self.press("<Return>")

    def fill_all(self, texts: Iterable[str]) -> None:
        """Field after field, up to the last there is something for."""
        wanted = list(texts)
        while wanted and not wanted[-1]:
            wanted.pop()
        for text in wanted:
            self.fill(text)

    def turn_page(self) -> None:
        """On to the next page of the filing."""
        self.press("<Control-Next>")

    def choose_year(self, number: int) -> None:
        """A line of the list of years, which is two zones before the desk."""
        self.press("<Shift-F6>", "<Shift-F6>", "<Down>", *["<Down>"] * number, "<Return>")

    def go_home(self) -> None:
        """The little house before the list of years."""
        self.press("<Shift-F6>", "<Shift-F6>", "<Shift-Tab>", "<Return>")

    def jump(self, words: str) -> None:
        """Ctrl+K, a few letters, Enter."""
        self.press("<Control-k>")
        self.write(words)
        self.press("<Return>")

    def _strike(self, key: str) -> None:
        event = key if key.startswith("<") else f"<Key-{KEYS.get(key, key)}>"
        self._root.tk.call("event", "generate", self._focus, event)

    # The mouse.

    def click(self, words: str) -> None:
        """On a button, a link, a tab, a line of the navigation: whatever has these words."""
        widget, x, y = self._found(words)
        for event in ("<Enter>", "<Button-1>", "<ButtonRelease-1>", "<Leave>"):
            if widget.winfo_exists():
                widget.event_generate(event, x=x, y=y)
        self.look()

    # The eyes.

    @property
    def words(self) -> list[str]:
        """What can be read in the window, but for cells and fields."""
        return [words for words, *_ in self._seen()]

    def sees(self, words: str) -> bool:
        return any(words in each for each in self.words)

    @property
    def _focus(self) -> str:
        return str(self._root.tk.call("focus"))

    def _found(self, words: str) -> tuple[tk.Misc, int, int]:
        """Where words stand that nothing covers and nothing cuts off; the very words first."""
        seen = list(self._seen())
        for fits in (str.__eq__, str.startswith):
            for each, widget, x, y in seen:
                on_screen = widget.winfo_rootx() + x, widget.winfo_rooty() + y
                if fits(each, words) and self._root.winfo_containing(*on_screen) is widget:
                    return widget, x, y
        raise AssertionError(f"{words} is not to be seen in {[each for each, *_ in seen]}")

    def _seen(self) -> Iterator[tuple[str, tk.Misc, int, int]]:
        """Words and where they are: widget, x, y."""
        below: list[Any] = [self._root]
        while below:
            widget = below.pop()
            if not widget.winfo_viewable():
                continue
            below += reversed(widget.winfo_children())
            if widget.winfo_class() in WORDS and widget["text"]:
                yield str(widget["text"]), widget, widget.winfo_width() // 2, 5
            elif widget.winfo_class() == "Canvas":
                yield from _drawn(widget)


def _drawn(canvas: tk.Canvas) -> Iterator[tuple[str, tk.Misc, int, int]]:
    for item in canvas.find_all():
        if str(canvas.type(item)) == "text" and canvas.itemcget(item, "state") != "hidden":
            x, y = canvas.coords(item)
            left, top = canvas.canvasx(0), canvas.canvasy(0)
            yield str(canvas.itemcget(item, "text")), canvas, int(x - left), int(y - top)


def _line(cells: Sequence[str]) -> str:
    return "\t".join(cells) + "\r\n"
