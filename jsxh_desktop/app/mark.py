"""What is said beside a field, and how bad it is."""

from __future__ import annotations

from typing import NamedTuple

from jsxh_desktop.rules.rule import Severity


class Mark(NamedTuple):
    """A sentence about a field, and how bad it is; a blank that is asked for has no sign."""

    severity: Severity
    sentence: str
    sign: str = ""

    @property
    def words(self) -> str:
        """The sentence behind its sign."""
        return f"{self.sign} {self.sentence}" if self.sign else self.sentence
