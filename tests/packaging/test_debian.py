"""The package of Debian: everything below /opt/apps, and a desktop that finds it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bundle import debian


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    (tree / "app").mkdir(parents=True)
    (tree / "app" / "a.py").write_text("pass", "utf-8")
    debian.lay_out(tree, tmp_path / "root")
    return tmp_path / "root"


def test_the_store_of_uos_finds_its_facts(root: Path) -> None:
    facts = json.loads((root / "opt/apps" / debian.ID / "info").read_text("utf-8"))
    assert facts["appid"] == debian.ID
    assert facts["arch"] == ["amd64"]
    assert (root / "opt/apps" / debian.ID / "files/start.sh").stat().st_mode & 0o111


@pytest.mark.parametrize("place", [f"opt/apps/{debian.ID}/entries", "usr/share"])
def test_menu_icon_and_file_type_are_where_desktops_look(root: Path, place: str) -> None:
    entry = (root / place / f"applications/{debian.ID}.desktop").read_text("utf-8")
    assert f"Exec=/opt/apps/{debian.ID}/files/start.sh %f" in entry
    assert f"Icon={debian.ID}" in entry
    kind = (root / place / f"mime/packages/{debian.ID}.xml").read_text("utf-8")
    assert "*.jsxh" in kind
    assert "@" not in entry + kind
    assert (root / place / f"icons/hicolor/256x256/apps/{debian.ID}.png").is_file()


def test_it_needs_no_other_package_and_runs_no_script(root: Path) -> None:
    assert [path.name for path in (root / "DEBIAN").iterdir()] == ["control"]
    assert "Depends" not in (root / "DEBIAN/control").read_text("utf-8")
