"""Where every migration is entered, in the order it is to be applied."""

from __future__ import annotations

from jsxh_desktop.store.sqlite_tools import Migrations

migrations = Migrations("jsxh")
