"""Which functional code a sentence means by “科学技术（类）科学技术普及（款）科普活动（项）”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jsxh_desktop.domain.code import CodeTable, ancestors, without_suffix
from jsxh_desktop.domain.filing import Filing

Names = tuple[str, str, str]
LEVELS = ("（类）", "（款）", "（项）")
CLASS, SECTION, ITEM = len("206"), len("20607"), len("2060702")
_NUMBER = re.compile(r"\d{2,7}")


def used_items(filing: Filing) -> tuple[str, ...]:
    """Every 项 that has a line, in code order."""
    held = {line.functional for line in filing.expenditure}
    return tuple(sorted(code for code in held if len(code) == ITEM))


def names_of(codes: CodeTable, code: str) -> Names:
    """类, 款 and 项 as sentences say them: a code where the table has no name, "" for no level."""
    found = ((part, codes.codes.get(part)) for part in ancestors(code))
    first, section, item, *_ = (*(each.name if each else part for part, each in found), "", "", "")
    return without_suffix(first), section, item


def by_names(codes: CodeTable, items: Iterable[str]) -> Mapping[Names, str]:
    """Items by their names."""
    return {names_of(codes, code): code for code in items}


def full_name(codes: CodeTable, code: str) -> str:
    """The name of an item as a sentence says it."""
    named = zip(names_of(codes, code), LEVELS, strict=True)
    return "".join(name + level for name, level in named if name)


def bare(names: Names) -> Names:
    """The names as told, 支出 left out behind the 类."""
    return without_suffix(names[0].strip()), names[1].strip(), names[2].strip()


def in_table(codes: CodeTable, names: Names) -> bool:
    """Whether the table has such a 类 with such a 款 and, where one is named, such an 项."""
    wanted = (names[1], SECTION) if not names[2] else (names[2], ITEM)
    return any(
        each.name == wanted[0] and len(code) == wanted[1] and names_of(codes, code)[:2] == names[:2]
        for code, each in codes.codes.items()
    )


def has_numbers(names: Names) -> bool:
    """Whether a number stands for the name of a 款 or an 项."""
    return any(_NUMBER.fullmatch(name) for name in names[1:])


def meant_by_numbers(codes: CodeTable, items: Iterable[str], names: Names) -> tuple[str, ...]:
    """The items under the code that numbers in place of names put together."""
    numbers = names[1] + names[2]
    if len(numbers) >= SECTION:
        return tuple(code for code in items if code.startswith(numbers))
    return tuple(
        code for code in of_class(codes, items, names[0]) if code[CLASS:].startswith(numbers)
    )


def of_class(codes: CodeTable, items: Iterable[str], name: str) -> tuple[str, ...]:
    """The items of a 类, by its name."""
    return tuple(code for code in items if names_of(codes, code)[0] == name)
