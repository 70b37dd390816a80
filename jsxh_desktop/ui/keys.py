"""The shortcuts of the window, one table: bound from here, shown by Ctrl+/ and in the manual."""

from __future__ import annotations

import re
import tkinter as tk
from collections.abc import Callable, Mapping
from typing import Any

from jsxh_desktop.domain.frozen import frozen


@frozen
class Shortcut:
    """Keys as the clerk reads them, what they do, and where; `events` are bound to the command."""

    keys: str
    does: str
    where: str = "到处"
    command: str = ""
    events: tuple[str, ...] = ()


SHORTCUTS = (
    Shortcut("Enter　Shift+Enter", "下一项、上一项", "表单"),
    Shortcut("Enter　Shift+Enter", "下一行、上一行", "表格"),
    Shortcut("Tab　Shift+Tab", "下一格、上一格；到行尾转下一行", "表格"),
    Shortcut("F2　Esc", "修改这一格、放弃修改", "表格"),
    Shortcut("F4", "选科目、打开列表", "表格"),
    Shortcut("Ctrl+V", "整块粘贴", "表格"),
    Shortcut("Ctrl+D", "照上一格填", "表格"),
    Shortcut("Alt+Insert　Alt+Delete", "插入一行、删除这一行", "表格"),
    Shortcut("Alt+↑　Alt+↓", "把这一行上移、下移；在自动算出的数上：看由哪几项得来", "表格"),
    Shortcut("Ctrl+Enter", "在文字里换行", "文字"),
    Shortcut("Alt+1 … Alt+8", "插入 ≥ ≤ ＝ ㎡ ％ ‰ 〔 〕", "自评表"),
    Shortcut("Ctrl+Shift+F", "只看指标、全部展开", "自评表"),
    Shortcut("Ctrl+K", "找字段、科目、项目或命令", "", "search", ("<Control-k>", "<Control-K>")),
    Shortcut("Ctrl+Z", "撤销", "", "undo", ("<Control-z>",)),
    Shortcut("Ctrl+Y　Ctrl+Shift+Z", "重做", "", "redo", ("<Control-y>", "<Control-Z>")),
    Shortcut("F1", "看这一项的帮助", "", "help", ("<F1>",)),
    Shortcut("F6　Shift+F6", "换区：导航、填写、检查结果、顶栏", "", "zone", ("<F6>",)),
    Shortcut("F8　Shift+F8", "下一处、上一处要改的", "", "next_finding", ("<F8>",)),
    Shortcut("F9", "检查", "", "check", ("<F9>",)),
    Shortcut("Ctrl+PgUp　Ctrl+PgDn", "上一页、下一页", "", "next_page", ("<Control-Next>",)),
    Shortcut(
        "Ctrl+Shift+M", "展开、收起检查结果", "", "fold", ("<Control-M>", "<Control-Shift-m>")
    ),
    Shortcut("Ctrl+P", "预览与打印", "", "print", ("<Control-p>",)),
    Shortcut("Ctrl+Shift+S", "另存副本", "", "copy", ("<Control-S>", "<Control-Shift-s>")),
    Shortcut("Ctrl+U", "万元、元互换", "", "unit", ("<Control-u>",)),
    Shortcut(
        "Ctrl++　Ctrl+−　Ctrl+0",
        "放大、缩小、按设置",
        "",
        "larger",
        ("<Control-plus>", "<Control-equal>", "<Control-KP_Add>"),
    ),
    Shortcut("Alt+←", "从帮助、从预览跳去改的地方回到刚才那一页"),
    Shortcut("Ctrl+/", "看全部快捷键", "", "keys", ("<Control-slash>",)),
)
COUNTERPARTS = (
    Shortcut("", "", "", "zone_back", ("<Shift-F6>",)),
    Shortcut("", "", "", "previous_finding", ("<Shift-F8>",)),
    Shortcut("", "", "", "previous_page", ("<Control-Prior>",)),
    Shortcut("", "", "", "smaller", ("<Control-minus>", "<Control-KP_Subtract>")),
    Shortcut("", "", "", "as_set", ("<Control-0>", "<Control-KP_0>")),
    Shortcut("", "", "", "escape", ("<Escape>",)),
)
"""The second keys of a pair the table shows in one line, and the key everyone knows."""

