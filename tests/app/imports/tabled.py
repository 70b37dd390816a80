"""Filings as the official tables of their year can say them, and the plan of a file of tables."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from jsxh_desktop.app import paths
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.plan import ImportPlan
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind
from jsxh_desktop.store.codes import read_codes
from tests.app.imports.files import read_here

PACK = load_pack("sichuan-2021")
FUNCTIONAL, ECONOMIC = (read_codes(paths.codes(), 2021, x) for x in ("functional", "economic"))


def coded(filing: Filing) -> Filing:
    """The filing with the official codes, and with codes and natures that the tables can say."""
    income = (
        dataclasses.replace(line, functional=line.functional or "2012601") for line in filing.income
    )
    spent = (
        dataclasses.replace(line, kind=ExpenditureKind.BASIC)
        if line.fund in APPROPRIATION and line.kind is not ExpenditureKind.PROJECT
        else line
        for line in filing.expenditure
    )
    return named(dataclasses.replace(filing, income=tuple(income), expenditure=tuple(spent)))


def named(filing: Filing) -> Filing:
    """The filing with the official codes."""
    return dataclasses.replace(filing, functional_codes=FUNCTIONAL, economic_codes=ECONOMIC)


def planned(path: Path, filing: Filing, pack: Pack = PACK) -> ImportPlan:
    return plan_of(read_here(path), named(filing), pack)
