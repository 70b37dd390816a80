"""The inputs of a build, each pinned by version and sha256: Debian packages, wheels, a runtime."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bundle.places import BUILD, INPUTS, PACKAGING

DEBIAN_LOCK = PACKAGING / "debian.lock"
SUITE = "trixie"
ARCHITECTURE = "amd64"
PYTHON = "3.13"
WHEELS = {
    "linux": (
        PACKAGING / "requirements.lock",
        ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux2014_x86_64"),
    ),
    "windows": (PACKAGING / "requirements-windows.lock", ("win_amd64",)),
}
WINDOWS_RUNTIME = PACKAGING / "windows-runtime.lock"
HEAD = """\
# The Python, Tcl/Tk and libraries of the Linux tree: packages of Debian, name, version, sha256.
# `make lock` writes versions and hashes anew; a package is added by adding its name.
"""


@dataclass(frozen=True, slots=True)
class Package:
    """One package of Debian as it is pinned."""

    name: str
    version: str
    sha256: str


def debian_packages(text: str) -> Iterator[Package]:
    """The lines of the lock; a name alone is one that is not locked yet."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, version, digest = (*line.split(), "", "")[:3]
            yield Package(name, version, digest)


def fetch_debian() -> tuple[Path, ...]:
    """The .deb files of the lock, from the mirror this machine is set up with."""
    wanted = {_kept(each): each for each in debian_packages(DEBIAN_LOCK.read_text("utf-8"))}
    missing = [each for kept, each in wanted.items() if not kept.exists()]
    if missing:
        _download(missing)
    for kept, package in wanted.items():
        check_hash(kept, package.sha256)
    return tuple(wanted)


def _kept(package: Package) -> Path:
    return INPUTS / "debian" / f"{package.name}_{package.sha256[:12]}.deb"


def _download(packages: list[Package]) -> None:
    into = INPUTS / "debian" / "new"
    into.mkdir(parents=True, exist_ok=True)
    _apt("apt-get", "-qq", "download", *(f"{p.name}={p.version}" for p in packages), cwd=into)
    for package in packages:
        next(into.glob(f"{package.name}_*.deb")).replace(_kept(package))


def lock_debian() -> None:
    """Write the lock anew with the versions the mirror has now."""
    _apt("apt-get", "-qq", "update")
    names = sorted(each.name for each in debian_packages(DEBIAN_LOCK.read_text("utf-8")))
    shown = _apt("apt-cache", "show", "--no-all-versions", *names).split("\n\n")
    newest = sorted(_locked(each) for each in shown if each.strip())
    DEBIAN_LOCK.write_text(HEAD + "".join(newest), "utf-8")


def _locked(shown: str) -> str:
    """The line of the lock, out of the paragraph apt shows of a package."""
    said = dict(line.split(": ", 1) for line in shown.splitlines() if ": " in line)
    return f"{said['Package']} {said['Version']} {said['SHA256']}\n"


def _apt(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - fixed words and names of the lock, no shell
        command,
        cwd=cwd,
        env={**os.environ, "APT_CONFIG": str(_apt_configuration())},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr}这个版本取不到时，运行 make lock 重新锁定。")
    return done.stdout


def _apt_configuration() -> Path:
    """Settings of apt for the one suite, whatever release of Debian this machine has."""
    own = BUILD / "apt"
    settings = own / "apt.conf"
    if not settings.exists():
        for folder in ("lists/partial", "cache/archives/partial"):
            (own / folder).mkdir(parents=True, exist_ok=True)
        (own / "sources.list").write_text("".join(_sources()), "utf-8")
        settings.write_text(
            f'Dir::Etc::sourcelist "{own}/sources.list";\n'
            'Dir::Etc::sourceparts "/dev/null";\n'
            f'Dir::State::lists "{own}/lists";\n'
            f'Dir::Cache "{own}/cache";\n'
            'APT::Sandbox::User "root";\n'
            f'APT::Architecture "{ARCHITECTURE}";\n',
            "utf-8",
        )
        _apt("apt-get", "-qq", "update")
    return settings


def _sources() -> Iterator[str]:
    """The mirrors of Debian this machine knows, for our suite."""
    asked = ("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(ORIGIN)")
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout  # noqa: S603
    key = "signed-by=/usr/share/keyrings/debian-archive-keyring.gpg"
    lines = {line.rsplit(" ", 2)[0] for line in told.splitlines() if line.endswith(" Debian")}
    for site in sorted(lines):
        suite = f"{SUITE}-security" if "security" in site else SUITE
        yield f"deb [{key}] {site} {suite} main\n"


def fetch_wheels(platform: str) -> tuple[Path, ...]:
    """The wheels of a platform's lock, checked by pip against the hashes."""
    lock, tags = WHEELS[platform]
    into = INPUTS / f"wheels-{platform}-{digest_of(lock)[:12]}"
    if not (into / "complete").exists():
        words = [word for tag in tags for word in ("--platform", tag)]
        words += ["--python-version", PYTHON, "--implementation", "cp", "--only-binary=:all:"]
        _pip_download(lock, into, *words)
        (into / "complete").touch()
    return tuple(sorted(into.glob("*.whl")))


def fetch_windows_runtime() -> Path:
    """The archive that holds CPython for Windows, with Tcl/Tk."""
    into = INPUTS / f"windows-runtime-{digest_of(WINDOWS_RUNTIME)[:12]}"
    if not list(into.glob("*.tar.gz")):
        _pip_download(WINDOWS_RUNTIME, into, "--no-binary=:all:", "--no-build-isolation")
    return next(into.glob("*.tar.gz"))


def _pip_download(lock: Path, into: Path, *words: str) -> None:
    command = (sys.executable, "-m", "pip", "download", "-qq", "--disable-pip-version-check")
    rest = ("--no-deps", "--require-hashes", "-r", str(lock), "-d", str(into))
    subprocess.run((*command, *words, *rest), check=True)  # noqa: S603 - fixed words, no shell


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_hash(path: Path, sha256: str) -> None:
    """Stop the build where a file is not the one that was pinned."""
    if digest_of(path) != sha256:
        path.unlink()
        sys.exit(f"{path.name} 与锁定的 sha256 不符，没有使用。")
