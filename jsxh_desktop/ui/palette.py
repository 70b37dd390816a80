"""The colours of the window, light and dark; each text colour holds 4.5:1 on every background."""

from __future__ import annotations

from jsxh_desktop.domain.frozen import frozen


@frozen
class Palette:
    """Colours by what they are for; no other module names one."""

    shell: str
    nav: str
    surface: str
    band: str
    line: str
    box: str
    text: str
    text2: str
    text3: str
    primary: str
    on_primary: str
    primary_hover: str
    tint: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    last_year_bar: str

    def __getitem__(self, name: str) -> str:
        colour: str = getattr(self, name)
        return colour


LIGHT = Palette(  # noqa: S604 - `shell` is the ground behind cards here
    shell="#EEF1F5",
    nav="#F6F8FA",
    surface="#FFFFFF",
    band="#F3F5F8",
    line="#DCE1E7",
    box="#7C8797",
    text="#1F2933",
    text2="#4A5663",
    text3="#5C6876",
    primary="#1D5AA0",
    on_primary="#FFFFFF",
    primary_hover="#174A85",
    tint="#E6EEF8",
    danger="#B3261E",
    danger_bg="#FCEBE9",
    warn="#855500",
    warn_bg="#FFF3DA",
    ok="#1C7241",
    ok_bg="#E5F4EA",
    last_year_bar="#B9C3CF",
)
DARK = Palette(  # noqa: S604 - as above
    shell="#171B21",
    nav="#1C2128",
    surface="#22282F",
    band="#2A313A",
    line="#3A434E",
    box="#7C8896",
    text="#E6EAEF",
    text2="#BAC3CD",
    text3="#98A4B1",
    primary="#78AEEE",
    on_primary="#10161D",
    primary_hover="#93BFF2",
    tint="#263A52",
    danger="#FF9A90",
    danger_bg="#452523",
    warn="#EFC066",
    warn_bg="#40341A",
    ok="#7BCF9D",
    ok_bg="#1E3A2B",
    last_year_bar="#5C6875",
)
