"""The .deb in the oldest Debian there is to be had, and with no system at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.display import own_display
from tests.packaging.walks.walk import Installed, handed_out, run

OLDEST = "bullseye"
ID = "org.jsxh.desktop"
START = f"/opt/apps/{ID}/files/start.sh"
TOOLS = ("sh", "dirname", "readlink", "uname", "mkdir", "cp", "chmod", "mv")


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("debian") / "root"
    run(["debootstrap", "--variant=minbase", OLDEST, str(root)])
    return root


def test_installed_walked_and_removed_without_a_trace(debian: Path, tmp_path: Path) -> None:
    before = files(debian)
    package = Path(shutil.copy(handed_out("*_amd64.deb"), debian))
    inside(debian, "dpkg", "-i", f"/{package.name}")
    with shared(debian, tmp_path, "/proc", "/dev"), own_display():
        entered("debian", debian).walk(tmp_path)
    inside(debian, "dpkg", "-r", ID)
    package.unlink()
    left = {path for path in files(debian) - before if path.startswith(("opt", "usr", "etc"))}
    assert left == set()


def test_with_nothing_but_a_shell_and_a_screen(tmp_path: Path) -> None:
    root = tmp_path / "empty"
    run(["dpkg-deb", "-x", str(handed_out("*_amd64.deb")), str(root)])
    for name in ("bin", "root", "tmp"):
        (root / name).mkdir()
    busybox = shutil.copy(shutil.which("busybox") or "busybox", root / "bin")
    for tool in TOOLS:
        (root / "bin" / tool).symlink_to(Path(busybox).name)
    with shared(root, tmp_path / "files", "/proc", "/dev"), own_display():
        entered("empty", root).walk(tmp_path / "files")


def entered(name: str, root: Path) -> Installed:
    start = ("chroot", str(root), "/bin/sh", START)
    return Installed(name, start, start)


@contextmanager
def shared(root: Path, *places: str | Path) -> Iterator[None]:
    """These places of this machine in there as well, under the same names."""
    with ExitStack() as stack:
        for place in places:
            Path(place).mkdir(parents=True, exist_ok=True)
            target = root / str(place)[1:]
            target.mkdir(parents=True, exist_ok=True)
            run(["mount", "--bind", str(place), str(target)])
            stack.callback(run, ["umount", str(target)])
        yield


def inside(root: Path, *words: str) -> None:
    run(["chroot", str(root), *words])


def files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*")}
