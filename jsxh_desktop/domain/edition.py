"""How far a filing is signed off, who may do what about it, and the edition that was made of it."""

from __future__ import annotations

from enum import StrEnum

from jsxh_desktop.domain.frozen import frozen


class Stage(StrEnum):
    """草稿 and 复核 may be changed; what is 定稿 or 已报送 may only be read."""

    DRAFT = "草稿"
    REVIEW = "复核"
    FINAL = "定稿"
    SUBMITTED = "已报送"

    @property
    def is_locked(self) -> bool:
        return self in LOCKED


LOCKED = (Stage.FINAL, Stage.SUBMITTED)


class Role(StrEnum):
    """What somebody may do where the unit has named who does what."""

    ENTRY = "录入"
    REVIEW = "复核"
    ADMINISTRATION = "管理"


@frozen
class Person:
    """Somebody who may sign, and whether with a password."""

    name: str
    role: Role
    has_password: bool = False


class Act(StrEnum):
    """What is done about a filing as a whole."""

    HAND_OVER = "送复核"
    RETURN = "退回修改"
    FINALISE = "定稿"
    SUBMIT = "记为已报送"
    UNLOCK = "解除定稿"


LEADS: dict[tuple[Stage, Act], Stage] = {
    (Stage.DRAFT, Act.HAND_OVER): Stage.REVIEW,
    (Stage.REVIEW, Act.FINALISE): Stage.FINAL,
    (Stage.REVIEW, Act.RETURN): Stage.DRAFT,
    (Stage.FINAL, Act.SUBMIT): Stage.SUBMITTED,
    (Stage.FINAL, Act.UNLOCK): Stage.DRAFT,
    (Stage.SUBMITTED, Act.UNLOCK): Stage.DRAFT,
}
"""What may be done at a stage, in the order it is offered, and the stage it leads to."""

NEEDS_REASON = {Act.RETURN, Act.UNLOCK}

MAY: dict[Act, tuple[Role, ...]] = {
    Act.HAND_OVER: (Role.ENTRY, Role.REVIEW, Role.ADMINISTRATION),
    Act.RETURN: (Role.REVIEW, Role.ADMINISTRATION),
    Act.FINALISE: (Role.REVIEW, Role.ADMINISTRATION),
    Act.SUBMIT: (Role.ENTRY, Role.REVIEW, Role.ADMINISTRATION),
    Act.UNLOCK: (Role.ADMINISTRATION,),
}


@frozen
class Edition:
    """A filing as it was signed off: its number from 1, and the SHA-256 of its data in hex."""

    number: int
    digest: str
    stage: Stage = Stage.FINAL

    @property
    def code(self) -> str:
        """The check code a print carries: 20 digits of the digest in groups of four."""
        return check_code(self.digest)


def check_code(digest: str) -> str:
    """20 hex digits in groups of four: few enough to be typed, too many to be met by chance."""
    digits = digest[:20].upper()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
