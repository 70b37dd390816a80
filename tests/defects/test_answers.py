"""Each of the 96 defects of the real report is stopped as the paper says it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from jsxh_desktop.app.checkup import check_up
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.rules.registry import check
from jsxh_desktop.rules.rule import Verdict
from tests import seed
from tests.defects.answers import Defect, defects, table

LEAST_OF_TEXTS = 35
BY_PRINT = [each for each in defects() if each.how == "printed"]
BY_TYPING = [each for each in defects() if each.how == "typed"]


def messages(verdicts: Iterable[Verdict]) -> Mapping[str, str]:
    """All that each rule says, by its id."""
    said: defaultdict[str, str] = defaultdict(str)
    for verdict in verdicts:
        for finding in verdict.findings:
            said[verdict.rule.id] += f"{finding.message}\n"
    return said


@pytest.fixture(scope="module")
def typed() -> Mapping[str, str]:
    """What is said of the report as a clerk would type it, and of what the program makes of it."""
    return messages(check_up(seed.filing(), load_pack("sichuan-2021")).verdicts)


@pytest.fixture(scope="module")
def printed() -> Mapping[str, str]:
    """What is said of the report as it was published."""
    return messages(check(seed.printed()))


@pytest.mark.parametrize("defect", BY_TYPING, ids=lambda each: each.id)
def test_what_a_clerk_would_type_is_found(defect: Defect, typed: Mapping[str, str]) -> None:
    assert defect.sign in typed[defect.rule]


@pytest.mark.parametrize("defect", BY_PRINT, ids=lambda each: each.id)
def test_what_the_program_cannot_write_is_found_in_print(
    defect: Defect, printed: Mapping[str, str]
) -> None:
    assert defect.sign in printed[defect.rule]


def test_enough_of_the_defects_of_texts_are_found_where_they_are_typed() -> None:
    found = [each for each in BY_TYPING if each.auto == "T"]
    assert len(found) >= LEAST_OF_TEXTS


def test_every_answer_names_what_finds_it_or_why_nothing_has_to() -> None:
    assert [each.id for each in defects() if not (each.sign or each.why)] == []


def test_the_paper_is_up_to_date() -> None:
    paper = Path(__file__).parents[2] / "docs" / "defects.md"
    assert paper.read_text("utf-8") == table()
