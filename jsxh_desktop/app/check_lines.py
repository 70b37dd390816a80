"""What `check` says: the findings as lines for a person, or as data for another program."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.app.check_report import conclusion
from jsxh_desktop.app.checkup import Checked, CheckUp, State
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.rules.rule import Severity

NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def lines(filing: Filing, found: CheckUp) -> Iterator[str]:
    """One finding a line, worst first, then what could not be judged, then the conclusion."""
    unit = filing.organization.full_name or "（未填单位全称）"
    yield f"{unit}　{filing.year}年度　审核"
    for each in found.checked:
        yield _line(each)
    for verdict in found.unjudged:
        reasons = "；".join(dict.fromkeys(each.reason for each in verdict.unjudged))
        yield f"  无法判断　{verdict.rule.id}　{verdict.rule.name}：{reasons}"
    yield conclusion(found)


def records(found: CheckUp) -> list[dict[str, str]]:
    """The findings as plain data, in the same order; `state` is open or reviewed."""
    return [
        {
            "rule": each.rule.id,
            "severity": NAMES[each.severity],
            "message": each.finding.message,
            "where": each.finding.where,
            "computed": each.finding.computed,
            "to_do": each.finding.to_do,
            "state": "reviewed" if each.state is State.REVIEWED else "open",
        }
        for each in found.checked
    ]


def _line(checked: Checked) -> str:
    where = f"［{checked.finding.where}］" if checked.finding.where else ""
    state = "（已核实）" if checked.state is State.REVIEWED else ""
    said = f"{checked.finding.message}；{checked.finding.to_do}"
    return f"  {checked.severity.value}　{checked.rule.id}　{where}{said}{state}"
