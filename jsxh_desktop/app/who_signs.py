"""Who may sign for what, where the unit has said so, and how often a password may be tried."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.edition import MAY, Act, Person, Role
from jsxh_desktop.store.lock import account_name

HONEST = (
    "分工和密码记的是这台电脑上谁点的，出了问题查得到人。它不加密数据：拿到文件的人用别的程序照样能看，"
    "要保密就管好电脑和 U 盘。没有写明分工时，谁都可以做每一步，记的是电脑的登录名。"
)
FORGOTTEN = "忘了管理密码，取消了分工"
FREE_TRIES, PAUSE, LONGEST = 3, 2.0, 60.0  # tries without a wait, then seconds, doubling


@dataclass(frozen=True, slots=True)
class Signer:
    """A name with the password typed for it."""

    name: str = ""
    password: str = ""


class Tries:
    """Wrong passwords in a row: after a few of them the next one has to wait, ever longer."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong = 0
        self._free_at = 0.0

    def refuse_too_early(self) -> None:
        """Raise Problem while the next try has to wait."""
        left = self._free_at - self._clock()
        if left > 0:
            raise Problem(f"密码不对已有{self._wrong}次，{int(left) + 1}秒以后再试")

    def note(self, *, right: bool) -> None:
        """A password was tried."""
        self._wrong = 0 if right else self._wrong + 1
        late = self._wrong - FREE_TRIES
        if late >= 0 and not right:
            self._free_at = self._clock() + min(LONGEST, PAUSE * 2**late)


TRIES = Tries()


def who() -> str:
    """The name of the account, as far as the computer knows it."""
    return account_name()


def people(workspace: Workspace) -> tuple[Person, ...]:
    """Who is named in this workbook."""
    with told():
        return workspace.workbook.sign_offs.people()


def may(workspace: Workspace, act: Act) -> tuple[Person, ...]:
    """Who of them may do an act."""
    return tuple(person for person in people(workspace) if person.role in MAY[act])


def allowed(workspace: Workspace, act: Act, signer: Signer, tries: Tries = TRIES) -> str:
    """The name an act is kept under, where somebody may do it; raises Problem.

    Where nobody is named it is the name given, or the account of the computer.
    """
    named = people(workspace)
    if not named:
        return signer.name.strip()
    roles = "、".join(MAY[act])
    found = next((person for person in named if person.name == signer.name.strip()), None)
    if found is None:
        raise Problem(f"“{act}”由{roles}的人来做，先选是谁")
    if found.role not in MAY[act]:
        raise Problem(f"{found.name}的分工是{found.role}，“{act}”由{roles}的人来做")
    return _known(workspace, signer, tries)


def name_person(
    workspace: Workspace, person: Person, password: str, by: Signer, tries: Tries = TRIES
) -> None:
    """Say who does what; raises Problem. The first one named runs the others."""
    name = " ".join(person.name.split())
    if not name:
        raise Problem("写上姓名")
    named = people(workspace)
    if not named and person.role is not Role.ADMINISTRATION:
        raise Problem("先写一个管理的人：定稿以后由他解除，分工也由他改")
    others = [each for each in named if each.name != name]
    if person.role is not Role.ADMINISTRATION and named and not _has_administrator(others):
        raise Problem(f"{name}是唯一的管理，改别的分工之前先另写一个管理")
    who = _administrator(workspace, by, tries) if named else name
    with told():
        new = Person(name, person.role)
        workspace.workbook.sign_offs.keep_person(workspace.filing_id, new, password, who)


def drop_person(workspace: Workspace, name: str, by: Signer, tries: Tries = TRIES) -> None:
    """Have somebody no longer named; raises Problem. The last administrator goes last."""
    others = [each for each in people(workspace) if each.name != name]
    if others and not _has_administrator(others):
        raise Problem(f"{name}是唯一的管理，先另写一个管理")
    who = _administrator(workspace, by, tries)
    with told():
        workspace.workbook.sign_offs.drop_people(workspace.filing_id, (name,), "取消", who)


def forget_people(workspace: Workspace) -> None:
    """No longer name anybody, as who holds the file can do anyway; it stands in the records."""
    names = tuple(person.name for person in people(workspace))
    with told():
        workspace.workbook.sign_offs.drop_people(workspace.filing_id, names, FORGOTTEN, "")


def _administrator(workspace: Workspace, by: Signer, tries: Tries) -> str:
    found = next((each for each in people(workspace) if each.name == by.name.strip()), None)
    if found is None or found.role is not Role.ADMINISTRATION:
        raise Problem("分工由管理的人来改，先选管理的人")
    return _known(workspace, by, tries)


def _known(workspace: Workspace, signer: Signer, tries: Tries) -> str:
    tries.refuse_too_early()
    name = signer.name.strip()
    with told():
        right = workspace.workbook.sign_offs.knows(name, signer.password)
    tries.note(right=right)
    if not right:
        raise Problem(f"{name}的密码不对，再输一次" if signer.password else f"输入{name}的密码")
    return name


def _has_administrator(named: list[Person]) -> bool:
    return any(person.role is Role.ADMINISTRATION for person in named)
