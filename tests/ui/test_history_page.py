"""The history page: what was changed, filtered, and put back."""

from __future__ import annotations

import pytest

from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.history_page import FIELD, PART, WHEN, WHO
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("history")


def test_the_history_says_from_what_to_what_and_puts_back(window: Window) -> None:
    before = window.workspace.filing.staffing.staff_worker
    window.workspace.leave(Place(Staffing.staff_worker), "9")
    page = window.go("history")
    window.root.update()
    line = page.lines[0]
    assert (line.field, line.before, line.after) == ("在职工勤人员", str(before), "9")
    page.restore(0)
    assert window.workspace.filing.staffing.staff_worker == before
    assert page.lines[0].title == "恢复在职工勤人员"
    window.undo()
    assert window.workspace.filing.staffing.staff_worker == 9


@pytest.mark.parametrize(
    ("place", "chosen"),
    [
        (FIELD, "填表人"),
        (WHO, "所有人"),
        (PART, "单位概况"),
        (WHEN, "今天"),
    ],
)
def test_the_history_is_filtered(window: Window, place: int, chosen: str) -> None:
    window.workspace.leave(Place(ThreePublic.batches), "9")
    window.workspace.leave(Place(Organization.contact), "李会计")
    page = window.go("history")
    box = page.filters[place]
    assert chosen in box["values"]
    box.set(chosen)
    box.event_generate("<<ComboboxSelected>>")
    window.root.update()
    shown = {line.field for line in page.lines}
    assert "填表人" in shown
    assert ("国内公务接待批次" in shown) is (place in {WHO, WHEN})
