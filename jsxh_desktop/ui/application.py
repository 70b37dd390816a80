"""The program with its window: opens workbooks, keeps settings, fills the one root."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsxh_desktop.app import settings as kept
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.ui import garbage, keys, logging_off, repairs, screen, years
from jsxh_desktop.ui import theme as look
from jsxh_desktop.ui.backup_clock import BackupClock
from jsxh_desktop.ui.defects import Defects
from jsxh_desktop.ui.drawn_before import DrawnBefore
from jsxh_desktop.ui.mailbox import Mailbox
from jsxh_desktop.ui.panels import Panels
from jsxh_desktop.ui.refusal import refuse
from jsxh_desktop.ui.trail import stand_again, stand_in

if TYPE_CHECKING:
    from jsxh_desktop.app.examination import Examination
    from jsxh_desktop.app.workspace import Workspace
    from jsxh_desktop.ui.lobby import Lobby
    from jsxh_desktop.ui.window import Window

LOOKS = {"scale", "type_size", "colours"}


class Application:
    """Owns the one root; everything on it can be taken down and built anew in another look.

    On it stands the frame with a workbook, or the lobby without one.
    """

    def __init__(self, settings_file: Path | None = None) -> None:
        self._file = settings_file or kept.settings_file()
        self.settings: Settings = kept.load_settings(self._file)
        self.zoom = 0
        self._drawn = DrawnBefore(self._file.with_name("drawn.json"))
        self.root, self.theme = look.start(*screen.look(self.settings, self.zoom))
        self.root.protocol("WM_DELETE_WINDOW", self.quit)
        garbage.collect_here(self.root)
        self._mailbox = Mailbox(self.root)
        self._defects = Defects(self.root, self._mailbox.post, self.tell)
        self.workspace: Workspace | None = None
        self.window: Window | None = None
        self.lobby: Lobby | None = None
        self.panels = Panels()
        self._backups = BackupClock(self.root, self._mailbox.post, self.tell)
        self._warned = False
        self._examination: Examination | None = None
        keys.free_the_keys(self.root)
        screen.place(self.root, self.theme.px, self.settings.geometry)

    def run(self) -> None:
        """Show the window until it is closed."""
        if not self.window and not self.lobby:
            self.welcome()
        look.show(self.root)
        self._backups.start(lambda: self.workspace)
        self._defects.watch_threads()
        logging_off.watch(self.root, self._save, partial(self._mailbox.post, self.end))
        self.root.mainloop()

    def open(self, path: Path, year: int | None = None, page: str = "organization") -> None:
        """Put a workbook on the desk, at a page; raises Problem where it cannot be opened."""
        from jsxh_desktop.app.as_left import older, seal
        from jsxh_desktop.app.workspace import Workspace

        opened = Workspace.open(path, year, self._saved, self._warn, seal(self.notes, path))
        try:
            self.put_away()
        except Problem:
            opened.close()
            raise
        self.workspace = opened
        opened.unit, opened.older = self.settings.unit, older(self.notes, opened.workbook)
        self.keep(recent=self.settings.with_recent(opened.path).recent)
        self.show_frame("recovery" if opened.texts.left_behind(opened.unit) else page)

    def open_or_tell(self, path: Path) -> None:
        """Put a workbook on the desk, or say in one sentence why not where one is now."""
        if self.workspace and self.workspace.path == path.resolve():
            self.window.go("organization")  # type: ignore[union-attr]  # there with a workspace
            return
        try:
            self.open(path)
        except Problem as problem:
            refuse(self, path, problem)

    def welcome(self) -> None:
        """Close what is open and show the first page."""
        try:
            self.put_away()
        except Problem as problem:
            self.tell(str(problem))
        else:
            self._show_lobby("welcome")

    def keep(self, **changes: Any) -> None:
        """Keep settings; a look and a unit are shown at once."""
        before, self.settings = self.settings, dataclasses.replace(self.settings, **changes)
        try:
            if self.settings != before:
                kept.save_settings(self.settings, self._file)
        except Problem as problem:
            self.tell(str(problem))
        for shown in (self.window, self.lobby):
            if shown:
                shown.settings = self.settings
        if self.window and "unit" in changes:
            self.window.show_unit(self.settings.unit)
        if LOOKS & changes.keys():
            if "scale" in changes:
                self.zoom = 0
            self._restyle(next(iter(changes)))

    def magnify(self, by: int) -> None:
        """One step larger or smaller than set, 0 back to the setting; for this session."""
        steps = kept.SCALES
        now = min(steps, key=lambda step: abs(step - self.theme.scale * 100))
        place = steps.index(now) + by
        self.zoom = steps[min(len(steps) - 1, max(0, place))] if by else 0
        self._restyle()

    def quit(self) -> None:
        """Write what is left and close; what keeps it from that is told of once before."""
        self.root.update_idletasks()
        if self._warned:
            self.end()
            return
        self._warned = True  # of a fault of ours as well: the next time nothing holds it back
        self._save()
        if self.workspace and (waiting := len(self.workspace.texts.unwritten)):
            said = f"还有 {waiting} 处没有存进去，先另存副本；再点一次关闭就不要它们了"
            self.tell(said, "另存副本", self._copy)
            return
        try:
            self.put_away()
        except Problem as problem:
            self.tell(str(problem))
        else:
            self._take_down()

    def end(self) -> None:
        """Write what can be written and close without a question, as when the clerk logs off."""
        try:
            with suppress(Problem):
                self.put_away()
        finally:
            self._take_down()

    def _save(self) -> None:
        """Have the disk take all of it, what stands in a field too."""
        if self.window and self.workspace:
            self.window.flush()
            self.workspace.flush()

    def _take_down(self) -> None:
        with ExitStack() as rest:  # the last first, and each whatever became of those before
            rest.callback(self.root.destroy)
            rest.callback(self._mailbox.close)
            if self._examination:
                rest.callback(self._examination.close)
            rest.callback(self._backups.stop)
            rest.callback(self._drawn.keep, self.root)
            self.keep(geometry=self.root.geometry())

    def put_away(self) -> None:
        """Close the workbook and clear the root; raises Problem where the disk refuses."""
        if self.workspace:
            from jsxh_desktop.app.outside_copy import last_copy
            from jsxh_desktop.app.recent import keep_note, note_of

            workspace = self.workspace
            if self.window:
                self.window.flush()
            workspace.flush()
            rows = self.window.checker.rows if self.window else ()
            note = note_of(workspace, rows, last_copy(self.settings, workspace.path).step)
            self._backups.closing(workspace)
            self._clear()
            self.workspace = None
            workspace.close()
            keep_note(self.notes, workspace.path, note)
        self._clear()

    def _clear(self) -> None:
        if self.window:
            self.window.close()
            self.window = None
        if self.lobby:
            self.lobby.close()
            self.lobby = None
        for panel in self.root.place_slaves():
            panel.destroy()  # it stood over what is gone, and would over what comes

    @property
    def notes(self) -> Path:
        return self._file.with_name("recent.json")

    def show_frame(self, page: str) -> None:
        """Put the frame with the open workbook on the root, at a page."""
        assert self.workspace is not None  # noqa: S101 - only called behind an opened workbook
        from jsxh_desktop.app.examination import Examination
        from jsxh_desktop.ui.window import Window

        self._examination = self._examination or Examination()
        self.window = Window(
            self.root, self.theme, self.workspace, self.settings, self._outer(), self._examination
        )
        self.window.go(page)

    def _show_lobby(self, page: str) -> Any:
        from jsxh_desktop.ui.lobby import Lobby

        self.lobby = Lobby(self.root, self.theme, self.settings, self.notes, self._outer())
        return self.lobby.go(page)

    def _outer(self) -> dict[str, Callable[..., Any]]:
        return {
            "open": self.open_or_tell,
            "post": self._mailbox.post,
            "home": self.welcome,
            "year": partial(years.switch, self),
            "carry": partial(years.carry, self),
            "begin_year": partial(years.begin, self),
            "import": partial(years.take_in, self),
            "search": self._search,
            "keys": lambda: self.panels.keys(self.theme, self.root),
            "help": self._help,
            "copy": self._copy,
            "mend": partial(repairs.mend, self),
            "purge": partial(repairs.purge, self),
            "setting": self._setting,
            "settings": self.keep,
            "larger": lambda: self.magnify(1),
            "smaller": lambda: self.magnify(-1),
            "as_set": lambda: self.magnify(0),
        }

    def _search(self) -> None:
        if self.window:
            self.panels.search(self.window)

    def _help(self, topic: str) -> None:
        if self.window:
            self.window.go("help").open(topic)

    def _setting(self, name: str) -> None:
        if self.window:
            self.window.go("settings").show_setting(name)

    def _copy(self) -> None:
        from jsxh_desktop.ui.copy_command import save_copy

        if self.window:
            self.window.flush()
            save_copy(self.window)

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        if shown := self.window or self.lobby:
            shown.tell(text, action, do)

    def _warn(self, sentence: str) -> None:
        """From another thread."""
        self._mailbox.post(partial(self.tell, sentence))

    def _saved(self, at: datetime.datetime) -> None:
        """From the writer's thread."""
        self._mailbox.post(partial(self._show_saved, at))

    def _show_saved(self, at: datetime.datetime) -> None:
        self._backups.changed()
        self._warned = False
        if self.window:
            self.window.saved(at)

    def _restyle(self, setting: str = "") -> None:
        before = self.window or self.lobby
        stand = stand_in(before) if before else None
        show = self.show_frame if self.window else self._show_lobby
        self._clear()
        self.theme = look.restyle(self.root, *screen.look(self.settings, self.zoom))
        if not stand:
            return
        show(page := stand.here.page)
        now = self.window or self.lobby
        assert now  # noqa: S101 - shown just now
        stand_again(now, stand)
        if setting and page == "settings":
            now.go(page).show_setting(setting)
