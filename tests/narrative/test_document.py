"""The document: parts in the pack's order, numbered by the program, each able to stand alone."""

from __future__ import annotations

import dataclasses
import re

from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Contents, Cover, Figure, Heading, Paragraph, Tone
from jsxh_desktop.narrative.document import ANNEXES, SECTIONS, compose
from jsxh_desktop.narrative.rounding_note import leaves_rest
from tests.filings import PROJECT, received, spent
from tests.narrative.reading import text_of


def test_the_parts_stand_in_the_order_of_the_pack(filing: Filing, pack: Pack) -> None:
    parts = compose(filing, pack)
    assert [part.key for part in parts] == [
        "cover",
        "contents",
        *(part.key for part in pack.parts),
    ]
    assert parts[3].title == "第二部分　2021年度部门决算情况说明"


def test_every_part_begins_with_its_title(filing: Filing, pack: Pack) -> None:
    for part, given in zip(compose(filing, pack)[2:], pack.parts, strict=True):
        title = given.title.format(year=2021)
        assert part.blocks[0] == Heading(0, title, listed=True)


def test_sections_are_numbered_one_after_the_other(filing: Filing, pack: Pack) -> None:
    statements = compose(filing, pack)[3]
    sections = [
        block.text for block in statements.blocks if isinstance(block, Heading) and block.level == 1
    ]
    assert [text[0] for text in sections] == [*"一二三四五六七八九十"]
    assert sections[6] == "七、“三公”经费财政拨款支出决算情况说明"


def test_the_figures_are_numbered_one_to_seven(filing: Filing, pack: Pack) -> None:
    statements = compose(filing, pack)[3]
    captions = [block.caption for block in statements.blocks if isinstance(block, Figure)]
    assert [caption[:3] for caption in captions] == [f"图{number}：" for number in range(1, 8)]


def test_the_cover_says_the_place_once(filing: Filing, pack: Pack) -> None:
    (cover,) = compose(filing, pack)[0].blocks
    assert cover == Cover(
        ("东山省松溪县", "档案馆"), "2021年度部门决算", "公开时间：〔待填：公开时间〕"
    )


def test_a_unit_outside_its_place_keeps_its_whole_name_on_the_cover(
    filing: Filing, pack: Pack
) -> None:
    (cover,) = compose(with_value(filing, Organization.place, "东山省"), pack)[0].blocks
    assert isinstance(cover, Cover)
    assert cover.title == ("东山省", "松溪县档案馆")


def test_the_contents_are_left_to_the_renderer(filing: Filing, pack: Pack) -> None:
    assert compose(filing, pack)[1].blocks == (Contents(),)


def test_sheets_and_tables_stand_where_the_pack_says(filing: Filing, pack: Pack) -> None:
    sheet, table = Paragraph("自评表"), Paragraph("公开表")
    *_, annexes, tables = compose(filing, pack, sheets=[sheet], tables=[table])
    assert annexes.blocks[-1] is sheet
    assert tables.blocks[1:] == (table,)


def test_annexes_are_listed_below_their_part(filing: Filing, pack: Pack) -> None:
    annexes = compose(filing, pack)[5]
    titles = [block for block in annexes.blocks if isinstance(block, Heading) and block.listed]
    assert [title.annex for title in titles] == [False, True, True]


def test_the_annex_the_text_points_to_is_in_the_part_it_names(filing: Filing, pack: Pack) -> None:
    parts = {part.key: part for part in compose(filing, pack)}
    quoted = re.search(r"《(.+)》见附件（(第.部分)）", text_of(parts["statements"].blocks))
    assert quoted
    assert parts["annexes"].title.startswith(quoted[2])
    assert quoted[1] in text_of(parts["annexes"].blocks)


def test_rounded_amounts_bring_a_note(filing: Filing, pack: Pack) -> None:
    exact = compose(filing, pack)[3].blocks
    line = dataclasses.replace(received("1"), final=Money(123))
    filing = dataclasses.replace(filing, income=(line,))
    rounded = compose(filing, pack)[3].blocks
    assert [block.tone for block in exact if isinstance(block, Paragraph)].count(Tone.NOTE) == 0
    note = rounded[-1]
    assert isinstance(note, Paragraph)
    assert note.text.startswith("注：本说明金额以万元为单位")


def test_shares_that_come_to_more_than_a_hundred_bring_the_note(pack: Pack) -> None:
    classes = ("2012601", "2060702", "2080505")
    alike = tuple(spent(code, PROJECT, "1.00", "1.00") for code in classes)
    thirds, halves = (Filing(2021, expenditure=lines) for lines in (alike, alike[:2]))
    assert [leaves_rest(filing, 1) for filing in (thirds, halves)] == [True, False]
    last = compose(thirds, pack)[3].blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.tone is Tone.NOTE


def test_what_is_not_known_yet_leaves_no_rest() -> None:
    assert not leaves_rest(Filing(2021), 1)


def test_the_same_filing_is_composed_alike(filing: Filing, pack: Pack) -> None:
    assert compose(filing, pack) == compose(filing, pack)


def test_every_section_of_the_pack_can_be_written(pack: Pack) -> None:
    named = {key for part in pack.parts for key in part.sections} - {"sheets"}
    assert named == {*SECTIONS, *ANNEXES}


def test_an_empty_filing_composes_into_gaps(pack: Pack) -> None:
    said = "\n".join(text_of(part.blocks) for part in compose(Filing(2021), pack))
    assert "0.00" not in said
    assert said.count("〔待填：") > 60
