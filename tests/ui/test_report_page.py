"""The reports in the window: fields walked through, figures gone to, texts taken over, undone."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jsxh_desktop.app.pages import page_of
from jsxh_desktop.domain.change import Put, Removed
from jsxh_desktop.domain.expenditure import Budget
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.terms import ProjectBudget
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("department_report")

Press = Callable[..., None]
Write = Callable[[str], None]


def parts(area: tk.Misc) -> Iterator[tk.Misc]:
    for child in area.winfo_children():
        yield child
        yield from parts(child)


def shown(window: Window) -> list[Any]:
    """What can be seen of the page on the desk."""
    return [part for part in parts(window.widget) if part.winfo_viewable()]


def link(window: Window, words: str) -> Any:
    return next(
        part for part in shown(window) if part.winfo_class() == "Label" and part["text"] == words
    )


def typed_in(window: Window) -> str:
    focused: Any = window.root.focus_get()
    text: str = focused.get("1.0", "end-1c")
    return text


def go_to(window: Window, place: Place) -> None:
    window.jump(place)
    window.root.update()


def project(window: Window, name: str) -> Project:
    return next(each for each in window.workspace.filing.projects if each.name == name)


def unbegun(window: Window) -> None:
    """One 专项预算项目, its report not begun."""
    (report,) = window.workspace.filing.project_reports
    window.workspace.apply("", [Removed(ProjectReport, report.id)])
    window.go("project_report")
    window.root.update()


def test_a_text_is_kept_when_enter_goes_on_and_undo_names_it(
    window: Window, press: Press, write: Write
) -> None:
    go_to(window, Place(DepartmentReport.problems))
    write("部分指标细化不够")
    press("<Return>")
    assert window.workspace.filing.department_report.problems == "部分指标细化不够"
    assert window.workspace.turns()[0] == "修改部门整体自评报告的存在问题"
    window.undo()
    assert window.workspace.filing.department_report.problems == ""


@pytest.mark.looks
def test_enter_goes_from_the_last_text_of_a_chapter_to_the_next_with_any(
    window: Window, press: Press
) -> None:
    go_to(window, Place(DepartmentReport.composition))
    press("<Return>")
    assert typed_in(window) == window.workspace.filing.department_report.management
    press("<Shift-Return>")
    assert typed_in(window) == window.workspace.filing.department_report.composition


def test_a_figure_of_the_programs_leads_to_its_field(window: Window, press: Press) -> None:
    window.go("department_report")
    window.root.update()
    written = next(
        part
        for part in shown(window)
        if part.winfo_class() == "Text" and "112.44万元" in part.get("1.0", "end")
    )
    written.focus_set()
    window.root.update()
    press("<Right>", "<Return>")
    assert window.page == page_of(window.workspace.filing, Place(Budget.initial_total))


@pytest.mark.looks
def test_what_the_program_writes_cannot_be_typed_in(window: Window, write: Write) -> None:
    window.go("department_report")
    window.root.update()
    written = next(
        part
        for part in shown(window)
        if part.winfo_class() == "Text" and part["state"] == "disabled"
    )
    before = written.get("1.0", "end")
    written.focus_set()
    window.root.update()
    write("改一改")
    assert written.get("1.0", "end") == before


def test_the_chapter_says_when_it_is_done(window: Window, press: Press, write: Write) -> None:
    go_to(window, Place(DepartmentReport.problems))
    write("部分指标细化不够")
    press("<Return>")
    write("完善指标")
    press("<Return>")
    said = [part["text"] for part in shown(window) if part.winfo_class() == "Label"]
    assert any("8 处都写了" in text for text in said)


def test_the_first_text_of_a_project_report_brings_it_into_the_filing(
    window: Window, press: Press, write: Write
) -> None:
    unbegun(window)
    write("负责组织实施")
    press("<Return>")
    (report,) = window.workspace.filing.project_reports
    assert report.role == "负责组织实施"
    assert window.workspace.turns()[0].startswith("填写“省级科普专项经费”自评报告的")
    window.undo()
    assert window.workspace.filing.project_reports == ()


@pytest.mark.looks
def test_looking_at_a_report_does_not_begin_it(window: Window, press: Press) -> None:
    unbegun(window)
    press("<Return>", "<Return>")
    assert window.workspace.filing.project_reports == ()


def test_the_sheet_is_taken_over_by_one_click(window: Window) -> None:
    (report,) = window.workspace.filing.project_reports
    window.workspace.edit(Place(ProjectReport.completion, report.id), "")
    go_to(window, Place(ProjectReport.completion, report.id))
    link(window, "由自评表带入").event_generate("<Button-1>")
    window.root.update()
    (report,) = window.workspace.filing.project_reports
    assert report.completion.startswith("数量：天府科技云服务中心管理咨询费3年")
    assert typed_in(window) == report.completion


@pytest.mark.looks
def test_an_example_is_put_at_the_caret_with_its_gap_selected(window: Window) -> None:
    go_to(window, Place(DepartmentReport.suggestions))
    links = [p for p in shown(window) if p.winfo_class() == "Label" and p["text"] == "例句 ∨"]
    links[-1].event_generate("<Button-1>")
    window.root.update()
    sentence = next(
        part
        for part in shown(window)
        if part.winfo_class() == "Label" and part["text"].startswith("建立项目支付台账")
    )
    sentence.event_generate("<Button-1>")
    window.root.update()
    assert typed_in(window).startswith("建立项目支付台账")


def test_each_report_that_is_due_can_be_turned_to(window: Window) -> None:
    other = project(window, "科普经费")
    window.workspace.apply("", [Put(Project.budget, ProjectBudget.EARMARKED, other.id)])
    window.go("project_report")
    window.root.update()
    button = next(
        part
        for part in shown(window)
        if part.winfo_class() == "TButton" and str(part["text"]) == "下一个"
    )
    button.invoke()
    window.root.update()
    assert link(window, "科普经费")


def test_where_no_report_is_due_the_page_says_so(window: Window) -> None:
    (report,) = window.workspace.filing.project_reports
    earmarked = project(window, "省级科普专项经费")
    window.workspace.apply(
        "",
        [
            Removed(ProjectReport, report.id),
            Put(Project.budget, ProjectBudget.DEPARTMENT, earmarked.id),
        ],
    )
    window.go("project_report")
    window.root.update()
    assert link(window, "2021 年没有专项预算项目，不用写这份报告")
