"""Finds the self-evaluation sheets of a file and reads them by their labels, whatever the grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from jsxh_desktop.app.imports.form_words import (
    DONE,
    EXPECTED,
    FIRST,
    NAME,
    OFFICIAL,
    REASON,
    SECOND,
    THIRD,
    FormWords,
)
from jsxh_desktop.app.imports.official import GAP
from jsxh_desktop.app.imports.source import Source, plain, written

BESIDE = ("预算数:", "执行数:")
"""Labels that have their amount beside them; the others are heads above it."""
OTHERS = ("主管部门", "实施单位")
"""Labels whose values nothing here is made of."""

_TITLE = re.compile(r"自评表?\((.+)\)$")
_CODED = re.compile(r"(\d{8}[RYT]\d{6,14})-(.+)", re.DOTALL)
_UNCODED = re.compile(rf"{GAP}[^〕]*〕-(.+)", re.DOTALL)
_YEAR = re.compile(r"\(?20\d\d年?度?\)?")
_ENDS = ("总分", "合计", "评价结论", "存在问题", "改进措施", "填报人", "项目负责人", "注:", "注1")
_NOTHING = frozenset(["", "—", "-", "/", "——", "无"])


class Spot(NamedTuple):
    """A cell that says something: where it is, and its text as it stands there."""

    address: str
    text: str


@dataclass
class Form:
    """One sheet as read: texts of the project, goals, money, and a mapping for each indicator."""

    source: Source
    words: FormWords = OFFICIAL
    texts: dict[str, Spot] = field(default_factory=dict)
    expected: Spot | None = None
    done: Spot | None = None
    money: dict[str, Spot] = field(default_factory=dict)
    indicators: list[dict[str, Spot]] = field(default_factory=list)
    in_yuan: bool = False

    @property
    def name(self) -> str:
        found = self.texts.get("name")
        return found.text.strip() if found else ""


def forms(source: Source, words: FormWords = OFFICIAL) -> Iterator[Form]:
    """Every sheet for a project there is on a sheet of the file."""
    heads = [row for row in range(len(source.rows)) if _is_head(source, row, words)]
    if not heads:
        return
    starts = [
        0,
        *(_start(source, words, before, after) for before, after in pairwise(heads)),
    ]
    ends = [*starts[1:], len(source.rows)]
    for head, start, end in zip(heads, starts, ends, strict=True):
        yield _form(source, words, head, range(start, end))


def _is_head(source: Source, row: int, words: FormWords) -> bool:
    texts = {source.text(row, column) for column in range(source.width)}
    known = {SECOND, THIRD} <= texts or (bool(words.own) and words.own <= texts)
    return known and "项目" not in texts  # which a list of them has


def _start(source: Source, words: FormWords, before: int, after: int) -> int:
    """Where the second of two forms begins: at its title, else at 项目名称."""
    for row in range(before + 1, after):
        texts = [source.text(row, column) for column in range(source.width)]
        if any(("自评" in text and "表" in text) or _named(text, words) for text in texts):
            return row
    return next(
        (r for r in range(before + 1, after) if "项目名称" in source.text(r, 0)), before + 1
    )


def _form(source: Source, words: FormWords, head: int, rows: range) -> Form:
    form = Form(source, words)
    for row in rows:
        for column in range(source.width):
            text = source.text(row, column)
            if text:
                _label(form, row, column, text, rows)
    form.indicators = [*_indicators(source, words, head, rows)]
    return form


def _label(form: Form, row: int, column: int, text: str, rows: range) -> None:
    """Whatever a cell is a label of."""
    source, words, bare = form.source, form.words, text.rstrip(":")
    form.in_yuan = form.in_yuan or text.endswith("(元)")
    if bare in words.texts:
        _take_text(form, words.texts[bare], _right(form, row, column))
    elif words.goals.get(bare) == EXPECTED and row + 1 in rows:
        form.expected = form.expected or _spot(source, row + 1, column)
    elif words.goals.get(bare) == DONE and row + 1 in rows:
        form.done = form.done or _spot(source, row + 1, column)
    elif text in BESIDE:
        _take_money(form, words.money[text], _right(form, row, column))
    elif bare in words.totals:
        _money(form, row, rows)
    else:
        _title(form, row, column)


def _title(form: Form, row: int, column: int) -> None:
    """The project a title names in brackets, unless they hold the year."""
    source = form.source
    name = _named(source.text(row, column), form.words)
    if name and "name" not in form.texts:
        raw = written(source.value(row, column)).strip()
        _take_text(form, "name", Spot(source.address(row, column), _as_written(name, raw)))


def _named(text: str, words: FormWords) -> str:
    """The project a title names, as it is compared; nothing where it names none."""
    found = _TITLE.search(text) or (words.title.search(text) if words.title else None)
    return found[1] if found and not _YEAR.fullmatch(found[1]) else ""


def _as_written(name: str, text: str) -> str:
    """The part of a text that is compared as this name."""
    kept = [(place, said) for place, sign in enumerate(text) for said in plain(sign)]
    start = "".join(said for _, said in kept).rfind(name)
    end = start + len(name) - 1
    return text[kept[start][0] : kept[end][0] + 1] if start >= 0 else name


def _take_money(form: Form, kind: str, spot: Spot | None) -> None:
    if spot:
        form.money.setdefault(kind, spot)


def _take_text(form: Form, name: str, spot: Spot | None) -> None:
    """A project's code stands before its name where a form knows codes."""
    if spot is None or name in form.texts:
        return
    uncoded = _UNCODED.fullmatch(spot.text.strip())
    if uncoded:
        spot = Spot(spot.address, uncoded[1])
    coded = _CODED.fullmatch(spot.text.strip()) if name == "name" else None
    if coded:
        form.texts["code"] = Spot(spot.address, coded[1])
        spot = Spot(spot.address, coded[2])
    if not spot.text.startswith(GAP):
        form.texts[name] = spot


