"""Which field the caret is in, as the manual knows it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterable
from typing import Any

from jsxh_desktop.app.form_layout import Field
from jsxh_desktop.domain.entry import Entry


def focused(root: tk.Misc) -> tk.Misc | None:
    """What has the keyboard; nothing where it is in the list of an open combobox.

    Tk makes that list itself, so tkinter has no object for it.
    """
    try:
        return root.focus_get()
    except KeyError:
        return None


def is_within(part: tk.Misc | None, whole: tk.Misc) -> bool:
    """Whether a widget is another or stands in it."""
    return f"{part}.".startswith(f"{whole}.") if part is not None else False


def topic_in(root: tk.Misc, fields: Iterable[tuple[Field, tk.Widget]]) -> str:
    """`entity.entry` of the field that has the keyboard; nothing where none of these has it."""
    at = focused(root)
    for field, widget in fields:
        if isinstance(field, Entry) and is_within(at, widget):
            return topic_of(field)
    return ""


def topic_of(entry: Entry[Any]) -> str:
    """`ThreePublic.running`."""
    return f"{entry.entity.__name__}.{entry.name}"
