"""Assembles the installed tree of a platform: runtime, libraries, program, licences.

`runtime/` is CPython with Tcl/Tk and, on Linux, every library below it down to libc; `site/` the
wheels, unpacked; `app/` the program of the commit; `licences/` those of all of them. The compiled
modules of the three lie in one file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from bundle import closed, left_out, licence_list, packed, pins
from bundle.places import BUILD, export, moment

LIBRARIES = "usr/lib/x86_64-linux-gnu"
PYTHON = f"python{pins.PYTHON}"
LOADER = "runtime/lib/ld-linux-x86-64.so.2"
READER = "import site"  # which imports what reads the file of the modules
PATHS = {
    "linux": (
        f"runtime/bin/{PYTHON}._pth",
        (f"../lib/{PYTHON}", f"../lib/{PYTHON}/lib-dynload", "../../site", "../../app"),
    ),
    "windows": ("runtime/python313._pth", ("Lib", "DLLs", "..\\site", "..\\app")),
}
"""Where Python looks, whatever the environment says and whatever other Python there is."""


def assemble(platform: str) -> Path:
    """The tree of a platform, trimmed and compiled, every file dated with the commit."""
    tree = BUILD / platform / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    if platform == "linux":
        _lay_linux_runtime(tree)
    else:
        _lay_windows_runtime(tree)
    for wheel in pins.fetch_wheels(platform):
        _unpack_wheel(wheel, tree / "site")
    _lay_program(tree / "app")
    licence_list.gather(tree, platform)
    left_out.take_out(tree, platform)
    name, paths = PATHS[platform]
    (tree / name).write_text("\n".join(paths) + "\n", "utf-8")
    if platform == "linux":
        closed.check(tree, interpreter())
    library = tree / left_out.WHERE[platform]["stdlib"]
    shutil.copy(packed.READER, library)
    _compile(tree)
    packed.pack(library, (tree / "site", tree / "app"))
    with (tree / name).open("a", encoding="utf-8") as places:
        places.write(f"{READER}\n")
    settle(tree)
    return tree


def settle(tree: Path) -> None:
    """Give every file the date of the commit and a mode that does not tell who built it."""
    when = moment()
    for path in (tree, *tree.rglob("*")):
        runs = path.is_dir() or os.access(path, os.X_OK, follow_symlinks=False)
        path.chmod(0o755 if runs and not _is_plain(path) else 0o644)
        os.utime(path, (when, when))


def _is_plain(path: Path) -> bool:
    """Whether a file is none that is started, whatever mode its package gave it."""
    return path.is_file() and path.suffix in {".py", ".pyc", ".so", ".txt", ".toml", ".tcl"}


def _lay_linux_runtime(tree: Path) -> None:
    system = BUILD / "linux" / "system"
    shutil.rmtree(system, ignore_errors=True)
    for package in pins.fetch_debian():
        subprocess.run(("dpkg-deb", "-x", package, system), check=True)  # noqa: S603, S607 - as make
    library = tree / "runtime" / "lib"
    (tree / "runtime" / "bin").mkdir(parents=True)
    shutil.copy(system / "usr/bin" / PYTHON, tree / "runtime/bin")
    shutil.copytree(system / "usr/lib" / PYTHON, library / PYTHON, ignore_dangling_symlinks=True)
    for name in ("tcl8.6", "tk8.6"):
        shutil.copytree(system / "usr/share/tcltk" / name, library / name)
    (library / "tcl8").mkdir()
    (library / "tcl8.6/tcl8").rename(library / "tcl8/8.6")  # modules, where Tcl looks by itself
    shutil.copytree(system / "usr/share/X11/locale", tree / "runtime/share/X11/locale")
    shutil.copytree(system / "usr/lib/locale", tree / "runtime/share/locale")
    for path in sorted((system / LIBRARIES).glob("*.so*")):
        if path.name not in needless(system / LIBRARIES):
            shutil.copy(path, library / path.name)  # what a link leads to: FAT has no links


def needless(folder: Path) -> set[str]:
    """Of each two names of a library the longer: libz.so.1.3.1 beside the libz.so.1 asked for."""
    links = (path for path in folder.glob("*.so*") if path.is_symlink())
    return {max(path.name, path.resolve().name, key=len) for path in links}


def _lay_windows_runtime(tree: Path) -> None:
    with tarfile.open(pins.fetch_windows_runtime()) as archive:
        inner = next(each for each in archive.getnames() if each.endswith("/data.zip"))
        file = archive.extractfile(inner)
        packed = file.read() if file else b""
    _unzip(BytesIO(packed), BUILD / "windows" / "system")
    shutil.copytree(BUILD / "windows" / "system" / "cp313", tree / "runtime")


def _unpack_wheel(wheel: Path, site: Path) -> None:
    _unzip(wheel, site)
    for data in site.glob("*.data"):
        for kind in data.iterdir():
            target = site if kind.name in {"purelib", "platlib"} else site / "share"
            shutil.copytree(kind, target, dirs_exist_ok=True)
        shutil.rmtree(data)


def _lay_program(app: Path) -> None:
    source = BUILD / "source"
    shutil.rmtree(source, ignore_errors=True)
    export(source)
    command = (sys.executable, "-m", "pip", "wheel", "-qq", "--disable-pip-version-check")
    rest = ("--no-deps", "--no-build-isolation", "-w", str(source / "dist"), str(source))
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore", "SOURCE_DATE_EPOCH": str(moment())}
    subprocess.run((*command, *rest), check=True, env=quiet)  # noqa: S603 - fixed words
    _unzip(next((source / "dist").glob("*.whl")), app)


def _unzip(packed: Path | BytesIO, target: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(target)  # noqa: S202 - zipfile keeps inside the target, and it is pinned


def _compile(tree: Path) -> None:
    """Compile every module with the bundled Python; what is compiled is trusted unseen.

    Times are not compared: a stick keeps them only to two seconds. One process and one seed, so
    that the bytes are the same each time.
    """
    python = interpreter()
    words = ("-m", "compileall", "-qq", "-j1", "--invalidation-mode", "unchecked-hash")
    stripped = ("-s", str(tree), "-p", "/")
    roots = (f"runtime/lib/{PYTHON}", "runtime/Lib", "site", "app")
    asked = [str(tree / root) for root in roots if (tree / root).is_dir()]
    subprocess.run((*python, *words, *stripped, *asked), check=False)  # noqa: S603 - ours


def interpreter() -> tuple[str, ...]:
    """The command that runs the Linux tree's Python, wherever the tree lies."""
    runtime = BUILD / "linux" / "tree" / "runtime"
    python = str(runtime / "bin" / PYTHON)
    loader = str(BUILD / "linux" / "tree" / LOADER)
    return (loader, "--library-path", str(runtime / "lib"), "--argv0", python, python)
