"""About the program: version, where things lie, the licences, facts to copy for help."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop import __version__
from jsxh_desktop.app.diagnostics import diagnostics
from jsxh_desktop.app.licences import licences
from jsxh_desktop.app.log import log_file
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.listing import listing
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.scrolling import bar_beside

COPIED = "诊断信息已复制，可以粘贴给帮忙的人。里面没有单位名称和填的数"
LIST, NAMES = 400, 210


class AboutView:
    """The text of a licence is shown when its line is chosen."""

    def __init__(self, parent: tk.Misc, host: Host) -> None:
        self._host, self._theme = host, host.theme
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        actions = (
            ("复制诊断信息", "clipboard", self.copy),
            ("返回 Esc", "arrow-left", host.back),
        )
        self._head = PageHead(theme, self.widget, "关于", f"版本 {__version__}", actions)
        facts = pieces.frame(theme, self.widget)
        facts.pack(fill="x", padx=px(20), pady=(0, px(12)))
        for row, (name, value) in enumerate(self._facts()):
            pieces.label(theme, facts, name, "text2").grid(
                row=row, column=0, sticky="w", pady=px(3)
            )
            pieces.label(theme, facts, value).grid(
                row=row, column=1, sticky="w", padx=px(16), pady=px(3)
            )
        pieces.label(theme, self.widget, "许可", font="section").pack(anchor="w", padx=px(20))
        body = pieces.frame(theme, self.widget)
        body.pack(fill="both", expand=True, padx=px(20), pady=(px(8), px(16)))
        self._licences = licences()
        self._build_list(body)
        self._build_text(body)
        self._list.selection_set("0")

    def refresh(self) -> None: ...

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._list.focus_set()
        self._list.focus("0")

    def flush(self) -> None: ...

    def copy(self) -> None:
        """Put the facts on the clipboard."""
        root = self._host.root
        root.clipboard_clear()
        root.clipboard_append(diagnostics(self._host.settings, self._screen()))
        self._host.tell(COPIED)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("数据放在", str(self._host.settings.data_folder)),
            ("运行记录", str(log_file())),
            ("联网", "不联网，不上传"),
        )

    def _screen(self) -> dict[str, str]:
        root, theme = self._host.root, self._theme
        return {
            "Tk": str(root.tk.call("info", "patchlevel")),
            "窗口系统": str(root.tk.call("tk", "windowingsystem")),
            "屏幕": f"{root.winfo_screenwidth()}×{root.winfo_screenheight()}",
            "窗口": f"{root.winfo_width()}×{root.winfo_height()}",
            "放大": f"{round(theme.scale * 100)} %",
            "字体": theme.family,
        }

    def _build_list(self, parent: tk.Misc) -> None:
        theme, px = self._theme, self._theme.px
        box = pieces.card(theme, parent)
        box.pack(side="left", fill="y")
        self._list = listing(theme, box, columns=("licence",), show="tree")
        self._list.column("#0", width=px(NAMES))
        self._list.column("licence", width=px(LIST - NAMES))
        for number, each in enumerate(self._licences):
            self._list.insert("", "end", iid=str(number), text=each.name, values=(each.licence,))
        self._list.pack(fill="both", expand=True)
        self._list.bind("<<TreeviewSelect>>", lambda _event: self._show())
        self._list.bind("<Alt-Left>", lambda _event: self._host.back())

    def _build_text(self, parent: tk.Misc) -> None:
        theme, px, colours = self._theme, self._theme.px, self._theme.palette
        box = pieces.card(theme, parent)
        box.pack(side="left", fill="both", expand=True, padx=(px(12), 0))
        self._text = tk.Text(
            box,
            wrap="word",
            width=1,
            height=1,
            state="disabled",
            font=theme.font("small"),
            background=colours.surface,
            foreground=colours.text,
            selectbackground=colours.tint,
            selectforeground=colours.text,
            borderwidth=0,
            highlightthickness=0,
            padx=px(14),
            pady=px(10),
        )
        bar_beside(self._text)
        self._text.pack(fill="both", expand=True)

    def _show(self) -> None:
        for number in self._list.selection():
            self._text.configure(state="normal")
            self._text.replace("1.0", "end", self._licences[int(number)].text)
            self._text.configure(state="disabled")


def build(parent: tk.Misc, host: Host) -> AboutView:
    return AboutView(parent, host)
