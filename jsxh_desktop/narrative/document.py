"""The document: the parts of a pack in their order, each a list of blocks that can print alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, Part
from jsxh_desktop.narrative import fund_budgets, income_expenditure, overview
from jsxh_desktop.narrative.annexes import department_annex, project_annexes
from jsxh_desktop.narrative.basic_expenditure import basic_expenditure
from jsxh_desktop.narrative.block import Block, Contents, Heading
from jsxh_desktop.narrative.cover import cover
from jsxh_desktop.narrative.general_budget import general_budget
from jsxh_desktop.narrative.other_matters import other_matters
from jsxh_desktop.narrative.prose import section
from jsxh_desktop.narrative.rounding_note import rounding_note
from jsxh_desktop.narrative.terms_explained import terms_explained
from jsxh_desktop.narrative.three_public import three_public
from jsxh_desktop.narrative.wording import Wording

Section = Callable[[Wording], Iterator[Block]]

SECTIONS: Mapping[str, Section] = MappingProxyType(
    {
        "duties": overview.duties,
        "institutions": overview.institutions,
        "totals": income_expenditure.totals,
        "income": income_expenditure.income,
        "expenditure": income_expenditure.expenditure,
        "appropriation": income_expenditure.appropriation,
        "general_budget": general_budget,
        "basic_expenditure": basic_expenditure,
        "three_public": three_public,
        "government_funds": fund_budgets.government_funds,
        "state_capital": fund_budgets.state_capital,
        "other_matters": other_matters,
    }
)
"""What writes each numbered section a pack may name."""

ANNEXES: Mapping[str, Section] = MappingProxyType(
    {"department_report": department_annex, "project_report": project_annexes}
)
"""What writes each annex a pack may name."""

WHOLE: Mapping[str, Section] = MappingProxyType(
    {"statements": rounding_note, "terms": terms_explained}
)
"""What a part says after its sections, or without any."""


@dataclass(frozen=True, slots=True)
class PartBlocks:
    """One part of the document: its key, its title in one line, its blocks."""

    key: str
    title: str
    blocks: tuple[Block, ...]


def compose(
    filing: Filing,
    pack: Pack,
    *,
    parts: Iterable[Part] | None = None,
    sheets: Iterable[Block] = (),
    tables: Iterable[Block] = (),
    department: Iterable[Block] = (),
) -> tuple[PartBlocks, ...]:
    """Cover, contents, then every part of the pack, or only `parts`.

    `sheets` (the self-evaluation sheets) and `tables` (the public tables) are made by reports and
    stand where the pack says; `department` (the sheet of the whole unit) stands behind its report.
    """
    words = Wording(filing, pack)
    made = {
        "sheets": tuple(sheets),
        "tables": tuple(tables),
        "department_report": tuple(department),
    }
    front = (
        PartBlocks("cover", "封面", (cover(words),)),
        PartBlocks("contents", "目录", (Contents(),)),
    )
    wanted = pack.parts if parts is None else parts
    return front + tuple(_part(words, part, made) for part in wanted)


def _part(words: Wording, part: Part, made: Mapping[str, tuple[Block, ...]]) -> PartBlocks:
    title = part.title.format(year=words.filing.year)
    blocks = (Heading(0, title, listed=True), *_sections(words, part, made))
    return PartBlocks(part.key, title.replace("\n", "　"), blocks)


def _sections(words: Wording, part: Part, made: Mapping[str, tuple[Block, ...]]) -> Iterator[Block]:
    number = 0
    for key in part.sections:
        if key in SECTIONS:
            number += 1
            yield section(words, number, key)
            yield from SECTIONS[key](words)
        else:
            yield from ANNEXES[key](words) if key in ANNEXES else ()
            yield from made.get(key, ())
    if part.key in WHOLE:
        yield from WHOLE[part.key](words)
    yield from made.get(part.key, ())
