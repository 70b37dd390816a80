"""The rule book is what the registry says, and has every rule the trade asks for."""

from __future__ import annotations

import csv
from pathlib import Path

from jsxh_desktop.app.rule_book import GROUPS, rule_book
from jsxh_desktop.rules.registry import RULES

ROOT = Path(__file__).parents[2]
OWN = {"B17"}
"""Rules of the program's own, beside those of the reference."""


def ids_asked_for() -> list[str]:
    path = ROOT / "tests" / "files" / "rules.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


def test_the_paper_is_what_the_registry_says() -> None:
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == rule_book()


def test_every_rule_asked_for_is_registered_once() -> None:
    assert [rule.id for rule in RULES if rule.id not in OWN] == ids_asked_for()


def test_every_rule_says_what_holds_why_and_on_what_it_rests() -> None:
    silent = [rule.id for rule in RULES if not (rule.holds and rule.why and rule.cites)]
    assert silent == []


def test_every_group_has_a_name() -> None:
    assert {rule.id[0] for rule in RULES} == GROUPS.keys()
