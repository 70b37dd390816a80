"""What is printed without being a volume of a filing: the 审核报告."""

from __future__ import annotations

from typing import NamedTuple

from jsxh_desktop.narrative.block import Block

PDF, WORD, EXCEL = ".pdf", ".docx", ".xlsx"


class Loose(NamedTuple):
    """The blocks, their title and whose they are."""

    blocks: tuple[Block, ...]
    title: str
    author: str
