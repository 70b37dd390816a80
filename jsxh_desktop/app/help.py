"""The manual of the window: its articles, and which of them speak of what is asked."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jsxh_desktop.app.paths import assets

KEYS_GO_HERE = "<!-- keys -->"
"""The line of an article in whose place the window puts its table of keys."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within an article, from level 2 on; level 1 is the article's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """One point of a list."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph of the window; see `picture_file` for whether there is one."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class KeyTable:
    """A table, its first row the heads; without rows it stands for the window's table of keys."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullet | Picture | KeyTable


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the manual, under the key of the page it is about."""

    key: str
    title: str
    group: str
    blocks: tuple[Block, ...]


@cache
def articles() -> tuple[Article, ...]:
    """The whole manual, in the order of its contents."""
    contents = tomllib.loads((_folder() / "contents.toml").read_text("utf-8"))
    return tuple(
        _article(key, group["name"]) for group in contents["groups"] for key in group["articles"]
    )


def article_for(page_key: str) -> Article:
    """The article about one page of the window; KeyError where there is none."""
    return {article.key: article for article in articles()}[page_key]


def picture_file(name: str) -> Path | None:
    """Where a picture of the manual lies; None while it has not been taken."""
    path = _folder() / "manual" / "pictures" / f"{name}.png"
    return path if path.is_file() else None


def search(words: str) -> tuple[Article, ...]:
    """The articles that speak of all these words, those named after them first."""
    terms = _ASKING.sub(" ", _plain(words)).split()
    found = [(weight, article) for article in articles() if (weight := _weight(article, terms))]
    return tuple(article for _, article in sorted(found, key=lambda pair: -pair[0]))


def _folder() -> Path:
    return assets() / "help"


def _article(key: str, group: str) -> Article:
    title, _, text = (_folder() / "manual" / f"{key}.md").read_text("utf-8").partition("\n")
    return Article(key, title.removeprefix("# "), group, parsed(text))


_HEADING = re.compile(r"(#+) +(.+)")
_PICTURE = re.compile(r"!\[(.*)\]\((?:.*/)?([^/]+)\.png\)")
_RULE = re.compile(r"\|[-|: ]+\|")


def parsed(text: str) -> tuple[Block, ...]:
    """The blocks of a small Markdown: headings, paragraphs, bullets, pictures, tables."""
    blocks: list[Block] = []
    for line, after_blank in _lines(text):
        block = _block(line)
        last = blocks[-1] if blocks and not after_blank else None
        match last, block:
            case KeyTable(rows), KeyTable(more) if rows:
                blocks[-1] = KeyTable(rows + more)
            case (Paragraph(begun) | Bullet(begun)) as open_block, Paragraph(more):
                blocks[-1] = type(open_block)(begun + more)
            case _:
                blocks.append(block)
    return tuple(blocks)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Every line that says something, and whether a blank one stood before it."""
    after_blank = True
    for line in map(str.strip, text.splitlines()):
        if line and not _RULE.fullmatch(line):
            yield line, after_blank
        after_blank = not line


def _block(line: str) -> Block:
    if line == KEYS_GO_HERE:
        return KeyTable(())
    if heading := _HEADING.fullmatch(line):
        return Heading(len(heading[1]), heading[2])
    if picture := _PICTURE.fullmatch(line):
        return Picture(picture[2], picture[1])
    if line.startswith("- "):
        return Bullet(line[2:].strip())
    if line.startswith("|"):
        return KeyTable((tuple(cell.strip() for cell in line.strip("|").split("|")),))
    return Paragraph(line)


TITLE, TEXT = 3.0, 1.0
"""What a word found in the title or in the text of an article weighs."""

OFTEN = 10
_ASKING = re.compile("怎么填?|怎样填?|如何|在哪里?|什么是|是什么|[?。，]")


def _weight(article: Article, terms: list[str]) -> float:
    """How well an article answers; 0 where one of the words is not spoken of."""
    title, text = _unspaced(article.title), _unspaced("".join(_said(article)))
    weights = [_found(term, title) * TITLE or _found(term, text) * TEXT for term in terms]
    return sum(weights) if weights and all(weights) else 0.0


def _found(term: str, text: str) -> float:
    """How well a text answers a word: up to 2 where it says it often, less than 1 in pieces.

    A long word is answered by pieces of it, because Chinese is typed without blanks.
    """
    if term in text:
        return 1 + min(text.count(term), OFTEN) / OFTEN
    pairs = [term[place : place + 2] for place in range(len(term) - 1)]
    share = sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
    return share if share >= 1 / 2 else 0.0


def _said(article: Article) -> Iterator[str]:
    for block in article.blocks:
        match block:
            case Heading(text=text) | Paragraph(text) | Bullet(text):
                yield text
            case Picture(caption=caption):
                yield caption
            case KeyTable(rows):
                yield from (cell for row in rows for cell in row)


def _unspaced(text: str) -> str:
    """U 盘 is found as U盘."""
    return _plain(text).replace(" ", "")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
