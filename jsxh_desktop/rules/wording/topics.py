"""G20: what stands under a heading speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.rules.reports.report_passages import typed_at
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import picked
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.wording.slip import LONGEST, once, quote, spot

LEAST = 20
"""A shorter text says too little to miss its topic."""

TOPICS: dict[Entry[str], str] = {
    DepartmentReport.quality: "自评|评价|评分|打分|得分|指标|绩效目标|佐证|客观|真实|准确",
    DepartmentReport.application: "应用|公开|整改|反馈|挂钩|预算安排|绩效|指标|满意",
    ProjectReport.finance: "财务|会计|账|核算|报销|支付|资金|制度",
    ProjectReport.supervision: "监|检查|抽查|督|验收|审计|考核",
    ProjectReport.regulation: "办法|制度|规定|文件|通知|条例|细则",
}
"""Words of which a text in this field has at least one."""

_TOPIC_OF = {entry.label: re.compile(words) for entry, words in TOPICS.items()}


@rule(
    "G20",
    "标题层级缺失",
    Severity.INFO,
    "报告各节写的是标题说的事",
    why="标题下写了别的，这一节等于没有写",
    cites="县级部门整体绩效评价报告提纲（2021年度）",
)
def on_topic(subject: Subject) -> Iterator[Finding]:
    yield from once(filter(None, map(_missed, typed_at(subject, *TOPICS))))
    yield from once(picked(subject.printed_pages, _missed_in_print))


def _missed(passage: Passage) -> Finding | None:
    """A typed text that has none of the words of its field."""
    entry = passage.place.entry if passage.place else None
    if entry not in TOPICS or len(passage.text) < LEAST:
        return None
    return None if _TOPIC_OF[entry.label].search(passage.text) else _told(passage, entry.label)


def _missed_in_print(passage: Passage) -> Finding | None:
    """A printed one under a heading of that name, or that opens with it."""
    if passage.kind is not Passed.PARAGRAPH or len(passage.text) - passage.own.count("\0") < LEAST:
        return None
    run_in, _, rest = passage.own.partition("。")
    heading = passage.headings[-1] if passage.headings else ""
    for title, text in ((heading, passage.own), (run_in, rest)):
        topic = title[title.find("）") + 1 :]
        if topic in _TOPIC_OF and not _TOPIC_OF[topic].search(text):
            return _told(passage, topic)
    return None


def _told(passage: Passage, topic: str) -> Finding:
    return Finding(
        f"“{topic}”一节没有说到{topic}，写的是{quote(passage.text)}",
        f"改写成{topic}的情况",
        about=f"{spot(passage)} {topic}",
        where=passage.where,
        places=(passage.place,) if passage.place else (),
        words=passage.text[:LONGEST],
    )


RULES: tuple[Rule, ...] = (on_topic,)
