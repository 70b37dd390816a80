"""How the folder for the bureau is called."""

from __future__ import annotations

import datetime

from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.domain.filing import Filing


def folder_name(filing: Filing, day: datetime.date) -> str:
    """{单位代码}_{单位简称}_{年度}决算公开_{yyyymmdd}, a part that is blank left out."""
    organization = filing.organization
    unit = organization.short_name or organization.full_name
    parts = (organization.code, unit, f"{filing.year}决算公开", f"{day:%Y%m%d}")
    return file_name("_".join(filter(None, parts)))
