"""Rules that go by one section of the statements: judged again only where that is another."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from jsxh_desktop.rules.per_subject import held, judged_while_same
from jsxh_desktop.rules.rule import Check
from jsxh_desktop.rules.statements.left_out import Written, written
from jsxh_desktop.rules.statements.section_lines import Section, headings, lines
from jsxh_desktop.rules.texts.passages import Passage


def of_section(section: Section, *names: str) -> Callable[[Check], Check]:
    """Have a check of one section say again what it said while that is the very same.

    It goes by the headings there are and, of the filing, by what is named.
    """
    return judged_while_same(
        lambda subject: lines(subject, section),
        lambda subject: _passages(written(subject).get(section)),
        headings,
        attrgetter("pack"),
        held(*names),
    )


def _passages(found: Written | None) -> tuple[Passage, ...]:
    return (found.heading, *found.paragraphs) if found else ()