def _right(form: Form, row: int, column: int) -> Spot | None:
    """What stands to the right of a label, up to the next one.

    Cells the label covers are passed over; where nothing says which these are, blank ones are.
    """
    source = form.source
    for place in range(column + 1, source.width):
        if source.covers.get((row, place)) == (row, column):
            continue
        text = source.text(row, place).rstrip(":")
        if text in form.words.texts or text.startswith(OTHERS):
            return None
        if text or source.merged:
            return _spot(source, row, place)
    return None


def _spot(source: Source, row: int, column: int) -> Spot | None:
    first = source.covers.get((row, column), (row, column))
    text = written(source.value(*first))
    blank = text.startswith(GAP) and not _UNCODED.fullmatch(text.strip())
    said = plain(text) not in _NOTHING and not blank
    return Spot(source.address(*first), text) if said else None


def _money(form: Form, row: int, rows: range) -> None:
    """The amounts of all money together, below the heads that say which they are."""
    source = form.source
    for column in range(source.width):
        for above in range(row - 1, max(rows.start, row - 4) - 1, -1):
            head = source.shared(above, column)
            if head in form.words.money:
                _take_money(form, form.words.money[head], _spot(source, row, column))
                break
            if "原因" in head:
                _take_text(form, "execution_reason", _spot(source, row, column))
                break


def _indicators(
    source: Source, words: FormWords, head: int, rows: range
) -> Iterator[dict[str, Spot]]:
    columns = dict(_columns(source, words, head))
    names = {column: key for column, key in columns.items() if key not in {FIRST, SECOND}}
    classes = {key: column for column, key in columns.items() if key in {FIRST, SECOND}}
    above: dict[str, str] = {}
    for row in range(head + 1, rows.stop):
        before = (source.text(row, column) for column in range(min(names, default=0)))
        if any(text.startswith(_ENDS) for text in before):
            return
        for key, column in classes.items():
            shared = source.shared(row, column)
            above[key] = shared or above.get(key, "")
        found = {key: spot for c, key in names.items() if (spot := _spot(source, row, c))}
        if NAME in found:
            named = above.get(SECOND, "" if SECOND in classes else above.get(FIRST, ""))
            yield {**found, SECOND: Spot(found[NAME].address, named)}


def _columns(source: Source, words: FormWords, head: int) -> Iterator[tuple[int, str]]:
    for column in range(source.width):
        text = source.text(head, column)
        if text in words.columns:
            yield column, words.columns[text]
        elif "原因" in text:
            yield column, REASON


def numbered(text: str) -> Sequence[str]:
    """The goals of a text: 目标1：…, one a line, or all of it as one."""
    parts = re.split(r"(?:^|\n)\s*目标\s*\d*\s*[:：]", text.strip())
    found = [part.strip() for part in parts if part.strip()]
    return found or [text.strip()]
