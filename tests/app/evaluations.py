"""The packs with scores, by their scheme."""

from __future__ import annotations

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.pack import Pack

PACKS = {
    "caiyu-2020-10": "national-2020",
    "caiyu-2021-101": "national-2021-cost",
    "sichuan-0013zp": "sichuan-2022",
}
"""Scheme → the pack that has it."""


def scored_pack(scheme: str = "caiyu-2020-10") -> Pack:
    """A pack that counts points."""
    return load_pack(PACKS[scheme])
