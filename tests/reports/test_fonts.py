"""The typefaces: the user's own first, a fallback for each glyph, and nothing opened too early."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.reports import fonts
from jsxh_desktop.reports.embedding import EmbeddedFont
from jsxh_desktop.reports.font_files import chosen, font_files, user_folders
from jsxh_desktop.reports.fonts import Face, Typefaces, typefaces
from jsxh_desktop.reports.subset import subset
from jsxh_desktop.reports.truetype import TrueType, UnusableFont
from jsxh_desktop.reports.typed import printable

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FACES = typefaces(FONTS)
Spoil = Callable[[Path], None]


def builder(chars: str, *, outlines: bool = True) -> FontBuilder:
    """A font of square characters, 600 units wide of 1000."""
    names = [".notdef", *(f"uni{ord(char):04X}" for char in chars)]
    font = FontBuilder(1000, isTTF=outlines)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(char): name for char, name in zip(chars, names[1:], strict=True)})
    if outlines:
        font.setupGlyf(dict.fromkeys(names, square().glyph()))
    else:
        pen = T2CharStringPen(600, None)
        font.setupCFF("Old", {}, dict.fromkeys(names, pen.getCharString()), {})
    font.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Own", "styleName": "Regular", "psName": "Own-Font"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    font.setupPost()
    return font


def square() -> TTGlyphPen:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 500), (550, 500), (550, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def own_font(path: Path, chars: str, rights: int = 0) -> Path:
    font = builder(chars)
    font.font["OS/2"].fsType = rights
    font.save(path)
    return path


def opened(faces: Typefaces, text: str, face: Face) -> list[str]:
    return [Path(name).name for name, _ in faces.runs(text, face)]


def test_a_full_width_character_is_as_wide_as_the_size() -> None:
    assert FACES.width("决算", Face.SONG, 16) == pytest.approx(32)


@pytest.mark.parametrize("face", Face)
def test_every_face_prints_the_words_and_figures_of_a_form(face: Face) -> None:
    assert FACES.unprintable("2021年度“三公”经费161.94万元，占8.6％；㎡①≥〔待填：…〕——", face) == ""


@pytest.mark.parametrize("face", Face)
def test_every_face_prints_the_characters_of_rare_names(face: Face) -> None:
    assert FACES.unprintable("㐂𠅤𠮷𫍯䶮", face) == ""


@pytest.mark.parametrize("face", Face)
def test_chinese_quotation_marks_and_dashes_are_full_width(face: Face) -> None:
    assert [FACES.width(mark, face, 10) for mark in "“”‘’—"] == pytest.approx([10] * 5)


def test_song_has_every_character_of_gb_18030_level_one() -> None:
    chars = map(chr, (*range(0x3400, 0x4DB6), *range(0x4E00, 0x9FF0)))
    song = TrueType(FONTS / "Song-Regular.ttf")
    assert [char for char in chars if not song.glyph(char)] == []


def test_the_bundled_fonts_are_those_their_paper_names() -> None:
    paper = (FONTS / "README.md").read_text(encoding="utf-8")
    for file in FONTS.glob("*.ttf"):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        assert f"| `{file.name}` | `{digest}` |" in paper


def test_a_font_is_opened_only_when_a_character_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    faces = typefaces(FONTS)
    asked: list[str] = []

    def noting(path: Path, index: int) -> EmbeddedFont:
        asked.append(path.name)
        return EmbeddedFont(path.name, TrueType(path, index))

    monkeypatch.setattr(fonts, "_font", noting)
    faces.width("决算", Face.KAI, 9)
    assert asked == ["Kai-Regular.ttf"]


def test_a_character_the_face_lacks_comes_from_song_then_from_the_rare_font() -> None:
    assert opened(FACES, "吉𠮷㸃", Face.KAI) == [
        "Kai-Regular.ttf#0",
        "Rare-Regular.ttf#0",
        "Song-Regular.ttf#0",
    ]


def test_what_no_font_has_is_named_once_each_in_order() -> None:
    assert FACES.unprintable("好😀的\U0010fffd😀", Face.BODY) == "😀\U0010fffd"


def test_the_runs_joined_are_the_text() -> None:
    assert "".join(run for _, run in FACES.runs("张𠮷😀:A", Face.BODY)) == "张𠮷😀:A"


def test_the_users_own_imitation_song_is_preferred(tmp_path: Path) -> None:
    own_font(tmp_path / "SIMFANG.TTF", "决算")
    faces = typefaces(FONTS, own=[tmp_path])
    assert opened(faces, "决算表", Face.BODY) == ["SIMFANG.TTF#0", "Song-Regular.ttf#0"]
    assert faces.width("决", Face.BODY, 10) == pytest.approx(6)


def test_a_font_in_a_folder_below_is_found(tmp_path: Path) -> None:
    (tmp_path / "truetype" / "fz").mkdir(parents=True)
    own_font(tmp_path / "truetype" / "fz" / "方正小标宋简体.ttf", "决算")
    faces = typefaces(FONTS, own=[tmp_path])
    assert opened(faces, "决算", Face.TITLE) == ["方正小标宋简体.ttf#0"]


def test_a_face_of_a_collection_is_read() -> None:
    assert chosen(["simsun.ttc#1"], {"simsun.ttc": FONTS}) == [(FONTS, 1)]


def test_the_second_face_of_a_collection_has_its_own_characters(tmp_path: Path) -> None:
    collection = TTCollection()
    for chars in ("决", "算"):
        path = own_font(tmp_path / f"{ord(chars)}.ttf", chars)
        collection.fonts.append(TTFont(path))
    collection.save(tmp_path / "two.ttc")
    second = TrueType(tmp_path / "two.ttc", 1)
    assert (bool(second.glyph("决")), bool(second.glyph("算"))) == (False, True)


def postscript(path: Path) -> None:
    builder("决", outlines=False).save(path)


def restricted(path: Path) -> None:
    own_font(path, "决", rights=0x0002)


def cut_short(path: Path) -> None:
    own_font(path, "决")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("not a font" * 100)


UNUSABLE = pytest.mark.parametrize("spoil", [postscript, restricted, cut_short, empty, text])


@UNUSABLE
def test_a_font_that_cannot_be_embedded_is_refused(tmp_path: Path, spoil: Spoil) -> None:
    spoil(tmp_path / "simkai.ttf")
    with pytest.raises(UnusableFont):
        TrueType(tmp_path / "simkai.ttf")


@UNUSABLE
def test_a_font_that_cannot_be_embedded_is_passed_over(
    tmp_path: Path, spoil: Spoil, caplog: pytest.LogCaptureFixture
) -> None:
    spoil(tmp_path / "simkai.ttf")
    with caplog.at_level(logging.WARNING):
        faces = typefaces(FONTS, own=[tmp_path])
        assert opened(faces, "决", Face.KAI) == ["Kai-Regular.ttf#0"]
    assert "simkai.ttf" in caplog.text


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_a_damaged_font_is_refused_or_read_but_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("noise")
    data = bytearray(own_font(folder / "font.ttf", "决算").read_bytes())
    data[at : at + len(noise)] = noise
    (folder / "noisy.ttf").write_bytes(data)
    try:
        face = TrueType(folder / "noisy.ttf")
    except UnusableFont:
        return
    program, _ = subset(face, [face.glyph("决"), face.glyph("算"), 7])
    assert program.startswith(b"\0\1\0\0")
    assert face.blanks(face.glyph("决"))


def test_the_folders_of_the_users_fonts_are_those_that_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "Microsoft" / "Windows" / "Fonts"
    fonts.mkdir(parents=True)
    folders = user_folders({"LOCALAPPDATA": str(tmp_path), "WINDIR": str(tmp_path / "none")})
    assert folders[0] == fonts
    assert tmp_path / "none" / "Fonts" not in folders


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "SimHei.TTF").touch()
    files = font_files([tmp_path / "b", tmp_path / "a"])
    assert files == {"simhei.ttf": tmp_path / "b" / "SimHei.TTF"}


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"),
        ("甲\t乙\xa0丙\u2003丁　戊", "甲 乙 丙 丁　戊"),
        ("甲\u200b乙\ufeff丙\x00丁\x1b戊\xad己\ufe0f", "甲乙丙丁戊己"),
        ("甲\ud842乙", "甲\ufffd乙"),
        ("甲<&>乙", "甲<&>乙"),
    ],
)
def test_typed_text_is_freed_of_what_cannot_be_set(typed: str, shown: str) -> None:
    assert printable(typed) == shown


ANY = st.text(st.characters(codec=None), max_size=40)


@given(ANY)
def test_freeing_text_twice_changes_nothing_more(typed: str) -> None:
    assert printable(printable(typed)) == printable(typed)


@given(ANY, st.sampled_from(Face))
def test_any_text_has_a_width_and_runs(typed: str, face: Face) -> None:
    shown = printable(typed)
    assert FACES.width(typed, face, 9) >= 0
    assert "".join(run for _, run in FACES.runs(shown, face)) == shown.replace("\n", " ")
