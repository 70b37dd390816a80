"""The one thread that letters pictures, whoever asks for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_THREAD = ThreadPoolExecutor(1, thread_name_prefix="charts")


def in_one_thread(draw: Callable[P, T]) -> Callable[P, T]:
    """Have it done there and wait for it; never from the thread itself.

    matplotlib opens its fonts anew for every thread and keeps them: four files and 8 MB each.
    """

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> T:
        return _THREAD.submit(draw, *args, **kwargs).result()

    return drawn
