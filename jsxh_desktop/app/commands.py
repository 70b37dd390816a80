"""What the command line offers, each a call into the rooms below."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from jsxh_desktop.app import paths, user_folders
from jsxh_desktop.app.naming import folder_name
from jsxh_desktop.app.packs import pack_of, usual_pack
from jsxh_desktop.app.problem import Problem, of_system
from jsxh_desktop.app.progress import Progress
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.codes import read_codes
from jsxh_desktop.store.copying import refuse_existing
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.values import clean

FIELDS_NAMED = 3


def write_sample(path: Path) -> None:
    """Write the sample unit as a new workbook; an existing file is refused."""
    write_new(path, sample())


def write_empty(path: Path, name: str, year: int) -> None:
    """Write a workbook with one empty filing of a unit; an existing file is refused."""
    try:
        full_name = clean(Organization.full_name, Organization.full_name.parse(name))
    except ValueError as slip:
        raise Problem(f"{slip}，请用 --name 给出单位全称") from slip
    write_new(path, Filing(year, usual_pack(year), organization=Organization(full_name=full_name)))


def write_new(path: Path, filing: Filing) -> None:
    """Fill a workbook beside the target and copy it there whole, so no half file can be seen.

    Raises FileError or Problem; an existing file is refused.
    """
    refuse_existing(path)
    beside = path.with_name(f".{path.name}.new")  # not the name its copy is written under
    try:
        _drop(beside)
        with Workbook.create(beside) as workbook:
            workbook.save(filing)
            workbook.copy_to(path)
    except FileError as problem:
        raise type(problem)(str(problem).replace(beside.name, path.name)) from problem
    except OSError as problem:
        raise of_system(problem, path) from problem
    finally:
        _drop(beside)


def _drop(path: Path) -> None:
    """Remove what is there; a read-only place would refuse even to look for it so."""
    if path.exists():
        path.unlink()


def read_filing(path: Path, year: int | None = None) -> Filing:
    """Read one year of a workbook, the latest unless a year is given."""
    with Workbook.open(path, codes=paths.codes()) as workbook:
        years = {filed: key for key, filed in workbook.filings()}
        if not years:
            raise Problem(f"“{path}”里还没有任何年度，请先用 jsxh-desktop new 新建")
        wanted = max(years) if year is None else year
        if wanted not in years:
            raise Problem(
                f"“{path}”里没有{wanted}年度，只有{'、'.join(map(str, sorted(years)))}年度"
            )
        return workbook.load(years[wanted])


def copy(path: Path, target: Path) -> Path:
    """Copy a workbook, verified, from wherever it lies to a file or into a folder."""
    from jsxh_desktop.store.fetching import fetch

    target = target / path.name if target.is_dir() else target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise of_system(problem, target.parent) from problem
    fetch(path, target)
    return target


def with_what_to_type(problem: Exception) -> str:
    """What went wrong; of a workbook to be copied first, with the command that does it."""
    from jsxh_desktop.app.copy_in import command, refused

    path = refused(problem)
    return f"{problem}：{command(path, user_folders.workbooks())}" if path else str(problem)


def list_codes(words: str, year: int, classification: str) -> Iterator[str]:
    """The codes whose number begins with, or whose name contains, what was asked for."""
    table = read_codes(paths.codes(), year, classification)
    found = [c for c in table.codes.values() if c.code.startswith(words) or words in c.name]
    if not found:
        raise Problem(f"{year}年的{table.title}里没有“{words}”，请换一个编码或名称")
    for code in found:
        doubt = "" if code.confidence == "certain" else "（名称待核）"
        yield f"{'　' * (len(code.code) // 2 - 1)}{code.code}　{code.name}{doubt}"


def print_set(path: Path, folder: Path, selection: Selection, *, own_fonts: bool) -> list[str]:
    """Print what was selected; a line for each file, and for each character no font has."""
    with Progress("正在打印", sys.stderr) as progress:
        filing = read_filing(path, selection.year)
        from jsxh_desktop.app.book import volumes  # ReportLab loads on first use
        from jsxh_desktop.app.printing import faces, fields_with, print_volumes
        from jsxh_desktop.app.stamps import stamp_of

        wanted = volumes(filing, pack_of(filing), selection)
        progress.expect(len(wanted))
        said: list[str] = []
        missing: dict[str, str] = {}
        author = filing.organization.full_name
        for done in print_volumes(wanted, folder, author, faces(own=own_fonts), stamp_of(filing)):
            progress.step()
            said.append(f"{done.path}（{done.pages}页）")
            for page, character in done.unprintable:
                missing.setdefault(character, f"“{done.path.name}”第{page}页")
    for character, place in missing.items():
        fields = [*fields_with(filing, character)]
        more = f"等{len(fields)}处" if len(fields) > FIELDS_NAMED else ""
        where = "、".join(fields[:FIELDS_NAMED]) + more or "文字"
        said.append(f"注意：{where}里的“{character}”没有字体可以显示，{place}印成了〓")
    return said


def word_set(path: Path, folder: Path | None, selection: Selection) -> list[str]:
    """Write what was selected as Word files; without a folder, into one beside the workbook."""
    with Progress("正在生成 Word", sys.stderr) as progress:
        filing = read_filing(path, selection.year)
        from jsxh_desktop.app.printing import faces  # ReportLab loads on first use
        from jsxh_desktop.app.word_files import word_volumes, write_word_files

        wanted = word_volumes(filing, pack_of(filing), selection)
        progress.expect(len(wanted))
        today = datetime.datetime.now().astimezone().date()
        target = folder or path.parent / folder_name(filing, today)
        said: list[str] = []
        author = filing.organization.full_name
        for done in write_word_files(wanted, target, author, faces(own=False)):
            progress.step()
            said.append(str(done))
    return said


def excel_set(path: Path, folder: Path | None, year: int | None, unit: str) -> list[str]:
    """Write tables, sheets and lists as Excel files; without a folder, beside the workbook."""
    with Progress("正在生成 Excel", sys.stderr) as progress:
        filing = read_filing(path, year)
        from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files

        wanted = excel_volumes(filing, pack_of(filing), unit)
        progress.expect(len(wanted))
        today = datetime.datetime.now().astimezone().date()
        said: list[str] = []
        for done in write_excel_files(
            wanted, filing, folder or path.parent / folder_name(filing, today)
        ):
            progress.step()
            said.append(str(done))
    return said


def deliver(path: Path, place: Path | None, year: int | None) -> list[str]:
    """Make the folder for the bureau; without a place, beside the workbook."""
    with Progress("正在制作报送材料", sys.stderr) as progress:
        filing = read_filing(path, year)
        from jsxh_desktop.app import deliver  # ReportLab loads on first use
        from jsxh_desktop.app.check_report import conclusion
        from jsxh_desktop.app.printing import faces

        def step(_name: str, done: int, whole: int) -> None:
            if done:
                progress.step()
            else:
                progress.expect(whole)

        today = datetime.datetime.now().astimezone().date()
        folder = (place or path.parent) / folder_name(filing, today)
        made = deliver.deliver(filing, pack_of(filing), folder, today, faces(own=True), step)
    return [*map(str, made.files), conclusion(made.found)]


def import_tables(
    path: Path, tables: Path, year: int | None, called: str | None, *, agreed: bool
) -> Iterator[str]:
    """What a file of tables would change, cell by cell; with consent it is done, as one step.

    A table of the unit's own is of the list `called` so, and is known by its heads from then on.
    """
    from jsxh_desktop.app.import_model import brought_in
    from jsxh_desktop.app.imports import free_tables, known_heads
    from jsxh_desktop.app.imports.importing import plan_of_file
    from jsxh_desktop.app.imports.plan_words import lines
    from jsxh_desktop.app.workspace import Workspace

    said = known_heads.Said(known_heads.heads_file(path.parent), free_tables.list_called(called))
    read_filing(path, year)  # tells a year there is not
    workspace = Workspace.open(path, year)
    try:
        plan = plan_of_file(tables, workspace.filing, workspace.pack, said.columns)
        if not plan.tables:
            raise Problem(f"没有认出“{tables.name}”里是什么表，自己的表请用 --as 写明是哪一类")
        yield from lines(plan)
        if agreed and plan.changes:
            brought_in(workspace, plan)
            said.keep()
            yield f"已写入“{path}”，在程序里可以一步撤销"
        elif plan.changes:
            yield "还没有写入；看过以后加 --yes 再来一次就写入"
    finally:
        workspace.close()


def check_lines(path: Path, year: int | None, *, as_json: bool) -> tuple[list[str], int]:
    """What the check-up says, and how many errors hold up 定稿."""
    filing = read_filing(path, year)
    from jsxh_desktop.app import check_lines  # ReportLab loads on first use
    from jsxh_desktop.app.checkup import check_up

    found = check_up(filing, pack_of(filing))
    blocking = sum(each.blocks for each in found.checked)
    if as_json:
        return [json.dumps(check_lines.records(found), ensure_ascii=False, indent=1)], blocking
    return [*check_lines.lines(filing, found)], blocking


def summary(path: Path, year: int | None) -> Iterator[str]:
    """What a workbook holds, its main figures, and what is still to be filled in."""
    filing = read_filing(path, year)
    from jsxh_desktop.app.summary import describe  # ReportLab loads on first use

    yield from describe(filing, pack_of(filing))
