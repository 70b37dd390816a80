"""The 审核报告 as it prints, page under page."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

from jsxh_desktop.app.audit import printed
from jsxh_desktop.app.loose import PDF, Loose
from jsxh_desktop.app.page_pictures import PagePictures
from jsxh_desktop.app.page_stack import Size
from jsxh_desktop.app.press import Press
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.jobs import in_background_or_told
from jsxh_desktop.ui.page_canvas import PageCanvas, Pointer
from jsxh_desktop.ui.page_images import PageImages
from jsxh_desktop.ui.shell import Shell


class AuditPreview:
    """A View; `say` makes the report of now, or nothing while the filing is being examined."""

    def __init__(
        self, parent: tk.Misc, shell: Shell, press: Press, say: Callable[[], Loose | None]
    ) -> None:
        self._shell, self._press, self._say = shell, press, say
        self._shown: Loose | None = None
        self._count = 0
        self.widget: tk.Widget = pieces.frame(shell.theme, parent, "shell")
        self._images = PageImages(shell, self.widget)
        nothing = Pointer(lambda: None, lambda _point: None, lambda _point: None)
        self.pages = PageCanvas(self.widget, shell, self._images, nothing)
        self.pages.widget.pack(fill="both", expand=True)
        self.refresh()

    def refresh(self) -> None:
        loose = self._say()
        if loose and loose != self._shown:
            self._shown = loose
            work = partial(_printed, self._press, loose)
            in_background_or_told(self._shell, self.widget, work, partial(self._show, loose))

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - nothing is filled in here
        return False

    def focus_first(self) -> None:
        self.pages.focus()

    def flush(self) -> None:
        """Nothing is typed here."""

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return self._count

    def _show(self, loose: Loose, printed: tuple[PagePictures, list[Size]]) -> None:
        pictures, sizes = printed
        if loose is self._shown:
            self._images.show(pictures)
            self.pages.show(sizes)
            self._count = len(sizes)
        else:
            pictures.close()


def _printed(press: Press, loose: Loose) -> tuple[PagePictures, list[Size]]:
    """In a thread: the pages of the report, opened."""
    pictures = PagePictures(printed(press, loose, PDF))
    return pictures, [pictures.size(page) for page in range(pictures.pages)]
