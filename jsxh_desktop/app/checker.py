"""Keeps what there is to say of the filing on the desk in line with it, after every change."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jsxh_desktop.app.check_ledger import note, seen
from jsxh_desktop.app.check_model import Row, rows
from jsxh_desktop.app.checkup import CheckUp, judged
from jsxh_desktop.app.examination import Examination
from jsxh_desktop.app.examined import Examined
from jsxh_desktop.app.page_state import PageState, states
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store.findings import Seen

if TYPE_CHECKING:
    from jsxh_desktop.app.gaps import Missing

Post = Callable[[Callable[[], object]], object]


class Checker:
    """What does not read and what is accounted for is known at once, the rest when examined.

    Every call is the window's thread; `post` brings what was examined into it, and `told` is then
    called there.
    """

    def __init__(
        self,
        workspace: Workspace,
        examination: Examination,
        post: Post,
        told: Callable[[], object],
    ) -> None:
        self.rows: tuple[Row, ...] = ()
        self.gaps: tuple[Missing, ...] = ()
        self.states: dict[str, PageState] = {}
        self.found: CheckUp | None = None
        self.seen: tuple[Seen, ...] = ()
        self._workspace, self._examination = workspace, examination
        self._post, self._told = post, told
        self._examined: Examined | None = None
        self._filing: Filing | None = None
        self._year = workspace.filing_id
        self._stopped = False

    @property
    def is_current(self) -> bool:
        """Whether all of it is of the filing as it stands now."""
        return self._filing is self._workspace.filing

    def look(self) -> None:
        """The filing may have changed: say what is known of it, have the rest examined."""
        if self._year != self._workspace.filing_id:
            self._begin_anew()
        self._judge()
        if not self.is_current:
            self._examination.want(self._workspace.filing, self._ready)

    def note(self, now: datetime.datetime) -> None:
        """Keep what was found, and what is corrected since; raises Problem."""
        if self.found:
            self.seen = note(self._workspace, self.found, now)
            self._judge()

    def recall(self) -> None:
        """Read what earlier checks have found; raises Problem."""
        self.seen = seen(self._workspace)
        self._judge()

    def stop(self) -> None:
        """Tell of nothing any more."""
        self._stopped = True

    def _ready(self, filing: Filing, examined: Examined) -> None:
        """From the thread of the examination."""
        self._post(partial(self._take, filing, examined))

    def _take(self, filing: Filing, examined: Examined) -> None:
        if self._stopped or filing is not self._workspace.filing:
            return  # what came since is under way
        self._filing, self._examined, self.gaps = filing, examined, examined.gaps
        self._judge()
        self._told()

    def _begin_anew(self) -> None:
        """Another year is on the desk."""
        self._year = self._workspace.filing_id
        self._examined = self.found = self._filing = None
        self.gaps, self.seen, self.states = (), (), {}

    def _judge(self) -> None:
        """The verdicts known beside the accounts and texts there are now."""
        if self._examined:
            self.found = judged(self._workspace.filing, self._examined.verdicts)
        self.rows = rows(self._workspace, self.found, self.seen)
        if self.found:
            self.states = states(self._workspace.filing, self.gaps, self.rows)
