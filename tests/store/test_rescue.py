"""A damaged workbook: a backup takes its place, what came later comes back, nothing is deleted."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.edition import Act, Stage
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.canonical import canonical
from jsxh_desktop.store.errors import FileError, FileIsDamaged, FileIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.rescue import FOLDER, rescue
from tests.battery.counts import times

PAGE = 4096
SEEDS = times(4, 400)


@pytest.fixture
def backup(path: Path) -> Path:
    """A copy of the sample, taken before anything was changed."""
    return Path(shutil.copy(path, path.with_name("备份.jsxh")))


def work(workbook: Workbook) -> None:
    """A morning's work: values, rows that come, move and go, one of them for good."""
    workbook.write(1, Organization.short_name, "区协")
    key = workbook.add(1, Duty("新的一条"), 2)
    workbook.write(1, Duty.text, "改过的一条", key)
    workbook.remove(1, Duty, workbook.add(1, Duty("马上删去")))
    workbook.move(1, Duty, key, 0)
    workbook.apply(1, "批量", [Put(ThreePublic.reception_domestic, wan("0.50"))])
    workbook.remove(1, Project, 1)
    workbook.undo(1)


@pytest.fixture
def worked(path: Path, backup: Path) -> Filing:
    """The year as it was left."""
    with Workbook.open(path) as workbook:
        work(workbook)
        return workbook.load(1)


def spoil(path: Path, place: int, size: int = PAGE) -> None:
    """Lose what stands at a place of the file."""
    content = bytearray(path.read_bytes())
    content[place : place + size] = bytes(len(content[place : place + size]))
    path.write_bytes(content)


def spoil_table(path: Path, word: str) -> None:
    """Lose a part of the page a text of a table stands on."""
    content = path.read_bytes()
    page = content.index(word.encode()) // PAGE
    spoil(path, page * PAGE, 64)


def test_all_that_came_later_comes_back(path: Path, backup: Path, worked: Filing) -> None:
    spoil_table(path, "组织学术活动")
    with pytest.raises(FileIsDamaged):
        Workbook.open(path)
    done = rescue(path, backup)
    with Workbook.open(path) as workbook:
        again = workbook.load(1)
    lost = sum(step.lost for step in done.steps or ())
    assert again.organization == worked.organization
    assert again.three_public == worked.three_public
    assert lost or canonical(again) == canonical(worked)


def test_a_whole_file_is_rescued_without_a_loss(path: Path, backup: Path, worked: Filing) -> None:
    done = rescue(path, backup)
    assert done.steps
    assert [step.lost for step in done.steps] == [0] * len(done.steps)
    with Workbook.open(path) as workbook:
        assert canonical(workbook.load(1)) == canonical(worked)


def test_each_step_is_told_with_who_made_it(path: Path, backup: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
    (step,) = rescue(path, backup).steps or ()
    assert (step.title, step.done, step.lost) == ("修改单位简称", 1, 0)
    assert step.who


def test_what_came_back_can_be_undone(path: Path, backup: Path) -> None:
    with Workbook.open(path) as workbook:
        before = workbook.load(1)
        workbook.write(1, Organization.short_name, "区协")
    rescue(path, backup)
    with Workbook.open(path) as workbook:
        assert workbook.undo(1) == "修改单位简称"
        assert workbook.load(1) == before


def test_a_signature_comes_back_with_its_edition(path: Path, backup: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        for act in (Act.HAND_OVER, Act.FINALISE):
            workbook.sign_offs.sign(1, act, "王所长")
        edition = workbook.load(1).edition
    rescue(path, backup)
    with Workbook.open(path) as workbook:
        assert workbook.load(1).edition == edition
        assert workbook.sign_offs.standing(1).stage is Stage.FINAL


def test_a_year_begun_later_comes_back(path: Path, backup: Path) -> None:
    with Workbook.open(path) as workbook:
        key = workbook.save(Filing(2022, organization=Organization(full_name="科协")))
        workbook.write(key, Organization.short_name, "协")
        begun = workbook.load(key)
    rescue(path, backup)
    with Workbook.open(path) as workbook:
        assert workbook.load(key) == begun


def test_the_damaged_file_is_kept(path: Path, backup: Path) -> None:
    spoil(path, 40 * PAGE)
    content = path.read_bytes()
    done = rescue(path, backup)
    assert done.aside.parent == path.with_name(FOLDER)
    assert done.aside.read_bytes() == content


def test_a_backup_that_is_damaged_changes_nothing(path: Path, backup: Path) -> None:
    spoil(path, 0, 100)
    content = path.read_bytes()
    spoil(backup, PAGE, 10 * PAGE)
    with pytest.raises(FileError):
        rescue(path, backup)
    assert path.read_bytes() == content
    assert list(path.with_name(FOLDER).iterdir()) == []


def test_what_cannot_be_read_at_all_leaves_the_backup(path: Path, backup: Path) -> None:
    path.write_bytes(b"nothing")
    assert rescue(path, backup).steps is None
    with Workbook.open(path) as workbook:
        assert workbook.filings()


def test_a_backup_of_another_history_is_not_mixed_in(path: Path, backup: Path) -> None:
    with Workbook.open(backup) as other:
        other.write(1, Organization.short_name, "别的")
        other.write(1, Organization.full_name, "别的单位")
    with Workbook.open(path) as workbook:
        work(workbook)
    assert rescue(path, backup).steps is None


def test_an_open_workbook_is_left_alone(path: Path, backup: Path) -> None:
    with Workbook.open(path), pytest.raises(FileIsLocked):
        rescue(path, backup)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_wherever_it_is_damaged_a_sound_workbook_comes_of_it(
    path: Path, backup: Path, worked: Filing, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seeded choice
    pages = path.stat().st_size // PAGE
    for _ in range(chance.randint(1, 4)):
        spoil(path, chance.randrange(pages) * PAGE, chance.choice([16, 512, PAGE]))
    done = rescue(path, backup)
    with Workbook.open(path) as workbook:
        again = workbook.load(1)
    whole = done.steps is not None and not any(step.lost for step in done.steps)
    if whole and len(done.steps or ()) == 8:
        assert again.three_public == worked.three_public
