"""Modules in one file are what they are on the disk, and know where their data lies."""

from __future__ import annotations

import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bundle import packed

SOURCES = {
    "lib/alone.py": "WORD = 'alone'",
    "site/box/__init__.py": "from box.deep import WORD",
    "site/box/deep/__init__.py": "from box.deep.inner import WORD",
    "site/box/deep/inner.py": "WORD = 'inner'\ndef fall():\n    raise ValueError(WORD)",
    "app/alone.py": "WORD = 'hidden by the one found first'",
}
ASKED = """
import site, sys
sys.path[:0] = sys.argv[1:]
site.execsitecustomize()
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, source in SOURCES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source + "\n", "utf-8")
        compile_one(path)
    shutil.copy(packed.READER, tmp_path / "lib")
    compile_one(tmp_path / "lib" / packed.READER.name)
    packed.pack(tmp_path / "lib", (tmp_path / "site", tmp_path / "app"))
    return tmp_path


def compile_one(path: Path) -> None:
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(path), invalidation_mode=mode, doraise=True)


def said(tree: Path, program: str) -> str:
    """What a Python with the tree in its path says."""
    roots = [str(tree / each) for each in ("lib", "site", "app")]
    command = [sys.executable, "-B", "-S", "-c", ASKED + program, *roots]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_module_is_the_one_the_first_folder_has(tree: Path) -> None:
    assert said(tree, "import alone; print(alone.WORD)") == "alone"


def test_modules_come_out_of_the_file_though_their_sources_are_gone(tree: Path) -> None:
    shutil.rmtree(tree / "site")
    assert said(tree, "import box.deep.inner; print(box.WORD)") == "inner"


def test_a_module_knows_where_it_would_lie(tree: Path) -> None:
    program = "import box.deep; print(box.deep.__file__, *box.deep.__path__, sep='|')"
    folder = tree / "site" / "box" / "deep"
    assert said(tree, program) == f"{folder / '__init__.py'}|{folder}"


def test_a_fault_is_told_with_its_line(tree: Path) -> None:
    program = "import box, traceback, sys\ntry: box.deep.inner.fall()\nexcept ValueError: "
    told = said(tree, program + "print(traceback.format_exc())")
    assert "raise ValueError(WORD)" in told


def test_what_is_not_in_the_file_is_looked_for_as_ever(tree: Path) -> None:
    (tree / "app" / "late.py").write_text("WORD = 'late'\n", "utf-8")
    assert said(tree, "import late; print(late.WORD)") == "late"


def test_a_python_whose_file_is_gone_looks_on_the_disk(tree: Path) -> None:
    (tree / "lib" / packed.NAME).unlink()
    assert said(tree, "import box; print(box.WORD)") == "inner"


def test_a_file_that_was_cut_short_is_made_up_for_by_the_sources(tree: Path) -> None:
    pack = tree / "lib" / packed.NAME
    pack.write_bytes(pack.read_bytes()[:-20])
    assert said(tree, "import box; print(box.WORD)") == "inner"


def test_compiled_files_are_gone_but_those_loaded_before(tree: Path) -> None:
    assert [path.name.split(".")[0] for path in tree.rglob("*.pyc")] == [packed.READER.stem]


def test_the_same_modules_give_the_same_bytes(tree: Path, tmp_path: Path) -> None:
    first = (tree / "lib" / packed.NAME).read_bytes()
    for name in SOURCES:
        compile_one(tmp_path / name)
    packed.pack(tree / "lib", (tree / "site", tree / "app"))
    assert (tree / "lib" / packed.NAME).read_bytes() == first
