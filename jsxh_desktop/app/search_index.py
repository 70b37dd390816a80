"""What the search finds: fields, codes, projects, indicators, terms, pages, commands, settings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.form_layout import Derived, fields
from jsxh_desktop.app.form_model import shown
from jsxh_desktop.app.form_pages import FORMS
from jsxh_desktop.app.pages import BY_KEY, PAGES, is_economic, page_of
from jsxh_desktop.app.pinyin import initials
from jsxh_desktop.app.setting_list import SETTINGS
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import SINGLES, Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import Term

FIELD, CODE, PROJECT, INDICATOR = "字段", "科目", "项目", "指标"
TERM, PAGE, COMMAND, SETTING = "名词", "页面", "命令", "设置"
BLANK, UNUSED = "待填", "没有用到"
LONGEST_VALUE = 10
BEHIND = 4
"""How far a code no line has stands behind what the unit uses, in ranks."""
BESIDE = (
    ("import", "导入表格"),
    ("history", "历史"),
    ("recycled", "回收站"),
    ("settings", "设置"),
    ("inspection", "检查数据库"),
    ("purge", "彻底清除"),
    ("help", "帮助"),
    ("about", "关于"),
)
"""Pages that are no part of the filing."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the search; it leads to a field, else to a page, else does a command.

    `where` and `value` stand at its right end. `setting` is a line of the settings page.
    """

    kind: str
    name: str
    code: str = ""
    where: str = ""
    value: str = ""
    page: str = ""
    place: Place | None = None
    command: str = ""
    setting: str = ""
    plain: str = field(init=False, default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", _plain(self.name))  # read at every key

    @property
    def key(self) -> tuple[str, ...]:
        """What a hit is known by when the index is made anew."""
        return self.kind, self.code, self.name, self.where


def index(workspace: Workspace, commands: Sequence[tuple[str, str, str]] = ()) -> tuple[Hit, ...]:
    """Everything that can be gone to; `commands` are words, keys and name of each command."""
    filing = workspace.filing
    return (
        *_codes_used(workspace),
        *_fields(workspace),
        *_records(filing),
        *(Hit(PAGE, page.title, where=page.group, page=page.key) for page in PAGES),
        *(Hit(PAGE, name, page=key) for key, name in BESIDE),
        *(Hit(COMMAND, words, where=keys, command=name) for words, keys, name in commands),
        *(Hit(SETTING, each.label, page="settings", setting=each.name) for each in SETTINGS),
        *_codes_left(filing),
    )


def find(hits: Sequence[Hit], typed: str, used: Sequence[tuple[str, ...]] = ()) -> tuple[Hit, ...]:
    """What answers to a text, digits or initials, the best first; of equals the one used last.

    `used` are the keys of hits chosen before, the latest first; without a text there are these,
    then the pages.
    """
    order = {key: place for place, key in enumerate(used)}
    words = _plain(typed).split()
    if not words:
        offered = [hit for hit in hits if hit.key in order or hit.kind == PAGE]
        return tuple(sorted(offered, key=lambda hit: order.get(hit.key, len(order))))
    ranked = [
        (_behind(hit, rank), order.get(hit.key, len(order)), place)
        for place, hit in enumerate(hits)
        if (rank := _rank(hit, words)) is not None
    ]
    return tuple(hits[place] for _, _, place in sorted(ranked))


def _behind(hit: Hit, rank: int) -> int:
    return rank + BEHIND if rank and hit.value == UNUSED else rank


def _rank(hit: Hit, words: list[str]) -> int | None:
    """How well a hit answers to all the words, 0 best; None where one says nothing to it."""
    worst = 0
    for word in words:
        rank = _answer(hit, word)
        if rank is None:
            return None
        worst = max(worst, rank)
    return worst


def _answer(hit: Hit, word: str) -> int | None:
    if word in (hit.code, hit.plain):
        return 0
    if hit.code and hit.code.startswith(word):
        return 1
    if word in hit.plain:
        return 2 if hit.plain.startswith(word) else 3
    if word.isascii() and not word.isdecimal():
        letters = initials(hit.name)
        if word in letters:
            return 4 if letters.startswith(word) else 5
    return 8 if word in hit.where else None


def _fields(workspace: Workspace) -> Iterator[Hit]:
    for entity in SINGLES.values():
        for entry in entries(entity):
            yield _field(workspace, Place(entry))
    for page, sections in FORMS.items():
        for each in fields(sections):
            if isinstance(each, Derived):
                start = Place(each.parts[0]) if each.parts else None
                value = shown(workspace, each).text
                where = BY_KEY[page].name
                yield Hit(FIELD, each.label, "", where, value, page, start)


def _field(workspace: Workspace, place: Place) -> Hit:
    page = page_of(workspace.filing, place)
    value = " ".join(workspace.text(place).split())
    if len(value) > LONGEST_VALUE and place.entry.kind is not Kind.MONEY:
        value = f"{value[:LONGEST_VALUE]}…"
    where = BY_KEY[page].name
    return Hit(FIELD, place.entry.label, where=where, value=value or BLANK, page=page, place=place)


def _codes_used(workspace: Workspace) -> Iterator[Hit]:
    filing, unit = workspace.filing, workspace.unit
    for line in filing.expenditure:
        economic = is_economic(line)
        code = line.economic if economic else line.functional
        place = Place(ExpenditureLine.final, line.id)
        table = filing.economic if economic else filing.functional
        yield _code(table, code, "economic" if economic else "expenditure", line.final, unit, place)
    for income in filing.income:
        place = Place(IncomeLine.final, income.id)
        yield _code(filing.functional, income.functional, "income", income.final, unit, place)


def _code(
    table: CodeTable, code: str, page: str, final: Money | None, unit: str, place: Place
) -> Hit:
    known = table.codes.get(code)
    return Hit(
        CODE,
        known.name if known else "",
        code,
        BY_KEY[page].name,
        figures_shown.amount(final, unit) or BLANK,
        page,
        place,
    )


def _codes_left(filing: Filing) -> Iterator[Hit]:
    """The official codes no line has; they lead to the page one would be added on."""
    functional = {line.functional for line in filing.expenditure}
    functional |= {line.functional for line in filing.income}
    economic = {line.economic for line in filing.expenditure}
    tables = (
        ("expenditure", filing.functional, functional),
        ("economic", filing.economic, economic),
    )
    for page, table, used in tables:
        where = BY_KEY[page].name
        for code in table.codes.values():
            if code.code not in used:
                yield Hit(CODE, code.name, code.code, where, UNUSED, page)


def _records(filing: Filing) -> Iterator[Hit]:
    names = {project.id: project.name for project in filing.projects}
    projects, terms = BY_KEY["projects"].name, BY_KEY["terms"].name
    for project in filing.projects:
        place = Place(Project.name, project.id)
        yield Hit(PROJECT, project.name, where=projects, page="projects", place=place)
    for indicator in filing.indicators:
        place = Place(Indicator.name, indicator.id)
        done = f"{indicator.actual}{indicator.unit}"[:LONGEST_VALUE]
        where = names.get(indicator.project or 0, "") or projects
        yield Hit(INDICATOR, indicator.name, "", where, done or BLANK, "projects", place)
    for term in filing.terms:
        yield Hit(TERM, term.name, where=terms, page="terms", place=Place(Term.name, term.id))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()
