"""The settings: each holds as soon as it is chosen; where the data and its backups lie."""

from __future__ import annotations

import datetime
import tkinter as tk
from collections.abc import Callable
from functools import partial

from jsxh_desktop.app import backups, outside_copy
from jsxh_desktop.app.folder_shown import show_folder
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.setting_list import SETTINGS, Setting
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import file_choice, pieces
from jsxh_desktop.ui.choice_strip import ChoiceStrip
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.pack_command import make_package
from jsxh_desktop.ui.pack_list import PackList
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.stick_command import WORDS, copy_to_stick
from jsxh_desktop.ui.wrapped_label import WrappedLabel

LABEL = 132
PACKED = "这一年的数据做成一个小文件，用U盘带给别人，在那里“导入表格”"


class SettingsPage:
    """`workspace` is what a backup is taken of, and `pack` makes a package of; or there is none."""

    def __init__(
        self,
        parent: tk.Misc,
        host: Host,
        go: Callable[[str], object],
        workspace: Workspace | None = None,
        pack: Callable[[], object] | None = None,
    ) -> None:
        self._host, self._theme, self._go = host, host.theme, go
        self._workspace = workspace
        self.packs: PackList | None = None
        self._strips: dict[str, ChoiceStrip] = {}
        self._focusable: dict[str, tk.Misc] = {}
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        actions = (("返回 Esc", "arrow-left", host.back),)
        PageHead(theme, self.widget, "设置", "改了马上起作用", actions)
        self._scrolled = scrolled(self.widget)
        self._scrolled.container.pack(fill="both", expand=True)
        self._grid = pieces.frame(theme, self._scrolled)
        self._grid.pack(fill="both", expand=True, padx=px(20))
        self._grid.columnconfigure(0, minsize=px(LABEL))
        self._grid.columnconfigure(1, weight=1)
        self._row = 0
        self._section("显示")
        for setting in SETTINGS:
            if setting.choices:
                self._build_choice(setting)
        if workspace:
            self._section("模板")
            self._build_packs(workspace)
        self._section("数据和备份")
        self._build_folder()
        self._build_backups()
        if workspace:
            self._build_copy(workspace)
        if pack:
            self._build_file(pack)
        self._section("程序")
        self._build_program()
        self.refresh()

    def refresh(self) -> None:
        for name, strip in self._strips.items():
            strip.select(getattr(self._host.settings, name))
        self._folder.configure(text=str(self._host.settings.data_folder))
        if self.packs:
            self.packs.refresh()
        if self._workspace:
            now = datetime.datetime.now().astimezone()
            said = outside_copy.said_of(self._host.settings, self._workspace, now)
            self._copied.configure(text=said)

    def show_setting(self, name: str) -> None:
        """Put the focus on one line."""
        if name in self._focusable:
            self.widget.update_idletasks()  # where it is has to be known
            self._focusable[name].focus_set()
            reveal(self._scrolled, self._focusable[name])

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self.show_setting(SETTINGS[0].name)

    def flush(self) -> None: ...

    def _section(self, title: str) -> None:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, self._grid, title, font="section").grid(
            row=self._row,
            column=0,
            columnspan=2,
            sticky="w",
            pady=(px(12 if self._row else 0), px(4)),
        )
        pieces.rule(theme, self._grid).grid(
            row=self._row + 1, column=0, columnspan=2, sticky="ew", pady=(0, px(6))
        )
        self._row += 2

    def _line(self, label: str) -> tk.Frame:
        theme, px = self._theme, self._theme.px
        pieces.label(theme, self._grid, label).grid(
            row=self._row, column=0, sticky="ne", padx=(0, px(12)), pady=(px(11), 0)
        )
        line = pieces.frame(theme, self._grid)
        line.grid(row=self._row, column=1, sticky="ew", pady=(px(5), 0))
        self._row += 1
        return line

    def _build_choice(self, setting: Setting) -> None:
        theme, px = self._theme, self._theme.px
        line = self._line(setting.label)
        strip = ChoiceStrip(theme, line, setting.choices, partial(self._choose, setting.name))
        strip.widget.pack(side="left")
        hint = WrappedLabel(theme, line, setting.hint, "text3", "small").widget
        hint.pack(side="left", fill="x", expand=True, padx=px(16))
        self._strips[setting.name] = strip
        self._focusable[setting.name] = strip.widget

    def _build_packs(self, workspace: Workspace) -> None:
        line = self._line(f"{workspace.year} 年度用")
        self.packs = PackList(self._host, line, workspace)
        self.packs.widget.pack(fill="x", pady=(self._theme.px(6), 0))
        self._focusable["pack"] = self.packs.widget

    def _build_folder(self) -> None:
        theme, px = self._theme, self._theme.px
        line = self._line("数据放在")
        self._folder = pieces.label(theme, line, "")
        self._folder.pack(anchor="w", pady=(px(6), px(2)))
        said = "新建的单位放在这里；已有的文件不会跟着搬"
        pieces.label(theme, line, said, "text3", "small").pack(anchor="w")
        buttons = pieces.frame(theme, line)
        buttons.pack(anchor="w", pady=px(8))
        show = pieces.button(buttons, "打开文件夹", self._show_folder, "folder2-open")
        show.pack(side="left")
        other = pieces.button(buttons, "换个位置", self._choose_folder)
        other.pack(side="left", padx=px(8))
        self._focusable["folder"] = other

    def _build_backups(self) -> None:
        theme, px = self._theme, self._theme.px
        line = self._line("备份")
        where = str(backups.folder_of(self._workspace.path)) if self._workspace else ""
        said = "每天第一次打开、改过以后关闭，都自动备份一份"
        if where:
            pieces.label(theme, line, where).pack(anchor="w", pady=(px(6), px(2)))
        pieces.label(theme, line, said, "text3", "small").pack(
            anchor="w", pady=(0 if where else px(8), 0)
        )
        buttons = pieces.frame(theme, line)
        buttons.pack(anchor="w", pady=px(8))
        if self._workspace:
            now = pieces.button(buttons, "现在备份一份", self.back_up, "archive")
            now.pack(side="left", padx=(0, px(8)))
        listed = pieces.button(
            buttons, "看备份，恢复", lambda: self._go("backups"), "clock-history"
        )
        listed.pack(side="left")
        self._focusable["backups"] = listed

    def _build_file(self, pack: Callable[[], object]) -> None:
        """What is done with the open file."""
        theme, px = self._theme, self._theme.px
        buttons = pieces.frame(theme, self._line("这个文件"))
        buttons.pack(anchor="w")
        look = pieces.button(buttons, "检查数据库", lambda: self._go("inspection"), "shield-check")
        away = pieces.button(buttons, "做数据包…", pack, "box-arrow-up")
        pieces.tell_on_hover(away, lambda: PACKED)
        purge = pieces.button(buttons, "彻底清除…", lambda: self._go("purge"), "eraser")
        for press in (look, away, purge):
            press.pack(side="left", padx=(0, px(8)))

    def _build_copy(self, workspace: Workspace) -> None:
        theme, px = self._theme, self._theme.px
        line = self._line("别处的一份")
        self._copied = pieces.label(theme, line, "", "text2", "small")
        self._copied.pack(anchor="w", pady=(px(8), 0))

        def copy() -> None:
            copy_to_stick(self._host, self.widget, workspace, self.refresh)

        press = pieces.button(line, WORDS, copy, "usb-drive")
        press.pack(anchor="w", pady=px(8))
        self._focusable["copy"] = press

    def _build_program(self) -> None:
        line = self._line("关于")
        pieces.button(line, "版本、许可、诊断信息", lambda: self._go("about"), "info-circle").pack(
            side="left", pady=self._theme.px(4)
        )

    def _choose(self, name: str, value: int | str) -> None:
        self._host.change_settings(**{name: value})

    def _choose_folder(self) -> None:
        settings = self._host.settings
        chosen = file_choice.ask_folder(self._host.root, settings.data_folder, "数据放在哪里")
        if chosen:
            self._host.change_settings(folder=str(chosen))
            self.refresh()

    def _show_folder(self) -> None:
        try:
            show_folder(self._host.settings.data_folder)
        except Problem as problem:
            self._host.tell(str(problem))

    def back_up(self) -> None:
        if self._workspace:
            try:
                path = backups.take_now(self._workspace)
            except Problem as problem:
                self._host.tell(str(problem))
            else:
                self._host.tell(f"已备份：{path.name}")


def build(parent: tk.Misc, shell: Shell) -> View:
    """设置."""
    pack = partial(make_package, shell)
    return SettingsPage(parent, shell, shell.go, shell.workspace, pack)


def build_in_lobby(parent: tk.Misc, lobby: Lobby) -> SettingsPage:
    """The same without a workbook."""
    return SettingsPage(parent, lobby, lobby.go)
