"""A filing of nobody yet, with the code tables that are shipped."""

from __future__ import annotations

from jsxh_desktop.app import paths
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store.codes import read_codes

YEAR = 2021


def coded() -> Filing:
    functional, economic = (
        read_codes(paths.codes(), YEAR, name) for name in ("functional", "economic")
    )
    return Filing(YEAR, functional_codes=functional, economic_codes=economic)
