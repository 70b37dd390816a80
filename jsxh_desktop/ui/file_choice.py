"""Asks for a workbook or a folder in the desktop's own dialog, in Chinese wherever it runs."""

from __future__ import annotations

import tkinter as tk
from pathlib import Path

import ttkbootstrap as ttk
from ttkbootstrap.localization import MessageCatalog

from jsxh_desktop.app.data_folder import SUFFIX

WORDS = {
    "Directory:": "文件夹：",
    "Name": "名称",
    "Size": "大小",
    "Modified": "修改时间",
    "Selection:": "选中：",
    "File name:": "文件名：",
    "Files of type:": "类型：",
    "OK": "选这个",
    "Cancel": "取消",
    "Show hidden files": "显示隐藏的文件",
    "All Files": "所有文件",
    "Select Directory": "选文件夹",
    "Open": "打开",
}
"""What the dialog for Linux would say in English; that of Windows speaks the system's language."""


def ask_workbook(root: tk.Tk, folder: Path) -> Path | None:
    """A workbook the clerk points at; None where she changes her mind."""
    _speak_chinese()
    chosen = ttk.Querybox.get_open_filename(
        root,
        title="打开决算数据文件",
        initialdir=str(_there(folder)),
        filetypes=[("决算数据", f"*{SUFFIX}")],
    )
    return Path(chosen) if chosen else None


def ask_tables(root: tk.Tk, folder: Path) -> Path | None:
    """A file of tables, or a package, the clerk points at; None where she changes her mind."""
    _speak_chinese()
    chosen = ttk.Querybox.get_open_filename(
        root,
        title="选表格文件",
        initialdir=str(_there(folder)),
        filetypes=[("表格和数据包", "*.xlsx *.xls *.ods *.csv *.jsxpkg"), ("所有文件", "*")],
    )
    return Path(chosen) if chosen else None


def ask_print(root: tk.Tk, folder: Path) -> Path | None:
    """A PDF the clerk points at; None where she changes her mind."""
    _speak_chinese()
    chosen = ttk.Querybox.get_open_filename(
        root, title="选一份 PDF", initialdir=str(_there(folder)), filetypes=[("PDF", "*.pdf")]
    )
    return Path(chosen) if chosen else None


def ask_folder(root: tk.Tk, folder: Path, title: str) -> Path | None:
    """A folder the clerk points at; None where she changes her mind."""
    _speak_chinese()
    chosen = ttk.Querybox.get_directory(root, title=title, initialdir=str(_there(folder)))
    return Path(chosen) if chosen else None


def _speak_chinese() -> None:
    pairs = [text for pair in WORDS.items() for text in pair]
    MessageCatalog.set_many(MessageCatalog.locale(), *pairs)


def _there(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())
