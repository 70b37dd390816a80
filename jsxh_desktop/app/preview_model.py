"""The print of what is on the desk, always of the newest filing, made while the clerk types on."""

from __future__ import annotations

import threading
from collections.abc import Callable

from jsxh_desktop.app.lasting_thread import LastingThread
from jsxh_desktop.app.press import Press, PressStopped
from jsxh_desktop.app.problem import PackIsDamaged, Problem
from jsxh_desktop.app.proof import Composing, Proof, Trace
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing

Wish = tuple[Filing, Selection]
Question = tuple[int, float, float]
Job = tuple[Wish | None, Question | None]


class Preview:
    """Composes what was wanted last, then answers what was asked last; older ones are dropped.

    `ready`, `failed` and `answered` are called from a thread of the preview, so a window hands
    them on to its own. `failed` gets Problem or PackIsDamaged, whose message is for the clerk, or
    PressStopped, a defect; the next wish is tried anew.
    """

    def __init__(
        self,
        ready: Callable[[Proof], None],
        failed: Callable[[Exception], None],
        answered: Callable[[Trace | None], None] = lambda _trace: None,
        composer: Composing | None = None,
    ) -> None:
        self._ready = ready
        self._failed = failed
        self._answered = answered
        self._composer = composer or Press()
        self._wish: Wish | None = None
        self._question: Question | None = None
        self._closed = False
        self._news = threading.Condition()
        self._thread = LastingThread("preview", self._next, self._do)

    def want(self, filing: Filing, selection: Selection) -> None:
        """Have this composed next; returns at once."""
        with self._news:
            self._wish = filing, selection
            self._news.notify()

    def ask(self, page: int, x: float, y: float) -> None:
        """Ask what stands at a point of the last proof, in points from the page's upper left."""
        with self._news:
            self._question = page, x, y
            self._news.notify()

    def close(self) -> None:
        """Nothing is called back any more when this returns; what is under way is given up."""
        with self._news:
            self._closed = True
            self._news.notify()
        self._composer.close()
        self._thread.join()

    def _next(self) -> Job | None:
        """A wish, which goes first, or a question; None at the end."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._wish or self._question)
            if self._closed:
                return None
            wish, self._wish = self._wish, None
            question = None
            if wish is None:
                question, self._question = self._question, None
            return wish, question

    def _do(self, job: Job) -> None:
        wish, question = job
        try:
            if wish:
                self._tell(self._ready, self._composer.proof(*wish))
            elif question:
                self._tell(self._answered, self._composer.trace(*question))
        except (Problem, PackIsDamaged, PressStopped) as problem:
            self._tell(self._failed, problem)

    def _tell(self, listener: Callable[..., None], news: object) -> None:
        if not self._closed:
            listener(news)
