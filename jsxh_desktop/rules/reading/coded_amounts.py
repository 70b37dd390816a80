"""Figures a text calls by the name of a code: 科学技术（类）支出, 行政单位医疗, 办公费."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable, ancestors, without_suffix
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.rules.reading.named_amounts import Named

GENERAL = FundSource.GENERAL_PUBLIC_BUDGET
Names = Mapping[str, tuple[Named, ...]]


def coded_amounts(filing: Filing) -> Names:
    """Every name of a code that has lines, with the figures it may mean.

    A functional code is spent of all money and of 一般公共预算, an economic one of 一般公共预算
    for 基本支出 and of all for everything; two codes may share a name.
    """
    found: dict[str, list[Named]] = {}
    for code in _used(filing, economic=False):
        name = _name(filing.functional, code)
        for words in _spoken(name, code):
            found.setdefault(words, []).extend(
                (
                    _figure(name, partial(all_spent, code=code)),
                    _figure(name, partial(general_spent, code=code), general=True),
                )
            )
    for code in _used(filing, economic=True):
        name = _name(filing.economic, code)
        found.setdefault(name, []).extend(
            (
                _figure(name, partial(basic_spent, code=code)),
                _figure(name, partial(spent_on, code=code)),
            )
        )
    found.pop("", None)
    return {name: tuple(figures) for name, figures in found.items()}


def all_spent(filing: Filing, code: str) -> Money:
    """Spent under a functional code, of all money."""
    return totals.total(_under(filing, code))


def general_spent(filing: Filing, code: str) -> Money:
    """Spent under a functional code, of 一般公共预算财政拨款."""
    return totals.total(totals.of_fund(_under(filing, code), GENERAL))


def basic_spent(filing: Filing, code: str) -> Money:
    """基本支出 under an economic code, of 一般公共预算财政拨款."""
    lines = totals.of_fund(_bought(filing, code), GENERAL)
    return totals.total(totals.of_kind(lines, ExpenditureKind.BASIC))


def spent_on(filing: Filing, code: str) -> Money:
    """Everything spent under an economic code."""
    return totals.total(_bought(filing, code))


def _bought(filing: Filing, code: str) -> Lines:
    return tuple(line for line in filing.expenditure if line.economic.startswith(code))


def _under(filing: Filing, code: str) -> Lines:
    return tuple(line for line in filing.expenditure if line.functional.startswith(code))


def _figure(name: str, now: partial[Money], *, general: bool = False) -> Named:
    return Named(name, now, common=True, general=general)


def codes_used(filing: Filing) -> tuple[str, ...]:
    """What those names go by, besides the tables of codes."""
    lines = filing.expenditure
    return (*(line.functional for line in lines), *(line.economic for line in lines))


def _used(filing: Filing, *, economic: bool) -> list[str]:
    held = {line.economic if economic else line.functional for line in filing.expenditure}
    return sorted({code for used in held if used for code in ancestors(used)})


def _name(codes: CodeTable, code: str) -> str:
    found = codes.codes.get(code)
    return found.name if found else ""


def _spoken(name: str, code: str) -> tuple[str, ...]:
    """How sentences say the name of a functional code."""
    if len(code) > len("206"):
        return (name,)
    bare = without_suffix(name)
    return name, f"{bare}（类）支出", f"{bare}（类）", f"{name}（类）"
