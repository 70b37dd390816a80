"""预览与打印: the very print, kept up to date, each figure leading back to its field."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

from jsxh_desktop.app.gap_marks import gap_marks
from jsxh_desktop.app.packs import PackIsDamaged
from jsxh_desktop.app.page_pictures import PagePictures
from jsxh_desktop.app.page_stack import Place as Point
from jsxh_desktop.app.page_stack import Zoom
from jsxh_desktop.app.press import Press
from jsxh_desktop.app.preview_model import Preview
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.proof import Choice, Composing, Proof, choices
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.origin_hint import OriginHint
from jsxh_desktop.ui.page_canvas import PageCanvas, Pointer
from jsxh_desktop.ui.page_images import PageImages
from jsxh_desktop.ui.preview_bar import PreviewBar, Wishes
from jsxh_desktop.ui.print_panel import PrintPanel
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.thumbnails import Thumbnails

SETTLE = 250  # ms after a print is shown


class PreviewPage:
    """Shows the newest print there is; while a newer one is made, the old one stays."""

    first = 0
    """The place in the list of what is shown first."""

    def __init__(self, parent: tk.Misc, shell: Shell, composer: Composing) -> None:
        self._shell = shell
        self._choices: tuple[Choice, ...] = ()
        self._chosen = 0
        self._wanted: tuple[Filing, Choice] | None = None
        self._proof: Proof | None = None
        self._waiting: list[Callable[[Proof], object]] = []
        self._build(parent)
        self._preview = Preview(self._made, self._failed, self.hint.answered, composer)
        self.widget.bind("<Destroy>", self._let_go, add="+")

    def refresh(self) -> None:
        workspace = self._shell.workspace
        offered = choices(workspace.filing, workspace.pack)
        if offered != self._choices:
            before = self._choices[self._chosen] if self._choices else None
            self._chosen = _same(before, offered) if before else self.first
            self._choices = offered
            self.bar.offer([choice.title for choice in offered], self._chosen)
        self._want()
        if self.proof:
            self.panel.look_again()

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - nothing is filled in here
        return False

    def focus_first(self) -> None:
        self.pages.focus()

    def flush(self) -> None:
        """Nothing typed here belongs to the filing."""

    @property
    def proof(self) -> Proof | None:
        """The print of what is on the desk now; None while it is being made."""
        proof = self._proof
        if proof and self._wanted and self._wanted[0] is proof.filing:
            return proof if proof.selection == self._wanted[1].selection else None
        return None

    @property
    def title(self) -> str:
        return self._choices[self._chosen].title

    @property
    def selection(self) -> Selection:
        return self._choices[self._chosen].selection

    @property
    def current_page(self) -> int:
        return self.pages.page + 1

    def when_ready(self, do: Callable[[Proof], object]) -> None:
        self._waiting.append(do)
        self._serve()

    def choose(self, number: int) -> None:
        """Show something else, from its first page."""
        self._chosen = number
        self.bar.select(number)
        self.pages.go_to(Point(0, 0, 0))
        self._want()
        self.pages.focus()

    def show_sheet(self, number: int) -> None:
        """Show one self-evaluation sheet, counted from 1."""
        selections = [choice.selection.sheet for choice in self._choices]
        if number in selections:
            self.choose(selections.index(number))

    def _want(self) -> None:
        wanted = self._shell.workspace.filing, self._choices[self._chosen]
        if self._wanted and wanted[0] is self._wanted[0] and wanted[1] == self._wanted[1]:
            return
        self._wanted = wanted
        self.bar.waiting("正在更新…" if self._proof else "正在排版…")
        self._preview.want(wanted[0], wanted[1].selection)

    def _made(self, proof: Proof) -> None:
        """From the preview's thread, where the pages are opened too."""
        pictures = PagePictures(proof.pdf)
        sizes = [pictures.size(page) for page in range(pictures.pages)]
        self._shell.post(partial(self._show, proof, pictures, sizes))

    def _show(self, proof: Proof, pictures: PagePictures, sizes: list[tuple[float, float]]) -> None:
        if not self.widget.winfo_exists():
            pictures.close()
            return
        self._proof = proof
        self.images.show(pictures)
        self.hint.hide()
        self.pages.show(sizes)
        self.thumbnails.show(sizes)
        self.panel.form.show_pages(proof.pages)
        self._serve()
        self.widget.after(SETTLE, partial(self._look_closer, proof))

    def _look_closer(self, proof: Proof) -> None:
        """What can wait until the pages are there: marks, and what to look at before printing."""
        if self._proof is proof:
            self.panel.look_again()
            self.images.look_through(gap_marks, self.images.mark)

    def _serve(self) -> None:
        """Hand the print to those who wait for it, if it is the newest."""
        proof = self.proof
        if proof:
            self.bar.done()
            waiting, self._waiting = self._waiting, []
            for do in waiting:
                do(proof)

    def _failed(self, problem: Exception) -> None:
        """From the preview's thread."""
        self._shell.post(partial(self._tell, problem))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, Problem | PackIsDamaged):
            raise problem
        if self.widget.winfo_exists():
            self.bar.wrong(str(problem))

    def _build(self, parent: tk.Misc) -> None:
        shell, theme = self._shell, self._shell.theme
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self.images = PageImages(shell, self.widget)
        self.bar = PreviewBar(
            theme, self.widget, Wishes(self.choose, self._turn, self._zoom, self._step)
        )
        self.bar.widget.pack(fill="x")
        pieces.rule(theme, self.widget).pack(fill="x")
        body = pieces.frame(theme, self.widget)
        body.pack(fill="both", expand=True)
        self.thumbnails = Thumbnails(body, shell, self.images, self._go_to_page)
        self.thumbnails.widget.pack(side="left", fill="y")
        pieces.rule(theme, body, upright=True).pack(side="left", fill="y")
        self.panel = PrintPanel(body, shell, self)
        self.panel.widget.pack(side="right", fill="y")
        pieces.rule(theme, body, upright=True).pack(side="right", fill="y")
        pointer = Pointer(self._moved, self._over, self._pressed)
        self.pages = PageCanvas(body, shell, self.images, pointer)
        self.pages.widget.pack(fill="both", expand=True)
        self.hint = OriginHint(shell, self.pages, self._ask)
        self._moved()

    def _ask(self, point: Point) -> None:
        self._preview.ask(*point)

    def _over(self, point: Point | None) -> None:
        self.hint.over(point)

    def _pressed(self, point: Point) -> None:
        self.hint.pressed(point)

    def _turn(self, by: int) -> None:
        self.pages.turn(by)

    def _go_to_page(self, page: int) -> None:
        self.pages.go_to(Point(page, 0, 0))
        self.pages.focus()

    def _zoom(self, zoom: Zoom) -> None:
        self.pages.set_zoom(zoom)

    def _step(self, by: int) -> None:
        self.pages.step_zoom(by)

    def _moved(self) -> None:
        """The canvas shows another page or size."""
        self.bar.show_page(self.pages.page, self._proof.pages if self._proof else 0)
        self.bar.show_size(self.pages.per_cent, self.pages.zoom)
        self.thumbnails.mark(self.pages.page)
        self.hint.hide()

    def _let_go(self, event: tk.Event[tk.Misc]) -> None:
        if event.widget is self.widget:
            self._preview.close()


def _same(before: Choice, offered: tuple[Choice, ...]) -> int:
    """The place of what was chosen, whatever it is called now; the whole book where it is gone."""
    selections = [choice.selection for choice in offered]
    return selections.index(before.selection) if before.selection in selections else 0


def build(parent: tk.Misc, shell: Shell) -> View:
    """预览与打印."""
    return PreviewPage(parent, shell, Press())
