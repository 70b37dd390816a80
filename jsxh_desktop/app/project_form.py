"""The fields of a project itself as a form: what it is, who answers for it, what is said of it."""

from __future__ import annotations

from jsxh_desktop.app.form_layout import Section, line, typed_fields
from jsxh_desktop.domain.project import Project

PROJECT = (
    Section(
        "项目信息",
        tuple(
            line(entry)
            for entry in (
                Project.name,
                Project.code,
                Project.category,
                Project.budget,
                Project.leader,
                Project.telephone,
            )
        ),
    ),
    Section(
        "绩效管理",
        tuple(line(entry) for entry in (Project.targeted, Project.monitored, Project.evaluated)),
    ),
    Section(
        "文字说明",
        tuple(
            line(entry)
            for entry in (
                Project.process,
                Project.execution_reason,
                Project.conclusion,
                Project.problems,
                Project.measures,
            )
        ),
    ),
)


def written(project: Project) -> tuple[int, int]:
    """How many of the fields have a value, and how many there are."""
    values = [entry.of(project) for entry in typed_fields(PROJECT)]
    return sum(value not in (None, "") for value in values), len(values)
