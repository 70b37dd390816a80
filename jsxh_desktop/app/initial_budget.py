"""年初预算总额 beside the lines that may carry it themselves."""

from __future__ import annotations

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.last_year import total
from jsxh_desktop.domain.filing import Filing

ADDED_UP = "每行都填了年初预算数，用各行相加的 {sum}，这里不用填"
PARTLY = "只有 {some} 行填了年初预算数，还有 {none} 行没填；这里填的总额先算数"
NONE = "各行没有年初预算数时，在这里填总额；每行都填了就自动相加"


def note(filing: Filing, unit: str) -> str:
    """Which of the two counts, in words."""
    lines = [line for line in filing.expenditure if line.functional]
    amounts = [line.initial_budget for line in lines]
    blank = amounts.count(None)
    if lines and not blank:
        return ADDED_UP.format(sum=f"{figures_shown.amount(total(amounts), unit)} {unit}")
    if len(lines) > blank:
        return PARTLY.format(some=len(lines) - blank, none=blank)
    return NONE
