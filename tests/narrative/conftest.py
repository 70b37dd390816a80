"""The real pack, and the sections of a filing as text."""

from __future__ import annotations

import pytest

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.wording import Wording
from tests.filings import archive


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("sichuan-2021")


@pytest.fixture(scope="session")
def filing() -> Filing:
    return archive()


@pytest.fixture(scope="session")
def words(filing: Filing, pack: Pack) -> Wording:
    return Wording(filing, pack)
