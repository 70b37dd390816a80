"""The title page: place and unit as they break, the year, the day of disclosure."""

from __future__ import annotations

from jsxh_desktop.domain.entry import show_day
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.stated import of
from jsxh_desktop.narrative.block import Cover
from jsxh_desktop.narrative.wording import Wording, entered, spoken, value


def cover(words: Wording) -> Cover:
    """四川省{市}{县区} ‖ {单位} ‖ {年}年度部门决算."""
    organization = words.filing.organization
    name = spoken(value(entered(Organization.full_name, organization)))
    place = organization.place
    title = tuple(line for line in (place, _without_place(name, place)) if line)
    closing = words.write(
        "cover_closing", day=lambda: show_day(of(Organization.published, organization))
    )
    return Cover(title, words.write("cover_subtitle"), closing)


def _without_place(name: str, place: str) -> str:
    """The unit's name without what the place already says: 广元市朝天区 is said once."""
    shared = (size for size in range(len(place), 0, -1) if name.startswith(place[-size:]))
    return name[next(shared, 0) :]
