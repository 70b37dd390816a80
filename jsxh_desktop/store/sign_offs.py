"""The sign-off of an open workbook; every call is a job for the thread that owns its connection."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from sqlite3 import Connection

from jsxh_desktop.domain.edition import Act, Person, Role
from jsxh_desktop.domain.money import Money
from jsxh_desktop.store import log_chain, people, rekeying, sign_off
from jsxh_desktop.store.connection import transaction
from jsxh_desktop.store.drafts import Field
from jsxh_desktop.store.sign_off import Kept, Signature, Standing
from jsxh_desktop.store.writer import Writer


class SignOffs:
    """Stages and editions of the years, who signs, amounts keyed twice; raises as Workbook does."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def standing(self, filing_id: int) -> Standing:
        """Where a year stands."""
        return self._writer.do(lambda database, _: sign_off.standing(database, filing_id))

    def sign(self, filing_id: int, act: Act, who: str = "", reason: str = "") -> Standing:
        """Do an act and say where the year stands then; LookupError where it may not be done."""
        return self._writer.do(
            lambda database, steps: sign_off.sign(database, steps, filing_id, act, who, reason)
        )

    def signatures(self, filing_id: int) -> tuple[Signature, ...]:
        """Every act of a year, the latest first."""
        return self._writer.do(lambda database, _: sign_off.signatures(database, filing_id))

    def editions(self, filing_id: int) -> tuple[Kept, ...]:
        """Every edition of a year with its data, the first one first."""
        return self._writer.do(lambda database, _: sign_off.editions(database, filing_id))

    def log_head(self) -> str:
        """The digest all of the change log comes down to."""
        return self._writer.do(lambda database, _: log_chain.head(database))

    def people(self) -> tuple[Person, ...]:
        """Who may sign; nobody where the unit has not said."""
        return self._writer.do(lambda database, _: people.people(database))

    def knows(self, name: str, password: str) -> bool:
        """Whether a password is the one of somebody named."""
        return self._writer.do(lambda database, _: people.knows(database, name, password))

    def keep_person(self, filing_id: int, person: Person, password: str, who: str) -> None:
        """Name somebody or change what was said of them; noted among the signatures."""

        def work(database: Connection) -> None:
            people.keep_person(database, person.name, Role(person.role), password)
            title = f"分工：{person.name} {person.role}{'，有密码' if password else ''}"
            sign_off.note(database, filing_id, title, who)

        self._change(work).result()

    def drop_people(self, filing_id: int, names: tuple[str, ...], why: str, who: str) -> None:
        """Have these no longer named; noted among the signatures."""

        def work(database: Connection) -> None:
            people.drop_people(database, names)
            sign_off.note(database, filing_id, f"分工：{why} {'、'.join(names)}", who)

        self._change(work).result()

    def rekeyed(self, filing_id: int) -> dict[Field, Money | None]:
        """The amounts keyed a second time."""
        return self._writer.do(lambda database, _: rekeying.rekeyed(database, filing_id))

    def keep_rekeyed_later(
        self, filing_id: int, field: Field, amount: Money | None
    ) -> Future[None]:
        """Hand over an amount keyed a second time, without waiting."""
        return self._change(
            lambda database: rekeying.keep_rekeyed(database, filing_id, field, amount)
        )

    def drop_rekeyed(self, filing_id: int) -> None:
        """Throw away the amounts keyed a second time."""
        self._change(lambda database: rekeying.drop_rekeyed(database, filing_id)).result()

    def _change(self, work: Callable[[Connection], None]) -> Future[None]:
        def job(database: Connection, _steps: object) -> None:
            with transaction(database):
                work(database)

        return self._writer.submit(job)
