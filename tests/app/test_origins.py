"""From print back to the fields: every claim holds, and none is missing."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jsxh_desktop.app import paths
from jsxh_desktop.app.alignment import changes
from jsxh_desktop.app.book import volumes
from jsxh_desktop.app.origins import Origin, Origins
from jsxh_desktop.app.packs import STANDARD, load_pack
from jsxh_desktop.app.pieces import pieces
from jsxh_desktop.app.printed_text import texts
from jsxh_desktop.app.probes import another
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.tokens import NUMBER, Span
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.disclosure import StateAssets
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing, with_value, without
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import value_at
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Block, Heading
from jsxh_desktop.store.codes import read_codes
from tests.examples import examples
from tests.filings import gappy

POINTED = re.compile(rf"〔待填[^〕]*〕|{NUMBER.pattern}")


class Printed(NamedTuple):
    """A token of the print: its block, the key of its text, the text, where it is in that."""

    block: int
    key: Hashable
    said: str
    span: Span

    @property
    def text(self) -> str:
        return self.said[slice(*self.span)]


@cache
def whole() -> Filing:
    """The sample with its code tables."""
    return dataclasses.replace(
        sample(),
        functional_codes=read_codes(paths.codes(), 2021, "functional"),
        economic_codes=read_codes(paths.codes(), 2021, "economic"),
    )


def blocks(filing: Filing) -> tuple[Block, ...]:
    return volumes(filing, load_pack(filing.pack), Selection())[0].blocks


@cache
def made() -> tuple[Block, ...]:
    """The document of the sample."""
    return blocks(whole())


@cache
def origins() -> Origins:
    return Origins(whole(), load_pack(whole().pack), Selection())


@cache
def printed() -> tuple[Printed, ...]:
    return tuple(_printed(made()))


def _printed(made: tuple[Block, ...]) -> Iterator[Printed]:
    for place, block in enumerate(made):
        for key, said in texts(block).items():
            for match in POINTED.finditer(said):
                yield Printed(place, key, said, match.span())


def fields(filing: Filing) -> Iterator[tuple[Entry[Any], int, Any]]:
    """Every value that is filled in: its entry, the id of its record, itself."""
    for name, entity in (SINGLES | LISTS).items():
        held = getattr(filing, name)
        for record in held if name in LISTS else (held,):
            for entry in entries(entity):
                if entry.of(record) not in {None, ""}:
                    yield entry, getattr(record, "id", 0), entry.of(record)


FIELDS = tuple(fields(sample()))


def found(filing: Filing, sentence: str) -> tuple[Origin, ...]:
    """The origins of what stands in braces in a piece of the print: 均为{161.94}万元."""
    before, token, after = re.split("[{}]", sentence)
    known = filing is whole()
    asked = origins() if known else Origins(filing, load_pack(filing.pack), Selection())
    for place, block in enumerate(made() if known else blocks(filing)):
        for key, said in texts(block).items():
            start = said.find(before + token + after) + len(before)
            if start >= len(before):
                return asked.of(place, key, said, (start, start + len(token)))
    raise AssertionError(sentence)


def fields_of(origins: tuple[Origin, ...]) -> list[tuple[object, int]]:
    return [(origin.entry, origin.key) for origin in origins]


@settings(max_examples=examples(6))
@given(st.data())
def test_changing_a_claimed_field_changes_what_is_printed_there(data: st.DataObject) -> None:
    token = data.draw(st.sampled_from(printed()))
    leading = origins().of(*token)
    assume(leading)
    origin = data.draw(st.sampled_from(leading))
    place = origin.place
    assert place
    value = another(place.entry, value_at(whole(), place), whole())
    after = blocks(with_value(whole(), place.entry, value, place.key))
    lost = {(block, key) for block, key, span in changes(made(), after)
            if span[0] < token.span[1] and token.span[0] < span[1]}  # fmt: skip
    together = origin.value == "" and (token.block, token.key) not in lost
    assert together or (token.block, token.key) in lost


@settings(max_examples=examples(4))
@given(st.data())
def test_every_figure_a_field_changes_names_it_among_its_origins(data: st.DataObject) -> None:
    entry, key, value = data.draw(st.sampled_from(FIELDS))
    after = blocks(with_value(whole(), entry, another(entry, value, whole()), key))
    changed = [*changes(made(), after)]
    for token in printed():
        hit = any(
            (block, name) == token[:2] and span[0] < token.span[1] and token.span[0] < span[1]
            for block, name, span in changed
        )
        if hit and not token.said.startswith(("第", "附件")):
            assert (entry, key) in fields_of(origins().of(*token))


@settings(max_examples=examples(3))
@given(gappy())
def test_any_filing_is_composed_in_pieces_as_it_is_in_one(filing: Filing) -> None:
    pack = load_pack(STANDARD)
    in_pieces = [block for piece in pieces(filing, pack, Selection()) for block in piece(filing)]
    in_one = volumes(filing, pack, Selection())[0].blocks
    different = [
        one for one, other in zip(in_one, in_pieces, strict=True) if texts(one) != texts(other)
    ]
    assert {type(block) for block in different} <= {Heading}


@settings(max_examples=examples(3))
@given(gappy())
def test_any_gap_of_any_filing_can_be_asked_about(filing: Filing) -> None:
    asked = Origins(filing, load_pack(STANDARD), Selection(part="statements"))
    made = volumes(filing, load_pack(STANDARD), Selection(part="statements"))[0].blocks
    for token in _printed(made):
        if token.text.startswith("〔"):
            asked.of(*token)


def test_a_figure_that_was_typed_leads_to_the_very_field() -> None:
    assert fields_of(found(whole(), "与2020年的{149.12}万元相比，收、支"))[0] == (
        PriorYear.total,
        0,
    )


def test_a_total_leads_to_the_lines_that_feed_it_in_their_order() -> None:
    leading = fields_of(found(whole(), "本年收入合计{161.94}万元"))
    assert leading == [(IncomeLine.final, line.id) for line in whole().income]


def test_a_share_leads_to_its_part_and_to_the_rest_of_the_whole() -> None:
    leading = {entry for entry, _ in fields_of(found(whole(), "8.99万元，占{5.6%}"))}
    assert ExpenditureLine.final in leading


def test_what_was_written_leads_to_where_it_was_written() -> None:
    text = whole().duties[0].text[2:6]
    assert fields_of(found(whole(), f"{{{text}}}")) == [(Duty.text, 1)]


def test_a_reason_leads_to_the_reason() -> None:
    text = whole().reasons.total[:8]
    assert (Reasons.total, 0) in fields_of(found(whole(), f"{{{text}}}"))


def test_a_label_in_a_chart_leads_to_its_figure() -> None:
    figure = next(token for token in printed() if token.text == "0.48" and token.key != "whole")
    assert fields_of(origins().of(*figure))[0] == (ThreePublic.reception_domestic, 0)


def test_a_cell_of_a_table_leads_to_its_line() -> None:
    cells = [token for token in printed() if token.text == "4.84" and token.key != "whole"]
    assert cells
    for cell in cells:
        entity = origins().of(*cell)[0].entity
        assert entity in {ExpenditureLine, IncomeLine}


def test_a_cell_of_a_sheet_leads_to_its_indicator() -> None:
    indicator = next(each for each in whole().indicators if each.project == 1 and each.name)
    pack, sheet = load_pack(whole().pack), Selection(sheet=1)
    said = texts(volumes(whole(), pack, sheet)[0].blocks[0])
    key = next(key for key, text in said.items() if text == indicator.name)
    leading = Origins(whole(), pack, sheet).of(0, key, said[key], (0, 1))
    assert fields_of(leading)[0] == (Indicator.name, indicator.id)


def test_a_gap_leads_to_the_blank() -> None:
    assert fields_of(found(whole(), "{〔待填：公开时间〕}")) == [(Organization.published, 0)]


def test_a_gap_of_several_blanks_leads_to_them_all_the_first_one_first() -> None:
    leading = fields_of(found(whole(), "{〔待填：副部（省）级及以上领导用车等8项〕}"))
    assert len(leading) == 8
    assert leading[0] == (StateAssets.ministerial_vehicles, 0)


def test_a_sum_of_blanks_leads_to_every_one_of_them() -> None:
    filing = whole()
    for key in (1, 2):
        filing = with_value(filing, IncomeLine.final, None, key)
    leading = fields_of(found(filing, "本年收入合计{〔待填：收入决算数〕}"))
    assert leading[:2] == [(IncomeLine.final, 1), (IncomeLine.final, 2)]


@pytest.mark.parametrize(
    ("gap", "entity"),
    [("收入决算", IncomeLine), ("支出决算（按功能分类）", ExpenditureLine)],
)
def test_a_gap_of_an_empty_list_leads_to_the_list(gap: str, entity: type[Any]) -> None:
    empty = Filing(2021, functional_codes=whole().functional_codes)
    (origin, *_) = found(empty, f"合计{{〔待填：{gap}〕}}")
    assert (origin.entity, origin.place) == (entity, None)


def test_a_gap_of_a_project_without_a_name_leads_to_the_project() -> None:
    assert fields_of(found(whole(), "{〔待填：项目名称〕}"))[0] == (Project.name, 4)


def test_a_figure_of_the_year_before_leads_to_that_year() -> None:
    before = dataclasses.replace(whole(), year=2020)
    for entry in (IncomeLine.final, ExpenditureLine.final):
        before = with_value(before, entry, wan("7.41"), 1)
    filing = dataclasses.replace(whole(), before=before)
    (origin, *_) = found(filing, "与2020年的{162.94}万元相比，收、支")
    assert (origin.entity, origin.year) == (IncomeLine, 2020)


def test_a_figure_that_follows_from_the_year_alone_has_no_origin() -> None:
    assert found(whole(), "{2021}年度收、支总计") == ()


def test_a_text_the_print_no_longer_has_leads_nowhere() -> None:
    token = printed()[20]
    assert origins().of(token.block, token.key, "别的文字", (0, 2)) == ()


def test_a_removed_carry_over_is_missed_as_a_list() -> None:
    filing = without(whole(), Carryover, whole().carryover[0].id)
    (origin, *_) = found(filing, "均为{〔待填：年初、年末结转和结余〕}")
    assert (origin.entity, origin.place) == (Carryover, None)


@given(fen=st.integers(10**6, 10**10).filter(lambda fen: fen != wan("0.48").fen))
@settings(max_examples=examples(4))
def test_any_other_amount_shows_where_its_field_is_an_origin(fen: int) -> None:
    token = next(t for t in printed() if t.text == "0.48" and "其中：国内" in t.said)
    after = blocks(with_value(whole(), ThreePublic.reception_domestic, Money(fen)))
    assert texts(after[token.block]).get(token.key) != token.said
