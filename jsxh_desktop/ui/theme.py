"""The look of the window: one theme object with colours, type and sizes, applied to ttk once."""

from __future__ import annotations

import tkinter as tk
from tkinter import font as tkfont

import ttkbootstrap as ttk
from ttkbootstrap.themes.builtin import CURATED_THEMES

from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.ui import input_method, screen_fonts, scrolling
from jsxh_desktop.ui.palette import DARK, LIGHT, Palette

FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    screen_fonts.FAMILY,
)
NAME = "jsxh"
POINTS_AT_96_DPI = 4 / 3
TYPE_FACTORS = {"标准": 1.0, "大": 12.5 / 11, "特大": 14 / 11}
TYPE = {
    "hero": (22, "bold"),
    "title": (16, "bold"),
    "section": (12, "bold"),
    "body": (11, "normal"),
    "strong": (11, "bold"),
    "small": (10, "normal"),
    "small_strong": (10, "bold"),
}
_FILLED = "filled.thumb"
_TK_FONTS = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont", "TkTooltipFont")


@frozen
class Theme:
    """What every widget asks: a colour by its use, a font by its role, logical pixels as real ones.

    `scale` is 1.0 at 96 dpi; `type_size` enlarges letters and rows, not margins.
    """

    palette: Palette
    scale: float
    type_size: str
    family: str

    @property
    def is_dark(self) -> bool:
        return self.palette is DARK

    def px(self, logical: float) -> int:
        """Real pixels of a length at 100 %."""
        return round(logical * self.scale)

    def row(self, logical: float) -> int:
        """The same for what has to hold a line of text."""
        return round(logical * self.scale * TYPE_FACTORS[self.type_size])

    def font(self, role: str) -> str:
        """The name of a font made by `start`."""
        return f"jsxh-{role}"

    def points(self, role: str) -> int:
        """The size of a role in points."""
        size, _ = TYPE[role]
        return round(size * TYPE_FACTORS[self.type_size])


def start(colours: str, scale: float, type_size: str) -> tuple[ttk.App, Theme]:
    """Open the one root window, hidden, in this look; `colours` is light or dark."""
    _register()
    app = ttk.App(
        title="决算公开与绩效自评",
        theme=f"{NAME}-{colours}",
        scaling=POINTS_AT_96_DPI * scale,
        iconphoto=str(assets() / "icon.png"),
        className="Jsxh",  # by which a desktop knows whose window it is
    )
    input_method.let_rest(app)
    _spare_reactions(app)
    scrolling.by_wheel(app)
    app.withdraw()
    return app, restyle(app, colours, scale, type_size)


def show(root: tk.Tk) -> None:
    """Bring what was started onto the screen."""
    if not root.winfo_viewable():  # on Windows it takes the keys from the field that has them
        root.deiconify()
    root.attributes("-alpha", 1.0)  # `screen.stand_unseen`
    input_method.wake(root)


def restyle(app: ttk.App, colours: str, scale: float, type_size: str) -> Theme:
    """Give a root another look; what stands in it must be built anew."""
    app.tk.call("tk", "scaling", POINTS_AT_96_DPI * scale)
    app.style.theme_use(f"{NAME}-{colours}")
    theme = Theme(DARK if colours == "dark" else LIGHT, scale, type_size, _family(app))
    _make_fonts(app, theme)
    _style(app, theme)
    return theme


def _spare_reactions(app: ttk.App) -> None:
    """Take away what ttkbootstrap has done, in Python, for each widget that is shown or sized.

    It notes when its windows first appear, to center others on them, and tells parents of their
    children; nothing here asks, and a page of 200 widgets waited for it longer than for its paint.
    """
    app.unbind_all("<Map>")
    for event in ("<Map>", "<Configure>", "<Visibility>"):
        app.unbind(event)


def _register() -> None:
    """Our theme, light and dark, as the only ones: the colours of each are worked out at start."""
    CURATED_THEMES.clear()
    ttk.Theme(
        name=NAME,
        primary=LIGHT.primary,
        success=LIGHT.ok,
        info="#4A6FA5",
        warning=LIGHT.warn,
        danger=LIGHT.danger,
        neutral="#6B7684",
        light={"background": LIGHT.surface, "foreground": LIGHT.text},
        dark={"background": DARK.surface, "foreground": DARK.text},
    ).register()


