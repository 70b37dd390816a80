"""The score of a sheet and how its points are given out; without scores, how far it is written."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from decimal import Decimal

from jsxh_desktop.app.evaluation_model import DONE, Filled, ScoreCard, SheetShown
from jsxh_desktop.app.score_words import number
from jsxh_desktop.app.weights import ALL, left_in_words
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.shell import Shell

PAD, BAR = 16, 6
LOOK = {"优": "ok", "良": "ok", "中": "warn", "差": "danger"}
GROUND = {"ok": "ok_bg", "warn": "warn_bg", "danger": "danger_bg"}


class ScoreCardView:
    """`spread` splits the points that are left; a form without scores never asks for it."""

    def __init__(
        self, parent: tk.Misc, shell: Shell, spread: Callable[[], object], *, scored: bool
    ) -> None:
        self._theme = shell.theme
        self.widget = pieces.card(shell.theme, parent)
        theme, px = self._theme, self._theme.px
        top = pieces.frame(theme, self.widget)
        top.pack(fill="x", padx=px(PAD), pady=(px(10), 0))
        pieces.label(theme, top, "自评总分" if scored else "填写情况", "text2", "small").pack(
            side="left"
        )
        self._state = pieces.label(theme, top, "", "ok", "small")
        self._state.configure(padx=px(8), pady=px(2))
        self._state.pack(side="right")
        line = pieces.frame(theme, self.widget)
        line.pack(fill="x", padx=px(PAD))
        self.hero = pieces.label(theme, line, "", font="hero")
        self.hero.pack(side="left")
        self._of = pieces.label(theme, line, "", "text2", "small")
        self._of.pack(side="left", padx=(px(6), 0), pady=(px(8), 0))
        self._parts = pieces.label(theme, self.widget, "", "text2", "small", anchor="w")
        self._parts.pack(fill="x", padx=px(PAD), pady=(0, px(4)))
        foot = pieces.frame(theme, self.widget)
        foot.pack(fill="x", padx=px(PAD), pady=(px(2), px(4)))
        self._what = pieces.label(theme, foot, "", "text2", "small")
        self._what.pack(side="left")
        self.spread = pieces.link(theme, foot, "分完剩余", spread)
        self.left = pieces.label(theme, foot, "", "danger", "small_strong")
        self.left.pack(side="right")
        self._bar = pieces.frame(theme, self.widget, "line", height=px(BAR))
        self._bar.pack(fill="x", padx=px(PAD), pady=(0, px(12)))
        self._done = pieces.frame(theme, self._bar, "primary")

    def show(self, sheet: SheetShown) -> None:
        """Bring the card in line."""
        if sheet.card:
            self._show_score(sheet.card)
        else:
            self._show_filled(sheet.filled, sheet.state)

    def _show_score(self, card: ScoreCard) -> None:
        self.hero.configure(text=str(card.total))
        waits = f"　暂计，{card.waiting} 条还没有得分" if card.waiting else ""
        self._of.configure(text=f"/ 100{waits}")
        parts = (f"{name} {'—' if score is None else score}" for name, score in card.parts)
        self._parts.configure(text=" ＋ ".join(parts))
        self._say_state(card.grade, LOOK.get(card.grade, "ok"))
        self._what.configure(text="权重")
        self.left.configure(
            text=f"已分 {number(card.given)}，{left_in_words(card.left)}",
            foreground=self._theme.palette["danger" if card.left else "ok"],
        )
        if card.left > 0:
            self.spread.pack(side="right", padx=(self._theme.px(12), 0), before=self.left)
        else:
            self.spread.pack_forget()
        self._fill(card.given / ALL, "danger" if card.left < 0 else "primary")

    def _show_filled(self, filled: Filled, state: str) -> None:
        (goals, all_goals), (done, of) = filled.goals, filled.indicators
        self.hero.configure(text=f"{done} / {of}" if of else "—")
        self._of.configure(text="条指标填完" if of else "还没有指标")
        said = f"{goals} / {all_goals} 条写完" if all_goals else "还没有写"
        self._parts.configure(text=f"年度总体目标 {said}")
        self._say_state(state, "ok" if state == DONE else "warn")
        self._what.configure(text="这张表不打分")
        written, asked = goals + done, all_goals + of
        self._fill(Decimal(written) / asked if asked else Decimal(0), "primary")

    def _say_state(self, words: str, colour: str) -> None:
        palette = self._theme.palette
        sign = "✓ " if colour == "ok" and words else ""
        ground = palette[GROUND[colour]] if words else palette.surface
        self._state.configure(text=f"{sign}{words}", foreground=palette[colour], background=ground)

    def _fill(self, share: Decimal, colour: str) -> None:
        self._done.configure(background=self._theme.palette[colour])
        if share > 0:
            self._done.place(relwidth=float(min(Decimal(1), share)), relheight=1)
        else:
            self._done.place_forget()
