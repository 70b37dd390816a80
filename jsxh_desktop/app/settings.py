"""How this user likes the window: kept in the user's own folder, forgiving of what it finds."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from jsxh_desktop.app import user_folders
from jsxh_desktop.domain.frozen import frozen

SCALES = (100, 125, 150, 200)
TYPE_SIZES = ("标准", "大", "特大")
COLOURS = ("浅色", "深色", "跟随系统")
MOST_RECENT = 6


@frozen
class Settings:
    """`scale` is per cent, 0 as the screen asks; `folder` is where new workbooks go.

    `reviewer` is who accounted for a finding last, `copied` when which workbook was copied to
    another disk, as `app.outside_copy` writes it.
    """

    scale: int = 0
    type_size: str = "标准"
    colours: str = "浅色"
    unit: str = "万元"
    folder: str = ""
    printer: str = ""
    recent: tuple[str, ...] = ()
    geometry: str = ""
    reviewer: str = ""
    copied: tuple[str, ...] = ()

    @property
    def data_folder(self) -> Path:
        """Where workbooks lie: a folder the user sees."""
        if self.folder:
            return Path(self.folder)
        return user_folders.workbooks()

    def with_recent(self, path: Path) -> Settings:
        """The same with this workbook as the one opened last."""
        others = tuple(each for each in self.recent if each != str(path))
        return dataclasses.replace(self, recent=(str(path), *others)[:MOST_RECENT])


_ALLOWED: dict[str, tuple[Any, ...]] = {
    "scale": (0, *SCALES),
    "type_size": TYPE_SIZES,
    "colours": COLOURS,
    "unit": ("万元", "元"),
}


def settings_file() -> Path:
    """Where the settings are kept."""
    return user_folders.settings() / "settings.json"


def load_settings(path: Path) -> Settings:
    """The settings kept last; what cannot be read or is no choice any more falls back, singly."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    default, kept = Settings(), {}
    for fact in dataclasses.fields(Settings):
        value = found.get(fact.name, getattr(default, fact.name))
        if isinstance(value, list):
            value = tuple(each for each in value if isinstance(each, str))
        same_kind = isinstance(value, type(getattr(default, fact.name)))
        if same_kind and value in _ALLOWED.get(fact.name, (value,)):
            kept[fact.name] = value
    return Settings(**kept)


def save_settings(settings: Settings, path: Path) -> None:
    """Keep the settings; raises Problem where the folder cannot be written."""
    from jsxh_desktop.app.safe_write import written_whole  # brings the workbook's libraries

    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as file:
        file.write(json.dumps(dataclasses.asdict(settings), ensure_ascii=False, indent=1).encode())
