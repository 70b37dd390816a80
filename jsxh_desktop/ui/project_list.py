"""All projects of the year: what each has, spent and scores, and what its sheet still wants."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import Literal

import ttkbootstrap as ttk

from jsxh_desktop.app.evaluation_model import DONE, ProjectRow, project_rows
from jsxh_desktop.app.evaluation_steps import copied, project_at
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.domain.change import Moved, Removed
from jsxh_desktop.domain.project import Project
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.listing import listing
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell

LEAST = 120
COLUMNS: dict[str, tuple[str, int, Literal["w", "e"]]] = {
    "number": ("", 40, "e"),
    "name": ("项目名称", LEAST, "w"),
    "code": ("项目编码", 190, "w"),
    "budget": ("全年预算数", 104, "e"),
    "spent": ("全年执行数", 104, "e"),
    "rate": ("执行率", 84, "e"),
    "score": ("得分", 84, "e"),
    "state": ("　填写情况", 172, "w"),
}
NAMELESS = "（还没有名称）"
KEYS = "Enter 打开　Alt+↑ Alt+↓ 移动　Alt+Delete 删除"
EMPTY = "还没有项目。有项目支出的，每个项目填一张自评表"


class ProjectList:
    """A list to choose from; `open_` is called with the id of a project."""

    def __init__(self, parent: tk.Misc, shell: Shell, open_: Callable[[int], object]) -> None:
        self._shell, self._theme, self._open = shell, shell.theme, open_
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self.head = PageHead(
            shell.theme,
            self.widget,
            BY_KEY["projects"].title,
            actions=(
                ("加一个项目", "plus-lg", self._add),
                ("打开", "pencil-square", self._enter),
                ("复制", "copy", self._copy),
                ("删除", "trash", self._remove),
            ),
        )
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Bring the rows in line; the chosen one stays chosen."""
        workspace = self._shell.workspace
        sheet = workspace.pack.sheet
        rows = project_rows(workspace.filing, sheet, workspace.unit)
        chosen = self._chosen()
        self.tree.delete(*self.tree.get_children())
        for number, row in enumerate(rows, 1):
            self.tree.insert("", "end", str(row.key), values=_cells(number, row))
        left_out = set() if sheet.scheme.scored else {"score"}
        left_out |= set() if any(row.code for row in rows) else {"code"}
        self.tree.configure(displaycolumns=[name for name in COLUMNS if name not in left_out])
        self._fit()
        done = sum(row.state == DONE for row in rows)
        self.head.say(f"{len(rows)} 个项目，{done} 个填好了　·　单位：{workspace.unit}")
        for place in range(1, 4):
            self.head.offer(place, offered=bool(rows))
        self._mark(chosen or (rows[0].key if rows else 0))
        if rows:
            self._empty.place_forget()
        else:
            self._empty.place(relx=0.5, rely=0.42, anchor="center")
            self._empty.lift()

    def select(self, key: int) -> bool:
        """Choose a project and put the focus on it; whether it is here."""
        self.tree.focus_set()
        return self._mark(key)

    def focus_first(self) -> None:
        if self.tree.get_children():
            self.tree.focus_set()
        else:
            self._first.focus_set()

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        area = pieces.card(theme, self.widget)
        area.pack(fill="both", expand=True, padx=px(20))
        self.tree = listing(theme, area, columns=tuple(COLUMNS), show="headings")
        for name, (title, width, side) in COLUMNS.items():
            self.tree.heading(name, text=title, anchor=side)
            self.tree.column(name, width=theme.row(width), anchor=side, stretch=False)
        bar = ttk.Scrollbar(area, orient="vertical", command=self.tree.yview, bootstyle="round")
        self.tree.configure(yscrollcommand=bar.set)
        self.tree.pack(side="left", fill="both", expand=True)
        self.tree.bind("<Configure>", lambda _event: self._fit())
        self._bar = bar
        foot = pieces.frame(theme, self.widget)
        foot.pack(fill="x", padx=px(20), pady=px(6))
        for words, by in (("↑ 上移", -1), ("↓ 下移", 1)):
            pieces.link(theme, foot, words, partial(self._move, by)).pack(
                side="left", padx=(0, px(16))
            )
        recycled = pieces.link(theme, foot, "回收站", lambda: self._shell.go("recycled"))
        recycled.pack(side="left")
        pieces.label(theme, foot, KEYS, "text3", "small").pack(side="right")
        self._empty = pieces.frame(theme, self.widget)
        pieces.icon(theme, self._empty, "clipboard-data", 32, "text3").pack()
        pieces.label(theme, self._empty, EMPTY, "text2").pack(pady=px(12))
        self._first = pieces.button(self._empty, "加一个项目", self._add, "plus-lg")
        self._first.pack()
        for event, do in (
            ("<Return>", self._enter),
            ("<Double-1>", self._enter),
            ("<Alt-Up>", lambda: self._move(-1)),
            ("<Alt-Down>", lambda: self._move(1)),
            ("<Alt-Insert>", self._add),
            ("<Alt-Delete>", self._remove),
        ):
            self.tree.bind(event, _calling(do))

    def _fit(self) -> None:
        """The name has what the others leave; a bar only where there is something to scroll to."""
        shown = self.tree["displaycolumns"]
        others = sum(self._theme.row(COLUMNS[name][1]) for name in shown if name != "name")
        room = self.tree.winfo_width() - others
        self.tree.column("name", width=max(self._theme.row(LEAST), room))
        if self.tree.yview() == (0.0, 1.0):
            self._bar.pack_forget()
        else:
            self._bar.pack(side="right", fill="y", before=self.tree)

    def _chosen(self) -> int:
        focus = self.tree.focus()
        return int(focus) if focus else 0

    def _mark(self, key: int) -> bool:
        item = str(key)
        if not self.tree.exists(item):
            return False
        self.tree.selection_set(item)
        self.tree.focus(item)
        self.tree.see(item)
        return True

    def _enter(self) -> None:
        if key := self._chosen():
            self._open(key)

    def _add(self) -> None:
        key = self._shell.workspace.add(Project())
        if key is not None:
            self._open(key)

    def _copy(self) -> None:
        workspace, key = self._shell.workspace, self._chosen()
        if not key:
            return
        keys = workspace.apply(f"复制{_quoted(self._named(key))}", copied(workspace.filing, key))
        if keys:
            self.select(keys[0])
            self._shell.tell(f"已复制{_quoted(self._named(key))}", "撤销", self._shell.do["undo"])

    def _remove(self) -> None:
        """Never asked, always to be undone; the money stays on its lines."""
        workspace, key = self._shell.workspace, self._chosen()
        if not key:
            return
        said = f"删除{_quoted(self._named(key))}"
        after = self.tree.next(str(key)) or self.tree.prev(str(key))
        workspace.apply(said, [Removed(Project, key)])
        if not workspace.trouble:
            self.select(int(after) if after else 0)
            self._shell.tell(f"已{said}", "撤销", self._shell.do["undo"])

    def _move(self, by: int) -> None:
        workspace, key = self._shell.workspace, self._chosen()
        keys = [project.id for project in workspace.filing.projects]
        if key in keys and 0 <= keys.index(key) + by < len(keys):
            title = f"移动{_quoted(self._named(key))}"
            workspace.apply(title, [Moved(Project, key, keys.index(key) + by)])

    def _named(self, key: int) -> str:
        project = project_at(self._shell.workspace.filing, key)
        return project.name if project and project.name else "没有名称的项目"


def _cells(number: int, row: ProjectRow) -> tuple[str, ...]:
    return (
        f"{number}",
        row.name or NAMELESS,
        row.code or "—",
        row.budget,
        row.spent,
        row.rate,
        row.score,
        f"　{'✓ ' if row.state == DONE else ''}{row.state}",
    )


def _quoted(name: str) -> str:
    return f"“{name}”"


def _calling(do: Callable[[], object]) -> Callable[[object], str]:
    def call(_event: object) -> str:
        do()
        return "break"

    return call
