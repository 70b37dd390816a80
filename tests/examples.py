"""How many examples of a law that is slow to judge are drawn: a few always, many in a trial."""

from __future__ import annotations

from hypothesis import settings

USUAL = 20
"""What a test that names no number draws in a usual run; a profile that draws more scales it."""


def examples(usual: int) -> int:
    """For `@settings(max_examples=…)`: that many, and in a trial as many times more as there."""
    profile = settings.get_profile(settings.get_current_profile_name())
    return usual * profile.max_examples // USUAL
