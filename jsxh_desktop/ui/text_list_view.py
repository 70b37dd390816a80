"""An ordered list of growing texts: Enter adds one, Alt+↑ and Alt+↓ move, Backspace removes."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

from jsxh_desktop.app import coming, text_list
from jsxh_desktop.app.check_marks import note, unread
from jsxh_desktop.app.step import Step
from jsxh_desktop.app.text_list import TextList
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.clipboard_text import clipboard_text
from jsxh_desktop.ui.column import column
from jsxh_desktop.ui.pause import Pause
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.text_row import TextRow
from jsxh_desktop.ui.topic import topic_in
from jsxh_desktop.ui.wrapped_label import WrappedLabel

NEW = 0
"""The key of a text that is not in the list yet: it comes into it when something is written."""
KEYS = "Enter 加一条　Ctrl+Enter 换行　Alt+↑ Alt+↓ 移动　空的一条按 Backspace 删去"
WIDEST = 1100
UP, DOWN, AWAY = "↑", "↓", "×"


class TextListView:
    """The rows of one list; an empty one says what belongs here."""

    def __init__(self, parent: tk.Misc, shell: Shell, texts: TextList) -> None:
        self._shell, self._theme, self._texts = shell, shell.theme, texts
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self._rows: list[TextRow] = []
        self._new_at: int | None = None
        self._waiting = False
        self._scrolled = scrolled(self.widget)
        self._pause = Pause(self.widget, self._paused)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Bring the rows in line; one that is typed in keeps its caret."""
        if self._waiting:
            return
        found = text_list.records(self._shell.workspace.filing, self._texts)
        keys = [record.id for record in found]
        if self._new_at is not None:
            keys.insert(self._new_at, NEW)
        held = {row.key: row for row in self._rows}
        known = set(held)
        self._rows = [held.pop(key) if key in held else self._make(key) for key in keys]
        for gone in held.values():
            gone.area.destroy()
        if any(row.key not in known for row in self._rows):
            self._scrolled.enable_scrolling()  # the wheel reaches only what it was told of
        for place, row in enumerate(self._rows):
            row.area.lift()  # Tab follows the order of the widgets
            row.area.grid(row=place, column=0, sticky="ew", pady=(0, self._theme.px(8)))
            self._show(row, place)
        self._show_empty()

    def show_place(self, place: Place) -> bool:
        """Put the caret into a text; whether it belongs to this list."""
        for row in self._rows:
            if row.key == place.key:
                self._focus(row)
        return place.entry is self._texts.text

    def focus_first(self) -> None:
        if self._rows:
            self._focus(self._rows[0])
        else:
            self._begin_button.focus_set()

    def flush(self) -> None:
        """Leave every text; one that was emptied goes."""
        for row in tuple(self._rows):
            if row.key != NEW and not row.input.text.strip():
                self._remove(row)
            else:
                row.input.leave()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        return topic_in(self.widget, [(self._texts.text, self._list)])

    def take_over(self) -> None:
        """Put last year's texts behind these."""
        self.flush()
        step = text_list.from_last_year(self._shell.workspace.filing, self._texts)
        if step and self._apply(step):
            old = text_list.speak_of_earlier(step, self._shell.workspace.year)
            said = f"，其中 {old} 项写着以前的年份，核对一下" if old else ""
            self._shell.tell(f"已{step.title}{said}")
        elif not step:
            self._shell.tell("上年写的都已经在这里了")

    def begin(self, position: int = 0) -> None:
        """Open a row to write a new text in."""
        if self._new_at is None:
            self._new_at = position
            self.refresh()
        self._focus(next(row for row in self._rows if row.key == NEW))

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._scrolled.pack(fill="both", expand=True)
        body = pieces.frame(theme, self._scrolled)
        body.pack(fill="both", expand=True, padx=(px(12), px(20)), pady=(px(12), 0))
        area = column(theme, body, WIDEST)
        self._list = pieces.frame(theme, area)
        self._list.columnconfigure(0, weight=1)
        self._list.pack(fill="x")
        self._foot = pieces.frame(theme, area)
        self._add = pieces.link(theme, self._foot, "＋ 加一条", self._add_last, "body")
        self._add.pack(side="left", padx=(px(32), px(20)))
        keys = WrappedLabel(theme, self._foot, KEYS, "text3", "small").widget
        keys.pack(side="left", fill="x", expand=True)
        self._empty = pieces.frame(theme, self.widget)
        pieces.icon(theme, self._empty, "card-list", 32, "text3").pack()
        pieces.label(theme, self._empty, self._texts.empty, "text2").pack(pady=px(12))
        self._begin_button = pieces.button(self._empty, "写第一条", self.begin, "pencil")
        self._begin_button.pack()

    def _make(self, key: int) -> TextRow:
        made: TextRow

        def bound(do: Callable[[TextRow], object]) -> Callable[..., object]:
            return lambda *_: do(made)

        react = Reactions(
            typed=lambda text: self._typed(made, text),
            left=lambda text: self._left(made, text),
            entered=lambda: made.input.text,
            walk=lambda _by: None,  # Enter adds, Tab goes on
        )
        made = TextRow(self._theme, self._list, key, react)
        made.add_sign(UP, "上移　Alt+↑", bound(partial(self._move, by=-1)))
        made.add_sign(DOWN, "下移　Alt+↓", bound(partial(self._move, by=1)))
        made.add_sign(AWAY, "删去这一条", bound(self._remove))
        for event, do in (
            ("<Return>", self._enter),
            ("<KP_Enter>", self._enter),
            ("<BackSpace>", self._backspace),
            ("<Alt-Up>", partial(self._move, by=-1)),
            ("<Alt-Down>", partial(self._move, by=1)),
            ("<<Paste>>", self._paste),
        ):
            made.input.box.bind(event, bound(do))
        return made

    def _show(self, row: TextRow, place: int) -> None:
        workspace = self._shell.workspace
        idle = (UP,) * (place == 0) + (DOWN,) * (place == len(self._rows) - 1)
        if row.key == NEW:
            row.show(place, row.input.text, unread(workspace.trouble), idle=(UP, DOWN))
            return
        held = Place(self._texts.text, row.key)
        row.show(place, workspace.text(held), note(workspace, held), idle=idle)

    def _show_empty(self) -> None:
        if self._rows:
            self._empty.place_forget()
            self._foot.pack(fill="x", pady=(0, self._theme.px(16)))
        else:
            self._foot.pack_forget()
            self._empty.place(relx=0.5, rely=0.42, anchor="center")

    # What a row does.

    def _typed(self, row: TextRow, text: str) -> None:
        if row.key == NEW:
            coming.typing(self._shell.workspace, self._texts.text, text, {})
            self._pause.begin()
        else:
            self._shell.workspace.typing(Place(self._texts.text, row.key), text)

    def _paused(self) -> None:
        """A new text is kept once the clerk pauses, so that a crash cannot take it."""
        for row in self._rows:
            if row.key == NEW and row.input.text == row.input.text.strip() != "":
                row.input.leave()

    def _left(self, row: TextRow, typed: str) -> None:
        """What is written comes into the list; a blank goes, unless the caret is still there."""
        workspace, texts = self._shell.workspace, self._texts
        if typed.strip() and row.key == NEW:
            self._write(row, (typed.strip(),))
        elif typed.strip():
            title = text_list.title_of(workspace.filing, texts, row.key)
            workspace.leave(Place(texts.text, row.key), typed, title)
        elif not row.input.has_focus:
            self._remove(row)

    def _write(self, row: TextRow, lines: tuple[str, ...]) -> None:
        """New texts come into the list; the row they were written in is the first one's."""
        place = self._rows.index(row)
        self._waiting = True  # the row has to know its record before it is shown anew
        keys = self._apply(text_list.added(self._texts, lines, place))
        self._waiting = False
        if keys:
            row.key, self._new_at = keys[0], None
            row.input.put(lines[0])
        self.refresh()

    def _enter(self, row: TextRow) -> str:
        """On to a new text below; a blank one waits for its words."""
        if row.input.text.strip():
            row.input.leave()
            self.begin(self._rows.index(row) + 1)
        return "break"

    def _add_last(self) -> None:
        self.flush()
        self.begin(len(self._rows))

    def _remove(self, row: TextRow) -> None:
        """Take a text out; the caret goes on in the one above."""
        place, focused = self._rows.index(row), row.input.has_focus
        if row.key == NEW:
            self._new_at = None
            self.refresh()
        else:
            self._apply(text_list.removed(self._shell.workspace.filing, self._texts, row.key))
        if focused and self._rows:
            self._focus(self._rows[max(0, place - 1)], "end-1c")
        elif focused:
            self._begin_button.focus_set()

    def _backspace(self, row: TextRow) -> str | None:
        if row.input.text:
            return None
        self._remove(row)
        return "break"

    def _move(self, row: TextRow, by: int) -> str:
        row.input.leave()
        filing = self._shell.workspace.filing
        step = text_list.moved(filing, self._texts, row.key, by) if row.key != NEW else None
        if step and self._apply(step) is not None:
            self._focus(row)
        return "break"

    def _paste(self, row: TextRow) -> str:
        """Several lines become several texts; one line is pasted as anywhere."""
        lines = text_list.split(clipboard_text(row.input.box))
        if len(lines) < 2:
            return row.input.paste()
        place = self._rows.index(row)
        lines = text_list.between(*row.input.around_caret(), lines)
        if row.key == NEW:
            self._write(row, lines)
        else:
            row.input.put(lines[0])
            filing = self._shell.workspace.filing
            self._apply(text_list.pasted(filing, self._texts, row.key, lines))
        self._focus(self._rows[min(place + len(lines), len(self._rows)) - 1], "end-1c")
        self._shell.tell(f"已粘贴 {len(lines)} 项{self._texts.noun}")
        return "break"

    def _apply(self, step: Step) -> tuple[int, ...] | None:
        """Do a step; the ids of what came into the list, None where it could not be done."""
        workspace = self._shell.workspace
        try:
            keys = workspace.apply(step.title, step.changes)
        except ValueError as slip:
            self._shell.tell(str(slip))
            return None
        return None if workspace.trouble else keys

    def _focus(self, row: TextRow, at: str = "") -> None:
        row.input.focus()
        if at:
            row.input.box.mark_set("insert", at)
        reveal(self._scrolled, row.area)
