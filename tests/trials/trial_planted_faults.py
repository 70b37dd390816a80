"""Five thousand single faults in filings that agree: of a hundred at least ninety-eight are found.

The run writes its figures to docs/planted-faults.md.
"""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.consistent.draw import seed_of_today
from tests.faults.planting import KINDS, Outcome, outcomes

COUNT, AT_ONCE = 5_000, 250
LEAST = 0.98
PAPER = Path(__file__).parents[2] / "docs" / "planted-faults.md"
HEAD = """\
# 埋进去的错，检查出多少

各数都相符的填报和它的文稿，每次只改错一处，看检查能不能查出来。填报和错都是随机的，一处错只算一次。
改了看不出来的不算，例如改一分钱，印出来的数不变；别处都没有说到的数也不算，改了没有什么与它矛盾。
“查出”指检查说了一条原来没有的话。

`make trial` 每次重做，写下这张表；`JSXH_SEED=种子 make trial` 重做同一次。
"""
LONGEST = 60
"""So many characters of a fault that was not found are shown."""


def test_nearly_every_fault_is_found() -> None:
    seed = seed_of_today()
    seeds = [f"{seed} {number}" for number in range(COUNT // AT_ONCE)]
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        told = [each for some in workers.map(_outcomes, seeds) for each in some]
    PAPER.write_text("\n".join(_paper(told, seed)) + "\n", "utf-8")
    assert len(told) == COUNT
    assert _share(told) >= LEAST


def _outcomes(seed: str) -> list[Outcome]:
    return list(outcomes(seed, AT_ONCE))


def _share(told: Sequence[Outcome]) -> float:
    return sum(bool(each.found_by) for each in told) / len(told)


def _paper(told: Sequence[Outcome], seed: str) -> Iterator[str]:
    yield HEAD
    day = datetime.datetime.now(tz=datetime.UTC).date()
    found = sum(bool(each.found_by) for each in told)
    yield f"{day}，种子 {seed}：{len(told)} 处，查出 {found} 处，{_percent(found, len(told))}。\n"
    yield "| 错 | 在哪里 | 处 | 查出 | 比例 | 哪些规则查出最多 |"
    yield "|---|---|--:|--:|--:|---|"
    for kind in KINDS:
        own = [each for each in told if each.kind == kind]
        if own:
            yield _row(kind.group, kind.name, own)
    missed = [each for each in told if not each.found_by]
    if missed:
        yield "\n没有查出的：\n"
        yield from (
            f"- {each.kind.group}，{each.kind.name}：{_short(each.what)}" for each in missed
        )


def _row(group: str, name: str, own: Sequence[Outcome]) -> str:
    found = [each for each in own if each.found_by]
    rules = Counter(rule for each in found for rule in each.found_by)
    most = "、".join(rule for rule, _ in rules.most_common(4))
    share = _percent(len(found), len(own))
    return f"| {group} | {name} | {len(own)} | {len(found)} | {share} | {most} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%"


def _short(what: str) -> str:
    plain = what.replace("|", "／").replace("\n", "")
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}……"
