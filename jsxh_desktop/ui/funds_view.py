"""The fund rows of a sheet: figures that lead to the expenditure lines they are added from."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial

from jsxh_desktop.app.evaluation_model import SheetShown
from jsxh_desktop.app.figures_shown import amount
from jsxh_desktop.app.fund_rows import Amount, FundRow, fund_heads
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.shell import Shell

LABEL, AMOUNT, RATE, POINTS, SCORE = 126, 104, 74, 46, 60
ROW, PAD = 27, 8
FIGURES = 3
TOTAL, PART = 10, 24
ADD = "加一行支出"
NO_LINE = "这个项目还没有支出。钱记在“支出决算（功能）”里，这里自动加出来"
NO_CODE = "这个项目的支出还没选科目，选好后这里自动加出来"


class FundsView:
    """The rows of the form; where the project has no expenditure yet, a sentence and a button."""

    def __init__(
        self, parent: tk.Misc, shell: Shell, add_line: Callable[[], object], form: Sheet
    ) -> None:
        self._shell, self._theme, self._add_line = shell, shell.theme, add_line
        self._form = form
        self.widget = pieces.card(shell.theme, parent, "band")
        self._table = pieces.frame(shell.theme, self.widget, "band")
        self._names: list[tk.Label] = []
        self.amounts: list[list[tk.Label]] = []
        self._ends: list[list[tk.Label]] = []
        self._shown: tuple[FundRow, ...] = ()
        self._build_table()
        self._build_empty()

    def show(self, sheet: SheetShown) -> None:
        """Bring the rows in line."""
        self._shown = sheet.funds
        if sheet.has_lines:
            self._empty.pack_forget()
            self._table.pack(fill="both", expand=True)
        else:
            self._table.pack_forget()
            self._show_empty(sheet.uncoded)
        self._head.configure(text=f"资金（{self._shell.workspace.unit}）")
        for row, fund in enumerate(sheet.funds):
            self._names[row].configure(text=fund.label)
            for cell, figure in zip(self.amounts[row], fund.amounts, strict=True):
                cell.configure(text=figure.text, cursor="hand2" if figure.lines else "")
            ends = (fund.rate, fund.points, fund.score)
            for word, text in zip(self._ends[row], ends, strict=False):
                word.configure(text=text)

    def focus(self) -> None:
        """Put the focus on the first figure, or on the button in its place."""
        (self.amounts[0][0] if self._table.winfo_manager() else self.button).focus_set()

    def _build_table(self) -> None:
        theme, px = self._theme, self._theme.px
        heads = fund_heads(self._form)
        widths = (LABEL, AMOUNT, AMOUNT, AMOUNT, RATE, POINTS, SCORE)[: len(heads) + 1]
        for column, width in enumerate(widths):
            self._table.columnconfigure(column, minsize=px(width), weight=int(column < 4))
        for row in range(len(self._form.funds) + 1):
            self._table.rowconfigure(row, minsize=theme.row(ROW), weight=1)
        self._head = self._word(0, 0, "", "text2", "small", "w")
        for column, name in enumerate(heads, start=1):
            self._word(0, column, name, "text2", "small", "e")
        for row in range(len(self._form.funds)):
            font = "body" if row else "strong"
            said = self._word(row + 1, 0, "", "text", font, "w", indent=PART if row else TOTAL)
            self._names.append(said)
            self.amounts.append([self._figure(row, place, font) for place in range(FIGURES)])
            ends = range(1 + FIGURES, len(widths))
            self._ends.append([self._word(row + 1, n, "", "text2", font, "e") for n in ends])

    def _word(
        self,
        row: int,
        column: int,
        text: str,
        colour: str,
        font: str,
        side: str,
        indent: int = TOTAL,
    ) -> tk.Label:
        word = pieces.label(self._theme, self._table, text, colour, font, anchor=side)
        left = self._theme.px(indent if column == 0 else 0)
        word.grid(row=row, column=column, sticky="ew", padx=(left, self._theme.px(PAD)))
        return word

    def _figure(self, row: int, place: int, font: str) -> tk.Label:
        """A figure that is reached by Tab and leads to its lines."""
        theme = self._theme
        cell = self._word(row + 1, 1 + place, "", "text", font, "e")
        cell.configure(
            takefocus=True,
            highlightthickness=max(1, theme.px(1)),
            highlightbackground=theme.palette.band,
            highlightcolor=theme.palette.primary,
        )
        lead = partial(self._lead, row, place, cell)
        pieces.on_press(cell, lead)
        cell.bind("<Alt-Down>", lambda _event: lead())
        pieces.tell_on_hover(cell, partial(self._told, row, place))
        return cell

    def _told(self, row: int, place: int) -> str:
        figure = self._shown[row].amounts[place]
        if figure.missing:
            return f"还差：{figure.missing}。点击去填"
        if not figure.lines:
            return "没有这一类的支出"
        return f"由 {len(figure.lines)} 行支出加出来，点击去看"

    def _lead(self, row: int, place: int, cell: tk.Label) -> None:
        """To the one line a figure comes from, or a list of them to choose from."""
        figure = self._shown[row].amounts[place]
        if len(figure.lines) == 1:
            self._jump(figure, figure.lines[0])
        elif figure.lines:
            self._choose(figure, cell)
        else:
            self._shell.tell(f"没有{self._shown[row].label}的支出")

    def _choose(self, figure: Amount, cell: tk.Label) -> None:
        menu = tk.Menu(self.widget, tearoff=False, font=self._theme.font("body"))
        workspace = self._shell.workspace
        names = workspace.filing.functional
        for line in figure.lines:
            name = names.name(line.functional)
            value = amount(figure.entry.of(line), workspace.unit) or "待填"
            menu.add_command(
                label=f"{line.functional} {name}　{value}",
                command=partial(self._jump, figure, line),
            )
        menu.tk_popup(cell.winfo_rootx(), cell.winfo_rooty() + cell.winfo_height())

    def _jump(self, figure: Amount, line: ExpenditureLine) -> None:
        self._shell.jump(Place(figure.entry, line.id))

    def _build_empty(self) -> None:
        theme, px = self._theme, self._theme.px
        self._empty = pieces.frame(theme, self.widget, "band")
        self._words = pieces.label(theme, self._empty, "", "text2")
        self._words.pack(pady=(px(38), px(10)))
        self.button = pieces.button(self._empty, ADD, self._add_line, "plus-lg")
        self.button.pack()

    def _show_empty(self, uncoded: tuple[ExpenditureLine, ...]) -> None:
        self._empty.pack(fill="both", expand=True)
        self._words.configure(text=NO_CODE if uncoded else NO_LINE)
        if uncoded:
            place = Place(ExpenditureLine.functional, uncoded[0].id)
            self.button.configure(text="去选科目", command=partial(self._shell.jump, place))
        else:
            self.button.configure(text=ADD, command=self._add_line)
