"""The packs on the page of the settings."""

from __future__ import annotations

from jsxh_desktop.ui.window import Window


def test_the_year_is_put_on_another_pack_and_back(window: Window) -> None:
    packs = window.go("settings").packs
    packs.buttons["national-2020"].invoke()
    assert window.workspace.filing.pack == "national-2020"
    assert "national-2020" not in packs.buttons
    window.do["undo"]()
    assert window.workspace.filing.pack == "sichuan-2021"


def test_a_copy_of_a_pack_can_be_chosen_at_once(window: Window) -> None:
    packs = window.go("settings").packs
    packs.take_copy()
    packs.buttons["本单位-sichuan-2021"].invoke()
    assert window.workspace.pack.name.startswith("本单位 ")
