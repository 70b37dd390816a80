"""The reports as a window shows them: fields for the unit, paragraphs by the program."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.report_model import (
    Asked,
    Chapter,
    State,
    Title,
    Written,
    department_chapters,
    project_chapters,
)
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import POSTS
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons
from jsxh_desktop.narrative.block import Paragraph, Table
from jsxh_desktop.narrative.department_report import department_report
from jsxh_desktop.narrative.wording import Wording
from tests.filings import agreeing, archive

PACK = load_pack("sichuan-2021")


def department(filing: Filing) -> tuple[Chapter, ...]:
    return department_chapters(filing, PACK)


def reported(filing: Filing, **texts: object) -> Filing:
    report = dataclasses.replace(filing.department_report, **texts)  # type: ignore[arg-type]
    return dataclasses.replace(filing, department_report=report)


def written(chapters: tuple[Chapter, ...]) -> list[str]:
    return [
        said.text
        for chapter in chapters
        for piece in chapter.pieces
        if isinstance(piece, Written)
        for said in piece.paragraphs
    ]


def asked(chapters: tuple[Chapter, ...], entry: object) -> Asked:
    (found,) = [each for chapter in chapters for each in chapter.asked if each.entry is entry]
    return found


def test_every_text_of_the_department_report_has_one_field() -> None:
    fields = [each.entry for chapter in department(archive()) for each in chapter.asked]
    assert sorted(each.name for each in fields) == sorted(
        each.name for each in entries(DepartmentReport)
    )


def test_every_text_of_a_project_report_has_one_field() -> None:
    chapters = project_chapters(archive(), PACK, archive().project_reports[0])
    fields = [each.entry for chapter in chapters for each in chapter.asked]
    prose = [each for each in entries(ProjectReport) if each.kind is Kind.PROSE]
    assert fields == prose


@settings(max_examples=20)
@given(agreeing())
def test_what_stands_between_the_fields_is_what_will_print(filing: Filing) -> None:
    texts = {e.name: f"{e.label}文" for e in entries(DepartmentReport) if e.kind is Kind.PROSE}
    filing = reported(filing, **texts)
    printed = [b.text for b in department_report(Wording(filing, PACK)) if isinstance(b, Paragraph)]
    own = set(texts.values())
    said = [text for text in written(department(filing)) if not text.startswith("〔")]
    assert said == [text for text in printed if text not in own]


def test_the_score_is_asked_for_before_the_sentence_that_says_it() -> None:
    *_, last = department(reported(archive(), self_score=None))
    places = [n for n, p in enumerate(last.pieces) if p in last.asked]
    score = last.pieces.index(asked((last,), DepartmentReport.self_score))
    after = last.pieces[score + 1]
    assert score in places
    assert isinstance(after, Written)
    assert after.paragraphs[0].text.startswith("经自评")


def test_a_label_the_heading_says_already_is_not_said_twice() -> None:
    chapters = project_chapters(archive(), PACK, archive().project_reports[0])
    assert asked(chapters, ProjectReport.method).label == ""
    assert asked(chapters, ProjectReport.arrival).label == "2.资金到位"


def test_points_lost_without_a_problem_named_are_owed_their_reason() -> None:
    scored = reported(sample(), problems="无")
    assert asked(department(scored), DepartmentReport.problems).owed == (
        "自评得分93.8分，低于100分，须写明扣分对应的问题"
    )


def test_a_chapter_with_nothing_written_is_empty() -> None:
    chapters = department(reported(sample(), conclusion="", self_score=None))
    assert chapters[-1].state is State.EMPTY


def test_a_chapter_is_done_when_nothing_of_it_prints_as_a_gap() -> None:
    chapters = department(reported(sample(), problems="指标不够细", suggestions="改进"))
    assert chapters[-1].state is State.DONE


def test_a_reason_that_is_owed_keeps_a_chapter_from_being_done() -> None:
    filing = sample()
    assert filing.reasons.adjustment == ""
    assert department(filing)[1].state is State.PARTLY


def test_the_money_of_a_project_stands_as_a_table() -> None:
    chapters = project_chapters(sample(), PACK, sample().project_reports[0])
    assert [piece for piece in chapters[1].pieces if isinstance(piece, Table)]


def test_a_section_names_the_page_its_figures_come_from() -> None:
    titles = [p for p in department(sample())[0].pieces if isinstance(p, Title)]
    assert [title.page for title in titles] == ["", "duties", "organization"]


@pytest.mark.parametrize(
    ("figure", "page", "place"),
    [
        ("5名", "organization", Place(POSTS[0])),
        ("149.12万元", "reasons", None),
        ("49.50万元", "expenditure", None),
        ("〔待填：年中预算调整原因〕", "reasons", Place(Reasons.adjustment)),
        ("〔待填：部门整体支出绩效自评表〕", "", None),
    ],
)
def test_a_figure_knows_where_it_is_filled_in(figure: str, page: str, place: Place | None) -> None:
    found = [
        each
        for chapter in department(sample())
        for piece in chapter.pieces
        if isinstance(piece, Written)
        for said in piece.paragraphs
        for each in said.live
        if said.text[each.start : each.end] == figure
    ]
    assert found
    assert {each.page for each in found} == {page}
    assert place is None or found[0].place == place
