"""The real pack, the official codes, and the sample with them."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.app import paths
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.store.codes import read_codes


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("sichuan-2021")


@pytest.fixture(scope="session")
def kexie() -> Filing:
    """样例 as a workbook loads it."""
    return dataclasses.replace(
        sample(),
        functional_codes=read_codes(paths.codes(), 2021, "functional"),
        economic_codes=read_codes(paths.codes(), 2021, "economic"),
    )
