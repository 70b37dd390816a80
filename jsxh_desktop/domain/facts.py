"""Facts of a pack as they are written: what is missing, unknown or wrong is told by its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from string import Formatter
from typing import Any, NoReturn, TypeVar

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class WrongFact(ValueError):  # noqa: N818 - named for what it tells the writer of a pack
    """A fact that cannot be used; the message names its key and says what is allowed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One table of facts; `path` is where it stands: `sheet.rows[2]`, counted from 1.

    Every reading raises WrongFact where the fact is missing without a `default`, or is of another
    kind.
    """

    given: Mapping[str, Any]
    path: str = ""

    def at(self, key: str) -> str:
        """A key with the way to it."""
        return f"{self.path}.{key}" if self.path else key

    def refuse(self, key: str, why: str) -> NoReturn:
        raise WrongFact(f"{self.at(key)} {why}")

    def only(self, *keys: str) -> Facts:
        """These facts, where none of them has another key."""
        for key in self.given:
            if key not in keys:
                self.refuse(key, f"不认识，这里只能写 {_listed(keys)}")
        return self

    def has(self, key: str) -> bool:
        return key in self.given

    def text(self, key: str, default: str | None = None) -> str:
        return self._read(key, str, "应为引号里的文字", default)

    def template(self, key: str, *names: str, default: str | None = None) -> str:
        """A text that may say {name} for each of these names, and nothing else in braces."""
        found = self.text(key, default)
        if why := misplaced(found, names):
            self.refuse(key, why)
        return found

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        return self._read(key, bool, "应为 true 或 false", default)

    def whole(self, key: str, default: int | None = None, *, least: int = 0) -> int:
        found = self._read(key, int, "应为整数", default)
        if isinstance(found, bool) or found < least:
            self.refuse(key, f"应为不小于{least}的整数")
        return found

    def number(self, key: str, default: Decimal | None = None) -> Decimal:
        """A number with or without decimals, from zero on."""
        if key not in self.given and default is not None:
            return default
        return self._number(key, self._read(key, object, "", None))

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        return tuple(self._number(key, each) for each in self._list(key))

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        if key not in self.given and default is not None:
            return default
        found = self._list(key)
        if not all(isinstance(each, str) for each in found):
            self.refuse(key, "应为文字的列表")
        return tuple(found)

    def choice(self, key: str, options: type[E], default: E | None = None) -> E:
        """One of the names there are; of many, those of the same beginning are told."""
        if key not in self.given and default is not None:
            return default
        return self.one_of(key, self.text(key), options)

    def one_of(self, key: str, given: str, options: type[E]) -> E:
        """A name that stands somewhere under a key."""
        try:
            return options(given)
        except ValueError:
            alike = [each for each in options if each.startswith(given.partition(".")[0] + ".")]
            self.refuse(key, f"写的是“{given}”，只能是 {_listed(alike or options)}")

    def table(self, key: str) -> Facts:
        return Facts(
            self._read(key, dict, f"应为一段，以 [{self.at(key)}] 开头", None), self.at(key)
        )

    def tables(self, key: str) -> tuple[Facts, ...]:
        """A list of tables; none where the key is not there."""
        found = self._list(key) if key in self.given else []
        if not all(isinstance(each, dict) for each in found):
            self.refuse(key, f"应为几段，每段以 [[{self.at(key)}]] 开头")
        return tuple(Facts(each, f"{self.at(key)}[{n}]") for n, each in enumerate(found, 1))

    def lists(self, key: str, length: int) -> tuple[tuple[Any, ...], ...]:
        """A list of short lists, each of the same length; none where the key is not there."""
        found = self._list(key) if key in self.given else []
        if not all(isinstance(each, list) and len(each) == length for each in found):
            self.refuse(key, f"应为列表，其中每一项又是 {length} 个一组")
        return tuple(map(tuple, found))

    def _list(self, key: str) -> list[Any]:
        return self._read(key, list, "应为列表，写在 [ ] 里", None)

    def _number(self, key: str, found: object) -> Decimal:
        if isinstance(found, bool) or not isinstance(found, int | float | Decimal) or found < 0:
            self.refuse(key, "应为不小于0的数字")
        return found if isinstance(found, Decimal) else Decimal(str(found))

    def _read(self, key: str, kind: type[T], why: str, default: T | None) -> T:
        if key not in self.given:
            if default is None:
                raise WrongFact(f"缺少 {self.at(key)}")
            return default
        found = self.given[key]
        if not isinstance(found, kind):
            self.refuse(key, why)
        return found


def misplaced(template: str, names: Iterable[str]) -> str:
    """What is wrong with the placeholders of a template; nothing where all are of these names."""
    allowed = "、".join(f"{{{name}}}" for name in names) or "没有花括号的文字"
    try:
        found = [name for _, name, *_ in Formatter().parse(template) if name is not None]
    except ValueError:
        return f"里的花括号不成对，花括号里只能写 {allowed}"
    strange = next((name for name in found if name not in {*names}), None)
    return "" if strange is None else f"里写了 {{{strange}}}，只能写 {allowed}"


def _listed(names: Iterable[str]) -> str:
    return "、".join(names)
