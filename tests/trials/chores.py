"""The work of a clerk's day, a piece at a time, as often as anybody likes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jsxh_desktop.app import backups
from jsxh_desktop.app.excel_files import ENTERED, excel_volumes, write_excel_files
from jsxh_desktop.app.inspection import NOTHING
from jsxh_desktop.app.pages import PAGES
from jsxh_desktop.domain.filing import LISTS
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.ui.application import Application
from tests.trials.spots import DIGITS, SPOTS, go
from tests.ui.clerk import Clerk

LONGEST = 25  # characters at one spot
LEAVING = ("<Return>", "<Tab>", "<Control-Next>")
KNOWN = [spot for spot in SPOTS.values() if not spot.new]


class Chores:
    """Each does one thing to its end and leaves the workbook about as large as it was."""

    def __init__(self, application: Application, chance: random.Random) -> None:
        self._application, self._chance = application, chance
        self._clerk = Clerk(application)
        self._number = 0
        self.done = dict[str, int]()
        self._usual: tuple[tuple[Callable[[], object], int], ...] = (
            (self.edit, 600),
            (self.paste, 40),
            (self.turn, 60),
            (self.look_around, 40),
            (self.come_and_go, 20),
            (self.search, 15),
            (self.print, 8),
            (self.bring_in, 2),
            (self.copy, 2),
            (self.back_up, 2),
            (self.change_year, 6),
        )

    def begin(self) -> None:
        """Each page once, a second year, and the two tables that come in by turns.

        What a page brings with it, as the charts do, is there from the start and no growth.
        """
        for page in PAGES:
            self._clerk.window.go(page.key)
            self._clerk.look()
        do = self._clerk.window.do
        do["begin_year"]()
        do["year"](f"{self._workspace.years[0]}年度")
        self._tables = [self._table(fen) for fen in (6_410_000, 6_410_001)]

    def next(self) -> None:
        """One chore, drawn by chance; each kind once at first."""
        chores, weights = zip(*self._usual, strict=True)
        new = [each for each in chores if each.__name__ not in self.done]
        (chore,) = new[:1] or self._chance.choices(chores, weights)
        self.done.setdefault(chore.__name__, 0)
        chore()
        self.done[chore.__name__] += 1

    def edit(self) -> None:
        """Another text in place of what stands in a field or a cell."""
        spot = self._chance.choice(KNOWN)
        if not self._has(spot.entry.entity):
            return
        go(self._clerk.window, spot, self._chance)
        self._clerk.press("<Control-a>")
        length = self._chance.randint(1, 7 if spot.writes == DIGITS else LONGEST)
        self._clerk.write("".join(self._chance.choices(spot.writes, k=length)))
        self._clerk.press(self._chance.choice(LEAVING))

    def paste(self) -> None:
        """Amounts over a corner of a table, taken back again."""
        self._clerk.window.go("income").grid.select((0, 3))
        amounts = [[str(self._chance.randint(1, 9_999)) for _ in range(3)] for _ in range(2)]
        self._clerk.paste(amounts)
        self._clerk.press("<Control-z>")

    def turn(self) -> None:
        """Steps taken back, and some of them done again."""
        steps = self._chance.randint(1, 4)
        self._clerk.press(*["<Control-z>"] * steps)
        self._clerk.press(*["<Control-y>"] * self._chance.randint(0, steps))

    def look_around(self) -> None:
        """From page to page, in another unit now and then."""
        self._clerk.window.go(self._chance.choice(PAGES).key)
        self._clerk.press(*["<Control-Next>"] * self._chance.randint(1, 5))
        if self._chance.random() < 0.2:
            self._clerk.press("<Control-u>", "<Control-u>")

    def come_and_go(self) -> None:
        """A row more, and taken back."""
        spot = SPOTS["新的主要职能"]
        if self._has(spot.entry.entity):
            go(self._clerk.window, spot, self._chance)
            self._clerk.write("再加一条")
            self._clerk.press("<Tab>", "<Control-z>")

    def search(self) -> None:
        """The panel of the search, and help for where one is."""
        self._clerk.press("<Control-k>")
        self._clerk.write("gwjd")
        self._clerk.press("<Escape>", "<F1>")
        self._clerk.look()
        self._clerk.press("<Escape>")

    def print(self) -> None:
        """A part of the book as PDF, made in the background; the whole set now and then."""
        page = self._clerk.window.go("preview")
        page.choose(self._chance.randrange(4))
        self._clerk.wait(lambda: page.proof)
        if self._chance.random() < 0.1 or not self.done["print"]:
            folder = self._another("全套")
            page.panel._save_all_in(folder)  # noqa: SLF001 - what the panel calls when closed
            self._clerk.wait(lambda: not page.panel.job.running)
            assert len(list(folder.rglob("*.pdf"))) > 1
            shutil.rmtree(folder)
            return
        path = self._another("打印.pdf")
        page.panel._save_as(path)  # noqa: SLF001 - as above
        self._clerk.wait(path.exists)
        path.unlink()

    def bring_in(self) -> None:
        """A table that changes one amount."""
        page = self._clerk.window.go("import")
        standing = self._workspace.filing.income[0].final
        page.read(self._tables[standing == Money(6_410_000)])
        self._clerk.wait(lambda: not page.job.running)
        page.confirm()
        if self._chance.random() < 0.5:
            self._clerk.press("<Control-z>")

    def copy(self) -> None:
        """A copy of the workbook beside it."""
        path = self._another("副本.jsxh")
        self._clerk.press("<Control-S>")
        self._clerk.press("<Control-a>")
        self._clerk.write(path.name)
        self._clerk.press("<Return>")
        self._clerk.wait(path.exists)
        path.unlink()

    def back_up(self) -> None:
        """A backup that is taken because it is time."""
        backups.take(self._workspace)
        self._clerk.window.go("backups")
        self._clerk.press("<Escape>")

    def change_year(self) -> None:
        """The other year on the desk."""
        (other,) = set(self._workspace.years) - {self._workspace.year}
        self._clerk.window.do["year"](f"{other}年度")

    def inspect(self) -> None:
        """The whole file, with nothing to be found."""
        self._clerk.window.go("inspection")
        self._clerk.wait(lambda: self._clerk.sees(NOTHING))
        self._clerk.press("<Escape>")

    @property
    def _workspace(self) -> Any:
        return self._clerk.window.workspace

    def _has(self, entity: type[Any]) -> bool:
        """Whether the year has it to write in; one just begun has no changes to give reasons of."""
        if entity is Reasons:
            return bool(self._workspace.year == self._workspace.years[0])
        named = [name for name, of in LISTS.items() if of is entity]
        return not named or bool(getattr(self._workspace.filing, named[0]))

    def _another(self, name: str) -> Path:
        self._number += 1
        path: Path = self._workspace.path
        return path.with_name(f"{self._number} {name}")

    def _table(self, fen: int) -> Path:
        """The 填报明细 with this first income."""
        workspace = self._workspace
        workspace.edit(Place(IncomeLine.final, workspace.filing.income[0].id), Money(fen))
        wanted = excel_volumes(workspace.filing, workspace.pack, "万元")
        folder = workspace.path.with_name(f"填报{fen}")
        (path,) = write_excel_files({ENTERED: wanted[ENTERED]}, workspace.filing, folder)
        return path
