"""The money of one project as a small table: where it comes from, planned, used, carried out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.narrative.block import Align, Cell, Gap, Table
from jsxh_desktop.narrative.wording import Wording, known

Part = Callable[[Entry[Money | None]], Money]
AMOUNTS = (ExpenditureLine.full_year_budget, ExpenditureLine.final)
WIDTHS = (48.0, 36.0, 36.0, 36.0)
NOT_APPLICABLE = "—"


def funding_table(words: Wording, funding: Funding) -> Table:
    """财政拨款, 其他资金 and their sum, in 万元; it stands within the text."""
    rows: tuple[tuple[str, Part], ...] = (
        ("funding_appropriation", funding.appropriation),
        ("funding_other", funding.other),
        ("funding_total", funding.total),
    )
    heads = ("funding_source", "funding_planned", "funding_used", "funding_rate")
    return Table(
        widths=WIDTHS,
        head=(tuple(Cell(words.write(key), align=Align.CENTRE) for key in heads),),
        body=tuple(_row(words, key, part) for key, part in rows),
        right_note=words.write("funding_unit"),
        closing=1,
        own_page=False,
        row_height=8.0,
    )


def _row(words: Wording, key: str, part: Part) -> tuple[Cell, ...]:
    planned, used = (known(partial(part, amount)) for amount in AMOUNTS)
    return (
        Cell(words.write(key), align=Align.CENTRE),
        *(Cell(_shown(figure), align=Align.RIGHT) for figure in (planned, used)),
        Cell(_rate(words, planned, used), align=Align.RIGHT),
    )


def _shown(figure: Money | Gap) -> str:
    return figure.text if isinstance(figure, Gap) else figure.show()


def _rate(words: Wording, planned: Money | Gap, used: Money | Gap) -> str:
    """预算执行率; nothing planned has none (rule E02)."""
    if isinstance(planned, Gap) or isinstance(used, Gap) or planned <= Money():
        return NOT_APPLICABLE
    return words.percent(used, planned)
