"""The 部门整体支出绩效自评表 of the archive, filled in by the list of Sichuan up to 2021."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.department_form import DepartmentSheet
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.terms import IndicatorNature
from tests.filings import archive

OWN = "履职成效"
SCANS, VISITS = 28, 29
"""The ids of the unit's own indicators, behind the 27 that are given."""


def form(pack: str = "sichuan-2021") -> DepartmentSheet:
    found = load_pack(pack).department
    assert found is not None
    return found


def whole(scores: Mapping[str, str] | None = None) -> Filing:
    """Every given indicator with all its points, or with these; two of the unit's own behind."""
    lost = scores or {}
    given = [
        DepartmentIndicator(
            group=group.name,
            name=name,
            score=Decimal(lost.get(name, str(points))),
            reason="办得不够" if name in lost else "",
        )
        for _, group in form().groups
        for name, points in group.given
    ]
    own = [
        DepartmentIndicator(
            *(OWN, "扫描档案", IndicatorNature.AT_LEAST, "5000", "卷", "4500", Decimal(12)),
            reason="设备交货晚",
        ),
        DepartmentIndicator(
            OWN, "接待查档", IndicatorNature.AT_LEAST, "800", "人次", "900", Decimal(8)
        ),
    ]
    records = (dataclasses.replace(each, id=n) for n, each in enumerate((*given, *own), 1))
    return dataclasses.replace(archive(), department_indicators=tuple(records))


def changed(filing: Filing, key: int, **values: object) -> Filing:
    """The filing with values of one indicator changed."""
    records = tuple(
        dataclasses.replace(each, **values) if each.id == key else each  # type: ignore[arg-type]  # any of its facts
        for each in filing.department_indicators
    )
    return dataclasses.replace(filing, department_indicators=records)
