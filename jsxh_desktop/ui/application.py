"""The program with its window: opens workbooks, keeps settings, fills the one root."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from jsxh_desktop.app import settings as kept
from jsxh_desktop.app.log import log_defect
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.ui import keys, screen
from jsxh_desktop.ui import theme as look
from jsxh_desktop.ui.mailbox import Mailbox
from jsxh_desktop.ui.window import Window

LEAST = (1180, 640)
LOOKS = {"scale", "type_size", "colours"}


class Application:
    """Owns the one root; everything on it can be taken down and built anew in another look."""

    def __init__(self, settings_file: Path | None = None) -> None:
        self._file = settings_file or kept.settings_file()
        self.settings: Settings = kept.load_settings(self._file)
        self.zoom = 0
        self.root, self.theme = look.start(*self._look())
        self.root.report_callback_exception = self._defect
        self.root.protocol("WM_DELETE_WINDOW", self.quit)
        self._mailbox = Mailbox(self.root)
        self.workspace: Workspace | None = None
        self.window: Window | None = None
        keys.free_the_keys(self.root)
        self._place_on_screen()

    def run(self) -> None:
        """Show the window until it is closed."""
        self.root.deiconify()
        self.root.mainloop()

    def open(self, path: Path, year: int | None = None) -> None:
        """Put a workbook on the desk; raises Problem where it cannot be opened."""
        opened = Workspace.open(path, year, saved=self._saved)
        self._let_go()
        self.workspace = opened
        opened.unit = self.settings.unit
        self.keep(recent=self.settings.with_recent(opened.path).recent)
        self._show_frame("organization")

    def keep(self, **changes: Any) -> None:
        """Keep settings; a look is shown at once."""
        self.settings = dataclasses.replace(self.settings, **changes)
        try:
            kept.save_settings(self.settings, self._file)
        except Problem as problem:
            if self.window:
                self.window.tell(str(problem))
        if self.window:
            self.window.settings = self.settings
        if LOOKS & changes.keys():
            self._restyle()

    def magnify(self, by: int) -> None:
        """One step larger or smaller than set, 0 back to the setting; for this session."""
        steps = kept.SCALES
        now = min(steps, key=lambda step: abs(step - self.theme.scale * 100))
        place = steps.index(now) + by
        self.zoom = steps[min(len(steps) - 1, max(0, place))] if by else 0
        self._restyle()

    def quit(self) -> None:
        """Write what is left and close; a file that cannot be written keeps the window open."""
        self.root.update_idletasks()
        try:
            self._let_go()
        except Problem as problem:
            if self.window:
                self.window.tell(str(problem))
            return
        self._mailbox.close()
        self.root.destroy()

    def put_away(self) -> None:
        """Close the workbook and clear the root; raises Problem where the disk refuses."""
        self._let_go()

    def _let_go(self) -> None:
        if self.window:
            self.window.close()
            self.window = None
        if self.workspace:
            workspace, self.workspace = self.workspace, None
            workspace.close()

    def _show_frame(self, page: str) -> None:
        assert self.workspace is not None  # noqa: S101 - only called behind an opened workbook
        self.window = Window(
            self.root, self.theme, self.workspace, self.settings, self._mailbox.post, self._outer()
        )
        self.window.go(page)

    def _outer(self) -> dict[str, Any]:
        return {
            "home": self._nothing,
            "year": self._nothing,
            "search": self._nothing,
            "keys": self._nothing,
            "help": self._nothing,
            "copy": self._nothing,
            "settings": self.keep,
            "larger": lambda: self.magnify(1),
            "smaller": lambda: self.magnify(-1),
            "as_set": lambda: self.magnify(0),
        }

    def _nothing(self, *_: object) -> None:
        """Not there yet."""

    def _saved(self, at: datetime.datetime) -> None:
        """From the writer's thread."""
        self._mailbox.post(lambda: self._show_saved(at))

    def _show_saved(self, at: datetime.datetime) -> None:
        if self.window:
            self.window.saved(at)

    def _restyle(self) -> None:
        page = self.window.page if self.window else ""
        if self.window:
            self.window.close()
        self.theme = look.restyle(self.root, *self._look())
        if page:
            self._show_frame(page)

    def _look(self) -> tuple[str, float, str]:
        scale = self.zoom or self.settings.scale or screen.scale()
        dark = self.settings.colours == "深色" or (
            self.settings.colours == "跟随系统" and screen.is_dark()
        )
        return "dark" if dark else "light", scale / 100, self.settings.type_size

    def _place_on_screen(self) -> None:
        px = self.theme.px
        width = min(self.root.winfo_screenwidth(), px(1366))
        height = min(self.root.winfo_screenheight() - px(28), px(740))
        self.root.minsize(min(px(LEAST[0]), width), min(px(LEAST[1]), height))
        self.root.geometry(self.settings.geometry or f"{width}x{height}+0+0")

    def _defect(
        self, _kind: type[BaseException], defect: BaseException, trace: TracebackType | None
    ) -> None:
        """Our own fault in a reaction to the clerk: logged, told, and the work goes on."""
        path = log_defect(defect.with_traceback(trace))
        if self.window:
            said = f"程序这一步出了问题，内容都在。详细记录在 {path}"
            self.window.tell(said)
