"""The packs a year can be put on, as the settings show them; one of them taken to be changed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.folders import free_name
from jsxh_desktop.app.packs import FACTS, FOLDER, Found, own_places, packs_available
from jsxh_desktop.app.problem import of_system
from jsxh_desktop.domain.filing import Filing

_NAME = re.compile(r'^name = "', re.MULTILINE)
OWN = "本单位 "


@dataclass(frozen=True, slots=True)
class Choice:
    """One pack: its title, what is to be known of it in small, and whether it is the year's.

    `problem` says why it cannot be chosen.
    """

    id: str
    title: str
    said: str
    chosen: bool
    problem: str = ""


def pack_choices(filing: Filing) -> tuple[Choice, ...]:
    """Every pack there is for a filing; one that it names and nobody has comes first."""
    found = packs_available(filing.folder)
    if filing.pack not in {each.id for each in found}:
        gone = Found(filing.pack, Path(), filing.pack, problem="找不到这套模板，请换一套")
        found = (gone, *found)
    return tuple(
        Choice(
            each.id,
            each.title,
            "　·　".join(_said(each, filing)),
            each.id == filing.pack,
            each.problem,
        )
        for each in found
    )


def _said(found: Found, filing: Filing) -> Iterator[str]:
    if found.problem:
        return
    first, last = found.years
    if not first <= filing.year <= last:
        yield f"不是为 {filing.year} 年度做的"
    beside, *_ = own_places(filing.folder)
    if found.folder.parent not in own_places(filing.folder):
        yield "程序自带"
    elif filing.folder and found.folder.parent == beside:
        yield "在工作簿旁边"
    else:
        yield "在本人的数据文件夹里"


def take_copy(filing: Filing) -> Path:
    """Copy the pack of a filing into 模板 beside its workbook, to be changed; raises Problem."""
    source = next(each.folder for each in packs_available(filing.folder) if each.id == filing.pack)
    place = (filing.folder or source.parent) / FOLDER
    target = free_name(place / f"{OWN.strip()}-{filing.pack}")
    try:
        shutil.copytree(source, target)
        facts = target / FACTS
        text = facts.read_text("utf-8")
        facts.write_text(_NAME.sub(f'name = "{OWN}', text, count=1), "utf-8")
    except OSError as problem:
        raise of_system(problem, target) from problem
    return target