_FUNCTION = re.compile(r'"\[(\S+) ')  # in the script tkinter binds
_TEXT_CLASSES = ("TEntry", "Entry", "TCombobox", "TSpinbox", "Text")
_EATERS = (*"dhikotu", "z", "y", "Z", "slash", "p", "n", "b", "f", "e", "K", "M", "S")


def free_the_keys(root: tk.Misc) -> None:
    """Take from Tk's own text widgets the Control keys that would eat text or go elsewhere.

    Ctrl+K there cuts to the end of the line before a binding of the window runs; Ctrl+D, H, O, T
    and others change text as well. On Linux Ctrl+Y would paste and Ctrl+W cut.
    """
    for name in _TEXT_CLASSES:
        for key in _EATERS:
            root.tk.call("bind", name, f"<Control-{'Key-' if len(key) == 1 else ''}{key}>", "")
    for event, key in (
        ("<<PrevLine>>", "<Control-p>"),
        ("<<NextLine>>", "<Control-n>"),
        ("<<PrevChar>>", "<Control-b>"),
        ("<<NextChar>>", "<Control-f>"),
        ("<<SelectNextChar>>", "<Control-F>"),
        ("<<LineEnd>>", "<Control-e>"),
        ("<<LineStart>>", "<Control-a>"),
        ("<<SelectAll>>", "<Control-slash>"),
        ("<<Undo>>", "<Control-z>"),
        ("<<Redo>>", "<Control-y>"),
        ("<<Redo>>", "<Control-Z>"),
        ("<<Redo>>", "<Control-Lock-z>"),
        ("<<Undo>>", "<Control-Lock-Z>"),
        ("<<Paste>>", "<Control-y>"),
        ("<<Paste>>", "<Control-Lock-Y>"),
        ("<<Cut>>", "<Control-w>"),
        ("<<Cut>>", "<Control-Lock-W>"),
    ):
        root.event_delete(event, key)
    root.event_add("<<SelectAll>>", "<Control-a>")


def bind(root: tk.Misc, do: Mapping[str, Callable[[], object]]) -> None:
    """Bind every shortcut to its command; `do` names those there are now, others do nothing."""
    for shortcut in (*SHORTCUTS, *COUNTERPARTS):
        for event in (each for told in shortcut.events for each in with_caps_lock(told)):
            if shortcut.command in do:
                bind_anew(root, event, _calling(do[shortcut.command]))
            else:
                bind_anew(root, event)


def bind_anew(root: tk.Misc, event: str, call: Callable[[Any], object] | None = None) -> None:
    """Bind in the place of what was bound, or nothing; that is let go of.

    Tkinter would keep it, and with it a whole window that has been closed, as long as the root.
    """
    former = str(root.bind(event))
    root.bind(event, call or "")
    for name in functions_in(former):
        root.deletecommand(name)


def bind_while(owner: tk.Misc, event: str, call: Callable[[Any], object]) -> None:
    """Bind in the place of what was bound in the whole window, as long as a part of it stands."""
    root = owner.winfo_toplevel()
    bind_anew(root, event, call)
    bound = root.bind(event)

    def gone(told: tk.Event[tk.Misc]) -> None:
        if told.widget is owner and root.bind(event) == bound:
            bind_anew(root, event)

    owner.bind("<Destroy>", gone, add="+")


def functions_in(script: str) -> list[str]:
    """What is called in a script that tkinter bound."""
    return _FUNCTION.findall(script)


def with_caps_lock(event: str) -> tuple[str, ...]:
    """The event, and the same key while Caps Lock turns the case of its letter round.

    Else Ctrl+Z would redo then, as it gives the letter of Ctrl+Shift+Z.
    """
    found = re.fullmatch(r"<Control-([A-Za-z])>", event)
    return (event, f"<Control-Lock-{found[1].swapcase()}>") if found else (event,)


def commands() -> tuple[tuple[str, str, str], ...]:
    """What the search offers to do: words, keys and name of each command but the search itself."""
    return tuple(
        (each.does, each.keys, each.command)
        for each in SHORTCUTS
        if each.command and each.command != "search"
    )


def _calling(command: Callable[[], object]) -> Callable[[object], str]:
    def call(_event: object) -> str:
        command()
        return "break"

    return call
