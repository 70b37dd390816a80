"""What becomes of a fault of our own: logged, told of in one sentence, and the work goes on."""

from __future__ import annotations

import threading
import tkinter as tk
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from traceback import walk_tb
from types import TracebackType

from jsxh_desktop.app.log import log_defect

WHAT = "程序这一步出了问题，内容都在。"
LOGGED, NOT_LOGGED = "详细记录在 {}", "详细记录写不进去，请清理磁盘"


class Defects:
    """Takes what a reaction to the clerk raises and, once asked to, what ends a thread.

    Whatever it raised itself would end the program: the telling is a reaction of its own, and one
    that fails is logged and not tried again.
    """

    def __init__(
        self,
        root: tk.Tk,
        post: Callable[[Callable[[], object]], None],
        tell: Callable[[str], object],
    ) -> None:
        self._root, self._post, self._tell = root, post, tell
        root.report_callback_exception = self.take

    def watch_threads(self) -> None:
        """From now on what ends a thread is no different from what a reaction raises."""
        threading.excepthook = self._of_thread

    def take(
        self, _kind: type[BaseException], defect: BaseException, trace: TracebackType | None
    ) -> None:
        """In the window's thread, from within what failed."""
        try:
            how = LOGGED.format(log_defect(defect.with_traceback(trace)))
        except OSError:
            how = NOT_LOGGED
        if any(frame.f_code is Defects._say.__code__ for frame, _ in walk_tb(trace)):
            return
        with suppress(tk.TclError):  # where the window is gone nobody is there to be told
            self._root.after_idle(self._say, WHAT + how)

    def _say(self, sentence: str) -> None:
        self._tell(sentence)

    def _of_thread(self, end: threading.ExceptHookArgs) -> None:
        defect = end.exc_value or end.exc_type()
        self._post(partial(self.take, end.exc_type, defect, end.exc_traceback))
