"""What comes of examining a filing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jsxh_desktop.app.gaps import Missing
    from jsxh_desktop.rules.rule import Verdict


class Examined(NamedTuple):
    """What every rule says of a filing, and the blanks its document would print."""

    verdicts: tuple[Verdict, ...]
    gaps: tuple[Missing, ...]
