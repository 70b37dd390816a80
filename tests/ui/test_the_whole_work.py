"""The whole work of a clerk by keys, clipboard and mouse: from nothing to two printed years.

She types the sample, so it is known what must come of it: the same filing and the same bytes. Two
things of the sample she is not asked for, as they print nowhere: to what its figures are known
(`precision`), and how a 定性 indicator was attained, which a form without scores has no column for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jsxh_desktop.app.main import cli
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.ui.application import Application
from tests.ui.clerk import Clerk
from tests.ui.sample_typed import FIRST_YEAR, SAMPLE, SECOND_YEAR

ASKED = dataclasses.replace(
    SAMPLE,
    indicators=tuple(dataclasses.replace(each, attainment=None) for each in SAMPLE.indicators),
)
BOOK = "整套公开材料"
STEPS = 12


@dataclass
class Work:
    """What stood on the desk along the way, and what came to lie in the folder."""

    folder: Path
    filings: dict[str, Filing] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    saved: dict[int, bytes] = field(default_factory=dict)
    by_command: dict[str, bytes] = field(default_factory=dict)
    left_behind: tuple[str, ...] = ()

    def note(self, moment: str, clerk: Clerk) -> None:
        workspace = clerk.window.workspace
        self.filings[moment] = workspace.filing
        self.pages[moment] = clerk.window.page
        self.unread[moment] = len(workspace.drafts)


@pytest.fixture(scope="module")
def work(
    shared_application: Application, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Work]:
    """All of it, once."""
    failures: list[object] = []
    before = shared_application.settings
    printed = tmp_path_factory.mktemp("printed")
    work = Work(tmp_path_factory.mktemp("work"))
    with pytest.MonkeyPatch.context() as patch:
        root = shared_application.root
        patch.setattr(root, "report_callback_exception", lambda *failure: failures.append(failure))
        shared_application.keep(folder=str(work.folder), recent=())
        shared_application.welcome()
        root.focus_force()
        clerk = Clerk(shared_application)
        clerk.look()
        fill_in(clerk, work)
        clerk.press("<Control-p>")  # it composes in another process
        work.by_command["sample"] = command_line(sample_file, 2021, printed / "sample")
        save_print(clerk, work)
        go_on_with_the_next_year(clerk, work)
        clerk.press("<Control-p>")
        save_print(clerk, work)
        close(clerk, work)
        (workbook,) = work.folder.glob("*.jsxh")
        work.by_command["second"] = command_line(workbook, 2022, printed / "second")
        open_again(clerk, work)
        yield work
        shared_application.put_away()
        shared_application.keep(folder=before.folder, recent=before.recent)
        assert not failures


def fill_in(clerk: Clerk, work: Work) -> None:
    for do in FIRST_YEAR:
        do(clerk)
    work.note("typed", clerk)


def go_on_with_the_next_year(clerk: Clerk, work: Work) -> None:
    for do in SECOND_YEAR:
        do(clerk)
    work.note("second", clerk)
    clerk.press(*["<Control-z>"] * STEPS)
    work.note("undone", clerk)
    clerk.press(*["<Control-y>"] * STEPS)
    work.note("redone", clerk)


def save_print(clerk: Clerk, work: Work) -> None:
    clerk.wait(lambda: clerk.sees("已按最新数字更新"))
    clerk.click("另存为 PDF")
    clerk.press("<Return>")
    year = clerk.window.workspace.year
    path = work.folder / f"{SAMPLE.organization.short_name}{year}年度部门决算 {BOOK}.pdf"
    clerk.wait(path.exists)
    work.saved[year] = path.read_bytes()


def close(clerk: Clerk, work: Work) -> None:
    clerk.go_home()
    work.left_behind = tuple(
        each.name for each in work.folder.iterdir() if each.suffix not in {".jsxh", ".pdf"}
    )


def open_again(clerk: Clerk, work: Work) -> None:
    """What was open last is chosen already; then back to the year before."""
    clerk.press("<Return>")
    work.note("second, again", clerk)
    clerk.choose_year(1)
    work.note("typed, again", clerk)


def command_line(workbook: Path, year: int, folder: Path) -> bytes:
    """What `jsxh-desktop print` makes of a year."""
    words = ["print", str(workbook), "-o", str(folder), "--year", str(year)]
    cli.main(words, standalone_mode=False)
    return (folder / f"{BOOK}.pdf").read_bytes()


@pytest.mark.parametrize("name", ["year", "pack", *SINGLES, *LISTS])
def test_the_filing_she_typed_is_the_sample(work: Work, name: str) -> None:
    assert getattr(work.filings["typed"], name) == getattr(ASKED, name)


@pytest.mark.parametrize("moment", ["typed", "second"])
def test_everything_she_typed_reads(work: Work, moment: str) -> None:
    assert not work.unread[moment]


def test_what_she_prints_is_the_print_of_the_sample_to_the_byte(work: Work) -> None:
    assert work.saved[2021] == work.by_command["sample"]


def test_the_command_line_prints_the_same_of_her_workbook(work: Work) -> None:
    assert work.saved[2022] == work.by_command["second"]


def test_a_dozen_steps_back_and_on_again_lead_to_the_same_filing(work: Work) -> None:
    assert work.filings["undone"] != work.filings["second"]
    assert work.filings["redone"] == work.filings["second"]


@pytest.mark.parametrize("moment", ["typed", "second"])
def test_opened_again_everything_is_there(work: Work, moment: str) -> None:
    assert work.filings[f"{moment}, again"] == work.filings[moment]


def test_nothing_is_recovered_where_nothing_went_wrong(work: Work) -> None:
    assert work.pages["second, again"] == "organization"


def test_a_workbook_that_is_closed_lies_alone(work: Work) -> None:
    assert work.left_behind == ()
