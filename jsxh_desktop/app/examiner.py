"""Examines one filing after another: what every rule says of it, and what it still waits for."""

from __future__ import annotations

from typing import Any

from jsxh_desktop.app.book import document
from jsxh_desktop.app.examined import Examined
from jsxh_desktop.app.filing_changes import applied
from jsxh_desktop.app.gaps import missing_in
from jsxh_desktop.app.other_process import serve
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.rules.registry import check
from jsxh_desktop.rules.rule import Verdict
from jsxh_desktop.rules.subject import Subject

MOST = 20
"""So many reasons why one rule cannot be judged are told."""


class Examiner:
    """Holds the filing examined last, so that what did not change need not be judged anew."""

    def __init__(self) -> None:
        self._filing: Filing | None = None

    def examine(self, told: dict[str, Any], is_known: object) -> Examined:
        """What comes of the last filing by these changes, or of none where it is not known."""
        filing = self._filing = applied(self._filing if is_known else None, told)
        pack = pack_of(filing)
        parts = document(filing, pack)
        verdicts = check(Subject(filing, pack, parts))
        return Examined(tuple(map(_told, verdicts)), missing_in(filing, parts))


def _told(verdict: Verdict) -> Verdict:
    """As much of a verdict as anybody reads: hundreds of projects may wait for the same thing."""
    if len(verdict.unjudged) <= MOST:
        return verdict
    return verdict._replace(unjudged=verdict.unjudged[:MOST])


if __name__ == "__main__":
    serve(Examiner())
