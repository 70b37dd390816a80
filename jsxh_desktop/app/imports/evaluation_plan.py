"""The plan of self-evaluation sheets: each against the project it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jsxh_desktop.app.imports.evaluation_forms import Form, Spot
from jsxh_desktop.app.imports.evaluation_money import money_steps
from jsxh_desktop.app.imports.field_cells import Cell, field_cell, new_cell
from jsxh_desktop.app.imports.form_words import NAME, SECOND
from jsxh_desktop.app.imports.goal_rows import goal_values, told_goals
from jsxh_desktop.app.imports.indicator_rows import NO_NATURE, category_of, values
from jsxh_desktop.app.imports.plan import Found, ImportPlan, PlanCell, State
from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project

TITLE = "导入项目自评表"


@dataclass
class _Making:
    """The cells and changes of one sheet; `added` counts the records the step adds before."""

    sheet: str
    project: Project | None
    place: int
    cells: list[PlanCell] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def compare(self, record: Any, found: Mapping[Entry[Any], Cell]) -> None:
        """What the cells say otherwise than a record is put."""
        for entry, cell in found.items():
            place = Place(entry, record.id)
            self.cells.append(field_cell(self.sheet, cell, entry, entry.of(record), place))
            if self.cells[-1].state in {State.ADDED, State.CHANGED}:
                self.changes.append(Put(entry, cell.value, record.id))

    def add(self, entity: type[Any], found: Mapping[Entry[Any], Cell], note: str = "") -> None:
        """A record of its own, of the project of the sheet; the note is of its target."""
        self.cells += [
            new_cell(self.sheet, cell, e, note if e is Indicator.target else "")
            for e, cell in found.items()
        ]
        kept = {e.name: cell.value for e, cell in found.items() if not cell.problem}
        if self.project is None:
            self.changes.append(Added(entity(**kept), under=self.place))
        else:
            self.changes.append(Added(entity(project=self.project.id, **kept)))


def evaluation_plan(
    forms: Sequence[Form], filing: Filing, pack: Pack, added: int = 0
) -> ImportPlan:
    """What the sheets make of a filing; one without a project's name is told and left.

    `added` is how many records the same step adds before.
    """
    tables: list[Found] = []
    changes: list[Change] = []
    for form in forms:
        made = _Making(form.source.name, _project(form, filing), added)
        if form.name:
            _make(made, form, filing, pack)
        elif form.indicators:
            reason = "表里没有项目名称，不知道是哪个项目"
            cell = PlanCell(form.source.name, "A1", "", "项目名称", State.UNREAD, reason=reason)
            made.cells.append(cell)
        if made.cells:
            tables.append(Found(form.source.name, form.name or "项目自评表", tuple(made.cells)))
        changes += made.changes
        added += sum(isinstance(change, Added) for change in made.changes)
    return ImportPlan(TITLE, tuple(tables), tuple(changes))


def _project(form: Form, filing: Filing) -> Project | None:
    """The project of a sheet, by its code or else by its name."""
    code = form.texts.get("code")
    if code:
        for project in filing.projects:
            if project.code == code.text:
                return project
    name = plain(form.name)
    return next((p for p in filing.projects if name and plain(p.name) == name), None)


def _make(made: _Making, form: Form, filing: Filing, pack: Pack) -> None:
    texts = {getattr(Project, name): _cell(spot) for name, spot in form.texts.items()}
    if made.project is None:
        made.cells += [new_cell(made.sheet, cell, entry) for entry, cell in texts.items()]
        made.changes.append(Added(Project(**{e.name: c.value for e, c in texts.items()})))
    else:
        made.compare(made.project, texts)
    _goals(made, form, filing)
    _indicators(made, form, filing, pack)
    key = made.project.id if made.project else None
    lines = [x for x in filing.expenditure if x.functional and key and x.project == key]
    for cell, put in money_steps(form, lines):
        made.cells.append(cell)
        made.changes += [put] if put else []


def _cell(spot: Spot) -> Cell:
    return Cell(spot.address, spot.text, spot.text.strip())


def _owned(made: _Making, records: Sequence[Any]) -> list[Any]:
    key = made.project.id if made.project else None
    return [record for record in records if key and record.project == key]


def _goals(made: _Making, form: Form, filing: Filing) -> None:
    held = _owned(made, filing.goals)
    made.cells += told_goals(form, held)
    for place, found in enumerate(goal_values(form, held)):
        if held:
            made.compare(held[place], found)
        elif Goal.expected in found:
            made.add(Goal, found)


def _indicators(made: _Making, form: Form, filing: Filing, pack: Pack) -> None:
    held = _owned(made, filing.indicators)
    for row in form.indicators:
        category = category_of(row[SECOND].text, pack)
        name = plain(row[NAME].text)
        alike = [x for x in held if plain(x.name) == name and category in {None, x.category}]
        if alike:
            held.remove(alike[0])
            made.compare(alike[0], values(row, alike[0], pack))
            continue
        found = values(row, None, pack)
        made.add(Indicator, found, "" if Indicator.nature in found else NO_NATURE)
