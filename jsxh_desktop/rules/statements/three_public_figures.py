"""The figures of “三公”经费 by the names the text gives them, with the budgets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.statements.section_figures import Figure, figure

_SPENT = r"(?:支出)?(?:决算)?(?:数|总额)?"
Spent = Callable[[ThreePublic], Money]
Entered = Entry[Money | None]


@dataclass(frozen=True)
class Part:
    """The whole or one of the three parts: its figure, its full-year budget, its word."""

    figure: Figure
    budget: Spent
    word: str

    def planned(self, filing: Filing) -> Money:
        return self.budget(filing.three_public)


def _of(entry: Entered) -> Spent:
    return lambda spent: of(entry, spent)


def _figure(name: str, label: str, amount: Spent, *entered: Entered, spoken: str = "") -> Figure:
    places = map(Place, entered)
    return figure(name, label, lambda filing: amount(filing.three_public), *places, of=spoken)


WHOLE = Part(
    _figure(
        "“三公”经费支出决算",
        rf"三公.{{0,2}}经费(?:财政拨款)?{_SPENT}",
        spending.three_public,
        ThreePublic.reception_domestic,
        ThreePublic.running,
        ThreePublic.overseas,
        spoken=r"三公.?经费",
    ),
    spending.three_public_budget,
    "三公",
)
UNNAMED = replace(WHOLE.figure, label=re.compile("(?!)"))
"""The whole where a sentence on it says no more than 支出决算; by its name C06 knows it."""

BUDGET = _figure(
    "“三公”经费全年预算数",
    r"三公.{0,2}经费(?:财政拨款)?(?:支出)?(?:全年|调整后?的?)?预算数?",
    spending.three_public_budget,
    ThreePublic.reception_budget,
    ThreePublic.running_budget,
    ThreePublic.overseas_budget,
)
OVERSEAS = Part(
    _figure(
        "因公出国（境）费",
        rf"因公出国(?:（境）)?(?:经费|费用?)?{_SPENT}",
        _of(ThreePublic.overseas),
        ThreePublic.overseas,
    ),
    _of(ThreePublic.overseas_budget),
    "因公出国",
)
VEHICLES = Part(
    _figure(
        "公务用车购置及运行维护费",
        rf"公务用车购置(?:及|和)运行(?:维护)?(?:费用?)?{_SPENT}",
        spending.vehicles,
        ThreePublic.running,
        ThreePublic.purchase,
    ),
    spending.vehicles_budget,
    "公务用车购置",
)
RECEPTION = Part(
    _figure(
        "公务接待费",
        rf"(?<!国内)公务接待(?:费用?)?{_SPENT}",
        spending.reception,
        ThreePublic.reception_domestic,
        ThreePublic.reception_foreign,
    ),
    _of(ThreePublic.reception_budget),
    "公务接待费",
)
PARTS = (OVERSEAS, VEHICLES, RECEPTION)
PURCHASE = _figure(
    "公务用车购置费",
    rf"公务用车购置费?{_SPENT}",
    _of(ThreePublic.purchase),
    ThreePublic.purchase,
)
RUNNING = _figure(
    "公务用车运行维护费",
    rf"公务用车运行(?:维护)?费{_SPENT}",
    _of(ThreePublic.running),
    ThreePublic.running,
)
DOMESTIC = _figure(
    "国内公务接待费",
    rf"国内(?:公务)?接待(?:费用?)?{_SPENT}",
    _of(ThreePublic.reception_domestic),
    ThreePublic.reception_domestic,
    spoken="国内(?:公务)?接待",
)
FOREIGN = _figure(
    "外事接待费",
    rf"外事接待(?:费用?)?{_SPENT}",
    _of(ThreePublic.reception_foreign),
    ThreePublic.reception_foreign,
    spoken="外事接待",
)
ALL = (
    *(BUDGET, DOMESTIC, FOREIGN),
    *(part.figure for part in PARTS),
    *(PURCHASE, RUNNING, WHOLE.figure),
)
"""In the order in which a label is tried."""
