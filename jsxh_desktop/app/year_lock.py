"""Whether the year on the desk may be changed, and what to say where it may not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.sign_off import Standing


class YearLock(NamedTuple):
    """How far a year is signed off, and which year's sign-off keeps it from being changed, if any.

    `refusal` says so; it is empty while the year may be changed.
    """

    standing: Standing
    by: int | None
    refusal: str


def said_of(lock: YearLock) -> str:
    """The stage in a few words: 草稿, 定稿 第2版."""
    standing = lock.standing
    return (
        f"{standing.stage} 第{standing.edition}版" if standing.stage.is_locked else standing.stage
    )


def year_lock(workbook: Workbook, keys: Mapping[int, int], year: int) -> YearLock:
    """The lock of a year; `keys` are the ids of all years. Raises FileError."""
    here = workbook.sign_offs.standing(keys[year])
    if here.stage.is_locked:
        return YearLock(here, year, f"{year}年度已经定稿，只能看。要改先解除定稿")
    after = year + 1
    if after in keys and workbook.sign_offs.standing(keys[after]).stage.is_locked:
        said = f"{after}年度已经定稿，{year}年度的数印在里面，只能看。要改先解除{after}年度的定稿"
        return YearLock(here, after, said)
    return YearLock(here, None, "")
