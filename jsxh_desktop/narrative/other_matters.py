"""决算情况说明 十: 机关运行经费, 政府采购, 国有资产, 预算绩效管理."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.disclosure import VEHICLES, Procurement, StateAssets
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, PartKey
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.narrative.block import Block, Paragraph
from jsxh_desktop.narrative.phrase import moved, share
from jsxh_desktop.narrative.prose import heading, paragraph
from jsxh_desktop.narrative.purposes import without_project_money
from jsxh_desktop.narrative.wording import Wording, entered, known, spoken, told, value


def other_matters(words: Wording) -> Iterator[Block]:
    """（一） to （四）."""
    yield heading(words, 1, "agency_running")
    yield _agency_running(words)
    yield heading(words, 2, "procurement")
    yield _procurement(words)
    yield heading(words, 3, "state_assets")
    yield _state_assets(words)
    yield heading(words, 4, "performance")
    yield _performance(words)


def _agency_running(words: Wording) -> Block:
    filing = words.filing
    if filing.organization.nature is UnitNature.INSTITUTION:
        return paragraph(words, "agency_running_not_used")
    now = partial(totals.agency_running, filing)
    before = entered(PriorYear.agency_running, spending.prior_year(filing))
    name = words.write("agency_running_name")
    return Paragraph(
        words.write("agency_running", amount=now)
        + moved(words, "than", now, before, Reasons.agency_running, what=name)
    )


def _procurement(words: Wording) -> Block:
    bought = words.filing.procurement
    total = partial(spending.procurement, bought)
    if known(total) == Money():
        return paragraph(words, "procurement_none", total=total)
    granted = entered(Procurement.to_small_and_medium, bought)
    micro = entered(Procurement.to_small_and_micro, bought)
    return paragraph(
        words,
        "procurement",
        total=total,
        goods=entered(Procurement.goods, bought),
        works=entered(Procurement.works, bought),
        services=entered(Procurement.services, bought),
        purpose=told(Procurement.purpose, bought),
        granted=granted,
        granted_share=share(words, granted, total, form="share_of_procurement"),
        micro=micro,
        micro_share=share(words, micro, total, form="share_of_procurement"),
    )


def _state_assets(words: Wording) -> Block:
    assets = words.filing.state_assets
    total = known(partial(spending.vehicles_kept, assets))
    text = words.write("vehicles_kept", count=total, kinds=_kinds(words) if total != 0 else "")
    if assets.other_vehicles:
        purpose = told(StateAssets.other_vehicles_purpose, assets)
        text += words.write("other_vehicles_used", purpose=purpose)
    text += words.write(
        "equipment",
        general=entered(StateAssets.general_equipment, assets),
        special=entered(StateAssets.special_equipment, assets),
    )
    return Paragraph(text)


def _kinds(words: Wording) -> str:
    """Each class of vehicles; ministerial ones are only spoken of where there are any."""
    assets = words.filing.state_assets
    if all(entry.of(assets) is None for entry in VEHICLES):
        return ""
    spoken_of = [
        entry
        for entry in VEHICLES
        if entry is not StateAssets.ministerial_vehicles or entry.of(assets)
    ]
    parts = (
        words.write("vehicles_of_kind", name=entry.label, count=entered(entry, assets))
        for entry in spoken_of
    )
    return words.write("vehicle_classes", parts="、".join(parts))


def _performance(words: Wording) -> Block:
    filing, report = words.filing, words.write("title_department_report")
    part = _annexes(words.pack)
    if not filing.projects and without_project_money(filing):
        return paragraph(words, "performance_without_projects", report=report, part=part)
    text = words.write(
        "performance",
        targeted=partial(counted, filing, Project.targeted),
        monitored=partial(counted, filing, Project.monitored),
        evaluated=partial(counted, filing, Project.evaluated),
        report=report,
        part=part,
    )
    left = [project for project in filing.projects if project.evaluated is False]
    if left:
        names = "、".join(spoken(value(entered(Project.name, project))) for project in left)
        text += words.write("performance_left", count=len(left), names=names)
    return Paragraph(text)


def _annexes(pack: Pack) -> str:
    """第四部分: the part the annexes stand in, by the numbers of the pack's own titles."""
    titles = (part.title for part in pack.parts if part.key == PartKey.ANNEXES)
    return next(titles, "").partition("\n")[0]


def counted(filing: Filing, flag: Entry[bool | None]) -> int:
    """How many projects say yes; NotStated while one says neither (rule C27)."""
    if not filing.projects:
        raise NotStated("项目")
    for number, project in enumerate(filing.projects, 1):
        if flag.of(project) is None:
            raise NotStated(f"{project.name or f'第{number}个项目'}是否{flag.label}")
    return sum(bool(flag.of(project)) for project in filing.projects)
