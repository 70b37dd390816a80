"""Over a preview: an edge around the figure under the pointer, and words that lead to its field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jsxh_desktop.app.origin_words import Lead, lead
from jsxh_desktop.app.page_stack import Place as Point
from jsxh_desktop.app.proof import Trace
from jsxh_desktop.ui.keys import bind_while
from jsxh_desktop.ui.page_canvas import PageCanvas
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import focused

REST = 60  # ms the pointer rests before it is asked what lies under it
TAG = "hint"
NOT_TYPED_IN = ("Frame", "Label", "TButton", "Tk")
"""Where Backspace takes nothing away."""


class OriginHint:
    """Asks what stands under the pointer and shows the answer; a click goes to the field.

    `ask` is called with a point of the pages; its answer comes to `answered`, from any thread.
    """

    def __init__(self, shell: Shell, pages: PageCanvas, ask: Callable[[Point], object]) -> None:
        self._shell = shell
        self._pages = pages
        self._ask = ask
        self._point: Point | None = None
        self._trace: Trace | None = None
        self._lead: Lead | None = None
        self._clicked = False
        self._timer = ""
        self._gone_from = False
        for event in ("<BackSpace>", "<Alt-Left>"):
            bind_while(pages.canvas, event, self._back)

    def over(self, point: Point | None) -> None:
        """The pointer is at a point of a page, or at none."""
        self._point = point
        self._stop()
        if point is None or not self._holds(point):
            self.hide()
            if point is not None:
                self._timer = self._pages.canvas.after(REST, partial(self._ask, point))

    def pressed(self, point: Point) -> None:
        """Go to the field of what is there, as soon as it is known."""
        self._point = point
        if self._holds(point):
            self._follow()
        else:
            self._stop()
            self._clicked = True
            self._ask(point)

    def answered(self, trace: Trace | None) -> None:
        self._shell.post(partial(self._show, trace))

    def hide(self) -> None:
        self._trace = self._lead = None
        self._clicked = False
        self._pages.canvas.delete(TAG)
        self._pages.canvas.configure(cursor="")

    @property
    def words(self) -> str:
        """What is said now."""
        return self._lead.words if self._lead else ""

    def _stop(self) -> None:
        if self._timer:
            self._pages.canvas.after_cancel(self._timer)
            self._timer = ""

    def _holds(self, point: Point) -> bool:
        """Whether what is shown now is what stands at a point."""
        if self._trace is None or self._trace.page != point.page:
            return False
        left, top, width, height = self._trace.box
        return left <= point.x <= left + width and top <= point.y <= top + height

    def _show(self, trace: Trace | None) -> None:
        if not self._pages.canvas.winfo_exists() or self._point is None:
            return
        clicked, self._clicked = self._clicked, False
        found = lead(self._shell.workspace.filing, trace) if trace else None
        self._trace, self._lead = trace, found
        if found is None or trace is None or not self._holds(self._point):
            self.hide()
        elif clicked:
            self._follow()
        else:
            self._draw(trace, found)

    def _draw(self, trace: Trace, found: Lead) -> None:
        canvas, theme = self._pages.canvas, self._shell.theme
        px, colours = theme.px, theme.palette
        canvas.delete(TAG)
        left, top, width, height = trace.box
        box = self._pages.outline(Point(trace.page, left, top), width, height)
        canvas.create_rectangle(*box, outline=colours.primary, width=max(1, px(1)), tags=TAG)
        said = canvas.create_text(
            0,
            0,
            anchor="nw",
            text=found.words,
            fill=colours.text,
            font=theme.font("small"),
            tags=TAG,
        )
        edge = canvas.bbox(said)[2] + px(12)
        leads = canvas.create_text(
            edge, 0, anchor="nw", text=found.action, fill=colours.primary, font=theme.font("small")
        )
        canvas.itemconfigure(leads, tags=TAG)
        wide = (canvas.bbox(leads)[2] if found.action else edge) + px(4)
        high = canvas.bbox(said)[3]
        x, y = self._beside(box, wide + px(16), high + px(16))
        canvas.move(said, x + px(10), y + px(7))
        canvas.move(leads, x + px(10), y + px(7))
        card = canvas.create_rectangle(
            x,
            y,
            x + wide + px(16),
            y + high + px(14),
            fill=colours.surface,
            outline=colours.box,
            tags=TAG,
        )
        canvas.tag_lower(card, said)
        canvas.configure(cursor="hand2" if found.page else "")

    def _beside(
        self, box: tuple[int, int, int, int], width: int, height: int
    ) -> tuple[float, float]:
        """Below what is pointed at, or above where there is no room; never past an edge."""
        canvas, gap = self._pages.canvas, self._shell.theme.px(6)
        right, bottom = canvas.canvasx(canvas.winfo_width()), canvas.canvasy(canvas.winfo_height())
        x = max(canvas.canvasx(gap), min(box[0], right - width - gap))
        below = box[3] + gap
        return x, below if below + height < bottom else box[1] - gap - height

    def _follow(self) -> None:
        found, page = self._lead, self._pages.page
        if found is None or not found.page:
            return
        self.hide()
        self._gone_from = True
        if found.place:
            self._shell.jump(found.place)
        else:
            self._shell.go(found.page)
        self._shell.tell(f"来自预览第 {page + 1} 页", "回到预览 Alt+←", self._shell.back)

    def _back(self, event: object) -> str | None:
        """Return to the preview, unless the key may take something away where the focus is."""
        canvas = self._pages.canvas
        if not canvas.winfo_exists() or canvas.winfo_ismapped() or not self._gone_from:
            return None
        here = focused(self._shell.root)
        backspace = getattr(event, "keysym", "") == "BackSpace"
        if backspace and here is not None and here.winfo_class() not in NOT_TYPED_IN:
            return None
        self._gone_from = False
        self._shell.back()
        return "break"
