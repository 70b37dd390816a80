"""Every defect of the original that figures alone decide has its test, and only one."""

from __future__ import annotations

import csv
import re
from pathlib import Path

HERE = Path(__file__).parent


def decided_by_figures() -> list[str]:
    path = HERE.parent / "files" / "seed_defects.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file) if row["auto"] == "D"]


def numbers_in_tests() -> list[str]:
    names = [
        name
        for module in ("test_impossible.py", "test_visible.py")
        for name in re.findall(r"^def test_((?:s\d\d_)+)", (HERE / module).read_text("utf-8"), re.M)
    ]
    return sorted(number.upper() for name in names for number in name.strip("_").split("_"))


def test_every_defect_that_figures_decide_has_one_test() -> None:
    assert numbers_in_tests() == decided_by_figures()


def test_there_are_thirty_four_of_them() -> None:
    assert len(decided_by_figures()) == 34
