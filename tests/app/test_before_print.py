"""What to look at before printing, and what a preview says of the figure under the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jsxh_desktop.app.before_print import Look, looks, places_with
from jsxh_desktop.app.check_model import Row, Severity
from jsxh_desktop.app.commands import read_filing, write_sample
from jsxh_desktop.app.composer import Composer
from jsxh_desktop.app.gap_marks import gap_marks
from jsxh_desktop.app.gaps import Missing
from jsxh_desktop.app.origin_words import lead
from jsxh_desktop.app.origins import Origin
from jsxh_desktop.app.page_pictures import PagePictures
from jsxh_desktop.app.proof import Proof, Trace
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic

NOWHERE = (0.0, 0.0, 1.0, 1.0)
RUNNING = Place(ThreePublic.running)


@pytest.fixture(scope="module")
def filing(tmp_path_factory: pytest.TempPathFactory) -> Filing:
    path = tmp_path_factory.mktemp("sample") / "样例.jsxh"
    write_sample(path)
    return read_filing(path)


def test_nothing_to_look_at_is_said() -> None:
    assert [look.sign for look in looks(Filing(2021), (), (), ())] == ["good"]


def test_errors_and_gaps_are_counted_and_lead_to_the_first() -> None:
    error = Row(Severity.ERROR, "three_public", "不对", "改", RUNNING)
    note = Row(Severity.WARNING, "income", "看看", "核对")
    gap = Missing("公开时间", "organization", Place(Organization.published))
    assert looks(Filing(2021), (error, error, note), (gap,), ()) == (
        Look("error", "2 处错误没有改", "看", "three_public", RUNNING),
        Look(
            "gap", "1 处待填，印成〔待填〕", "跳到", "organization", Place(Organization.published)
        ),
    )


def test_a_character_without_a_font_leads_to_where_it_was_typed() -> None:
    filing = with_value(Filing(2021), Organization.full_name, "某\U0003ffff局")
    (look,) = looks(filing, (), (), ((7, "\U0003ffff"), (3, "\U0003ffff"), (9, "\U0003ffff")))
    assert look.place == Place(Organization.full_name)
    assert "第 7 页" in look.words


def test_every_field_with_a_character_is_found(filing: Filing) -> None:
    assert Place(Organization.full_name) in set(places_with(filing, "朝"))


def origin(entry: str, key: int, value: str, year: int = 2021) -> Origin:
    return Origin(IncomeLine, entry, key, year, "收入决算数", value)


def said(text: str, *origins: Origin) -> str:
    found = lead(Filing(2021), Trace(0, NOWHERE, text, origins))
    return found.words if found else ""


def test_one_field_is_named_with_its_value() -> None:
    assert said("6.41", origin("final", 1, "6.41")) == "收入决算 · 收入决算数 6.41"


def test_a_sum_is_called_one_only_where_it_adds_up() -> None:
    parts = origin("final", 1, "6.41"), origin("final", 2, "3.59")
    assert said("10.00", *parts) == "收入决算 · 合计 10.00"
    assert said("64.1%", *parts) == "收入决算 · 收入决算数 6.41 等 2 处"


def test_a_blank_is_to_be_filled_in() -> None:
    found = lead(Filing(2021), Trace(0, NOWHERE, "〔待填〕", (origin("final", 1, ""),)))
    assert found
    assert found.words == "收入决算 · 收入决算数 待填"
    assert found.action == "点击去填 →"


def test_another_year_is_changed_in_that_year() -> None:
    found = lead(Filing(2021), Trace(0, NOWHERE, "6.41", (origin("final", 1, "6.41", 2020),)))
    assert found
    assert found.words.startswith("2020 年度")
    assert not found.page


def test_the_words_of_the_form_lead_nowhere() -> None:
    assert lead(Filing(2021), Trace(0, NOWHERE, "收、支总计", ())) is None


@pytest.fixture(scope="module")
def pictures(filing: Filing) -> Iterator[PagePictures]:
    proof: Proof = Composer(own_fonts=False).proof(filing, Selection(part="statements"))
    made = PagePictures(proof.pdf)
    yield made
    made.close()


def test_every_gap_of_a_print_is_marked(pictures: PagePictures) -> None:
    marks = gap_marks(pictures)
    for page, boxes in pictures.find("〔待填"):
        left, top, _, _ = boxes[0]
        assert any(
            x - 1 <= left + 1 <= x + wide and y - 1 <= top + 1 <= y + high
            for x, y, wide, high in marks[page]
        )
    assert sum(map(len, marks.values())) >= len(pictures.find("〔待填"))
