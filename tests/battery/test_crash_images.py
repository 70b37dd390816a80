"""T05: whatever a power cut may leave of what was asked of the disk, nothing kept is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.keylog import beside, recovered
from tests.battery.counts import seeded, tell, times
from tests.battery.crash_images import ACKNOWLEDGED, BEGUN, Call, Image, calls_of, image, lay_out
from tests.battery.holding import held, is_hot
from tests.battery.numbers import number_of
from tests.battery.workshop import Workshop


class Recorded:
    """Work on a workbook as the disk saw it, and a folder to lay out what may be left of it."""

    def __init__(self, shop: Workshop, path: Path, synchronous: str = "extra") -> None:
        self.before: Image = {path.name: path.read_bytes()}
        self.stood = held(path).organization.supervisor
        log = path.parents[1] / f"{path.parent.name}.log"
        shop.do("work_recorded", path, log, synchronous)
        self.calls = calls_of(log, path.parent)
        self.path = path.parent / "断电" / path.name
        self.path.parent.mkdir()

    def cut(self, chance: random.Random, *, ordered: bool) -> list[Call]:
        """Lay out a disk of some moment; the calls until then."""
        until = self.calls[: chance.randint(0, len(self.calls))]
        lay_out(image(until, self.before, chance, ordered=ordered), self.path.parent)
        return until


@pytest.fixture
def recorded(recording_shop: Workshop, path: Path) -> Recorded:
    folder = path.with_name("盘")
    folder.mkdir()
    return Recorded(recording_shop, path.rename(folder / path.name))


def may_hold(until: list[Call]) -> set[int]:
    """The numbers of a workbook after these calls."""
    kept = [call.at for call in until if call.kind == ACKNOWLEDGED]
    begun = [call.at for call in until if call.kind == BEGUN]
    return {*kept[-1:], *begun[-1:]} if kept else {0, *begun[-1:]}


@pytest.mark.parametrize("ordered", [True, False], ids=["in_order", "in_any_order"])
def test_no_disk_a_power_cut_may_leave_has_lost_what_was_kept(
    recorded: Recorded, ordered: bool
) -> None:
    cuts, chance, hot = times(3, 10_000), seeded(), 0
    for _ in range(cuts):
        until = recorded.cut(chance, ordered=ordered)
        hot += is_hot(recorded.path)
        for text in recovered(beside(recorded.path)):
            assert (text.entity, text.field) == (Organization, "supervisor")
            assert text.text == recorded.stood or set(text.text) <= set("甲乙丙")
        assert number_of(held(recorded.path)) in may_hold(until)
    name = "T05 in order" if ordered else "T05 in any order"
    tell(name, images=cuts, calls=len(recorded.calls), hot=hot)


def test_without_syncs_such_disks_have_lost_it(recording_shop: Workshop, path: Path) -> None:
    """The control: the same work, the same cuts, but SQLite syncs nothing."""
    folder = path.with_name("盘")
    folder.mkdir()
    weak = Recorded(recording_shop, path.rename(folder / path.name), "off")
    cuts, chance, lost = times(4, 300), random.Random(5), 0  # noqa: S311 - a few that do lose
    for _ in range(cuts):
        until = weak.cut(chance, ordered=False)
        try:
            lost += number_of(held(weak.path)) not in may_hold(until)
        except (FileError, ValueError, AssertionError):  # refused, half a step, or altered rows
            lost += 1
    tell("T05 control", images=cuts, lost=lost)
    assert lost
