"""A workbook is worked on where nobody else can write it and nobody pulls it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store import disks
from jsxh_desktop.store.disks import NETWORK, Disk, Mount, disk_of, is_with_the_program, read_table
from jsxh_desktop.store.errors import FileCannotBeWritten, FileIsElsewhere, FileIsLocked
from jsxh_desktop.store.fetching import fetch
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.keylog import KeyLog, beside, recovered

TABLE = r"""
sysfs /sys sysfs rw 0 0
/dev/sda2 / ext4 rw 0 0
/dev/sda3 /srv ext4 rw 0 0
/dev/sdb1 /media/zhang/KINGSTON vfat rw 0 0
/dev/sdb2 /media/zhang/U\040盘 exfat rw 0 0
//10.0.0.5/share /mnt/share cifs rw 0 0
10.0.0.6:/home /mnt/nfs nfs4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
systemd-1 /mnt/later autofs rw 0 0
host:/later /mnt/later nfs rw 0 0
C:\134 /mnt/c 9p rw 0 0
"""
WINDOWS = (
    Mount(PureWindowsPath("C:\\"), disks.FIXED),
    Mount(PureWindowsPath("E:\\"), disks.PULLED_OUT),
    Mount(PureWindowsPath("Z:\\"), disks.REMOTE),
)


def pulled_out(device: str) -> bool:
    return device.startswith("/dev/sdb")


@pytest.mark.parametrize(
    ("path", "disk"),
    [
        ("/srv/决算资料/科协.jsxh", Disk.OWN),
        ("/科协.jsxh", Disk.OWN),
        ("/srvs/科协.jsxh", Disk.OWN),
        ("/media/zhang/KINGSTON/科协.jsxh", Disk.STICK),
        ("/media/zhang/U 盘/科协.jsxh", Disk.STICK),
        ("/mnt/share/财务/科协.jsxh", Disk.NETWORK),
        ("/mnt/nfs/科协.jsxh", Disk.NETWORK),
        ("/run/user/1000/gvfs/smb-share:server=czs/科协.jsxh", Disk.NETWORK),
        ("/mnt/later/科协.jsxh", Disk.NETWORK),
        ("/mnt/c/科协.jsxh", Disk.NETWORK),
    ],
)
def test_linux_tells_where_a_file_lies(path: str, disk: Disk) -> None:
    assert disk_of(PurePosixPath(path), read_table(TABLE), pulled_out) is disk


@pytest.mark.parametrize("kind", sorted(NETWORK - {disks.REMOTE}))
def test_every_kind_of_network_disk_is_known(kind: str) -> None:
    table = read_table(f"/dev/sda1 / ext4 rw 0 0\nx /mnt/there {kind} rw 0 0")
    assert disk_of(PurePosixPath("/mnt/there/科协.jsxh"), table, pulled_out) is Disk.NETWORK


@pytest.mark.parametrize(
    ("path", "disk"),
    [
        (r"C:\Users\zhang\决算资料\科协.jsxh", Disk.OWN),
        (r"\\?\C:\Users\zhang\科协.jsxh", Disk.OWN),
        (r"c:\科协.jsxh", Disk.OWN),
        (r"E:\科协.jsxh", Disk.STICK),
        (r"e:\科协.jsxh", Disk.STICK),
        (r"Z:\财务\科协.jsxh", Disk.NETWORK),
        (r"\\czs-01\share\科协.jsxh", Disk.NETWORK),
        (r"\\?\UNC\czs-01\share\科协.jsxh", Disk.NETWORK),
    ],
)
def test_windows_tells_where_a_file_lies(path: str, disk: Disk) -> None:
    assert disk_of(PureWindowsPath(path), WINDOWS, pulled_out) is disk


@pytest.mark.parametrize(
    ("program", "with_it"),
    [("E:\\决算公开与绩效自评\\disks.py", True), ("C:\\Programs\\disks.py", False)],
)
def test_a_program_on_the_stick_knows_the_data_beside_it(program: str, *, with_it: bool) -> None:
    path = PureWindowsPath("E:\\决算公开与绩效自评\\数据\\科协.jsxh")
    assert is_with_the_program(path, PureWindowsPath(program), WINDOWS) is with_it


Lies = Callable[[str], None]


@pytest.fixture
def lies(path: Path, monkeypatch: pytest.MonkeyPatch) -> Lies:
    """Say which kind of disk the folder of the test's workbook is."""

    def call(kind: str) -> None:
        table = (Mount(PurePath("/"), "ext4"), Mount(path.parent, kind))
        monkeypatch.setattr(disks, "mounted", lambda *_: table)

    return call


@pytest.mark.parametrize(("kind", "where"), [("cifs", "网络盘"), (disks.PULLED_OUT, "U盘")])
def test_a_workbook_elsewhere_is_refused_and_left_as_it_is(
    path: Path, lies: Lies, kind: str, where: str
) -> None:
    lies(kind)
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(FileIsElsewhere, match=f"{where}.*复制到本机再打开") as refusal:
        Workbook.open(path)
    assert refusal.value.path == path
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [*path.parent.iterdir()] == [path]


def test_a_new_workbook_is_not_begun_elsewhere(path: Path, lies: Lies) -> None:
    lies("nfs")
    with pytest.raises(FileIsElsewhere, match="换成本机的文件夹"):
        Workbook.create(path.with_name("新的.jsxh"))


def test_data_beside_a_program_on_a_stick_is_opened(
    path: Path, lies: Lies, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies(disks.PULLED_OUT)
    monkeypatch.setattr(disks, "__file__", str(path.parent / "disks.py"))
    with Workbook.open(path) as workbook:
        assert workbook.filings()


def test_a_program_on_a_network_disk_gets_no_exception(
    path: Path, lies: Lies, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies("cifs")
    monkeypatch.setattr(disks, "__file__", str(path.parent / "disks.py"))
    with pytest.raises(FileIsElsewhere):
        Workbook.open(path)


def test_a_workbook_is_fetched_with_what_was_typed_last(path: Path, tmp_path: Path) -> None:
    log = KeyLog(beside(path))
    log.typed(1, Organization, 0, "short_name", "区科")
    log.close()
    target = tmp_path / "本机" / "科协.jsxh"
    target.parent.mkdir()
    fetch(path, target)
    assert [each.text for each in recovered(beside(target))] == ["区科"]
    with Workbook.open(target) as here, Workbook.open(path) as there:
        assert here.load(1) == there.load(1)


def test_nothing_is_fetched_while_somebody_writes(path: Path, tmp_path: Path) -> None:
    with Workbook.open(path), pytest.raises(FileIsLocked):
        fetch(path, tmp_path / "别处.jsxh")


def test_what_takes_no_lock_is_fetched_all_the_same(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path) -> None:
        raise FileCannotBeWritten

    monkeypatch.setattr("jsxh_desktop.store.fetching.Lock", refused)
    fetch(path, tmp_path / "别处.jsxh")
    assert (tmp_path / "别处.jsxh").exists()
