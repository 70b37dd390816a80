"""A field declared once: the typed attribute that form, table, file and print all read."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from jsxh_desktop.domain.money import Money

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Kind(Enum):
    """How an entry is kept and shown."""

    TEXT = "text"
    PROSE = "prose"
    CHOICE = "choice"
    WHOLE = "whole"
    FLAG = "flag"
    MONEY = "money"
    NUMBER = "number"
    DAY = "day"
    FUNCTIONAL = "functional"
    ECONOMIC = "economic"
    REFERENCE = "reference"


@dataclass(eq=False)
class Entry(Generic[T]):
    """A typed class attribute: `Duty.text` is the entry, `duty.text` the value."""

    label: str
    kind: Kind
    read: Callable[[str], T]
    blank: T
    unit: str = ""
    required: bool = False
    minimum: int | None = None
    choices: tuple[str, ...] = ()
    help: str = ""
    name: str = field(default="", init=False)
    entity: type[Any] = field(default=object, init=False)

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.entity, self.name = owner, name

    def __reduce__(self) -> tuple[Any, ...]:
        """An entry is its entity's, in another process as well."""
        return getattr, (self.entity, self.name)

    if TYPE_CHECKING:  # a record keeps its values as any object does: nothing runs when one is read

        @overload
        def __get__(self, record: None, owner: type[Any]) -> Entry[T]: ...
        @overload
        def __get__(self, record: object, owner: type[Any]) -> T: ...
        def __get__(self, record: object | None, owner: type[Any]) -> Entry[T] | T: ...
        def __set__(self, record: object, value: T) -> None: ...

    def of(self, record: object) -> T:
        """The value this entry has in a record of its entity."""
        value: T = getattr(record, self.name)
        return value

    def parse(self, typed: str) -> T:
        """Read typed text, or raise ValueError with a sentence for the clerk."""
        typed = unicodedata.normalize("NFC", typed).strip()
        if not typed:
            if self.required:
                raise ValueError(f"{self.label}必填")
            return self.blank
        try:
            value = self.read(typed)
        except ValueError as problem:
            raise ValueError(f"{self.label}{problem}") from None
        if self.minimum is not None and isinstance(value, int) and value < self.minimum:
            raise ValueError(f"{self.label}不得小于{self.minimum}")
        return value

    def show(self, value: T) -> str:
        """The text that form, table and print share; a blank shows as nothing."""
        if value is None:
            return ""
        if isinstance(value, Money):
            return value.show(self.unit)
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, Decimal):
            return f"{value.normalize():f}"
        if isinstance(value, datetime.date):
            return show_day(value)
        return str(value)


def text(label: str, **facts: Any) -> Entry[str]:
    """One line of text."""
    return Entry(
        label,
        Kind.TEXT,
        lambda typed: re.sub(r"\s*[\r\n]+\s*", " ", typed),
        "",
        **facts,
    )


def prose(label: str, **facts: Any) -> Entry[str]:
    """Running text; each line is a paragraph of its own."""
    return Entry(label, Kind.PROSE, lambda typed: typed.replace("\r\n", "\n"), "", **facts)


def choice(label: str, options: type[E], **facts: Any) -> Entry[E | None]:
    """One of the field's standard terms."""
    names = tuple(str(option) for option in options)

    def read(typed: str) -> E:
        try:
            return options(typed)
        except ValueError:
            raise ValueError(f"只能填{'、'.join(names)}") from None

    return Entry(label, Kind.CHOICE, read, None, choices=names, **facts)


def whole(label: str, **facts: Any) -> Entry[int | None]:
    """A count: a whole number from zero on."""

    def read(typed: str) -> int:
        plain = unicodedata.normalize("NFKC", typed).replace(",", "")
        if not re.fullmatch(r"[+-]?\d{1,15}", plain, re.ASCII):
            raise ValueError("应为整数")
        return int(plain)

    return Entry(label, Kind.WHOLE, read, None, minimum=0, **facts)


def flag(label: str, **facts: Any) -> Entry[bool | None]:
    """Yes or no; blank is neither."""

    def read(typed: str) -> bool:
        if typed not in {"是", "否"}:
            raise ValueError("只能填是或否")
        return typed == "是"

    return Entry(label, Kind.FLAG, read, None, choices=("是", "否"), **facts)


def money(label: str, **facts: Any) -> Entry[Money | None]:
    """An amount kept in fen and typed in 万元."""
    facts.setdefault("unit", "万元")
    return Entry(
        label,
        Kind.MONEY,
        lambda typed: Money.parse(typed, facts["unit"]),
        None,
        **facts,
    )


def number(label: str, **facts: Any) -> Entry[Decimal | None]:
    """An exact decimal: a weight, a score, a share."""

    def read(typed: str) -> Decimal:
        plain = unicodedata.normalize("NFKC", typed).replace(",", "").removesuffix("%")
        if not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,15})?", plain, re.ASCII):
            raise ValueError("应为数字，例如 93.8")
        return Decimal(plain)

    return Entry(label, Kind.NUMBER, read, None, **facts)


def day(label: str, **facts: Any) -> Entry[datetime.date | None]:
    """A date, typed as 2021年12月30日 or 2021-12-30."""
    return Entry(label, Kind.DAY, read_day, None, **facts)


def functional(label: str, **facts: Any) -> Entry[str]:
    """A functional code of 3, 5 or 7 digits (类, 款, 项)."""
    return Entry(label, Kind.FUNCTIONAL, _code_reader(3, 5, 7), "", **facts)


def economic(label: str, **facts: Any) -> Entry[str]:
    """An economic code of 3 or 5 digits (类, 款)."""
    return Entry(label, Kind.ECONOMIC, _code_reader(3, 5), "", **facts)


def reference(label: str, **facts: Any) -> Entry[int | None]:
    """The id of a record of another entity."""

    def read(typed: str) -> int:
        if not re.fullmatch(r"\d{1,15}", typed, re.ASCII):
            raise ValueError("应为记录的编号")
        return int(typed)

    return Entry(label, Kind.REFERENCE, read, None, **facts)


def _code_reader(*lengths: int) -> Callable[[str], str]:
    def read(typed: str) -> str:
        plain = unicodedata.normalize("NFKC", typed).replace(" ", "")
        if not (plain.isascii() and plain.isdigit()) or len(plain) not in lengths:
            raise ValueError(f"应为{'、'.join(map(str, lengths))}位数字编码")
        return plain

    return read


def read_day(typed: str) -> datetime.date:
    """Read 2021年12月30日, 2021-12-30, 2021/12/30 or 2021.12.30; a trailing 前 is allowed."""
    plain = unicodedata.normalize("NFKC", typed).replace(" ", "").removesuffix("前")
    found = re.fullmatch(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?", plain)
    if not found:
        raise ValueError("应为日期，例如 2021年12月30日")
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        raise ValueError("不是真实存在的日期，请核对月和日") from None


def show_day(value: datetime.date) -> str:
    """成文日期 by GB/T 9704-2012: month and day without a leading zero."""
    return f"{value.year}年{value.month}月{value.day}日"


def entries(entity: type[Any]) -> tuple[Entry[Any], ...]:
    """The entries of an entity, in the order they are declared."""
    members = (getattr(entity, each.name, None) for each in fields(entity))
    return tuple(member for member in members if isinstance(member, Entry))
