"""One sum of money under two names of codes: 行政事业单位医疗 here, 行政单位医疗 there (C06)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.rules.reading.mentions import Mention
from jsxh_desktop.rules.rule import Finding, Operand, Severity
from jsxh_desktop.rules.statements.amount_findings import key_of, places, words_at


def two_names(filing: Filing, told: Iterable[Mention]) -> Iterator[Finding]:
    """A 款 and its only 项, told with the same amount, each by its own name."""
    only = _only_items(filing)
    seen = {mention.figures[0].name: mention for mention in reversed([*told])}
    for above, item in only.items():
        first, second = seen.get(above), seen.get(item)
        if first and second and first.amount.value.reads == second.amount.value.reads:
            yield _finding(filing, first, second)


def _finding(filing: Filing, first: Mention, second: Mention) -> Finding:
    sides = [
        Operand(
            each.figures[0].name,
            words_at(each.heard, each.amount.span),
            each.heard.passage.where,
        )
        for each in (first, second)
    ]
    names = [side.name for side in sides]
    return Finding(
        f"{sides[0].shown}的同一笔支出，一处写成“{names[0]}”，一处写成“{names[1]}”",
        f"统一写成“{names[1]}”",
        about=f"{key_of(first.heard.passage)} {names[0]}",
        where=first.heard.passage.where,
        places=tuple(dict.fromkeys((*places(filing, first), *places(filing, second)))),
        operands=tuple(sides),
        words=names[0],
        severity=Severity.WARNING,
    )


def _only_items(filing: Filing) -> dict[str, str]:
    """The name of every 款 that has one 项 with lines, and the name of that 项."""
    used = {
        line.functional for line in filing.expenditure if len(line.functional) == len("2060702")
    }
    codes = filing.functional.codes
    found = {}
    for section in {code[:5] for code in used}:
        items = {code for code in used if code.startswith(section)}
        if len(items) == 1 and section in codes and (code := items.pop()) in codes:
            found[codes[section].name] = codes[code].name
    return {above: item for above, item in found.items() if above != item}
