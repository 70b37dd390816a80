"""A label whose text is broken to its width, and asks for none."""

from __future__ import annotations

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.wrapped_label import WrappedLabel

LONG = "开展科普专项活动和天府科技云工作，" * 4


def test_the_width_follows_from_no_text(application: Application) -> None:
    label = WrappedLabel(application.theme, application.root)
    label.widget.pack(fill="x")
    application.root.update()
    wanted = label.widget.winfo_reqwidth()
    for text in (LONG, "组", LONG + LONG):
        label.say(text)
        application.root.update()
        assert label.widget.winfo_reqwidth() == wanted
    label.widget.destroy()
