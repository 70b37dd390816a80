"""Papers and packaging agree with what lies in the checkout."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "build": ROOT / "packaging" / "requirements.lock",
    "dev": ROOT / "packaging" / "requirements-dev.lock",
}
PINNED = re.compile(r"^([a-z0-9-]+)==[^ ]+(?: ; [^\\]+)? \\$")

# What setuptools would put into the wheel, asked without building it.
IN_THE_WHEEL = """
from setuptools import Distribution
distribution = Distribution({"script_name": "setup.py"})
distribution.parse_config_files()
command = distribution.get_command_obj("build_py")
command.ensure_finalized()
print(*command.get_output_mapping().values(), sep="\\n")
"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(kind: str) -> set[str]:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", "utf-8")
    listed = setup["options"]["install_requires"] + setup["options.extras_require"][kind]
    return {normal(name) for name in re.findall(r"^[\w.-]+", listed, re.MULTILINE)}


def pinned(lock: Path) -> set[str]:
    found = map(PINNED.match, lock.read_text("utf-8").splitlines())
    return {match[1] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=lambda lock: lock.name)
def test_a_lock_holds_only_versions_and_hashes(lock: Path) -> None:
    lines = [line for line in lock.read_text("utf-8").splitlines() if line.strip()[:1] != "#"]
    strange = [x for x in lines if not PINNED.match(x) and not x.startswith("    --hash=sha256:")]
    assert strange == []


@pytest.mark.parametrize("kind", LOCKS)
def test_the_lock_has_every_dependency_of_setup_cfg(kind: str) -> None:
    assert requirements(kind) - pinned(LOCKS[kind]) == set()


def test_the_wheel_carries_every_module_and_data_file() -> None:
    ask = [sys.executable, "-W", "ignore", "-c", IN_THE_WHEEL]
    told = subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    carried = {Path(line) for line in told.splitlines()}
    code = ROOT.glob("jsxh_desktop/**/*.py")
    data = (
        path for name in ("assets", "db") for path in ROOT.glob(f"{name}/**/*") if path.is_file()
    )
    assert {path.relative_to(ROOT) for path in (*code, *data)} - carried == set()


def test_the_changelog_opens_with_what_is_unreleased() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_every_command_a_paper_names_exists(paper: str) -> None:
    named = re.findall(r"(?:^    |`)make ([a-z]+)", (ROOT / paper).read_text("utf-8"), re.M)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert named
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []
