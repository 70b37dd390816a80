"""Every input of a build is pinned by version and sha256, and none says where it comes from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from bundle import pins
from bundle.places import PACKAGING

LOCKS = ("debian.lock", "requirements-windows.lock", "windows-runtime.lock")


def pinned(name: str) -> dict[str, str]:
    lines = (PACKAGING / name).read_text("utf-8").splitlines()
    found = (re.match(r"([a-z0-9-]+)==(\S+)", line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def test_every_package_of_debian_has_a_version_and_a_hash() -> None:
    packages = [*pins.debian_packages(pins.DEBIAN_LOCK.read_text("utf-8"))]
    assert len({each.name for each in packages}) == len(packages) > 20
    assert [p.name for p in packages if not re.fullmatch(r"[0-9a-f]{64}", p.sha256)] == []
    assert [p.name for p in packages if not p.version] == []


def test_a_package_that_is_not_locked_yet_is_a_name() -> None:
    assert [*pins.debian_packages("# note\n\nlibfoo1\n")] == [pins.Package("libfoo1", "", "")]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_on_a_machine_or_a_network(lock: str) -> None:
    assert not re.search(r"://|/work|/tmp|/home|index-url", (PACKAGING / lock).read_text("utf-8"))


def test_windows_gets_the_versions_the_program_is_tested_with_but_for_numpy() -> None:
    everywhere = pinned("requirements.lock")
    windows = pinned("requirements-windows.lock")
    assert {name for name in windows if windows[name] != everywhere.get(name)} == {"numpy"}


def test_windows_gets_everything_but_what_builds_the_checkout() -> None:
    missing = pinned("requirements.lock").keys() - pinned("requirements-windows.lock").keys()
    assert missing == {"setuptools"}


def test_a_file_that_is_not_the_one_pinned_is_not_used(tmp_path: Path) -> None:
    wrong = tmp_path / "libc6.deb"
    wrong.write_bytes(b"other")
    with pytest.raises(SystemExit):
        pins.check_hash(wrong, hashlib.sha256(b"pinned").hexdigest())
    assert not wrong.exists()
