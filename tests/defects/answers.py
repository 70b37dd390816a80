"""What stops each of the 96 defects of the real report, and the table of it for the reader."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILES = Path(__file__).parents[1] / "files"
HOW = {
    "typed": "照原文填就查出",
    "printed": "程序写不出；原文当文稿检查查出",
    "impossible": "写不出来",
    "person": "留给人看",
}
HEAD = """\
# 原文的 96 处问题

广元市朝天区科学技术协会 2021 年度公开材料里有 96 处问题。
这张表写明每一处由哪条规则查出，或者为什么在程序里写不出来。
数据在 `tests/files/seed_defects_answers.toml`，`tests/defects` 逐条验证。
原文在 `tests/files/seed_as_printed`。

- 照原文填就查出：把原文的数和文字填进各栏，检查就指出来。
- 程序写不出；原文当文稿检查查出：这句话、这张图由程序按数据写，写不成那样；
  把原文当作一份文稿来检查，规则查得出。
- 写不出来：数据里就没有这样填的地方，或者空着的印成待填。
"""


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect: what it is, and what stops it."""

    id: str
    location: str
    quote: str
    auto: str
    how: str
    rule: str = ""
    sign: str = ""
    why: str = ""


@cache
def defects() -> tuple[Defect, ...]:
    """All 96, in their order."""
    answers = tomllib.loads((FILES / "seed_defects_answers.toml").read_text("utf-8"))
    with (FILES / "seed_defects.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_defect(row, answers[row["id"]]) for row in csv.DictReader(file))


def _defect(row: dict[str, str], answer: dict[str, str]) -> Defect:
    how = next(name for name in HOW if name in answer)
    ruled = how in {"typed", "printed"}
    return Defect(
        row["id"],
        row["location"],
        row["quote"],
        row["auto"],
        how,
        rule=answer[how] if ruled else "",
        sign=answer.get("sign", ""),
        why=answer.get("why", "") if ruled else answer[how],
    )


def table() -> str:
    """The paper `docs/defects.md`."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    counts = "；".join(
        f"{words} {sum(defect.how == how for defect in defects())} 处"
        for how, words in HOW.items()
        if any(defect.how == how for defect in defects())
    )
    yield f"{counts}。\n"
    yield "| 编号 | 位置 | 原文 | 结果 | 规则 | 说明 |"
    yield "|---|---|---|---|---|---|"
    for each in defects():
        cells = (each.id, each.location, each.quote, HOW[each.how], each.rule, each.why)
        yield f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"
