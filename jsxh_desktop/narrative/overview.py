"""部门概况: 基本职能及主要工作, 机构设置."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.organization import (
    POSTS,
    STAFF,
    Duty,
    Institution,
    KeyWork,
    Organization,
    Staffing,
)
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.narrative.block import Block, Gap
from jsxh_desktop.narrative.prose import heading, listed, numbered, paragraph
from jsxh_desktop.narrative.wording import Wording, entered, known, told


def duties(words: Wording) -> Iterator[Block]:
    """主要职能, and the year's 重点工作."""
    filing = words.filing
    yield heading(words, 1, "main_duties")
    yield from listed(words, (duty.text for duty in filing.duties), Duty.text.label)
    yield heading(words, 2, "key_work")
    yield from listed(words, (work.text for work in filing.key_work), KeyWork.text.label)


def institutions(words: Wording) -> Iterator[Block]:
    """The unit, its subordinate units (counted, rule C32), posts and staff (rule C31)."""
    organization, below = words.filing.organization, words.filing.institutions
    yield paragraph(
        words,
        "institutions",
        name=lambda: introduced(words),
        nature=entered(Organization.nature, organization),
        level=entered(Organization.level, organization),
        count=len(below),
        parts=lambda: _natures(words),
    )
    if below:
        yield paragraph(words, "institutions_included")
        yield from numbered(words, (institution.name for institution in below))
    yield from _staffing(words)


def introduced(words: Wording) -> str:
    """The unit's full name and, where the text goes on with a short one, that one."""
    organization = words.filing.organization
    full = stated(organization.full_name, Organization.full_name.label)
    if organization.short_name in {"", full}:
        return full
    return words.write("introduced", full=full, short=organization.short_name)


def _natures(words: Wording) -> str:
    below = words.filing.institutions
    if not below:
        return ""
    counts = Counter(stated(unit.nature, Institution.nature.label) for unit in below)
    parts = (
        words.write("institution_part", nature=nature, count=counts[nature])
        for nature in UnitNature
    )
    return words.write("among_which", parts="、".join(parts))


def _staffing(words: Wording) -> Iterator[Block]:
    staffing = words.filing.staffing
    yield paragraph(
        words,
        "staffing",
        posts=partial(spending.posts, staffing),
        posts_parts=_parts(words, POSTS),
        staff=partial(spending.staff, staffing),
        staff_parts=_parts(words, STAFF),
    )
    over = known(lambda: spending.staff(staffing) - spending.posts(staffing))
    if not isinstance(over, Gap) and over > 0:
        note = told(Staffing.over_establishment, staffing)
        yield paragraph(words, "over_establishment", count=over, note=note)


def _parts(words: Wording, counts: tuple[Entry[int | None], ...]) -> str:
    """Each class there is; one that is blank prints as a gap, one of nobody is left out."""
    staffing = words.filing.staffing
    parts = [
        words.write(entry.name, count=entered(entry, staffing))
        for entry in counts
        if entry.of(staffing) != 0
    ]
    return words.write("among_which", parts="、".join(parts)) if parts else ""
