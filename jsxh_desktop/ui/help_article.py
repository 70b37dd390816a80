"""One article of the manual on the screen: text, pictures, tables, the help of one field on top."""

from __future__ import annotations

import tkinter as tk
from pathlib import Path

from jsxh_desktop.app.help import (
    Block,
    Bullet,
    Heading,
    KeyTable,
    Paragraph,
    Picture,
    picture_file,
)
from jsxh_desktop.app.help_topic import Topic
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.keys_panel import by_place, fill_table
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.wrapped_label import WrappedLabel

WIDEST = 720
MARGIN = 20


class HelpArticle:
    """Scrolls by wheel, arrows and page keys; `show` puts another article there."""

    def __init__(self, theme: Theme, parent: tk.Misc) -> None:
        self._theme = theme
        self._scrolled = scrolled(parent)
        self._body = pieces.frame(theme, self._scrolled)
        self._body.pack(fill="both", expand=True)
        self._page: tk.Frame | None = None
        self._pictures: list[object] = []

    @property
    def widget(self) -> tk.Widget:
        container: tk.Widget = self._scrolled.container
        return container

    def show(self, topic: Topic) -> None:
        """Put an article there, from its beginning."""
        theme, px = self._theme, self._theme.px
        if self._page:
            self._page.destroy()
        self._pictures = []
        self._page = pieces.frame(theme, self._body)
        self._page.pack(fill="both", expand=True, padx=px(MARGIN), pady=(px(4), px(28)))
        pieces.frame(theme, self._page, width=px(WIDEST), height=0).pack(anchor="w")
        if topic.field:
            self._show_field(self._page, topic)
        pieces.label(theme, self._page, topic.article.title, font="title").pack(
            anchor="w", pady=(px(4), px(8))
        )
        for block in topic.article.blocks:
            self._show_block(self._page, block)
        self._scrolled.yview_moveto(0)

    def scroll(self, pages: int) -> None:
        """Down or up by so many screens' halves."""
        first, last = self._scrolled.yview() or (0.0, 1.0)
        self._scrolled.yview_moveto(max(0.0, first + pages * (last - first) / 2))

    def _show_field(self, parent: tk.Frame, topic: Topic) -> None:
        theme, px = self._theme, self._theme.px
        assert topic.field  # noqa: S101 - told apart before
        assert topic.entry  # noqa: S101 - one comes with the other
        box = pieces.card(theme, parent, "tint", "line")
        box.pack(fill="x", pady=(0, px(16)))
        pieces.label(theme, box, topic.entry.label, font="section").pack(
            anchor="w", padx=px(14), pady=(px(10), px(4))
        )
        words = WrappedLabel(theme, box, topic.field.text)
        words.widget.pack(fill="x", padx=px(14))
        for example in topic.field.examples:
            said = WrappedLabel(theme, box, f"例：{example}", "text2")
            said.widget.pack(fill="x", padx=px(14), pady=(px(4), 0))
        pieces.frame(theme, box, "tint", height=px(12)).pack()

    def _show_block(self, parent: tk.Frame, block: Block) -> None:
        theme, px = self._theme, self._theme.px
        match block:
            case Heading(text=text):
                pieces.label(theme, parent, text, font="section").pack(
                    anchor="w", pady=(px(12), px(4))
                )
            case Paragraph(text):
                WrappedLabel(theme, parent, text).widget.pack(fill="x", pady=px(4))
            case Bullet(text):
                line = pieces.frame(theme, parent)
                line.pack(fill="x", pady=px(3))
                pieces.label(theme, line, "·", "primary", "strong").pack(
                    side="left", anchor="n", padx=(px(4), px(8))
                )
                WrappedLabel(theme, line, text).widget.pack(side="left", fill="x", expand=True)
            case Picture(name, caption):
                self._show_picture(parent, picture_file(name), caption)
            case KeyTable(()):
                for where, shortcuts in by_place():
                    fill_table(theme, parent, where, shortcuts)
            case KeyTable(rows):
                self._show_table(parent, rows)

    def _show_picture(self, parent: tk.Frame, path: Path | None, caption: str) -> None:
        """A picture as wide as the text at the most; nothing while it has not been taken."""
        if path is None:
            return
        from PIL import Image, ImageTk

        with Image.open(path) as found:
            wide = self._theme.px(WIDEST)
            factor = min(wide / found.width, self._theme.scale)
            size = round(found.width * factor), round(found.height * factor)
            image = ImageTk.PhotoImage(found.resize(size, Image.Resampling.LANCZOS), master=parent)
        self._pictures.append(image)
        box = pieces.card(self._theme, parent)
        box.pack(anchor="w", pady=(self._theme.px(8), self._theme.px(4)))
        tk.Label(box, image=image, borderwidth=0).pack()
        pieces.label(self._theme, parent, caption, "text3", "small").pack(anchor="w")

    def _show_table(self, parent: tk.Frame, rows: tuple[tuple[str, ...], ...]) -> None:
        theme, px = self._theme, self._theme.px
        grid = pieces.frame(theme, parent)
        grid.pack(fill="x", pady=px(6))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                font = "small_strong" if not row else "body" if column else "strong"
                colour = "text" if row else "text2"
                if column == len(cells) - 1:
                    words = WrappedLabel(theme, grid, text, colour, font).widget
                    words.grid(row=row, column=column, sticky="ew", pady=px(3))
                else:
                    name = pieces.label(theme, grid, text, colour, font, justify="left")
                    name.grid(row=row, column=column, sticky="nw", padx=(0, px(16)), pady=px(3))
            grid.columnconfigure(len(cells) - 1, weight=1)
