"""The sample filing, and how a filing is read from data that holds what a clerk would type."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import FACTS, LISTS, SINGLES, Filing
from jsxh_desktop.domain.terms import Precision

SAMPLE = "kexie-2021"


@cache
def sample() -> Filing:
    """样例: 广元市朝天区科学技术协会, 2021; its decisions are told in assets/samples/README.md."""
    text = (assets() / "samples" / f"{SAMPLE}.toml").read_text("utf-8")
    return filing_from(tomllib.loads(text))


def filing_from(data: Mapping[str, Any]) -> Filing:
    """Build a filing from tables named as its attributes, their values as typed by a clerk.

    Every value goes through its own Entry. A record of a list has the `id` it is given, else its
    place in the list from 1 on. Raises KeyError for a name no filing knows, ValueError with the
    clerk's sentence for a value its entry refuses.
    """
    _refuse_unknown(data, {*FACTS, *SINGLES, *LISTS}, "filing")
    parts: dict[str, Any] = {"year": data["year"]}
    if "pack" in data:
        parts["pack"] = data["pack"]
    if "precision" in data:
        parts["precision"] = Precision(data["precision"])
    for name in SINGLES.keys() & data.keys():
        parts[name] = _record(SINGLES[name], data[name])
    for name in LISTS.keys() & data.keys():
        parts[name] = tuple(
            _listed(LISTS[name], typed, place) for place, typed in enumerate(data[name], start=1)
        )
    return Filing(**parts)


def _listed(entity: type[Any], typed: Mapping[str, str], place: int) -> Any:
    plain = dict(typed)
    return _record(entity, plain, id=int(plain.pop("id", place)))


def _record(entity: type[Any], typed: Mapping[str, str], **facts: int) -> Any:
    fields = {entry.name: entry for entry in entries(entity)}
    _refuse_unknown(typed, fields.keys(), entity.__name__)
    return entity(**{name: fields[name].parse(text) for name, text in typed.items()}, **facts)


def _refuse_unknown(given: Mapping[str, Any], known: Collection[str], where: str) -> None:
    for name in given:
        if name not in known:
            raise KeyError(f"{where} has no {name}")
