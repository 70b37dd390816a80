"""Blocks as printed pages."""

from __future__ import annotations

import sys
from types import ModuleType

# ReportLab would run files of these names in the user's home, which could change every print, and
# fail where the home is no folder.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
