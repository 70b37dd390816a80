"""Sign-off: a signed year is kept as it is, whoever writes, and every edition can be read again."""

from __future__ import annotations

import dataclasses
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.edition import LEADS, Act, Edition, Stage
from jsxh_desktop.domain.filing import LISTS, Filing
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store import change_log
from jsxh_desktop.store.canonical import canonical, digest_of
from jsxh_desktop.store.errors import FileIsDamaged, YearIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.sign_off import Standing


def finalise(workbook: Workbook, filing_id: int = 1) -> None:
    workbook.sign_offs.sign(filing_id, Act.HAND_OVER, "李会计")
    workbook.sign_offs.sign(filing_id, Act.FINALISE, "王所长")


@pytest.fixture
def final(workbook: Workbook) -> Workbook:
    finalise(workbook)
    return workbook


@pytest.fixture(scope="module")
def signed_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(sample_file, tmp_path_factory.mktemp("signed")))
    with Workbook.open(path) as workbook:
        finalise(workbook)
    return path


@pytest.fixture
def signed(signed_file: Path, path: Path) -> Path:
    """The file of a signed year, nobody has it open."""
    return Path(shutil.copy(signed_file, path))


def test_a_year_begins_as_a_draft_without_an_edition(workbook: Workbook) -> None:
    assert workbook.sign_offs.standing(1) == Standing(Stage.DRAFT, 0)
    assert workbook.load(1).edition is None


def test_a_signed_year_is_an_edition_of_its_own_data(final: Workbook) -> None:
    filing = final.load(1)
    assert filing.edition == Edition(1, digest_of(filing), Stage.FINAL)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("act", Act)
def test_what_a_stage_does_not_allow_is_not_done(
    workbook: Workbook, stage: Stage, act: Act
) -> None:
    acts = {Stage.DRAFT: (), Stage.REVIEW: (Act.HAND_OVER,)}
    acts[Stage.FINAL] = (*acts[Stage.REVIEW], Act.FINALISE)
    acts[Stage.SUBMITTED] = (*acts[Stage.FINAL], Act.SUBMIT)
    for before in acts[stage]:
        workbook.sign_offs.sign(1, before)
    if (stage, act) in LEADS:
        assert workbook.sign_offs.sign(1, act).stage is LEADS[stage, act]
    else:
        with pytest.raises(LookupError):
            workbook.sign_offs.sign(1, act)
        assert workbook.sign_offs.standing(1).stage is stage


def test_a_signed_year_refuses_every_way_of_writing(final: Workbook) -> None:
    ways = (
        lambda: final.write(1, Organization.full_name, "甲"),
        lambda: final.add(1, Duty("新的一条")),
        lambda: final.remove(1, Duty, 1),
        lambda: final.move(1, Duty, 1, 3),
        lambda: final.save(sample()),
    )
    before = final.load(1)
    for way in ways:
        with pytest.raises(YearIsLocked, match="已经定稿"):
            way()
    assert final.load(1) == before


def test_undo_does_not_reach_through_a_signature(workbook: Workbook) -> None:
    workbook.write(1, Organization.short_name, "区协")
    finalise(workbook)
    with pytest.raises(YearIsLocked):
        workbook.undo(1)
    assert workbook.load(1).organization.short_name == "区协"
    assert workbook.turns(1)[0] == "修改单位简称"


def test_an_unlocked_year_is_written_again_and_undone(final: Workbook) -> None:
    final.sign_offs.sign(1, Act.UNLOCK, "王所长", "财政局退回")
    final.write(1, Organization.short_name, "区协")
    assert final.undo(1) == "修改单位简称"


def test_another_program_cannot_write_into_a_signed_year(signed: Path) -> None:
    with closing(sqlite3.connect(signed)) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute("UPDATE expenditure_line SET final = final + 1")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_guarded(signed: Path, name: str) -> None:
    with closing(sqlite3.connect(signed)) as file:
        called_for = set(change_log.triggers_called_for(file))
        (table,) = [
            table
            for table in change_log.data_columns(file)
            if table.replace("_", "") == LISTS[name].__name__.lower()
        ]
    assert {f"lock_{table}_{event}" for event in ("insert", "update", "delete")} <= called_for


def test_the_year_before_is_kept_with_the_year_that_prints_it(workbook: Workbook) -> None:
    key = workbook.save(dataclasses.replace(sample(), year=2020))
    finalise(workbook)
    with pytest.raises(YearIsLocked):
        workbook.write(key, Organization.full_name, "甲")


def test_no_year_comes_before_a_signed_one(final: Workbook) -> None:
    with pytest.raises(YearIsLocked):
        final.save(Filing(2020))


def test_the_year_after_a_signed_one_is_free(final: Workbook) -> None:
    key = final.save(Filing(2022))
    final.write(key, Organization.full_name, "甲")
    assert final.load(key).organization.full_name == "甲"


def test_each_signature_says_who_when_and_why(final: Workbook) -> None:
    final.sign_offs.sign(1, Act.UNLOCK, "王所长", "财政局退回")
    said = [(each.who, each.title) for each in final.sign_offs.signatures(1)]
    assert said == [
        ("王所长", "解除定稿（第1版）：财政局退回"),
        ("王所长", "定稿（第1版）"),
        ("李会计", "送复核"),
    ]


def test_a_signature_is_in_the_change_log(final: Workbook) -> None:
    (latest, *_) = final.history(1)
    assert (latest.table, latest.who, latest.title) == ("sign_off", "王所长", "定稿（第1版）")


def test_unlocking_makes_the_next_edition(final: Workbook) -> None:
    final.sign_offs.sign(1, Act.UNLOCK, "", "改一处")
    final.write(1, Organization.short_name, "区协")
    finalise(final)
    first, second = final.sign_offs.editions(1)
    assert (first.number, second.number) == (1, 2)
    assert first.data != second.data == canonical(final.load(1))


def test_a_signature_holds_after_a_restart(signed: Path) -> None:
    with Workbook.open(signed) as again:
        assert again.sign_offs.standing(1) == Standing(Stage.FINAL, 1)


@pytest.mark.parametrize("statement", ["UPDATE edition SET number = 2", "DELETE FROM edition"])
def test_an_edition_is_never_changed(signed: Path, statement: str) -> None:
    with closing(sqlite3.connect(signed)) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute(statement)


def test_an_edition_somebody_changed_is_told_of(signed: Path) -> None:
    with closing(sqlite3.connect(signed)) as file:
        file.execute("DROP TRIGGER seal_edition_update")
        file.execute("UPDATE edition SET data = x'00'")
        file.commit()
    with Workbook.open(signed) as again, pytest.raises(FileIsDamaged):
        again.sign_offs.editions(1)


def test_a_refused_write_leaves_the_file_open(final: Workbook, path: Path) -> None:
    with pytest.raises(YearIsLocked):
        final.write(1, Organization.full_name, "甲")
    final.copy_to(path.with_name("副本.jsxh"))
    assert final.load(1).organization.full_name
