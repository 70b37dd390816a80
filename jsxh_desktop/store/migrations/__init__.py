"""Every change to the tables of a workbook, oldest first; a released one is never edited.

Migrations are frozen history: they name every column and never read the entities, which move on.
Text is never NULL, the other blanks are; money is INTEGER fen; decimals and days are exact text.
AUTOINCREMENT keeps the id of a removed record from being given to another, so that undo can
always bring it back. Log and triggers need nothing here: `change_log` builds them from the tables.

A module is named for its first migration, so that the order of the imports is the order of the
history; the next one begins where the last grows long.
"""

from __future__ import annotations

from jsxh_desktop.store.migrations import from_0001, from_0009, from_0014
from jsxh_desktop.store.migrations.registry import migrations

__all__ = ["from_0001", "from_0009", "from_0014", "migrations"]
