"""What is checked: a filing, and what it would print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Figure
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.tables.ledger import Ledger, ledger_of
from jsxh_desktop.rules.texts.pages import Page, Told, worded
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.texts.printed_texts import printed
from jsxh_desktop.rules.texts.typed_texts import typed
from jsxh_desktop.tables.figure_table import FigureTable


@dataclass(frozen=True)
class Subject:
    """A filing with its pack, and the parts of the document it prints.

    The parts come from `compose`, with or without sheets and tables, or from elsewhere: a rule
    trusts nothing that is printed. Without parts, only what is typed is checked.
    """

    filing: Filing
    pack: Pack
    parts: tuple[PartBlocks, ...] = ()

    @cached_property
    def tables(self) -> Mapping[str, FigureTable]:
        """The public tables worked out of the filing, by their internal ids, whatever the pack."""
        return self.ledger.tables

    @cached_property
    def ledger(self) -> Ledger:
        """Those tables as official ones state them beside what is worked out."""
        return ledger_of(self.filing, self.pack)

    @cached_property
    def typed_pages(self) -> tuple[Page, ...]:
        """Every text a field holds, by the page."""
        return typed(self.filing)

    @cached_property
    def typed(self) -> tuple[Passage, ...]:
        """Every text a field holds."""
        return tuple(chain.from_iterable(self.typed_pages))

    @cached_property
    def printed_pages(self) -> tuple[Page, ...]:
        """Every text the document prints outside its tables, in its order, by the page."""
        return printed(self.parts, self.typed_pages)

    @cached_property
    def printed(self) -> tuple[Passage, ...]:
        """Every text the document prints outside its tables, in its order."""
        return tuple(chain.from_iterable(self.printed_pages))

    @cached_property
    def wordings(self) -> tuple[Told, ...]:
        """Every text with what of it is looked at for its wording, each text once, by the page."""
        return tuple(map(worded, (*self.typed_pages, *self.printed_pages)))

    @cached_property
    def charts(self) -> tuple[Figure, ...]:
        """Every figure block the document prints, in its order."""
        return tuple(
            block for part in self.parts for block in part.blocks if isinstance(block, Figure)
        )