def _family(app: tk.Misc) -> str:
    """The first that is installed, each asked for by its name: a list of all takes Windows long."""

    def is_installed(name: str) -> bool:
        return str(app.tk.call("font", "actual", ("-family", name), "-family")) == name

    return next((name for name in FAMILIES if is_installed(name)), "TkDefaultFont")


def _make_fonts(app: tk.Misc, theme: Theme) -> None:
    factor = TYPE_FACTORS[theme.type_size]
    for role, (size, weight) in TYPE.items():
        name, points = theme.font(role), round(size * factor)
        given = ("-family", theme.family, "-size", points, "-weight", weight)
        known = name in app.tk.splitlist(app.tk.call("font", "names"))
        app.tk.call("font", "configure" if known else "create", name, *given)
    for name in _TK_FONTS:
        tkfont.nametofont(name, root=app).configure(
            family=theme.family, size=round(TYPE["body"][0] * factor)
        )


def _style(app: ttk.App, theme: Theme) -> None:
    """What the generated theme gets wrong, or knows nothing of."""
    style, colours = app.style, theme.palette
    style_field(theme, "TEntry")
    style_field(theme, "TCombobox")
    style.map("TEntry", fieldbackground=[("readonly", colours.band)])
    shut = [("disabled", colours.text)]  # a locked year is there to be read
    style.map("TCombobox", foreground=shut, fieldbackground=[("disabled", colours.band)])
    style.configure("Small.TEntry", padding=(theme.px(6), theme.px(1)))
    style.configure("TButton", padding=(theme.px(12), theme.px(4)))
    style.configure("primary.TButton", background=colours.primary, foreground=colours.on_primary)
    strong = [("pressed", colours.primary_hover), ("active", colours.primary_hover)]
    style.map("primary.TButton", background=strong)
    for name in ("Vertical.TScrollbar", "Round.Vertical.TScrollbar"):
        _fill_thumb(app, name)
    app.configure(background=colours.shell)
    for option, value in (
        ("background", colours.surface),
        ("foreground", colours.text),
        ("activeBackground", colours.tint),
        ("activeForeground", colours.text),
        ("disabledForeground", colours.text2),
        ("activeBorderWidth", 0),
        ("borderWidth", 1),
        ("relief", "solid"),
    ):
        app.option_add(f"*Menu.{option}", value)
    app.option_add("*TCombobox*Listbox.font", theme.font("body"))
    app.option_add("*TCombobox*Listbox.background", colours.surface)
    app.option_add("*TCombobox*Listbox.foreground", colours.text)
    app.option_add("*TCombobox*Listbox.selectBackground", colours.tint)
    app.option_add("*TCombobox*Listbox.selectForeground", colours.text)


def style_field(theme: Theme, name: str) -> None:
    """Have what is typed in look alike; what only some page has is styled as that is built."""
    style, colours = ttk.Style(), theme.palette
    edge = [("invalid", colours.danger), ("focus", colours.primary), ("!disabled", colours.box)]
    ring = [("invalid", colours.danger), ("focus", colours.primary)]
    style.configure(name, padding=(theme.px(8), theme.px(4)), bordercolor=colours.box)
    style.configure(name, selectbackground=colours.tint, selectforeground=colours.text)
    style.map(name, bordercolor=edge, lightcolor=ring, darkcolor=ring)


def _fill_thumb(app: ttk.App, name: str) -> None:
    """Have the middle of a scrollbar's thumb drawn by what fills, not by what frames a field.

    From Tk 8.6.15 on a field has a border of its own, inside which nothing of a thumb is left.
    """
    call = app.tk.call
    app.style.configure(name, arrowsize=0)  # has ttkbootstrap make it, where it is not made yet
    if _FILLED not in app.style.element_names():
        call("ttk::style", "element", "create", _FILLED, "from", "default", "fill")
    layout = call("format", "%s", call("ttk::style", "layout", name))
    call("ttk::style", "layout", name, layout.replace(f"{name}.fill.thumb", _FILLED))
    app.style.configure(name, background=call("ttk::style", "configure", name, "-fieldbackground"))
    shown = call("ttk::style", "map", name, "-fieldbackground")
    call("ttk::style", "map", name, "-background", shown)
