"""年度总体目标 side by side, what was expected and what was done, one numbered row a goal."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial
from tkinter import font as tkfont

from jsxh_desktop.app.check_marks import note
from jsxh_desktop.app.goal_pasting import pasted
from jsxh_desktop.app.text_list import between, split
from jsxh_desktop.domain.change import Moved, Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.clipboard_text import clipboard_text
from jsxh_desktop.ui.goal_row import SIDES, GoalRow
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import topic_in

PAD, GAP = 5, 4
HEADS = ("年度总体目标 — 预期", "年度总体目标 — 实际完成")
EMPTY = "还没有目标。照年初批复的绩效目标，一条一条写"


class GoalsView:
    """The goals of one project, or of none; no taller than `fit` allows, the rest is scrolled to.

    `most` characters may say what was done; 0 where the form does not count them.
    """

    def __init__(
        self, parent: tk.Misc, shell: Shell, on: Callable[[], object], *, most: int = 0
    ) -> None:
        self._shell, self._theme, self._on = shell, shell.theme, on
        self._most = most
        self._project: int | None = None
        self._goals: tuple[Goal, ...] = ()
        self.rows: list[GoalRow] = []
        self._most_rows = 0
        self.widget = pieces.frame(shell.theme, parent)
        self._build()

    def show(self, project: int | None, goals: Sequence[Goal]) -> None:
        """Bring the rows in line; one that is typed in keeps its caret."""
        self._project, self._goals = project, tuple(goals)
        held = {row.key: row for row in self.rows}
        self.rows = [
            held.pop(goal.id) if goal.id in held else self._make(goal.id) for goal in goals
        ]
        for gone in held.values():
            gone.area.destroy()
        workspace = self._shell.workspace
        for place, row in enumerate(self.rows):
            row.area.pack_forget()
            row.area.pack(fill="x", pady=(0, self._theme.px(GAP)))
            texts = [workspace.text(Place(entry, row.key)) for entry in SIDES]
            marks = [note(workspace, Place(entry, row.key)) for entry in SIDES]
            row.show(place, len(self.rows), texts, marks)
        self._count()
        self._show_empty()
        self._fit()

    def show_place(self, place: Place) -> bool:
        """Put the caret into a text; whether it is of a goal shown here."""
        for row in self.rows:
            if row.key == place.key and place.entry in SIDES:
                self._focus(row, place.entry)
                return True
        return False

    def focus_first(self) -> None:
        if self.rows:
            self._focus(self.rows[0], Goal.expected)
        else:
            self._add.focus_set()

    def flush(self) -> None:
        for row in self.rows:
            for each in row.inputs.values():
                each.leave()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        fields = ((side, row.inputs[side].widget) for row in self.rows for side in SIDES)
        return topic_in(self.widget, fields)

    def fit(self, rows: int) -> None:
        """Be at most as high as so many rows of one line."""
        self._most_rows = rows
        self._fit()

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        head = pieces.frame(theme, self.widget)
        head.pack(fill="x")
        self.counts: dict[Entry[str], tk.Label] = {}
        for column, (entry, name) in enumerate(zip(SIDES, HEADS, strict=True)):
            head.columnconfigure(column, weight=1, uniform="side")
            cell = pieces.frame(theme, head)
            cell.grid(row=0, column=column, sticky="ew", padx=(px(12) if column else 0, 0))
            pieces.label(theme, cell, name, font="small_strong").pack(side="left")
            if column == 0:
                self._add = pieces.link(theme, cell, "＋ 加一条目标", self.add)
                self._add.pack(side="left", padx=px(16))
            self.counts[entry] = pieces.label(theme, cell, "", "text3", "small")
            self.counts[entry].pack(side="right")
        self._view = pieces.frame(theme, self.widget)
        self._view.pack_propagate(False)
        self._view.pack(fill="x", pady=(px(4), 0))
        self._scrolled = scrolled(self._view)
        self._scrolled.pack(fill="both", expand=True)
        self._list = pieces.frame(theme, self._scrolled)
        self._list.pack(fill="x")
        self._list.bind("<Configure>", lambda _event: self._fit())
        self._empty = pieces.label(theme, self._list, EMPTY, "text3", "small", anchor="w")

    def _make(self, key: int) -> GoalRow:
        row = GoalRow(
            self._theme, self._list, key, {side: self._reactions(key, side) for side in SIDES}
        )
        row.on_move(partial(self._move, row))
        row.on_remove(partial(self._remove, row))
        row.on_paste(partial(self._paste, row))
        return row

    def _reactions(self, key: int, side: Entry[str]) -> Reactions:
        place, workspace = Place(side, key), self._shell.workspace
        return Reactions(
            typed=partial(self._typed, place),
            left=partial(workspace.leave, place),
            entered=partial(workspace.exact_text, place),
            walk=partial(self._walk, place),
        )

    def add(self) -> None:
        """One more goal, to be written at once."""
        self.flush()
        key = self._shell.workspace.add(Goal(project=self._project))
        if key is not None:
            self.show_place(Place(Goal.expected, key))

    def _typed(self, place: Place, text: str) -> None:
        self._shell.workspace.typing(place, text)
        self._count()

    def _count(self) -> None:
        """How long each side is now, while it is typed."""
        for entry, label in self.counts.items():
            count = sum(len(row.inputs[entry].text) for row in self.rows)
            most = self._most if entry is Goal.done else 0
            label.configure(
                text=f"{count} / {most} 字" if most else f"{count} 字",
                foreground=self._theme.palette["warn" if most and count > most else "text3"],
            )

    def _walk(self, here: Place, by: int) -> None:
        """From the expected to the done of a goal, on to the next, and out at the ends."""
        order = [Place(side, row.key) for row in self.rows for side in SIDES]
        place = order.index(here) + by
        if 0 <= place < len(order):
            self.show_place(order[place])
        elif by > 0:
            self._on()
        else:
            self._add.focus_set()

    def _move(self, row: GoalRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            keys = [goal.id for goal in self._shell.workspace.filing.goals]
            at = keys.index(self.rows[place].key)
            self._shell.workspace.apply("移动年度总体目标", [Moved(Goal, row.key, at)])

    def _remove(self, row: GoalRow) -> None:
        """A goal goes; the caret goes on in the one that takes its place."""
        place = self.rows.index(row)
        title = f"删除目标 {place + 1}"
        self._shell.workspace.apply(title, [Removed(Goal, row.key)])
        self._shell.tell(f"已{title}", "撤销", self._shell.do["undo"])
        if self.rows:
            self._focus(self.rows[min(place, len(self.rows) - 1)], Goal.expected)
        else:
            self._add.focus_set()

    def _paste(self, row: GoalRow, side: Entry[str]) -> str:
        """Several lines become several goals; one line is pasted as anywhere."""
        field, place = row.inputs[side], self.rows.index(row)
        lines = split(clipboard_text(field.box))
        if len(lines) < 2:
            return field.paste()
        lines = between(*field.around_caret(), lines)
        field.put(lines[0])
        step = pasted(self._shell.workspace.filing, side, row.key, lines)
        self._shell.workspace.apply(step.title, step.changes)
        self._focus(self.rows[min(place + len(lines), len(self.rows)) - 1], side)
        self._shell.tell(f"已{step.title}", "撤销", self._shell.do["undo"])
        return "break"

    def _focus(self, row: GoalRow, entry: Entry[str]) -> None:
        row.inputs[entry].focus()
        reveal(self._scrolled, row.area, margin=self._theme.px(4))

    def _show_empty(self) -> None:
        if self.rows:
            self._empty.pack_forget()
        else:
            self._empty.pack(fill="x", pady=self._theme.px(6))

    def _fit(self) -> None:
        wanted = self._list.winfo_reqheight()
        height = min(wanted, self._most_rows * self._row_height()) if self._most_rows else wanted
        self._view.configure(height=max(1, height))
        if height < wanted:
            self._scrolled.show_scrollbars()
        else:
            self._scrolled.hide_scrollbars()

    def _row_height(self) -> int:
        """A goal of one line, its padding and edge, and the gap below it."""
        px = self._theme.px
        line = tkfont.nametofont(self._theme.font("body"), root=self.widget).metrics("linespace")
        return int(line) + px(2 * PAD + 2) + 2 * max(1, px(1)) + px(GAP)
