"""A tree borrows no library of the computer it runs on."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundle.closed import outside
from bundle.tree import needless

TREE = Path("/opt/決 算")


@pytest.mark.parametrize(
    "line",
    [
        "\tlinux-vdso.so.1 (0x00007ffd)",
        "\tlibz.so.1 => /opt/決 算/runtime/lib/libz.so.1 (0x00007f)",
        "\t/opt/決 算/runtime/lib/ld-linux-x86-64.so.2 (0x00007f)",
        "\tstatically linked",
    ],
)
def test_what_lies_in_the_tree_is_not_borrowed(line: str) -> None:
    assert [*outside(TREE, line)] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("\tlibtk8.6.so => /lib/libtk8.6.so (0x00007f)", "libtk8.6.so => /lib/libtk8.6.so"),
        ("\tlibtk8.6.so => not found", "libtk8.6.so => not found"),
    ],
)
def test_what_the_computer_lends_or_nobody_has_is_told(line: str, told: str) -> None:
    assert [*outside(TREE, line)] == [told]


def test_a_library_keeps_the_name_it_is_asked_for_by(tmp_path: Path) -> None:
    for name in ("libz.so.1.3.1", "libtk8.6.so", "libbz2.so.1.0.8", "libm.so.6"):
        (tmp_path / name).touch()
    links = {
        "libz.so.1": "libz.so.1.3.1",
        "libtk8.6.so.0": "libtk8.6.so",
        "libbz2.so.1.0": "libbz2.so.1.0.8",
        "libbz2.so.1": "libbz2.so.1.0.8",
    }
    for name, target in links.items():
        (tmp_path / name).symlink_to(target)
    assert needless(tmp_path) == {"libz.so.1.3.1", "libtk8.6.so.0", "libbz2.so.1.0.8"}
