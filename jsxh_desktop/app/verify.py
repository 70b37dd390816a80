"""Whether a code, a print or a folder of prints is of the data a workbook holds; if not, why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.differences import Difference, differences
from jsxh_desktop.app.imports.gate import SUFFIX
from jsxh_desktop.app.imports.plan import State
from jsxh_desktop.app.imports.source import read_source
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.domain.edition import check_code
from jsxh_desktop.store.canonical import digest_of
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.sign_off import Kept

SUMS = "SHA-256.txt"
_CODE = re.compile(r"[0-9A-F]{20}")
_STAMP = re.compile(r"第(\d+)面共(\d+)面校验码([0-9A-F]{20})")
_MARK = re.compile(r"JSXH:\d+:\d+:([0-9A-F]{20})")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it in sentences, and the values that are no longer what was printed."""

    matches: bool
    said: tuple[str, ...]
    differences: tuple[Difference, ...] = ()


def verify(workbook: Workbook, given: str, unit: str = "万元") -> Verdict:
    """Compare what was given: the path of a print, a folder or a package, or else a code.

    Raises Problem.
    """
    path = Path(given)
    if path.is_dir():
        return _folder(workbook, path, unit)
    if path.suffix.lower() == SUFFIX:
        return _package(workbook, path)
    if path.suffix.lower() == ".pdf":
        return _print(workbook, path, unit)
    return _code(workbook, read_code(given), unit)


def read_code(typed: str) -> str:
    """The 20 digits of a code as it is typed or scanned; raises Problem for anything else."""
    plain = typed.strip().upper()
    scanned = _MARK.search(plain)
    bare = scanned[1] if scanned else re.sub(r"[\s\-－—　]", "", plain).replace("校验码", "")
    if not _CODE.fullmatch(bare.lstrip("：:")):
        raise Problem(f"“{typed.strip()}”不是校验码。校验码是 20 位数字和字母 A–F，印在每一面下边")
    return bare.lstrip("：:")


def code_of_print(path: Path) -> str:
    """The code every page of a print carries; Problem where one is missing or another.

    Pages are counted too: none may be gone, doubled or of another print.
    """
    found = [_STAMP.search(text) for text in _pages(path)]
    if not any(found):
        raise Problem(f"“{path.name}”上没有校验码：它是草稿，或者不是本程序打印的定稿")
    codes = {stamp[3] for stamp in found if stamp}
    if len(codes) > 1:
        raise Problem(f"“{path.name}”里各面的校验码不一样，是几份拼在一起的")
    for place, stamp in enumerate(found, 1):
        if stamp is None:
            raise Problem(f"“{path.name}”第{place}面没有校验码，这一面是后来换上去的")
        if (int(stamp[1]), int(stamp[2])) != (place, len(found)):
            raise Problem(
                f"“{path.name}”第{place}面印的是“第{stamp[1]}面 共{stamp[2]}面”，"
                f"而文件有{len(found)}面：有缺页、多页或者换过次序"
            )
    return codes.pop()


def _code(workbook: Workbook, code: str, unit: str) -> Verdict:
    with told():
        for key, year in reversed(workbook.filings()):
            for kept in workbook.sign_offs.editions(key):
                if check_code(kept.digest).replace(" ", "") == code:
                    return _edition(workbook, key, year, kept, unit)
    shown = check_code(code)
    return Verdict(
        matches=False,
        said=(
            f"校验码 {shown} 不是这个文件里任何一版定稿的，请核对有没有看错，或者换一个数据文件",
        ),
    )


def _edition(workbook: Workbook, key: int, year: int, kept: Kept, unit: str) -> Verdict:
    filing = workbook.load(key)
    named = f"{year}年度第{kept.number}版（{kept.at[:10]} {kept.who}定稿）"
    if digest_of(filing) == kept.digest:
        return Verdict(matches=True, said=(f"一致：这是{named}，现在的数据和它完全相同",))
    found = differences(kept.data, filing, unit)
    return Verdict(
        matches=False,
        said=(f"不一致：这是{named}，现在的数据有{len(found)}处不同",),
        differences=found,
    )


def _package(workbook: Workbook, path: Path) -> Verdict:
    """The year a package is of, cell by cell as an import would show it."""
    from jsxh_desktop.app.imports.package_plan import mark_of, package_plan  # brings the tables

    sources = read_source(path)
    mark = mark_of(sources)
    with told():
        held = {str(year): key for key, year in workbook.filings()}
        if mark.get("year") not in held:
            raise Problem(f"这个文件里没有数据包的{mark.get('year', '')}年度，请换一个数据文件")
        filing = workbook.load(held[mark["year"]])
    plan = package_plan(sources, filing)
    found = tuple(
        Difference(cell.what, cell.sheet, cell.new, cell.old, cell.place)
        for cell in plan.cells
        if cell.state is not State.SAME
    )
    named = f"{filing.year}年度的数据包"
    if not plan.changes:
        return Verdict(matches=True, said=(f"一致：{named}，和现在的数据完全相同",))
    return Verdict(False, (f"不一致：{named}，和现在的数据有{len(found)}处不同",), found)


def _print(workbook: Workbook, path: Path, unit: str) -> Verdict:
    return _code(workbook, code_of_print(path), unit)


def _folder(workbook: Workbook, folder: Path, unit: str) -> Verdict:
    """The prints of one edition, each file as its list of checksums has it."""
    spoilt = [*_spoilt(folder)]
    prints = sorted(folder.glob("*.pdf"))
    if not prints:
        raise Problem(f"“{folder.name}”里没有 PDF，请选报送材料的文件夹")
    codes = {code_of_print(path) for path in prints}
    if len(codes) > 1:
        raise Problem(f"“{folder.name}”里的 PDF 不是同一版定稿的，请重新生成一套")
    found = _code(workbook, codes.pop(), unit)
    said = (*found.said, f"{len(prints)}份 PDF 每一面的校验码和面数都对", *spoilt)
    return Verdict(found.matches and not spoilt, said, found.differences)


def _spoilt(folder: Path) -> Iterator[str]:
    """The files that are not what the list of checksums says; none where there is no list."""
    listed = folder / SUMS
    if not listed.is_file():
        return
    for line in listed.read_text("utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file():
            yield f"清单里的“{name}”不在文件夹里"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            yield f"“{name}”和清单里的校验值不同，做好以后改过"


def _pages(path: Path) -> list[str]:
    """The text of each page without blanks; Problem where it is no PDF that can be read."""
    import pypdfium2  # slow: only where a print is given

    try:
        with pypdfium2.PdfDocument(path) as document:
            return [
                "".join(page.get_textpage().get_text_bounded().split()).replace("　", "")
                for page in document
            ]
    except (pypdfium2.PdfiumError, OSError) as problem:
        raise Problem(f"“{path.name}”打不开，请换一份没有损坏的 PDF") from problem
