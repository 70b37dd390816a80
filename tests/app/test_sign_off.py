"""Signing a year off at the desk: open errors hold up 定稿 only, and who signs is who may."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import history_model, sign_off, who_signs
from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.who_signs import Signer, Tries
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.edition import Act, Person, Role, Stage
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from tests.sample_file import put_sample

WRONG = Row(Severity.ERROR, "income", "收入合计差1.00万元", "核对")
NOBODY = Signer()
WANG = Signer("王所长", "秘密123")


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def with_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook whose unit has said who does what; making a password takes its time."""
    path = put_sample(tmp_path_factory.mktemp("people") / "样例.jsxh")
    opened = Workspace.open(path)
    who_signs.name_person(opened, Person("王所长", Role.ADMINISTRATION), "秘密123", NOBODY)
    who_signs.name_person(opened, Person("李会计", Role.ENTRY), "", WANG, Tries())
    who_signs.name_person(opened, Person("赵股长", Role.REVIEW), "", WANG, Tries())
    opened.close()
    return path


@pytest.fixture
def named(with_people: Path, workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(Path(shutil.copy(with_people, workbook)))
    yield opened
    opened.close()


def finalised(workspace: Workspace) -> Workspace:
    sign_off.sign(workspace, Act.HAND_OVER, NOBODY, "")
    sign_off.sign(workspace, Act.FINALISE, NOBODY, "")
    return workspace


def test_a_year_goes_from_draft_to_handed_in(workspace: Workspace) -> None:
    stages = []
    for act in (Act.HAND_OVER, Act.FINALISE, Act.SUBMIT):
        sign_off.sign(workspace, act, NOBODY, "")
        stages.append(workspace.lock.standing.stage)
    assert stages == [Stage.REVIEW, Stage.FINAL, Stage.SUBMITTED]
    assert workspace.filing.edition
    assert workspace.filing.edition.stage is Stage.SUBMITTED


def test_what_may_be_done_is_offered_the_usual_first(workspace: Workspace) -> None:
    assert sign_off.acts(workspace) == (Act.HAND_OVER,)
    sign_off.sign(workspace, Act.HAND_OVER, NOBODY, "")
    assert sign_off.acts(workspace) == (Act.FINALISE, Act.RETURN)


def test_an_open_error_holds_up_the_final_edition(workspace: Workspace) -> None:
    sign_off.sign(workspace, Act.HAND_OVER, NOBODY, "", [WRONG])
    with pytest.raises(Problem, match="1处错误"):
        sign_off.sign(workspace, Act.FINALISE, NOBODY, "", [WRONG])
    assert workspace.lock.standing.stage is Stage.REVIEW


@pytest.mark.parametrize("state", [State.REVIEWED, State.CORRECTED])
def test_an_error_accounted_for_holds_up_nothing(workspace: Workspace, state: State) -> None:
    row = Row(Severity.ERROR, "income", "差", "", state=state)
    sign_off.sign(workspace, Act.HAND_OVER, NOBODY, "")
    sign_off.sign(workspace, Act.FINALISE, NOBODY, "", [row])
    assert workspace.lock.standing.stage is Stage.FINAL


def test_a_text_that_does_not_read_holds_it_up(workspace: Workspace) -> None:
    workspace.leave(Place(ThreePublic.running), "零点八")
    sign_off.sign(workspace, Act.HAND_OVER, NOBODY, "")
    with pytest.raises(Problem, match="认不出来"):
        sign_off.sign(workspace, Act.FINALISE, NOBODY, "")


@pytest.mark.parametrize("reason", ["", " 　\n"])
def test_unlocking_needs_a_reason(workspace: Workspace, reason: str) -> None:
    finalised(workspace)
    with pytest.raises(Problem, match="写一句为什么解除定稿"):
        sign_off.sign(workspace, Act.UNLOCK, NOBODY, reason)
    assert workspace.lock.refusal


def test_an_unlocked_year_takes_what_is_typed(workspace: Workspace) -> None:
    finalised(workspace)
    sign_off.sign(workspace, Act.UNLOCK, NOBODY, "财政局退回")
    assert workspace.leave(Place(Organization.short_name), "区协")
    assert workspace.filing.organization.short_name == "区协"


def test_what_changed_since_the_edition_is_told(workspace: Workspace) -> None:
    assert sign_off.since_edition(workspace) is None
    finalised(workspace)
    assert sign_off.since_edition(workspace) == ()
    sign_off.sign(workspace, Act.UNLOCK, NOBODY, "财政局退回")
    workspace.leave(Place(Organization.short_name), "区协")
    (found,) = sign_off.since_edition(workspace) or ()
    assert found.after == "区协"


def test_where_nobody_is_named_everybody_may_sign(workspace: Workspace) -> None:
    assert who_signs.allowed(workspace, Act.UNLOCK, Signer("谁都行")) == "谁都行"


@pytest.mark.parametrize(
    ("act", "signer"),
    [
        (Act.HAND_OVER, Signer("李会计")),
        (Act.FINALISE, Signer("赵股长")),
        (Act.FINALISE, WANG),
        (Act.UNLOCK, WANG),
    ],
)
def test_each_act_is_signed_by_who_may(named: Workspace, act: Act, signer: Signer) -> None:
    assert who_signs.allowed(named, act, signer, Tries()) == signer.name


@pytest.mark.parametrize(
    ("act", "signer", "said"),
    [
        (Act.FINALISE, Signer("李会计"), "李会计的分工是录入"),
        (Act.UNLOCK, Signer("赵股长"), "由管理的人来做"),
        (Act.HAND_OVER, Signer("外人"), "先选是谁"),
        (Act.HAND_OVER, Signer(""), "先选是谁"),
        (Act.UNLOCK, Signer("王所长", "猜的"), "密码不对"),
        (Act.UNLOCK, Signer("王所长"), "输入王所长的密码"),
    ],
)
def test_nobody_else_signs(named: Workspace, act: Act, signer: Signer, said: str) -> None:
    with pytest.raises(Problem, match=said):
        who_signs.allowed(named, act, signer, Tries())


def test_a_password_is_not_kept_as_it_was_typed(named: Workspace, workbook: Path) -> None:
    named.flush()
    assert "秘密123".encode() not in workbook.read_bytes()


def test_the_first_one_named_runs_the_others(workspace: Workspace) -> None:
    with pytest.raises(Problem, match="先写一个管理的人"):
        who_signs.name_person(workspace, Person("李会计", Role.ENTRY), "", NOBODY)


def test_the_only_administrator_stays_one(named: Workspace) -> None:
    with pytest.raises(Problem, match="唯一的管理"):
        who_signs.drop_person(named, "王所长", WANG, Tries())
    with pytest.raises(Problem, match="唯一的管理"):
        who_signs.name_person(named, Person("王所长", Role.ENTRY), "", WANG, Tries())


def test_only_an_administrator_changes_who_does_what(named: Workspace) -> None:
    with pytest.raises(Problem, match="由管理的人来改"):
        who_signs.drop_person(named, "赵股长", Signer("李会计"), Tries())


def test_a_forgotten_password_is_put_aside_for_all_to_see(named: Workspace) -> None:
    who_signs.forget_people(named)
    assert who_signs.people(named) == ()
    latest, *_ = named.workbook.sign_offs.signatures(named.filing_id)
    assert "忘了管理密码" in latest.title


def test_wrong_passwords_in_a_row_have_to_wait_ever_longer() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    waits = []
    for _ in range(6):
        tries.note(right=False)
        begun = now[0]
        while True:
            try:
                tries.refuse_too_early()
                break
            except Problem:
                now[0] += 1
        waits.append(now[0] - begun)
    assert waits == [0, 0, 2, 4, 8, 16]


def test_the_right_password_is_not_kept_waiting_next_time() -> None:
    tries = Tries(lambda: 0.0)
    for _ in range(2):
        tries.note(right=False)
    tries.note(right=True)
    tries.note(right=False)
    tries.refuse_too_early()


def test_every_step_of_it_stands_in_the_history_by_its_name(workspace: Workspace) -> None:
    finalised(workspace)
    told = [(line.title, line.field, line.after) for line in history_model.lines(workspace)]
    assert told[:2] == [("定稿（第1版）", "整步", ""), ("送复核", "整步", "")]
