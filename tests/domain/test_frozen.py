"""Records that never change, made without writing code for each class."""

from __future__ import annotations

import copy
import dataclasses

import pytest

from jsxh_desktop.domain.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 0
    note: str = dataclasses.field(default="", compare=False)


def test_fields_are_given_by_place_or_by_name() -> None:
    assert Point(1) == Point(x=1) == Point(1, 0) == Point(1, y=0)


def test_what_is_not_compared_makes_no_difference() -> None:
    assert Point(1, note="甲") == Point(1, note="乙")
    assert len({Point(1, note="甲"), Point(1, note="乙"), Point(2)}) == 2


def test_a_field_too_many_or_too_few_is_named() -> None:
    with pytest.raises(TypeError, match=r"Point.* x"):
        Point()  # type: ignore[call-arg]  # that is the slip
    with pytest.raises(TypeError, match=r"Point.* z"):
        Point(1, z=2)  # type: ignore[call-arg]  # that as well
    with pytest.raises(TypeError, match="Point"):
        Point(1, 2, "", 4)  # type: ignore[call-arg]  # and that


def test_nothing_of_it_changes() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]  # that is the slip
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    assert point == Point(1)


def test_it_is_replaced_copied_taken_apart_and_told_as_any_dataclass() -> None:
    point = dataclasses.replace(Point(1), y=2)
    match copy.copy(point):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert repr(point) == "Point(x=1, y=2, note='')"
    assert dataclasses.asdict(point) == {"x": 1, "y": 2, "note": ""}
