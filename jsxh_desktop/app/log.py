"""The log of defects: a rotating file that holds tracebacks and no figures."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from jsxh_desktop.app import user_folders

NAME = "jsxh_desktop"


def log_file() -> Path:
    """Where the log is, or will be once there is a defect."""
    return _folder() / f"{NAME}.log"


def log_defect(defect: BaseException) -> Path:
    """Write the traceback and return the file it is in."""
    from logging.handlers import RotatingFileHandler  # brings sockets; there may never be a defect

    path = log_file()
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger(NAME)
    logger.addHandler(handler)
    try:
        logger.critical("defect", exc_info=defect)
    finally:
        logger.removeHandler(handler)
        handler.close()
    return path


def _folder() -> Path:
    """The user's log folder, or the temporary one where that cannot be made."""
    try:
        return user_folders.logs()
    except OSError:
        return Path(tempfile.gettempdir())
