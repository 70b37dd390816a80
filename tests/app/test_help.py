"""Help: every field is explained, every page has its article, and the small Markdown is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from jsxh_desktop.app.field_help import FieldHelp, field_help
from jsxh_desktop.app.help import (
    Article,
    Bullet,
    Heading,
    KeyTable,
    Paragraph,
    Picture,
    article_for,
    articles,
    parsed,
    picture_file,
    search,
)
from jsxh_desktop.app.pages import PAGES as NAVIGATION
from jsxh_desktop.app.pages import Page
from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES
from jsxh_desktop.domain.organization import Organization

ENTITIES = {**SINGLES, **LISTS}
FIELDS: list[Entry[Any]] = [entry for entity in ENTITIES.values() for entry in entries(entity)]
PAGES = {
    "welcome", "organization", "duties", "income", "expenditure", "economic", "carryover",
    "three_public", "other_matters", "projects", "department_report", "project_report", "reasons",
    "terms", "charts", "checks", "sign_off", "preview", "findings", "history", "settings",
    "recovery", "keys", "year", "backup", "words", "import", "inspection", "promises",
}  # fmt: skip
PICTURES = {
    "welcome", "unit", "duties", "income", "expenditure", "basic", "carryover", "three_public",
    "other_matters", "evaluation", "department_report", "project_report", "reasons", "terms",
    "charts", "checks", "sign_off", "preview", "history", "settings", "recovery", "jump",
}  # fmt: skip
NOT_OUR_WORDS = re.compile("系统|用户|非法|异常|失败|操作|！|!")
HINT_FITS = 24
article = pytest.mark.parametrize("article", articles(), ids=lambda article: article.key)


def told(entry: Entry[Any]) -> str:
    known = field_help(entry)
    return known.hint + known.text + "".join(known.examples)


def said(article: Article) -> list[str]:
    texts = (Heading, Paragraph, Bullet)
    return [block.text for block in article.blocks if isinstance(block, texts)]


def those(odd: Callable[[Entry[Any]], object]) -> list[str]:
    """The fields that are odd in some way; a test asks that there are none."""
    return [f"{entry.entity.__name__}.{entry.name}" for entry in FIELDS if odd(entry)]


def test_every_field_is_explained_in_two_to_five_sentences() -> None:
    assert those(lambda entry: not 2 <= field_help(entry).text.count("。") <= 5) == []


def test_a_hint_fits_beside_its_input() -> None:
    assert those(lambda entry: len(field_help(entry).hint) > HINT_FITS) == []


def test_running_text_has_an_example_and_nothing_else_has() -> None:
    assert those(lambda e: bool(field_help(e).examples) is not (e.kind is Kind.PROSE)) == []


def test_an_example_can_be_taken_over_as_it_stands() -> None:
    assert those(lambda e: [x for x in field_help(e).examples if e.parse(x) != x]) == []


def test_an_example_invents_no_figure() -> None:
    assert those(lambda e: re.search(r"\d", "".join(field_help(e).examples))) == []


def test_a_field_is_explained_in_the_clerks_words() -> None:
    assert those(lambda entry: NOT_OUR_WORDS.search(told(entry))) == []


def test_a_field_is_explained_in_chinese_punctuation() -> None:
    assert those(lambda e: re.search(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]", told(e))) == []


def test_nothing_is_explained_that_is_no_field() -> None:
    explained = [
        (path.stem, name)
        for path in (assets() / "help" / "fields").glob("*.toml")
        for name in tomllib.loads(path.read_text("utf-8"))
    ]
    fields = [(name, entry.name) for name, entity in ENTITIES.items() for entry in entries(entity)]
    assert sorted(explained) == sorted(fields)


def test_the_help_of_a_field_says_how_it_is_filled_in() -> None:
    assert field_help(Organization.short_name) == FieldHelp(
        "如：县科协。没有就空着",
        "正文里称呼本单位用的简称。填了以后，第一次出现印成“全称（以下简称……）”，后面全用简称；"
        "不填就一直用全称。一份材料里几种叫法是公开检查常挑的毛病，只在这里写一次就不会乱。",
        (),
    )


def test_every_page_of_the_window_has_an_article() -> None:
    assert {article.key for article in articles()} == PAGES


@pytest.mark.parametrize("page", NAVIGATION, ids=lambda page: page.key)
def test_an_article_is_called_as_its_page_is(page: Page) -> None:
    assert article_for(page.key).title == page.name


def test_every_article_in_the_folder_is_in_the_contents_once() -> None:
    files = [path.stem for path in (assets() / "help" / "manual").glob("*.md")]
    assert sorted(article.key for article in articles()) == sorted(files)


def test_an_article_is_found_by_the_key_of_its_page() -> None:
    assert article_for("income").title == "收入决算"


def test_a_page_nobody_knows_has_no_article() -> None:
    with pytest.raises(KeyError):
        article_for("nowhere")


@pytest.mark.parametrize("key", sorted(PAGES))
def test_an_article_opens_with_its_title(key: str) -> None:
    text = (assets() / "help" / "manual" / f"{key}.md").read_text("utf-8")
    assert re.match(r"# \S+\n\n", text)


@article
def test_an_article_is_neither_a_note_nor_a_book(article: Article) -> None:
    length = len("".join(said(article)).replace(" ", ""))
    assert 150 <= length <= (600 if article.key == "words" else 500)


@article
def test_an_article_speaks_the_clerks_words(article: Article) -> None:
    assert not [text for text in said(article) if NOT_OUR_WORDS.search(text)]


@article
def test_an_article_shows_only_pictures_that_are_taken_of_the_window(article: Article) -> None:
    shown = {block.name for block in article.blocks if isinstance(block, Picture)}
    assert shown <= PICTURES


def test_every_picture_of_the_window_stands_in_one_article() -> None:
    shown = [b.name for article in articles() for b in article.blocks if isinstance(b, Picture)]
    assert sorted(shown) == sorted(PICTURES)


def test_a_picture_that_was_not_taken_is_no_file() -> None:
    assert picture_file("nobody_took_this") is None


def test_the_article_on_keys_keeps_a_place_for_the_table_of_keys() -> None:
    assert KeyTable(()) in article_for("keys").blocks


def test_headings_paragraphs_and_bullets_are_read() -> None:
    text = "# 收入\n\n一段话，\n接着说。\n\n## 怎么填\n\n- 先这样，\n  再那样\n- 完了\n"
    assert parsed(text) == (
        Heading(1, "收入"),
        Paragraph("一段话，接着说。"),
        Heading(2, "怎么填"),
        Bullet("先这样，再那样"),
        Bullet("完了"),
    )


def test_a_picture_is_read_whether_or_not_it_was_taken() -> None:
    assert parsed("![检查](pictures/jump.png)") == (Picture("jump", "检查"),)


def test_a_table_is_read_without_its_rule() -> None:
    text = "| 键 | 做什么 |\n|---|---|\n| F1 | 帮助 |\n"
    assert parsed(text) == (KeyTable((("键", "做什么"), ("F1", "帮助"))),)


def test_two_tables_with_a_line_between_stay_two() -> None:
    assert parsed("|甲|\n\n|乙|") == (KeyTable((("甲",),)), KeyTable((("乙",),)))


def test_the_place_of_the_table_of_keys_takes_no_rows() -> None:
    assert parsed("<!-- keys -->\n|甲|") == (KeyTable(()), KeyTable((("甲",),)))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("接待", "three_public"),
        ("打印", "preview"),
        ("怎么打印？", "preview"),
        ("公务接待费怎么填", "three_public"),
        ("ctrl+k", "keys"),
        ("功能分类 经济分类", "words"),
        ("找回 停电", "recovery"),
        ("指标库", "projects"),
        ("收入决算", "income"),
        ("U盘", "backup"),
        ("字太小", "settings"),
    ],
)
def test_the_best_answer_comes_first(words: str, key: str) -> None:
    assert search(words)[0].key == key


def test_nothing_answers_no_question() -> None:
    assert search("  ") == ()


def test_a_word_nobody_used_finds_nothing() -> None:
    assert search("量子纠缠") == ()


def test_every_word_must_be_spoken_of() -> None:
    assert search("打印 量子纠缠") == ()
