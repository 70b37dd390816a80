"""The workbook file: rows, migrations, change log and undo."""

from __future__ import annotations

import sys

# sqlite-utils loads numpy wherever it is installed, a tenth of a second no row ever needs.
if "numpy" not in sys.modules:
    sys.modules["numpy"] = None  # type: ignore[assignment] # makes the import fail, as if absent
    import sqlite_utils  # noqa: F401 - loaded here and now, while numpy cannot be

    del sys.modules["numpy"]
