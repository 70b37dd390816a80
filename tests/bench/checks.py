"""All checks after one edit, as the process beside the window does them, beside composing once.

The window itself only hands over what changed; that is measured as well.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import click

from jsxh_desktop.app.book import document
from jsxh_desktop.app.examiner import Examiner
from jsxh_desktop.app.filing_changes import changes
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Duty
from jsxh_desktop.domain.project import Indicator
from tests.bench.sheets import filing_with

MANY = 400
TIMES = 7


def rows(folder: Path, times: int = TIMES) -> list[tuple[str, str, str]]:
    """What was measured, the median of processor time, and the ratio to composing the sample."""
    one, many = sample(), filing_with(MANY)
    pack = load_pack(one.pack)
    base = statistics.median(_seconds(lambda: document(one, pack)) for _ in range(times))
    measured = {
        "编排示例一次": base,
        "示例改一条指标，全部检查": _after_an_edit(one, times),
        "示例改一笔支出，全部检查": _after_an_edit(one, times, _spent),
        "示例改一段文字，全部检查": _after_an_edit(one, times, _written),
        f"{MANY} 个项目改一格，全部检查": _after_an_edit(many, times),
        f"{MANY} 个项目改一格，窗口交出改动": _handed_over(many, times),
    }
    return [(name, f"{1e3 * s:.1f} ms", f"{s / base:.2f}") for name, s in measured.items()]


def _edited(filing: Filing, turn: int) -> Filing:
    return with_value(filing, Indicator.actual, f"{900 + turn}", filing.indicators[3].id)


def _spent(filing: Filing, turn: int) -> Filing:
    amount = Money(10_000_000 + 10_000 * turn)
    return with_value(filing, ExpenditureLine.final, amount, filing.expenditure[0].id)


def _written(filing: Filing, turn: int) -> Filing:
    return with_value(filing, Duty.text, f"组织{turn}次活动", filing.duties[0].id)


def _after_an_edit(
    filing: Filing, times: int, edit: Callable[[Filing, int], Filing] = _edited
) -> float:
    examiner = Examiner()
    examiner.examine(changes(None, filing), is_known=False)
    found = []
    for turn in range(times):
        before, filing = filing, edit(filing, turn)
        told = changes(before, filing)
        found.append(_seconds(lambda told=told: examiner.examine(told, is_known=True)))  # type: ignore[misc]  # bound now
    return statistics.median(found)


def _handed_over(filing: Filing, times: int) -> float:
    edited = [_edited(filing, turn) for turn in range(times)]
    return statistics.median(_seconds(lambda now=now: changes(filing, now)) for now in edited)  # type: ignore[misc]  # bound now


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    for row in rows(Path()):
        click.echo("\t".join(row))
