"""The sign and the colour of each severity, the same wherever a finding is told of."""

from __future__ import annotations

from jsxh_desktop.app.check_model import Severity
from jsxh_desktop.app.mark import Mark

ICONS = {
    Severity.ERROR: "exclamation-triangle-fill",
    Severity.WARNING: "info-circle-fill",
    Severity.INFO: "lightbulb",
}
COLOURS = {Severity.ERROR: "danger", Severity.WARNING: "warn", Severity.INFO: "text2"}
GROUNDS = {Severity.ERROR: "danger_bg", Severity.WARNING: "warn_bg"}
"""A hint leaves its cell as it is: grey would say that it cannot be typed in."""
ORDER = tuple(Severity)


def is_wrong(mark: Mark | None) -> bool:
    """Whether a field is edged as one that is wrong."""
    return mark is not None and mark.severity is Severity.ERROR


def note_of(mark: Mark | None) -> tuple[str, str]:
    """The words beside a field and their colour; none where there is nothing to say."""
    return (mark.words, COLOURS[mark.severity]) if mark else ("", "text3")
