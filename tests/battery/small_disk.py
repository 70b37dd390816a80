"""Disks of a few megabytes of one's own: small, read-only, with a plug to pull; for root only."""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 32 << 20
SHUT_DOWN, WITHOUT_FLUSH = 0x8004587D, 2  # EXT4_IOC_SHUTDOWN and its strictest way
NO_LOOP = not Path("/dev/loop-control").exists()
NO_ROOT = not hasattr(os, "geteuid") or os.geteuid() != 0


def run(command: str, *words: str | Path) -> str:
    """Run a tool of the system and return what it says; raises where it is not there or fails."""
    found = shutil.which(command) or command
    done = subprocess.run([found, *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of a few pages more than a workbook and its copy need."""
    place.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=3m", "none", place)
    try:
        yield place
    finally:
        run("umount", place)


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Nothing can be written on it meanwhile."""
    run("mount", "-o", "remount,ro", disk)
    try:
        yield
    finally:
        run("mount", "-o", "remount,rw", disk)


class Plugged:
    """An ext4 disk in a file: what was not yet on it when the plug was pulled is lost."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "盘"
        self.place.mkdir()
        image = folder / "盘.img"
        with image.open("wb") as file:
            file.truncate(SIZE)
        run("mkfs.ext4", "-q", "-F", image)
        self._device = run("losetup", "-f", "--show", image)
        self.plug_in()

    def plug_in(self) -> None:
        """Mount it, which brings its own journal up to date."""
        run("mount", self._device, self.place)

    def pull(self) -> None:
        """From now on nothing gets to it, not even what its journal holds back."""
        place = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(place, SHUT_DOWN, struct.pack("I", WITHOUT_FLUSH))
        finally:
            os.close(place)

    def unplug(self) -> None:
        run("umount", self.place)

    def remove(self) -> None:
        """Let go of the device; the disk must be unplugged."""
        run("losetup", "-d", self._device)


@contextmanager
def plugged(folder: Path) -> Iterator[Plugged]:
    """Such a disk while it is used."""
    disk = Plugged(folder)
    try:
        yield disk
    finally:
        disk.unplug()
        disk.remove()
