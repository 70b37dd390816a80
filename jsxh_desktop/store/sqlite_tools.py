"""sqlite-utils, loaded without numpy."""

from __future__ import annotations

import sys

# sqlite-utils loads numpy wherever it is installed, a tenth of a second no row ever needs.
_absent = "numpy" not in sys.modules
if _absent:
    sys.modules["numpy"] = None  # type: ignore[assignment] # makes the import fail, as if absent

from sqlite_utils import Database, Migrations  # noqa: E402 - while numpy cannot be loaded

if _absent:
    del sys.modules["numpy"]

__all__ = ["Database", "Migrations"]
