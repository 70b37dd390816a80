"""Lists that stand beside a form under a tab of their own, and count themselves on it.

What draws a grid is loaded when its tab is first turned to, so that a form need not wait for it.
"""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabbed import Leaf, counted


def receptions(shell: Shell) -> Leaf:
    """公务接待明细."""

    def make(tab: tk.Misc) -> View:
        from jsxh_desktop.ui.grid_page import build_receptions

        return build_receptions(tab, shell)

    return Leaf(lambda: counted("接待明细", len(shell.workspace.filing.receptions), "笔"), make)


def institutions(shell: Shell) -> Leaf:
    """下属单位."""

    def make(tab: tk.Misc) -> View:
        from jsxh_desktop.ui.grid_page import build_institutions

        return build_institutions(tab, shell)

    return Leaf(lambda: counted("下属单位", len(shell.workspace.filing.institutions), "个"), make)
