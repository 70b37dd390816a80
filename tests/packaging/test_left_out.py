"""What the installed tree does without: every entry has its reason, and nothing that is needed."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest
from bundle import left_out

SITE = Path(sysconfig.get_path("purelib"))
NEEDED = (
    "site/numpy/typing/__init__.py",  # matplotlib asks for it
    "site/mpl_toolkits/mplot3d/axes3d.py",  # the same; else it warns on every chart
    "site/fontTools/agl.py",
    "site/fontTools/misc/textTools.py",
    "site/PIL/_imaging.cpython-313-x86_64-linux-gnu.so",
    "site/PIL/_imagingft.cpython-313-x86_64-linux-gnu.so",
    "site/matplotlib/mpl-data/matplotlibrc",
    "site/matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
    "runtime/lib/python3.13/unittest/case.py",
    "runtime/lib/python3.13/lib-dynload/_sqlite3.cpython-313-x86_64-linux-gnu.so",
    "runtime/share/X11/locale/en_US.UTF-8/Compose",
    "runtime/share/X11/locale/zh_CN.UTF-8/XLC_LOCALE",
    "runtime/share/X11/locale/C/XLC_LOCALE",
    "runtime/share/X11/locale/locale.dir",
    "runtime/DLLs/_tkinter.pyd",
    "runtime/tcl/tk8.6/tk.tcl",
    "runtime/Lib/sqlite3/__init__.py",
)


def test_every_entry_has_a_reason_and_paths_below_the_tree() -> None:
    for entry in left_out.entries():
        assert entry.why
        assert entry.paths
        assert entry.on in {"", *left_out.WHERE}
        assert [p for p in entry.paths if p.startswith(("/", ".")) or ".." in p] == []


def test_no_path_is_listed_twice() -> None:
    for platform in left_out.WHERE:
        listed = [*left_out.patterns(platform)]
        assert sorted(set(listed)) == sorted(listed)


def test_every_path_of_a_library_names_something_in_it() -> None:
    listed = (pattern for pattern in left_out.patterns("linux") if pattern.startswith("site/"))
    inside = [pattern.removeprefix("site/") for pattern in listed if pattern != "site/share"]
    assert [pattern for pattern in inside if not any(SITE.glob(pattern))] == []


def test_what_the_program_needs_stays(tmp_path: Path) -> None:
    for name in NEEDED:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for platform in left_out.WHERE:
        assert [p for p in left_out.patterns(platform) if any(tmp_path.glob(p))] == []


def test_what_is_listed_is_taken_out_and_a_stale_entry_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list_of_two = tmp_path / "list.toml"
    list_of_two.write_text('[[left_out]]\nwhy = "tests"\npaths = ["site/**/tests"]\n', "utf-8")
    monkeypatch.setattr(left_out, "LIST", list_of_two)
    kept, gone = tmp_path / "site/a/code.py", tmp_path / "site/a/tests/t.py"
    for path in (kept, gone):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    left_out.take_out(tmp_path, "linux")
    assert kept.exists()
    assert not gone.exists()
    with pytest.raises(SystemExit, match="site/"):
        left_out.take_out(tmp_path, "linux")
