"""C31, C33: posts and staff, wherever they are counted."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.organization import (
    POSTS,
    STAFF,
    KeyWork,
    Staffing,
)
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.rules.reading.headcounts import Count, counts, differs, footed, looked_at
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_passages import placed, typed_in
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Said,
    Severity,
    each_apart,
    rule,
    until_blank,
)
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passed

Entries = tuple[Entry[int | None], ...]
POST_PARTS = dict(zip(("行政编制", "事业编制", "工勤编制"), POSTS, strict=True))
STAFF_PARTS = dict(zip(("行政人员", "事业人员", "工勤人员"), STAFF, strict=True))
_POSTS = re.compile(r"(?:总编制|编制总数|核定(?:人员)?编制)(?:总数)?(?:共|为|有)*(\d+)[名个人]")
_STAFF = re.compile(
    r"(?<!非)在职(?:在编)?(?:人员|干部职工|职工|干部)?(?:总数|总人数)?(?:共有?|有|为)*(\d+)[人名]"
)
_AT_END = re.compile(r"(\d{4})年[末底](?=在职)")
_EVERYBODY = re.compile(r"(?:全员|全体(?:干部)?(?:职工)?)(?:共|计)?(\d+)[人名]")
_POST = re.compile(rf"({'|'.join(POST_PARTS)})(?:为|共|有)?(\d+)")
_STAFF_PART = re.compile(rf"({'|'.join(STAFF_PARTS)})(?:为|共|有)?(\d+)")
_SETUP = re.compile("机构设置")
GAP = "〔待填"
_EXCESS = re.compile(r"在职(?:人员|职工)?比编制多(\d+)[人名]")


# ---- C31 -----------------------------------------------------------------------------------


@rule(
    "C31",
    "编制与在职",
    Severity.ERROR,
    "总编制等于各类编制之和，在职总数等于各类在职人员之和；在职多于编制的，写明原因",
    why="人员数是核定公用经费和人员经费的依据",
    cites="部门决算公开范本 第一部分 机构设置",
)
def posts_and_staff_add_up(subject: Subject) -> Iterator[Said]:
    yield from until_blank(_over_establishment(subject))
    yield from _left_out(subject)
    for passage in looked_at(subject, "编制", "在职"):
        text = passage.text
        said = each_apart(
            (
                *(_posts(subject, count) for count in counts(text, _POSTS, _POST)),
                *(
                    _staff(subject, each)
                    for each in counts(text, _STAFF, _STAFF_PART)
                    if each.parts
                ),
                *(_excess(subject, int(number)) for number in _EXCESS.findall(plain(text))),
            )
        )
        yield from placed(passage, said)


def _left_out(subject: Subject) -> Iterator[Finding]:
    """Posts and staff are told where the document has a section for both."""
    under = [each for each in subject.printed if _SETUP.search("".join(each.headings[-1:]))]
    text = "".join(each.text for each in under if each.kind is Passed.PARAGRAPH)
    for word, name in (("编制", "编制数"), ("在职", "在职人数")):
        if text and word not in text and GAP not in text:
            yield Finding(
                message=f"机构设置里没有写{name}",
                to_do=f"补写{name}",
                about=f"缺{name}",
                where=under[0].where,
                places=tuple(map(Place, POSTS if word == "编制" else STAFF)),
                words=under[0].text,
            )


def _over_establishment(subject: Subject) -> Iterator[Finding]:
    staffing = subject.filing.staffing
    staff, posts = spending.staff(staffing), spending.posts(staffing)
    if staff > posts and not staffing.over_establishment:
        yield Finding(
            message=f"在职{staff}人，比编制{posts}名多{staff - posts}人，没有说明原因",
            to_do="核对人数；人数没错的，写明原因，如工勤人员不占编制",
            about="在职超过编制",
            where="机构设置",
            places=(Place(Staffing.over_establishment), *map(Place, (*STAFF, *POSTS))),
            operands=(Operand("在职", f"{staff}人"), Operand("编制", f"{posts}名")),
            severity=Severity.WARNING,
        )


def _posts(subject: Subject, told: Count) -> Iterator[Finding]:
    yield from footed("编制", told, "名")
    yield from _as_entered(subject, "总编制", told.total, POSTS, told.words, "名")
    yield from _parts(subject, told, POST_PARTS, "名")


def _staff(subject: Subject, told: Count) -> Iterator[Finding]:
    yield from footed("在职", told, "人")
    yield from _as_entered(subject, "在职总数", told.total, STAFF, told.words, "人")
    yield from _parts(subject, told, STAFF_PARTS, "人")


def _excess(subject: Subject, told: int) -> Iterator[Finding]:
    staffing = subject.filing.staffing
    over = spending.staff(staffing) - spending.posts(staffing)
    if told != over:
        yield differs("在职比编制多的人数", told, over, "人", f"多{told}人")


def _as_entered(
    subject: Subject, name: str, told: int, parts: Entries, words: str, unit: str
) -> Iterator[Finding]:
    entered = spending.count(subject.filing.staffing, *parts)
    if told != entered:
        yield differs(name, told, entered, unit, words, *map(Place, parts))


def _parts(
    subject: Subject, told: Count, parts: Mapping[str, Entry[int | None]], unit: str
) -> Iterator[Finding]:
    """Each class as entered; one that has people and is not named is missing."""
    staffing = subject.filing.staffing
    for name, entry in parts.items():
        entered = entry.of(staffing)
        if entered is None or not told.parts or entered == told.parts.get(name, 0):
            continue
        if name in told.parts:
            words = f"{name}{told.parts[name]}"
            yield differs(name, told.parts[name], entered, unit, words, Place(entry))
        else:
            yield Finding(
                message=f"{name}有{entered}{unit}，文中没有写",
                to_do=f"补写{name}{entered}{unit}",
                about=name,
                places=(Place(entry),),
                words=told.words,
            )


# ---- C33 -----------------------------------------------------------------------------------


@rule(
    "C33",
    "人数全文一致",
    Severity.ERROR,
    "概况、整体报告、正文里的在职人数都是同一个数",
    why="同一个单位出现两个人数，读的人不知道信哪个",
    cites="部门决算公开范本 第一部分 机构设置、第四部分 附件1",
)
def staff_is_one_number(subject: Subject) -> Iterator[Said]:
    for passage in looked_at(subject, "在职"):
        year = _AT_END.search(plain(passage.text))
        if year and passage.place is None and int(year[1]) != subject.filing.year:
            yield from placed(passage, (_of_another_year(subject, year[0]),))
        found = counts(passage.text, _STAFF, _STAFF_PART)
        alone = (each for each in found if not each.parts)
        said = each_apart(
            _as_entered(subject, "在职人数", each.total, STAFF, each.words, "人") for each in alone
        )
        yield from placed(passage, said)
    for passage in typed_in(subject, KeyWork, DepartmentReport):
        everybody = _EVERYBODY.finditer(plain(passage.text))
        said = each_apart(_everybody(subject, found) for found in everybody)
        yield from placed(passage, said)


def _of_another_year(subject: Subject, words: str) -> Finding:
    year = subject.filing.year
    return Finding(
        message=f"在职人数写的是{words}的，本年度是{year}年",
        to_do="核对年份",
        about="在职人数的年份",
        operands=(Operand("写的时间", words), Operand("本年度", f"{year}年")),
        words=words,
    )


def _everybody(subject: Subject, found: re.Match[str]) -> Iterator[Finding]:
    """全员 in a text about the work may count helpers: worth a look, no more."""
    staff = spending.staff(subject.filing.staffing)
    if int(found[1]) != staff:
        yield dataclasses.replace(
            differs(
                f"“{found[0]}”的人数", int(found[1]), staff, "人", found[0], *map(Place, STAFF)
            ),
            message=f"写“{found[0]}”，在职人数填的是{staff}人",
            about="全员人数",
            severity=Severity.WARNING,
        )


RULES = (posts_and_staff_add_up, staff_is_one_number)
