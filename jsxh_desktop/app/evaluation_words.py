"""A whole sheet in one line, for where there is no room for more."""

from __future__ import annotations

from jsxh_desktop.app.evaluation_model import SheetShown
from jsxh_desktop.app.weights import left_in_words


def in_one_line(sheet: SheetShown) -> str:
    """资金 9.50 / 10.00　95.0%　·　目标 4 条 ✓　·　总分 92.12 优."""
    return "　·　".join((_money(sheet), _written("目标", *sheet.filled.goals), *_score(sheet)))


def _money(sheet: SheetShown) -> str:
    if not sheet.has_lines:
        return "还没有支出"
    total, *_ = sheet.funds
    _, planned, spent = total.amounts
    return f"资金 {spent.text} / {planned.text}　{total.rate}"


def _written(what: str, done: int, of: int) -> str:
    """目标 4 条 ✓, 目标 4 条写完 3 条."""
    if not of:
        return f"还没有{what}"
    return f"{what} {of} 条 ✓" if done == of else f"{what} {of} 条写完 {done} 条"


def _score(sheet: SheetShown) -> tuple[str, ...]:
    card = sheet.card
    if card is None:
        return (_written("指标", *sheet.filled.indicators),)
    total = f"总分 {card.total} {card.grade}" if card.grade else f"暂计 {card.total} 分"
    return (total, left_in_words(card.left)) if card.left else (total,)
