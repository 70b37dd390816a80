"""The stamp of a print: a draft says so, a signed-off year proves the data it was made of."""

from __future__ import annotations

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.reports.stamp import DRAFT, Stamp
from jsxh_desktop.store.canonical import digest_of


def stamp_of(filing: Filing) -> Stamp:
    """What each page of a filing's print says; Problem where a signed-off year is not what it was.

    The QR code says the same as the page, in characters it has short forms of.
    """
    edition = filing.edition
    if edition is None:
        return DRAFT
    if digest_of(filing) != edition.digest:
        raise Problem(
            f"{filing.year}年度的数据和第{edition.number}版定稿不一致，没有打印。"
            "请到“定稿与复核”页核对改了哪些数"
        )
    bare = edition.code.replace(" ", "")
    symbol = f"JSXH:{filing.year}:{edition.number}:{bare}"
    return Stamp(f"第{edition.number}版", edition.code, symbol)
