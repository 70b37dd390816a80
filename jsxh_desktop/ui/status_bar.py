"""The line at the bottom: whether all is saved and when, what was just done, what is wrong."""

from __future__ import annotations

import datetime
import re
import tkinter as tk
from collections.abc import Callable
from pathlib import Path

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_label import CutLabel
from jsxh_desktop.ui.theme import Theme

STAYS = 8_000  # ms
LONG = 300  # ms a commit may take before it is told of
HEIGHT = 28
_FOLDERS = re.compile(r"“[^“”]*[/\\](?=[^“”]*”)")


class StatusBar:
    """Always says whether everything is saved; a message stands in it for eight seconds.

    The name of the file makes room for one that is long; what still has none is cut with a sign.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        keys: Callable[[], object],
        copy: Callable[[], object],
    ) -> None:
        self.widget = pieces.bar(theme, parent, "surface", HEIGHT)
        self.widget.configure(height=theme.row(HEIGHT))
        self._theme, self._path = theme, Path()
        self._timer = self._watching = ""
        self._troubled = False
        px = theme.px
        self._saved = pieces.label(theme, self.widget, "", "text2", "small", compound="left")
        self._say("check-circle-fill", "ok", "已保存", "text2")
        self._saved.pack(side="left", padx=(px(16), 0))
        self._rescue = pieces.link(theme, self.widget, "另存副本", copy, "small_strong")
        self._file = CutLabel(theme, self.widget, "text3", "small")
        self._file.widget.pack(side="left", padx=(px(20), 0))
        hint = pieces.link(theme, self.widget, "F1 帮助　F6 换区　快捷键 Ctrl+/", keys)
        hint.configure(foreground=theme.palette.text3, takefocus=False)
        hint.pack(side="right", padx=(px(12), px(16)))
        self._hint, self._counts = hint, pieces.label(theme, self.widget, "", "text2", "small")
        self.widget.bind("<Destroy>", lambda _event: self._stop())
        self._strip = pieces.frame(theme, self.widget, "tint")
        self._words = CutLabel(theme, self._strip, "text", "small")
        self._words.widget.pack(side="left", padx=(px(12), px(12)))
        self.widget.bind("<Configure>", lambda _event: self._fit())
        self._action = pieces.link(theme, self._strip, "", lambda: None, "small_strong")

    def show_file(self, path: Path, note: str = "") -> None:
        """Name the workbook and the folder it is in; `note` is what to keep in mind of it."""
        self._path = path
        self._file.say("　·　".join(filter(None, (note, path.name, str(path.parent)))))
        self._fit()

    def saved(self, at: datetime.datetime) -> None:
        """Everything is on the disk."""
        self._calm()
        self._say("check-circle-fill", "ok", f"已保存 {at:%H:%M:%S}", "text2")
        self._fit()

    def watch(self, is_saved: Callable[[], bool]) -> None:
        """Say so if what was just written takes longer to get to the disk than one would notice."""

        def look() -> None:
            self._watching = ""
            if not is_saved() and not self._troubled:
                self._say("circle-fill", "text3", "正在保存…", "text2")
                self.watch(is_saved)

        if not self._watching:
            self._watching = self.widget.after(LONG, look)

    def trouble(self, sentence: str) -> None:
        """What was typed could not be written; stays until it could, with a way out beside it."""
        self._troubled = True
        short = sentence.replace(str(self._path), self._path.name)
        self._say("exclamation-triangle-fill", "danger", short, "danger")
        self._rescue.pack(side="left", padx=self._theme.px(12), after=self._saved)
        self._fit()

    def _say(self, sign: str, colour: str, words: str, colour_of_words: str) -> None:
        """Whether all is saved, behind a sign; the blanks between are theirs."""
        pieces.set_icon(self._theme, self._saved, sign, 13, colour)
        self._saved.configure(text=f"  {words}", foreground=self._theme.palette[colour_of_words])

    def _stop(self) -> None:
        for timer in (self._timer, self._watching):
            if timer:
                self.widget.after_cancel(timer)
        self._timer = self._watching = ""

    def _calm(self) -> None:
        if self._troubled:
            self._troubled = False
            self._rescue.pack_forget()

    def count(self, errors: int, warnings: int) -> None:
        """How much there is to look at."""
        said = [f"▲ {errors} 处错误"] if errors else []
        said += [f"● {warnings} 处提醒"] if warnings else []
        self._counts.configure(text="　".join(said) or "✓ 没有发现错误")
        self._counts.pack(side="right", padx=self._theme.px(4))
        self._fit()

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say something for eight seconds, or until the next message; it covers nothing."""
        self.hush()
        self._words.say(text)
        self._action.pack_forget()
        if action and do:
            self._action.configure(text=action)
            pieces.on_press(self._action, do)
            self._action.pack(side="left", padx=(0, self._theme.px(12)))
        self._strip.pack(side="left", padx=self._theme.px(20), fill="y", pady=self._theme.px(1))
        self._fit()
        self._timer = self.widget.after(STAYS, self.hush)

    @property
    def said(self) -> str:
        """The message that stands in the line now."""
        return self._words.text if self._strip.winfo_manager() else ""

    @property
    def saved_words(self) -> str:
        """Whether all is saved, as it stands in the line now."""
        return str(self._saved["text"]).strip()

    def hush(self) -> None:
        """Take the message away."""
        if self._timer:
            self.widget.after_cancel(self._timer)
            self._timer = ""
        self._strip.pack_forget()
        self._fit()

    def _fit(self) -> None:
        """Leave the message the room of the file's name, and cut what there is still none for."""
        px, room = self._theme.px, self.widget.winfo_width()
        if room <= 1:
            return  # not laid out yet
        beside = (self._saved, self._rescue, self._counts, self._hint)
        room -= px(16 + 12 + 16 + 20) + sum(
            part.winfo_reqwidth() + px(8) for part in beside if part.winfo_manager()
        )
        wanted = 0
        if self._strip.winfo_manager():
            around = px(20 + 20 + 24)
            if self._action.winfo_manager():
                around += self._action.winfo_reqwidth() + px(12)
            without_folders = _FOLDERS.sub("“…", self._words.text)
            wanted = around + self._words.fit(room - around, without_folders)
        name, width = self._file.widget, self._file.fit(room)
        if self._troubled or (wanted and wanted + width > room):
            name.pack_forget()
        elif not name.winfo_manager():
            name.pack(side="left", padx=(px(20), 0), after=self._saved)
