"""A form with scores for tests: the sample's, its first class under its name since 2020."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.scoring import SCHEMES


def scored_pack(scheme: str = "caiyu-2020-10") -> Pack:
    """The pack of the sample under a scheme that counts points."""
    pack = load_pack("sichuan-2021")
    first, *others = pack.sheet.classes
    classes = (dataclasses.replace(first, name="产出指标"), *others)
    sheet = dataclasses.replace(pack.sheet, scheme=SCHEMES[scheme], classes=classes)
    return dataclasses.replace(pack, sheet=sheet)
