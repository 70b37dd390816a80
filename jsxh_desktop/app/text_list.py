"""Ordered lists of texts, 主要职能 and 重点工作: what typing, pasting and moving change in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app.step import Step
from jsxh_desktop.domain.change import Added, Moved, Put, Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing, attribute_of
from jsxh_desktop.domain.organization import Duty, KeyWork


@dataclass(frozen=True, slots=True)
class TextList:
    """One list: the text of its records, the name of its tab, what an empty one says."""

    text: Entry[str]
    name: str
    empty: str

    @property
    def noun(self) -> str:
        return self.text.label


DUTIES = TextList(Duty.text, "主要职责", "还没有主要职能。一条一条写，或者从三定方案里整段粘贴")
KEY_WORK = TextList(KeyWork.text, "重点工作", "还没有重点工作。从年度工作总结里挑几件，一条一件")
LISTS = (DUTIES, KEY_WORK)


def records(filing: Filing, texts: TextList) -> tuple[Any, ...]:
    """The records of the list in their order."""
    found: tuple[Any, ...] = getattr(filing, attribute_of(texts.text.entity))
    return found


def number_of(filing: Filing, texts: TextList, key: int) -> int:
    """Which one a record is, from 1 on; 0 where the list no longer has it."""
    keys = [record.id for record in records(filing, texts)]
    return keys.index(key) + 1 if key in keys else 0


def title_of(filing: Filing, texts: TextList, key: int) -> str:
    """What a change of one text is called."""
    return f"修改第 {number_of(filing, texts, key)} 项{texts.noun}"


def added(texts: TextList, lines: Sequence[str], position: int) -> Step:
    """New texts, one after the other from a position on."""
    many = f" {len(lines)} 项" if len(lines) > 1 else f"第 {position + 1} 项"
    return Step(
        f"增加{many}{texts.noun}",
        tuple(Added(_record(texts, line), position + n) for n, line in enumerate(lines)),
    )


def removed(filing: Filing, texts: TextList, key: int) -> Step:
    """One text taken out."""
    title = f"删除第 {number_of(filing, texts, key)} 项{texts.noun}"
    return Step(title, (Removed(texts.text.entity, key),))


def moved(filing: Filing, texts: TextList, key: int, by: int) -> Step | None:
    """One text up (-1) or down (1); None at the end of the list."""
    place = number_of(filing, texts, key) - 1 + by
    if not 0 <= place < len(records(filing, texts)):
        return None
    title = f"移动第 {place - by + 1} 项{texts.noun}"
    return Step(title, (Moved(texts.text.entity, key, place),))


def pasted(filing: Filing, texts: TextList, key: int, lines: Sequence[str]) -> Step:
    """Several texts where one stood: the first takes its place, the others follow it."""
    place = number_of(filing, texts, key)
    rest = added(texts, lines[1:], place).changes
    return Step(f"粘贴 {len(lines)} 项{texts.noun}", (Put(texts.text, lines[0], key), *rest))


def from_last_year(filing: Filing, texts: TextList) -> Step | None:
    """The list of the year before put behind what is there, without what is there already.

    None where the workbook does not hold that year, or nothing of it is missing here.
    """
    here = {texts.text.of(record) for record in records(filing, texts)}
    before = records(filing.before, texts) if filing.before else ()
    lines = [text for record in before if (text := texts.text.of(record)) not in here]
    if not lines:
        return None
    step = added(texts, lines, len(here))
    return Step(f"套用上年 {len(lines)} 项{texts.noun}", step.changes)


_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NUMBERED = re.compile(
    rf"\s*(?:{_NUMBER}(?:[.．](?!\d)|[、)）])|[（(]{_NUMBER}[)）]|[①-⑳⑴-⒇]|[•·●■◆▪－\-—]\s)\s*"
)


def split(text: str) -> tuple[str, ...]:
    """The items of a text of several lines, without the numbers the print puts before them."""
    lines = (_NUMBERED.sub("", line, count=1).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def between(before: str, after: str, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines put between what stood before and after a caret."""
    return (before + lines[0], *lines[1:-1], lines[-1] + after)


def speak_of_earlier(step: Step, year: int) -> int:
    """How many texts a step adds speak of a year before this one, as those taken over may."""
    records = [change.record for change in step.changes if isinstance(change, Added)]
    return sum(any(int(y) < year for y in _YEAR.findall(record.text)) for record in records)


def _record(texts: TextList, line: str) -> Any:
    return texts.text.entity(**{texts.text.name: line})
