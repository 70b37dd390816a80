"""Settings: kept whole, forgiving of what stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop.app.settings import MOST_RECENT, Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings(scale=125, type_size="大", colours="深色", unit="元", recent=("a", "b"))
    save_settings(kept, tmp_path / "new" / "settings.json")
    assert load_settings(tmp_path / "new" / "settings.json") == kept


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', "\0", '{"scale": {"a": 1}}'])
def test_a_file_that_cannot_be_read_gives_the_usual_ones(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert load_settings(path) == Settings()


def test_one_bad_value_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"scale": 777, "unit": "元", "recent": [1, "a"], "unknown": 1}', "utf-8")
    assert load_settings(path) == Settings(unit="元", recent=("a",))


def test_no_file_gives_the_usual_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nowhere.json") == Settings()


def test_the_workbook_opened_last_comes_first_and_once() -> None:
    settings = Settings()
    for name in [*"abcdefgh", "c"]:
        settings = settings.with_recent(Path(name))
    assert settings.recent == ("c", "h", "g", "f", "e", "d")
    assert len(settings.recent) == MOST_RECENT
