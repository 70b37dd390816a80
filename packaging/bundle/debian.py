"""The Linux tree as a package of Debian, laid out as UOS asks of what its store takes.

Everything lies below /opt/apps/<id>; menu entry, icon and file type lie there once more where any
other desktop looks. No script runs on installing or removing: dpkg's own triggers do the rest.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundle import icon
from bundle.places import BUILD, PACKAGING, moment
from bundle.tree import settle
from bundle.version import VERSION

ID = "org.jsxh.desktop"
NAME = "决算公开与绩效自评"
ICONS = (48, 128, 256)
CONTROL = """\
Package: {id}
Version: {version}
Architecture: amd64
Maintainer: jsxh-desktop <jsxh-desktop@localhost>
Installed-Size: {kilobytes}
Section: misc
Priority: optional
Description: 决算公开与绩效自评
 部门决算公开、绩效自评：每个数字只填一次，整套公开材料自动成稿、打印。
 自带 Python、Tcl/Tk 和全部程序库，不依赖系统里的任何软件包，不联网。
"""


def pack(tree: Path, dist: Path) -> Iterator[Path]:
    """The .deb of the Linux tree."""
    root = BUILD / "deb" / "root"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(tree, root)
    settle(root)
    target = dist / f"jsxh-desktop_{VERSION}_amd64.deb"
    command = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(target))
    epoch = {**os.environ, "SOURCE_DATE_EPOCH": str(moment()), "DPKG_DEB_THREADS_MAX": "1"}
    subprocess.run(command, check=True, env=epoch, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    yield target


def lay_out(tree: Path, root: Path) -> None:
    """What the package holds, with the facts dpkg and the store of UOS read."""
    place = root / "opt" / "apps" / ID
    shutil.copytree(tree, place / "files")
    shutil.copy(PACKAGING / "linux" / "start.sh", place / "files" / "start.sh")
    _write(place / "info", json.dumps(_info(), ensure_ascii=False, indent=2) + "\n")
    for shared in (place / "entries", root / "usr" / "share"):
        _write(shared / "applications" / f"{ID}.desktop", _filled("application.desktop"))
        _write(shared / "mime" / "packages" / f"{ID}.xml", _filled("file-type.xml"))
        for size in ICONS:
            icon.write_png(shared / f"icons/hicolor/{size}x{size}/apps/{ID}.png", size)
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    _write(root / "DEBIAN" / "control", CONTROL.format(id=ID, version=VERSION, kilobytes=size))


def _info() -> dict[str, object]:
    return {
        "appid": ID,
        "name": NAME,
        "version": VERSION,
        "arch": ["amd64"],
        "permissions": {"autostart": False, "notification": False, "trayicon": False},
    }


def _filled(name: str) -> str:
    return (PACKAGING / "linux" / name).read_text("utf-8").replace("@ID@", ID)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
