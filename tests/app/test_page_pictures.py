"""Pictures and words of printed pages, and what a point of a page is traced to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jsxh_desktop.app.composer import Composer
from jsxh_desktop.app.page_pictures import PagePictures, Word
from jsxh_desktop.app.proof import Proof
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.prior_year import PriorYear

CHANGE = "与2020年的149.12万元相比，收、支总计各增加12.82万元"


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(own_fonts=False)


@pytest.fixture(scope="module")
def proof(composer: Composer) -> Proof:
    return composer.proof(sample(), Selection())


@pytest.fixture(scope="module")
def pictures(proof: Proof) -> Iterator[PagePictures]:
    pictures = PagePictures(proof.pdf)
    yield pictures
    pictures.close()


def middle(pictures: PagePictures, text: str, place: int = 0) -> tuple[int, float, float]:
    """The page and the middle of the first line of the place a text is found at."""
    match = pictures.find(text)[place]
    left, top, width, height = match.boxes[0]
    return match.page, left + width / 2, top + height / 2


def test_the_pages_are_those_of_the_proof(pictures: PagePictures, proof: Proof) -> None:
    sizes = [pictures.size(page) for page in range(pictures.pages)]
    assert len(sizes) == proof.pages
    assert [(round(w / 72 * 25.4), round(h / 72 * 25.4)) for w, h in sizes] == [
        (round(w), round(h)) for w, h in proof.sizes_mm
    ]


def test_a_picture_has_the_pixels_its_scale_asks_for(pictures: PagePictures) -> None:
    kind, width, height, most = pictures.picture(0, 0.1).split(maxsplit=4)[:4]
    assert (kind, width, height, most) == (b"P6", b"60", b"85", b"255")


def test_a_picture_has_three_bytes_a_pixel_and_no_more(pictures: PagePictures) -> None:
    picture = pictures.picture(1, 0.11)
    width, height = (int(part) for part in picture.split(maxsplit=3)[1:3])
    assert len(picture) == len(b"P6 %d %d 255\n" % (width, height)) + 3 * width * height


def test_the_same_picture_is_drawn_once(pictures: PagePictures) -> None:
    assert pictures.picture(2, 0.1) is pictures.picture(2, 0.1)


def test_older_pictures_are_forgotten(pictures: PagePictures) -> None:
    first = pictures.picture(0, 0.1)
    for page in range(1, 20):
        pictures.picture(page, 0.1)
    assert pictures.picture(0, 0.1) is not first


def test_a_text_is_found_over_the_break_of_a_line(pictures: PagePictures) -> None:
    (match,) = pictures.find(CHANGE)
    assert len(match.boxes) == 2


def test_what_is_nowhere_is_not_found(pictures: PagePictures) -> None:
    assert pictures.find("没有这样的话") == pictures.find(" ") == ()


@pytest.mark.parametrize("figure", ["149.12", "12.82", "8.6%"])
def test_a_figure_stands_under_its_point(pictures: PagePictures, figure: str) -> None:
    word = pictures.words_at(*middle(pictures, figure))
    assert isinstance(word, Word)
    assert word.text == figure


def test_nothing_stands_in_the_margin(pictures: PagePictures, composer: Composer) -> None:
    assert pictures.words_at(7, 10, 10) is None
    assert composer.trace(7, 10, 10) is None


@pytest.mark.parametrize("text", ["149.12", "待填：公开时间", "科普经费", "149.12万元相比"])
def test_a_trace_says_and_frames_what_the_print_shows_there(
    pictures: PagePictures, composer: Composer, text: str
) -> None:
    page, x, y = middle(pictures, text)
    trace = composer.trace(page, x, y)
    assert trace
    assert text in trace.text or trace.text in text
    left, top, width, height = trace.box
    assert left - 1 <= x <= left + width + 1
    assert top - 1 <= y <= top + height + 1


def test_a_figure_in_a_sentence_is_traced_to_its_field(
    pictures: PagePictures, composer: Composer
) -> None:
    trace = composer.trace(*middle(pictures, "149.12"))
    assert trace
    assert (trace.text, trace.origins[0].entry) == ("149.12", PriorYear.total)


def test_a_gap_is_traced_to_the_blank(pictures: PagePictures, composer: Composer) -> None:
    trace = composer.trace(*middle(pictures, "待填：公开时间"))
    assert trace
    assert [origin.entry for origin in trace.origins] == [Organization.published]


def test_a_label_in_a_chart_is_traced(pictures: PagePictures, composer: Composer) -> None:
    page, _, _ = middle(pictures, CHANGE)
    place = [match.page for match in pictures.find("161.94")].index(page) + 1
    trace = composer.trace(*middle(pictures, "161.94", place))
    assert trace
    assert (trace.text, trace.origins[0].entry) == ("161.94", IncomeLine.final)


def test_a_cell_is_traced_on_a_page_that_is_broader_than_high(
    pictures: PagePictures, composer: Composer
) -> None:
    wide = next(page for page in range(pictures.pages) if pictures.size(page)[0] > 800)
    places = [match.page for match in pictures.find("4.84")]
    trace = composer.trace(*middle(pictures, "4.84", places.index(wide)))
    assert trace
    assert (trace.text, trace.origins[0].value) == ("4.84", "4.84")


def test_every_line_of_every_page_is_traced_as_it_reads(
    pictures: PagePictures, composer: Composer
) -> None:
    for page in range(7, pictures.pages, 5):
        width, height = pictures.size(page)
        for y in range(120, int(height) - 120, 37):
            trace = composer.trace(page, width / 2, y)
            if trace and trace.text[0].isalnum():
                left, top, across, down = trace.box
                word = pictures.words_at(page, left + across / 2, top + down / 2)
                assert word
                assert word.text in trace.text or trace.text in word.text
