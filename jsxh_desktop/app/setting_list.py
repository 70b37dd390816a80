"""What can be set, as the settings page shows it and the search finds it."""

from __future__ import annotations

from dataclasses import dataclass

from jsxh_desktop.app.figures_shown import UNITS
from jsxh_desktop.app.settings import COLOURS, SCALES, TYPE_SIZES


@dataclass(frozen=True, slots=True)
class Setting:
    """One line: the attribute of `Settings`, its label, its choices as value and words."""

    name: str
    label: str
    choices: tuple[tuple[int | str, str], ...] = ()
    hint: str = ""


SETTINGS = (
    Setting(
        "scale",
        "显示大小",
        ((0, "跟随屏幕"), *((scale, f"{scale} %") for scale in SCALES)),
        "随时可按 Ctrl++ 放大、Ctrl+− 缩小、Ctrl+0 复原",
    ),
    Setting("type_size", "字号", tuple((size, size) for size in TYPE_SIZES), "只放大字和行"),
    Setting("colours", "颜色", tuple((each, each) for each in COLOURS), "预览的纸总是白的"),
    Setting("unit", "单位", tuple((unit, unit) for unit in UNITS), "只改显示，存的都精确到分"),
    Setting("pack", "模板"),
    Setting("folder", "数据放在哪里"),
    Setting("backups", "备份"),
    Setting("copy", "复制到U盘"),
)
