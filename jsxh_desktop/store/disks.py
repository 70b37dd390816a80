"""Which disk a file lies on: one of this computer, one of the network, or one that is pulled out.

Why it matters: docs/decisions/0509-the-open-file-lies-on-this-computer.md.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath
from string import ascii_uppercase

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store.errors import FileIsElsewhere

REMOTE, PULLED_OUT, FIXED = "remote", "removable", "fixed"
NETWORK = {REMOTE, "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "davfs", "afs", "ceph", "coda"}
NETWORK |= {"lustre", "beegfs", "vboxsf", "vmhgfs", "prl_fs", "fuse.vmhgfs-fuse", "fuse.sshfs"}
NETWORK |= {"fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.glusterfs", "fuse.rclone", "fuse.davfs"}
NETWORK |= {"fuse.curlftpfs", "fuse.s3fs", "fuse.smbnetfs", "ncpfs", "gfs2", "ocfs2"}
"""Kinds of file systems behind which there may be another computer."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
_DRIVES = {2: PULLED_OUT, 4: REMOTE, 5: PULLED_OUT}  # what GetDriveTypeW answers


class Disk(StrEnum):
    """Where a file lies, as the clerk calls it."""

    OWN = "本机"
    NETWORK = "网络盘"
    STICK = "U盘"


_WHY = {
    Disk.NETWORK: "在网络盘上，两台电脑同时写会写坏",
    Disk.STICK: "在U盘上，没写完就拔会写坏",
}


@frozen
class Mount:
    """A disk at the place it is reached; `device` is what holds it, as the system names it."""

    place: PurePath
    kind: str
    device: str = ""


Asked = Callable[[str], bool]


def is_pulled_out(device: str) -> bool:
    """Whether Linux calls a device removable; also one in an encrypted or a joined disk."""
    if not device.startswith("/dev/"):
        return False
    block = (Path("/sys/class/block") / Path(device).resolve().name).resolve()
    for each in (block, block.parent):
        if _read(each / "removable").strip() == "1":
            return True
    below = block / "slaves"
    return below.is_dir() and any(is_pulled_out(f"/dev/{each.name}") for each in below.iterdir())


def mounted(*of: PurePath) -> tuple[Mount, ...]:
    """The disks of this computer, as the system tells now; at the least those of the paths given.

    Windows is asked of no other: the letter of a share that is gone can take it seconds.
    """
    if sys.platform == "win32":
        return _of_windows({_plain_windows(path)[:1] for path in of} or ascii_uppercase)
    return read_table(_read(Path("/proc/mounts")))


def read_table(text: str) -> tuple[Mount, ...]:
    """The lines of /proc/mounts."""
    rows = [line.split() for line in text.splitlines()]
    return tuple(
        Mount(Path(_plain(row[1])), row[2], _plain(row[0])) for row in rows if len(row) > 2
    )


def mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """The disk a path is on: the innermost, of several at one place the last."""
    found = [each for each in mounts if path.is_relative_to(each.place)]
    deepest = max((len(each.place.parts) for each in found), default=0)
    return next((each for each in reversed(found) if len(each.place.parts) == deepest), None)


def disk_of(path: PurePath, mounts: Iterable[Mount], pulled_out: Asked = is_pulled_out) -> Disk:
    """Which of the three a path is on; what the system does not tell of is taken for its own."""
    if isinstance(path, PureWindowsPath):
        plain = _plain_windows(path)
        if plain.startswith(("\\\\", "UNC\\")):
            return Disk.NETWORK
        path = PureWindowsPath(plain)
    mount = mount_of(path, mounts)
    if mount is None:
        return Disk.OWN
    if mount.kind in NETWORK:
        return Disk.NETWORK
    return Disk.STICK if mount.kind == PULLED_OUT or pulled_out(mount.device) else Disk.OWN


def sticks(pulled_out: Asked = is_pulled_out) -> tuple[Path, ...]:
    """Where the sticks are that are plugged in now."""
    return tuple(
        Path(each.place)
        for each in mounted()
        if each.kind == PULLED_OUT or (each.kind not in NETWORK and pulled_out(each.device))
    )


def is_with_the_program(path: PurePath, program: PurePath, mounts: Iterable[Mount]) -> bool:
    """Whether a file is on the disk the program runs from, which then stays plugged in."""
    mounts = tuple(mounts)
    mount = mount_of(path, mounts)
    return mount is not None and mount == mount_of(program, mounts)


def elsewhere(path: Path) -> Disk | None:
    """The disk on which a workbook must not be worked on; None where it may be.

    A stick the program itself runs from is fine: data beside the program is what it is for.
    """
    program = Path(__file__)
    mounts = mounted(path, program)
    disk = disk_of(path, mounts)
    here = disk is Disk.STICK and is_with_the_program(path, program, mounts)
    return None if disk is Disk.OWN or here else disk


def refuse_elsewhere(path: Path) -> None:
    """Raise FileIsElsewhere for a file that must not be worked on where it lies."""
    if disk := elsewhere(path):
        raise FileIsElsewhere(f"“{path}”{_WHY[disk]}，请复制到本机再打开", path)


def refuse_to_begin_elsewhere(path: Path) -> None:
    """The same for a file that is not there yet."""
    if disk := elsewhere(path.parent):
        raise FileIsElsewhere(f"“{path.parent}”{_WHY[disk]}，请换成本机的文件夹")


def is_on_a_stick(path: Path) -> bool:
    """Whether a file can be pulled out of this computer as it stands."""
    return disk_of(path, mounted(path)) is Disk.STICK


def _of_windows(letters: Iterable[str]) -> tuple[Mount, ...]:
    import ctypes

    ask = ctypes.windll.kernel32.GetDriveTypeW  # type: ignore[attr-defined]  # Windows alone has it
    drives = (f"{letter}:\\" for letter in letters)
    found = ((PureWindowsPath(drive), ask(drive)) for drive in drives)
    return tuple(Mount(drive, _DRIVES.get(kind, FIXED)) for drive, kind in found if kind > 1)


def _plain_windows(path: PurePath) -> str:
    return str(path).removeprefix("\\\\?\\")


def _plain(text: str) -> str:
    """Blanks and the like are written in octal there."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="surrogateescape")
    except OSError:
        return ""
