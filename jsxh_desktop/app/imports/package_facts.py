"""What a package is made of: known to whoever writes, reads or plans one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jsxh_desktop.domain.filing import FACTS
from jsxh_desktop.reports.excel.entered import LIST_NAMES, SINGLE_RECORDS

FORMAT = "jsxh-package-1"


def file_of(rows: str) -> str:
    """The name of the file with the rows of a list, or with the single records."""
    return f"data/{rows}.jsonl"


FILES: Mapping[str, str] = MappingProxyType(
    {file_of(attribute): name for attribute, name in LIST_NAMES.items()}
    | {file_of("records"): SINGLE_RECORDS}
)
"""The files of rows, each with the name of the sheet it is in 填报明细."""

TOTALS, SEAL, DIGEST, ROWS = "totals", "manifest", "digest", "rows"
SAID = ("format", "program", "made", "unit", "code", *FACTS, DIGEST, "log", ROWS, TOTALS, "files")
"""What a manifest says, all of it."""

DIGESTS = ("sha256", "sm3")
NEWER = "数据包是更新的版本做的，请先升级本程序"
