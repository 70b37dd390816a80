"""A form in the window: typed, left, refused, shown exactly, walked through, undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]
Write = Callable[[str], None]


def test_a_typed_amount_is_kept_when_enter_goes_on(
    window: Window, press: Press, write: Write
) -> None:
    window.jump(Place(ThreePublic.overseas))
    window.root.update()
    write("1,234.50万元")
    press("<Return>")
    assert window.workspace.filing.three_public.overseas == wan("1234.50")


@pytest.mark.looks
def test_enter_goes_to_the_next_field_and_shift_enter_back(window: Window, press: Press) -> None:
    window.jump(Place(Organization.full_name))
    window.root.update()
    first = window.root.focus_get()
    press("<Return>")
    second = window.root.focus_get()
    press("<Shift-Return>")
    assert first is not second
    assert window.root.focus_get() is first


def test_what_does_not_read_stays_typed_and_says_why(
    window: Window, press: Press, write: Write
) -> None:
    window.jump(Place(ThreePublic.running))
    window.root.update()
    write("零点八")
    press("<Return>")
    place = Place(ThreePublic.running)
    assert window.workspace.text(place) == "零点八"
    assert window.workspace.problem(place) == "“零点八”认不出来，请写数字，如 0.80"


def test_looking_at_an_amount_never_rounds_it(window: Window, press: Press, write: Write) -> None:
    exact = Money(48_123)
    window.workspace.edit(Place(ThreePublic.overseas), exact)
    window.jump(Place(ThreePublic.overseas))
    window.root.update()
    press("<Return>")
    assert window.workspace.filing.three_public.overseas == exact


def test_undo_takes_back_the_last_field_and_says_its_name(
    window: Window, press: Press, write: Write
) -> None:
    before = window.workspace.filing.staffing.staff_worker
    window.jump(Place(Staffing.staff_worker))
    window.root.update()
    write("9")
    press("<Return>")
    assert window.workspace.filing.staffing.staff_worker == 9
    window.undo()
    assert window.workspace.filing.staffing.staff_worker == before
