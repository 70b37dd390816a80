"""名词解释: what the document explains, in print order; own wording is typed over the given one."""

from __future__ import annotations

import tkinter as tk
from functools import partial

import ttkbootstrap as ttk

from jsxh_desktop.app import coming, terms_model
from jsxh_desktop.app.check_marks import note, unread
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.step import Step
from jsxh_desktop.app.terms_model import Explained, Whose
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Term
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.column import column
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.pause import Pause
from jsxh_desktop.ui.prose_input import ProseInput
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.reveal import reveal
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.term_block import NUMBER, TermBlock
from jsxh_desktop.ui.topic import topic_in
from jsxh_desktop.ui.unused_terms import UnusedTerms
from jsxh_desktop.ui.wrapped_label import WrappedLabel

KEY = "terms"
WIDEST, NAME = 900, 300
HINT = "写正文里出现的名称，Enter 接着写解释"


class TermsPage:
    """The terms that print, one to be added, and those that are not used."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell, self._theme = shell, shell.theme
        self._terms: tuple[Explained, ...] = ()
        self._blocks: dict[str, TermBlock] = {}
        self._unsaved: dict[str, str] = {}
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        actions = (
            ("加一个名词", "plus-lg", self._begin),
            ("F1 怎么填", "question-circle", lambda: shell.help(KEY)),
        )
        self._head = PageHead(shell.theme, self.widget, BY_KEY[KEY].title, actions=actions)
        self._build()
        self._pause = Pause(self.widget, self.flush)

    def refresh(self) -> None:
        filing, pack = self._shell.workspace.filing, self._shell.workspace.pack
        self._terms = terms_model.explained(filing, pack)
        for name in self._blocks.keys() - {each.name for each in self._terms}:
            self._blocks.pop(name).area.destroy()
        made = len(self._blocks)
        for number, term in enumerate(self._terms, 1):
            self._show(number, term)
        if len(self._blocks) > made:
            self._scrolled.enable_scrolling()  # the wheel reaches only what it was told of
        self._unused.show(terms_model.unused(filing, pack))
        waits = terms_model.waits_for(filing)
        self._waits.configure(text=f"支出科目的解释还列不出来：还没有“{waits}”")
        if waits:
            self._waits.pack(fill="x", before=self._list)
        else:
            self._waits.pack_forget()
        own = sum(each.whose is Whose.OWN for each in self._terms)
        blank = sum(each.whose is Whose.NOBODY for each in self._terms)
        said = [f"{len(self._terms)} 个", f"自己写的 {own} 个" if own else "都用现成的解释"]
        said += [f"{blank} 个还没有解释"] if blank else []
        self._head.say("　·　".join((BY_KEY[KEY].table, *said)))

    def show_place(self, place: Place) -> bool:
        for term in self._terms:
            if place.entry.entity is Term and place.key == term.key:
                self._focus(self._blocks[term.name].input)
                return True
        return False

    def focus_first(self) -> None:
        fields = self._inputs()
        blank = (each for each in fields if not each.text.strip())
        field = next(blank, next(iter(fields), None))
        if field:
            self._focus(field)

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        return topic_in(self.widget, [(Term.explanation, self._list)])

    def flush(self) -> None:
        for field in self._inputs():
            field.leave()

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._scrolled = scrolled(self.widget)
        self._scrolled.pack(fill="both", expand=True)
        body = pieces.frame(theme, self._scrolled)
        body.pack(fill="both", expand=True, padx=px(20), pady=(0, px(20)))
        area = column(theme, body, WIDEST)
        self._waits = pieces.label(theme, area, "", "warn", "small", anchor="w")
        self._list = pieces.frame(theme, area)
        self._list.columnconfigure(0, weight=1)
        self._list.pack(fill="x")
        row = pieces.frame(theme, area)
        row.pack(fill="x", padx=(px(NUMBER), 0), pady=(px(4), px(12)))
        pieces.label(theme, row, "加一个名词").pack(side="left", padx=(0, px(12)))
        room = pieces.frame(theme, row, width=theme.row(NAME), height=theme.row(35))
        room.pack_propagate(False)
        room.pack(side="left")
        self._new = ttk.Entry(room)
        self._new.pack(fill="both", expand=True)
        self._new.bind("<Return>", self._entered_new)
        self._new.bind("<KP_Enter>", self._entered_new)
        self._new.bind("<FocusOut>", self._left_new)
        hint = WrappedLabel(theme, row, HINT, "text3", "small").widget
        hint.pack(side="left", fill="x", expand=True, padx=px(12))
        self._unused = UnusedTerms(theme, area, self._print_too)
        self._unused.widget.pack(fill="x")

    def _show(self, number: int, term: Explained) -> None:
        if term.name not in self._blocks:
            self._blocks[term.name] = self._make(term.name)
        block, workspace = self._blocks[term.name], self._shell.workspace
        waiting = self._unsaved.get(term.name)
        text, mark = term.text, None
        if term.place:
            mark = note(workspace, term.place)
            text = workspace.text(term.place) if workspace.problem(term.place) else term.text
        elif waiting:
            text, mark = waiting, unread(workspace.trouble)
        block.show(number, term, text, mark)
        block.area.lift()  # Tab follows the order of the widgets
        block.area.grid(row=number, column=0, sticky="ew", pady=(0, self._theme.px(12)))

    def _make(self, name: str) -> TermBlock:
        react = Reactions(
            typed=partial(self._typed, name),
            left=partial(self._write, name),
            entered=lambda: self._blocks[name].input.text,
            walk=partial(self._walk, name),
        )
        return TermBlock(self._shell, self._list, name, react, partial(self._restore, name))

    # What is typed.

    def _term(self, name: str) -> Explained:
        return next(each for each in self._terms if each.name == name)

    def _typed(self, name: str, text: str) -> None:
        place, workspace = self._term(name).place, self._shell.workspace
        if place:
            workspace.typing(place, text)
        else:
            coming.typing(workspace, Term.explanation, text, {Term.name: name})
            self._pause.begin()

    def _write(self, name: str, text: str) -> None:
        """Keep an explanation; the given words typed again are none of the unit's own."""
        term = self._term(name)
        change = terms_model.change_of(term, text)
        if isinstance(change, Place):
            self._shell.workspace.leave(change, text, terms_model.title_of(term))
        elif change is None:
            self._show(self._terms.index(term) + 1, term)
        else:
            self._unsaved[name] = text
            if self._apply(change):
                self._unsaved.pop(name, None)

    def _restore(self, name: str) -> None:
        """Back to the given words, or an added term away."""
        step = terms_model.restored(self._term(name))
        if self._apply(step):
            self._shell.tell(f"已{step.title}")
        if name in self._blocks:
            self._focus(self._blocks[name].input)

    def _print_too(self, name: str) -> None:
        if self._apply(terms_model.added(name)):
            self._shell.tell(f"“{name}”会印在最后")

    def _begin(self) -> None:
        self._new.focus_set()
        reveal(self._scrolled, self._new)

    def _left_new(self, _event: object) -> None:
        if self._new.focus_lastfor() is not self._new:
            self._add()

    def _entered_new(self, _event: object) -> str:
        """On to the explanation of the term, or past the field where nothing is written."""
        name = self._add()
        if name in self._blocks:
            self._focus(self._blocks[name].input)
        else:
            self._unused.focus()
        return "break"

    def _add(self) -> str:
        """Add a term by the name that was written; that name."""
        name = self._new.get().strip()
        self._new.delete(0, "end")
        if name in self._blocks:
            self._shell.tell(f"“{name}”上面已经有了")
        elif name:
            self._apply(terms_model.added(name))
        return name

    def _apply(self, step: Step) -> bool:
        workspace = self._shell.workspace
        try:
            workspace.apply(step.title, step.changes)
        except ValueError as slip:
            self._shell.tell(str(slip))
            return False
        return not workspace.trouble

    def _walk(self, name: str, by: int) -> None:
        fields = self._inputs()
        place = fields.index(self._blocks[name].input) + by
        if place == len(fields):
            self._begin()
        else:
            self._focus(fields[place])

    def _inputs(self) -> list[ProseInput]:
        return [self._blocks[each.name].input for each in self._terms]

    def _focus(self, field: ProseInput) -> None:
        field.focus()
        reveal(self._scrolled, field.widget)


def build(parent: tk.Misc, shell: Shell) -> View:
    """名词解释."""
    return TermsPage(parent, shell)
