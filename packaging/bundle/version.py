"""The version that is built: what the program says of itself."""

from __future__ import annotations

import re

from bundle.places import git

_SAID = git("show", "HEAD:jsxh_desktop/__init__.py").decode()
VERSION = re.findall(r'__version__ = "(.+)"', _SAID)[0]
