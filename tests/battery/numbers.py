"""A number that stands in three tables of a workbook and goes up with each step.

Half a step, a lost one and a broken order all show in it.
"""

from __future__ import annotations

from jsxh_desktop.domain.change import Change, Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty, Organization, Staffing

LONGEST = 3_000  # characters of a text; a few of them are more pages than a step usually touches


def number_of(filing: Filing) -> int:
    """The number a year holds; half a step has left it another in each table."""
    found = {
        filing.staffing.staff_worker or 0,
        int(filing.organization.short_name or 0),
        int(filing.duties[0].text.partition("：")[0] or 0),
    }
    (number,) = found
    return number


def numbered(filing: Filing, number: int) -> list[Change]:
    """What brings a year to a number."""
    return [
        Put(Staffing.staff_worker, number),
        Put(Organization.short_name, str(number)),
        Put(Duty.text, f"{number}：{'字' * (number * 997 % LONGEST)}", filing.duties[0].id),
    ]
