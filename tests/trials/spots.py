"""The fields the trials write in, one of each kind, and how the caret comes there."""

from __future__ import annotations

import random
import time
import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import LISTS, attribute_of
from jsxh_desktop.domain.organization import Duty, Institution, Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport, Reasons
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.ui.window import Window

WORDS = "组织开展科学技术普及活动，提高公民素质；𠮷㙍“两癌”检查①2.5％"
DIGITS = "0123456789"
LOOKS, BLINK = 400, 0.0125  # and seconds from one to the next, however slow the machine is
FINDINGS = 5
OPEN_FIRST = 0.5  # how often a cell is opened by F2 instead of by what is written
TEXTS = {"TEntry", "Entry", "TCombobox", "Text"}


@dataclass(frozen=True, eq=False)
class Spot:
    """A field, what is written in it; `new` is one of a row that is still to come."""

    entry: Entry[Any]
    writes: str = WORDS
    new: bool = False


SPOTS = {
    "单位简称": Spot(Organization.short_name),
    "单位性质": Spot(Organization.nature),
    "在职工勤人员": Spot(Staffing.staff_worker, DIGITS),
    "公务用车运行维护费决算": Spot(ThreePublic.running, DIGITS),
    "国内公务接待主要用途": Spot(ThreePublic.reception_purpose),
    "主要职能": Spot(Duty.text),
    "新的主要职能": Spot(Duty.text, new=True),
    "接待事由": Spot(Reception.subject),
    "新的接待事由": Spot(Reception.subject, new=True),
    "新的下属单位名称": Spot(Institution.name, new=True),
    "支出决算数": Spot(ExpenditureLine.final, DIGITS),
    "项目负责人": Spot(Project.leader),
    "目标实际完成情况": Spot(Goal.done),
    "偏差原因分析及改进措施": Spot(Indicator.deviation_reason),
    "完成值": Spot(Indicator.actual),
    "存在问题": Spot(DepartmentReport.problems),
    "收支总计变动原因": Spot(Reasons.total),
    "核实说明": Spot(Review.reason, new=True),
}


def go(window: Window, spot: Spot, chance: random.Random) -> Place:
    """Put the caret into a field, into one of its list where it has many; where it is then.

    What is not on the screen yet gets the focus only when it is, so this waits for that.
    """
    root, place = window.root, Place(spot.entry, _key(window, spot, chance))
    root.focus_set()
    if spot.new and spot.entry is Duty.text:
        window.jump(Place(spot.entry, window.workspace.filing.duties[-1].id))
        _until(root, lambda: focused_text(root) is not None)
        last = focused_text(root)
        press(root, "<Return>")
        _until(root, lambda: focused_text(root) not in (None, last))
    elif spot.entry is Review.reason:
        _account(window, chance)
    else:
        window.jump(place)
        waited = f"the focus to {place.entry} of {place.key} on {window.page}"
        _until(root, lambda: root.focus_get() not in (None, root), waited)
    if chance.random() < OPEN_FIRST:
        press(root, "<F2>")
        root.update()
    assert focused_text(root) is not None, f"nothing to write in at {spot.entry.label}"
    return place


def _account(window: Window, chance: random.Random) -> None:
    """Begin to account for a finding, one of the first."""
    findings: Any = window.go("checks").view
    _until(window.root, lambda: window.checker.is_current, "what the checks say")
    findings.focus_first()
    further = chance.randrange(FINDINGS)
    while further or not findings.list.current.checked:  # a text that does not read has no rule
        press(window.root, "<Down>")
        further = max(0, further - 1)
    findings.detail.ask()
    _until(window.root, lambda: focused_text(window.root) is not None, "the reason")


def _until(root: tk.Misc, happened: Callable[[], bool], waited: str = "the focus") -> None:
    """Let the window do what it has to until something has happened."""
    for _ in range(LOOKS):
        root.update()
        if happened():
            return
        time.sleep(BLINK)
    raise AssertionError(f"{waited} did not come, it is at {root.focus_get()}")


def press(root: tk.Misc, key: str) -> None:
    """Press a key where the focus is."""
    focused = root.focus_get()
    assert focused is not None, f"nothing has the focus to press {key}"
    focused.event_generate(key)


def focused_text(root: tk.Misc) -> Any | None:
    """The field that is written in, if it is one."""
    focused = root.focus_get()
    return focused if focused is not None and focused.winfo_class() in TEXTS else None


def text_in(field: Any) -> str:
    """What stands in it."""
    text: str = field.get("1.0", "end-1c") if field.winfo_class() == "Text" else field.get()
    return text


def _key(window: Window, spot: Spot, chance: random.Random) -> int:
    if spot.new or spot.entry.entity not in LISTS.values():
        return 0
    records = getattr(window.workspace.filing, attribute_of(spot.entry.entity))
    found: int = chance.choice(records).id
    return found
