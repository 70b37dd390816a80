"""A finding somebody looked into and accounts for: 已核实, with reason, name and time."""

from __future__ import annotations

from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, prose, text


@entity
class Review:
    """The account of one finding.

    `rule` and `about` say which finding it is, `figures` which figures it was given for: once they
    change, the finding is back.
    """

    rule: Entry[str] = text("规则编号", required=True)
    about: Entry[str] = text("核实的对象")
    figures: Entry[str] = text("核实时的数")
    finding: Entry[str] = text("核实的问题")
    reason: Entry[str] = prose("核实说明", required=True)
    who: Entry[str] = text("核实人")
    at: Entry[str] = text("核实时间")
    id: int = field(default=0, compare=False)
