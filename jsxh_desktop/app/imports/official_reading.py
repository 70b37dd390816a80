"""The public tables of a file as they are read: each by the reader of its layout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from jsxh_desktop.app.imports.block_table import read_blocks
from jsxh_desktop.app.imports.detail_tables import read_detail
from jsxh_desktop.app.imports.official import Reading, unit_of
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.app.imports.regions import Region, regions
from jsxh_desktop.app.imports.sided_tables import read_sides
from jsxh_desktop.app.imports.source import Source
from jsxh_desktop.app.imports.three_public_tables import read_three_public
from jsxh_desktop.app.imports.tree_tables import read_tree
from jsxh_desktop.domain.filing import Filing

READERS: Mapping[str, Callable[[Reading, Filing], None]] = MappingProxyType(
    {
        "ZB": read_sides,
        "CZ": read_sides,
        "YBJB": read_blocks,
        "CZMX": read_detail,
        "YBMX": read_detail,
        "SG": read_three_public,
        "JJSG": read_three_public,
        **dict.fromkeys(("SR", "ZC", "YB", "GZZC", "JJ", "GZ", "YBXM"), read_tree),
    }
)
"""What reads each public table, by its internal id."""


def official_tables(sources: Sequence[Source], filing: Filing) -> Iterator[Reading]:
    """Every public table of the sheets; what cannot be read says so in its own cells.

    A title without heads and figures below it, as in a list of contents, is no table.
    """
    for source in sources:
        for region in regions(source):
            held = [*_numbers(region)]
            reading = Reading(region, unit_of(region, held))
            try:
                READERS[region.table](reading, filing)
            except ValueError as problem:
                if not held:
                    continue
                reading.understood = False
                reading.unread.append(_unread(region, str(problem)))
            yield reading


def _numbers(region: Region) -> Iterator[Decimal]:
    for row in region.rows:
        yield from (each for each in region.source.rows[row] if isinstance(each, Decimal))


def _unread(region: Region, reason: str) -> PlanCell:
    address = region.source.address(max(region.top - 1, 0), 0)
    return PlanCell(region.source.name, address, "", "整张表", State.UNREAD, reason=reason)
