"""C26: vehicles and equipment at the end of the year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.disclosure import VEHICLES, StateAssets
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import HELD
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.by_section import of_section
from jsxh_desktop.rules.statements.section_figures import differs, told, told_counts, told_years
from jsxh_desktop.rules.statements.section_lines import Line, Section, lacks, lines
from jsxh_desktop.rules.subject import Subject

WHERE = "国有资产占有使用情况"
_TOTAL = r"共有车辆(\d+)辆"
_KIND = re.compile(r"([^、：，。\d\x00]+?用车)(\d+)辆")
_END = re.compile(r"截至\d{4}年(\d{1,2})月(\d{1,2})日")
_EQUIPMENT = (
    (StateAssets.general_equipment, "通用设备", "50"),
    (StateAssets.special_equipment, "专用设备", "100"),
)
_PRICED = re.compile(r"单价(\d+)万元(?:（含）)?以上(通用设备|专用设备|设备)")


@rule(
    "C26",
    "国有资产占有使用",
    Severity.ERROR,
    "有这一小节；车辆总数等于各类之和；数与填报的一致",
    why="范本规定必写的小节，漏写要退回",
    cites="部门决算公开范本 第二部分 十、（三）国有资产占有使用",
)
@of_section(Section.STATE_ASSETS, "state_assets", "three_public", "year")
def state_assets_are_told(subject: Subject) -> Iterator[Said]:
    """What is entered, then what the text tells."""
    filing, found = subject.filing, lines(subject, Section.STATE_ASSETS)
    yield from each_apart([_kept_and_held(filing)])
    if lacks(subject, Section.STATE_ASSETS):
        yield Finding("没有“国有资产占有使用情况”这一小节", "补写这一小节", "整节", "第二部分")
    elif found:
        yield from _left_out(found)
    yield from told_years(filing, found, "国有资产")
    for line in found:
        yield from _end_of_year(line)
        yield from _thresholds(line)
        for sentence in line.sentences:
            yield from each_apart([_counted(filing, line, sentence)])
            yield from each_apart([_kinds(filing, line, sentence)])
        yield from _equipment(filing, line)


def _left_out(found: tuple[Line, ...]) -> Iterator[Said]:
    """Vehicles and equipment are told, also where there are none."""
    text = "".join(line.text for line in found)
    for name, words in (("车辆", "车"), ("单价50万元、100万元以上的设备", "设备")):
        if words not in text and "\0" not in text:
            yield told(found[0], f"缺{words}", f"没有写{name}", "补写，没有的写0")


def _kept_and_held(filing: Filing) -> Iterator[Said]:
    """The cars of “三公”经费 are among all vehicles."""
    held = spending.vehicles_held(filing.three_public)
    kept = spending.vehicles_kept(filing.state_assets)
    if held > kept:
        yield Finding(
            f"公务用车保有量{held}辆，多于单位共有的车辆{kept}辆",
            "核对“三公”经费的保有量和国有资产的车辆数",
            "保有量与车辆数",
            WHERE,
            (Place(VEHICLES[-1]), Place(HELD[0])),
            (
                Operand("公务用车保有量", f"{held}辆", "“三公”经费"),
                Operand("共有车辆", f"{kept}辆", WHERE),
            ),
            severity=Severity.WARNING,
        )


def _counted(filing: Filing, line: Line, sentence: str) -> Iterator[Said]:
    assets = filing.state_assets
    places = tuple(map(Place, VEHICLES))
    total = ("共有车辆", _TOTAL, lambda: spending.vehicles_kept(assets), places)
    yield from told_counts(line, sentence, [total])


def _kinds(filing: Filing, line: Line, sentence: str) -> Iterator[Said]:
    """Each class, one that has vehicles and is not told, and their sum."""
    total, classes = re.search(_TOTAL, sentence), list(_KIND.finditer(sentence))
    if not total or not classes:
        return
    told_of = {entry: int(found[2]) for found in classes if (entry := _named(found[1]))}
    for entry in VEHICLES:
        due, shown = entry.of(filing.state_assets), told_of.get(entry)
        if due is None or (shown or 0) == due:
            continue
        if shown is None:
            message, to_do = f"没有写{entry.label}{due}辆", f"补写{entry.label}{due}辆"
            yield told(line, entry.label, message, to_do, (Place(entry),))
        else:
            yield differs(line, entry.label, f"{shown}辆", f"{due}辆", (Place(entry),))
    added = sum(int(found[2]) for found in classes)
    if added != int(total[1]):
        message = f"各类车辆合起来是{added}辆，总数写的是{total[1]}辆"
        yield told(line, "车辆之和", message, "核对总数和各类", tuple(map(Place, VEHICLES)))


def _named(words: str) -> Entry[int | None] | None:
    return next((entry for entry in VEHICLES if words.endswith(plain(entry.label))), None)


def _end_of_year(line: Line) -> Iterator[Said]:
    for found in _END.finditer(line.own):
        if (found[1], found[2]) != ("12", "31"):
            message = f"写着“{found[0]}”，应为12月31日"
            yield told(line, "截止日期", message, "改成12月31日", words=found[0])


def _thresholds(line: Line) -> Iterator[Said]:
    """50万元 for 通用设备, 100万元 for 专用设备 and, in newer forms, for any."""
    due = {name: least for _, name, least in _EQUIPMENT}
    for found in _PRICED.finditer(line.own):
        least = due.get(found[2], "100")
        if found[1] != least:
            message = f"{found[2]}写的是单价{found[1]}万元以上，范本是{least}万元以上"
            yield told(line, f"{found[2]}单价", message, f"改成{least}万元", words=found[0])


def _equipment(filing: Filing, line: Line) -> Iterator[Said]:
    for entry, name, _ in _EQUIPMENT:
        count = (
            entry.label,
            rf"万元(?:（含）)?以上{name}(\d+)台",
            _asked(entry, filing.state_assets),
            (Place(entry),),
        )
        yield from each_apart([told_counts(line, line.own, [count])])


def _asked(entry: Entry[int | None], assets: StateAssets) -> Callable[[], int]:
    return lambda: of(entry, assets)


RULES: tuple[Rule, ...] = (state_assets_are_told,)
