"""Where one is and was before: pages gone to, and how each was left."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol, runtime_checkable

MOST = 30


class Step(NamedTuple):
    """A page gone from: `left` is the field the caret was in, or what the page was left with."""

    page: str
    left: Any


class Trail:
    """Remembers on leaving a page, gives back on returning."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def leave(self, page: str, left: Any) -> None:
        """One goes on from here."""
        self._steps.append(Step(page, left))
        del self._steps[:-MOST]

    def back(self) -> Step:
        """The page before and how it was left; no page at the start."""
        return self._steps.pop() if self._steps else Step("", None)


@runtime_checkable
class Resumes(Protocol):
    """A page that stands as it was left when it is built anew."""

    def left(self) -> Any:
        """What has been typed or shown there."""

    def resume(self, left: Any) -> None:
        """Have it there again."""


class Frame(Protocol):
    """The frame with a workbook or the lobby: one page is shown at a time."""

    page: str
    trail: Trail

    @property
    def view(self) -> Any: ...


class Stand(NamedTuple):
    """Where one is, and the way back from there."""

    here: Step
    trail: Trail


def stand_in(frame: Frame) -> Stand:
    """Where one is, to be there again in a frame that is built anew."""
    return Stand(Step(frame.page, left_of(frame.view)), frame.trail)


def stand_again(frame: Frame, stand: Stand) -> None:
    """Have the page that is shown as it was, and the way back."""
    frame.trail = stand.trail
    resume(frame.view, stand.here.left)


def left_of(view: Any) -> Any:
    return view.left() if isinstance(view, Resumes) else None


def resume(view: Any, left: Any) -> None:
    if left is not None and isinstance(view, Resumes):
        view.resume(left)
