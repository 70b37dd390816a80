"""What the installer of Windows is told: versions as Windows counts them, files in one order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bundle import windows


@pytest.mark.parametrize(
    ("version", "expected"), [("1.2", "1,2,0,0"), ("0.1.0", "0,1,0,0"), ("1.2.3.4", "1,2,3,4")]
)
def test_a_version_has_four_numbers(version: str, expected: str) -> None:
    assert windows.four_numbers(version, ",") == expected


def test_files_are_listed_by_folder_in_one_order(tmp_path: Path) -> None:
    for name in ("b.txt", "app/z.py", "app/a.py", "启动.exe"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert windows.file_list(tmp_path).splitlines() == [
        'SetOutPath "$INSTDIR"',
        'SetOutPath "$INSTDIR\\app"',
        f'File "{tmp_path}/app/a.py"',
        f'File "{tmp_path}/app/z.py"',
        'SetOutPath "$INSTDIR\\"',
        f'File "{tmp_path}/b.txt"',
        f'File "{tmp_path}/启动.exe"',
    ]


def test_the_uninstaller_names_what_it_removes_and_never_the_folder_that_was_chosen() -> None:
    script = (windows.SOURCES / "installer.nsi").read_text("utf-8")
    removed = re.findall(r'RMDir /r "([^"]+)"', script)
    assert '"$INSTDIR"' not in [f'"{each}"' for each in removed]
    assert "$DOCUMENTS" not in script


def test_what_windows_is_told_asks_for_no_administrator() -> None:
    script = (windows.SOURCES / "installer.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
