"""A text of the unit's own: what it is, what is at hand for it, and the text that grows."""

from __future__ import annotations

import re
import tkinter as tk
from collections.abc import Callable, Sequence
from functools import partial

from jsxh_desktop.app.report_texts import Source
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.prose_input import LEAST_LINES, ProseInput
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.wrapped_label import WrappedLabel

_TO_FILL = re.compile("……|〔[^〔〕]*〕")


class ProseField:
    """Label, note and links above, the text below; `take` puts a text that is at hand."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        label: str,
        react: Reactions,
        *,
        examples: Sequence[str] = (),
        take: Callable[[Source], object] = lambda _source: None,
        least: int = LEAST_LINES,
    ) -> None:
        self._theme = theme
        self._examples = examples
        self._take = take
        self._react = react
        px = theme.px
        self.widget = pieces.frame(theme, parent)
        head = pieces.frame(theme, self.widget)
        head.pack(fill="x")
        if label:
            pieces.label(theme, head, label).pack(side="left", padx=(0, px(12)))
        self._count = pieces.label(theme, head, "", "text3", "small", width=7, anchor="e")
        self._count.pack(side="right")
        self._links = pieces.frame(theme, head)
        self._links.pack(side="right")
        self._note = WrappedLabel(theme, head, "", "text3", "small")
        self._note.widget.pack(side="left", fill="x", expand=True)
        self._offered: tuple[Source, ...] | None = None
        self._open = False
        self._list = pieces.card(theme, self.widget, "band", "line")
        self.input = ProseInput(theme, self.widget, self._counting(react), least=least)
        self.input.widget.pack(fill="x", pady=(px(4), 0))
        self._offer(())

    def show(
        self,
        text: str,
        *,
        problem: str = "",
        note: tuple[str, str] = ("", "text3"),
        sources: tuple[Source, ...] = (),
    ) -> None:
        """Bring the field in line; `note` is what is said beside it and its colour."""
        self.input.show(text, wrong=bool(problem))
        said, colour = (f"▲ {problem}", "danger") if problem else note
        self._note.say(said)
        self._note.widget.configure(foreground=self._theme.palette[colour])
        self._sources = sources
        self._changed(self.input.text)

    _sources: tuple[Source, ...] = ()

    def _counting(self, react: Reactions) -> Reactions:
        def typed(text: str) -> None:
            react.typed(text)
            self._changed(text)

        return Reactions(typed, react.left, react.entered, react.walk)

    def _changed(self, text: str) -> None:
        self._count.configure(text=f"{len(text)} 字" if text else "")
        self._offer(() if text.strip() else self._sources)

    def _offer(self, sources: tuple[Source, ...]) -> None:
        """Links to what is at hand, only while nothing is written."""
        if sources == self._offered:
            return
        self._offered = sources
        for child in self._links.winfo_children():
            child.destroy()
        for source in sources:
            link = pieces.link(self._theme, self._links, source.name, partial(self._take, source))
            link.pack(side="left", padx=(self._theme.px(12), 0))
        if self._examples:
            self._fold = pieces.link(self._theme, self._links, "", self._toggle)
            self._fold.pack(side="left", padx=(self._theme.px(12), 0))
            self._fold.configure(text="例句 ∧" if self._open else "例句 ∨")

    def _toggle(self) -> None:
        self._open = not self._open
        self._fold.configure(text="例句 ∧" if self._open else "例句 ∨")
        if not self._open:
            self._list.pack_forget()
            return
        if not self._list.winfo_children():
            self._build_examples()
        px = self._theme.px
        self._list.pack(fill="x", pady=(px(4), 0), before=self.input.widget)

    def _build_examples(self) -> None:
        theme, px = self._theme, self._theme.px
        for sentence in self._examples:
            words = WrappedLabel(theme, self._list, sentence, "primary", "small").widget
            pieces.reachable(theme, words)
            pieces.on_press(words, partial(self._put, sentence))
            words.configure(cursor="hand2", padx=px(8), pady=px(4))
            words.pack(fill="x")

    def _put(self, sentence: str) -> None:
        """Put a sentence at the caret; what is to be filled in is selected."""
        box = self.input.box
        self._toggle()
        box.focus_set()
        box.mark_set("begin", "insert")
        box.mark_gravity("begin", "left")
        self.input.insert(sentence)
        found = _TO_FILL.search(sentence)
        if found:
            first, last = (f"begin + {at} chars" for at in found.span())
            box.tag_add("sel", first, last)
            box.mark_set("insert", last)
