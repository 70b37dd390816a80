"""Reads what is typed or pasted into a grid: names for codes, short forms for choices as well."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jsxh_desktop.app import code_search, reading
from jsxh_desktop.app.pinyin import initials
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Project

YES, NO = frozenset("√✓✔"), frozenset("×✗✘")
_NIL = re.compile(r"[¥￥]?\s*-")  # how a spreadsheet shows 0 in its format for accounting
_CODE_AND_NAME = re.compile(r"[\[(【]?(\d{3,7})[\])】]?[\s\-—:：]*\D+")


def read(filing: Filing, entry: Entry[Any], typed: str, unit: str) -> Any:
    """The value of a text as this year's codes and projects have it.

    Raises ValueError with a sentence for the clerk.
    """
    plain = unicodedata.normalize("NFC", typed).strip()
    if entry.kind is Kind.MONEY and _NIL.fullmatch(plain):
        return Money()
    reader = _READERS.get(entry.kind)
    if reader and plain:
        return reader(filing, entry, plain)
    return reading.read(entry, plain, unit)


def exact(filing: Filing, entry: Entry[Any], value: Any, unit: str) -> str:
    """What the editor holds: every digit, and the name of a project."""
    if entry.kind is Kind.REFERENCE:
        return project_name(filing, value)
    return reading.exact(entry, value, unit)


def project_name(filing: Filing, key: int | None) -> str:
    """How a project is called, by its id; nothing for none."""
    if key is None:
        return ""
    return next((name for name, each in called(filing) if each.id == key), "")


def called(filing: Filing) -> Iterator[tuple[str, Project]]:
    """Every project with its name, or its place where it has none yet."""
    for number, project in enumerate(filing.projects, 1):
        yield project.name or f"第 {number} 个项目", project


def _choice(_filing: Filing, entry: Entry[Any], typed: str) -> Any:
    plain = unicodedata.normalize("NFKC", "".join(typed.split()))
    found = typed if typed in entry.choices else _only(entry.choices, plain)
    if found is None:
        raise ValueError(f"“{_quote(typed)}”认不出来，只能填{'、'.join(entry.choices)}")
    return entry.parse(found)


def _flag(_filing: Filing, entry: Entry[Any], typed: str) -> Any:
    said = "是" if typed in YES else "否" if typed in NO else typed
    return reading.read(entry, said, "")


def _code(filing: Filing, entry: Entry[Any], typed: str) -> Any:
    try:
        return reading.read(entry, typed, "")
    except ValueError:
        code = _code_in(typed) or code_search.code_named(filing, entry.kind, typed)
        code = code or _code_sounding(filing, entry, typed)
        if code is None:
            raise _no_code(filing, entry, typed) from None
    return reading.read(entry, code, "")


def _code_in(typed: str) -> str | None:
    """The digits before a name: 2060701 机构运行, [2060701]机构运行."""
    found = _CODE_AND_NAME.fullmatch(unicodedata.normalize("NFKC", typed))
    return found[1] if found and len(found[1]) in (3, 5, 7) else None


def _code_sounding(filing: Filing, entry: Entry[Any], typed: str) -> str | None:
    if not (typed.isascii() and typed.isalpha()):
        return None
    sound = typed.casefold()
    names = code_search.names(filing, entry.kind)
    found = [code for code, name in names.items() if initials(name) == sound]
    return found[0] if len(found) == 1 else None


def _no_code(filing: Filing, entry: Entry[Any], typed: str) -> ValueError:
    plain = "".join(typed.split())
    count = sum(plain == name for name in code_search.names(filing, entry.kind).values())
    if count:
        return ValueError(f"叫“{_quote(typed)}”的科目有 {count} 个，按 F4 选一个")
    return ValueError(f"“{_quote(typed)}”不是科目编码，也没有叫这个名字的，按 F4 查")


def _project(filing: Filing, _entry: Entry[Any], typed: str) -> int:
    named = {name: each.id for name, each in called(filing)}
    coded = {each.code: each.id for each in filing.projects if each.code}
    if typed in coded:
        return coded[typed]
    name = typed if typed in named else _only(named, typed)
    if name is None:
        raise ValueError(f"没有叫“{_quote(typed)}”的项目，按 F4 选，或先到“项目自评表”加")
    return named[name]


def _only(names: Iterable[str], typed: str) -> str | None:
    """The one name that begins with a text, or has it within, or sounds like it."""
    every = tuple(names)
    sound = typed.casefold()
    for fits in (
        [name for name in every if name.startswith(typed)],
        [name for name in every if typed in name],
        [name for name in every if sound.isascii() and initials(name).startswith(sound)],
    ):
        if len(fits) == 1:
            return fits[0]
    return None


def _quote(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= reading.LONGEST_QUOTE else f"{line[: reading.LONGEST_QUOTE]}…"


_READERS: dict[Kind, Callable[[Filing, Entry[Any], str], Any]] = {
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.FUNCTIONAL: _code,
    Kind.ECONOMIC: _code,
    Kind.REFERENCE: _project,
}
