"""Every key the moment it is pressed, in a file beside the workbook that survives a crash."""

from __future__ import annotations

import errno
import json
import os
import threading
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store.errors import FileCannotBeWritten, FileError, of_system
from jsxh_desktop.store.records import columns_of, entity_of, table_of

SYNC_EVERY = 0.15  # seconds
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

_Field = tuple[int, str, int, str]  # filing, table, id of the record, column


@frozen
class Pending:
    """A text that was typed and, as far as the log knows, neither committed nor kept as a draft.

    `base` is the text it began from; None where the log has only the last.
    """

    filing_id: int
    entity: type[Any]
    key: int
    field: str
    text: str
    base: str | None = None


def beside(workbook: Path) -> Path:
    """Where the log of a workbook lies."""
    return workbook.with_name(f".{workbook.name}.keys")


def recovered(path: Path) -> tuple[Pending, ...]:
    """The last text of each field that a log left behind does not call settled.

    What is torn, foreign or damaged is passed over. Raises FileError where the file cannot be read.
    """
    try:
        texts = _read(path)
    except OSError as problem:
        raise of_system(problem, path) from problem
    return tuple(
        Pending(filing, entity, key, name, text, None if base == text else base)
        for (filing, table, key, name), (base, text) in texts.items()
        if (entity := entity_of(table))
    )


class KeyLog:
    """The log of one open workbook; a call costs one write and never raises.

    What a log left behind still calls unsettled stays pending until `left` is called for it. Where
    the disk takes nothing, `told` is called once with a sentence, from whichever thread met it;
    `problem` keeps it, and each key is tried anew.
    """

    def __init__(self, path: Path, told: Callable[[FileError], None] = lambda _: None) -> None:
        self.problem: FileError | None = None
        self._path = path
        self._tell = told
        self._handle = -1
        self._texts: dict[_Field, str] = {}
        self._torn = False
        self._closed = threading.Event()
        self._new = threading.Event()
        self._writing = threading.RLock()  # `told` may call back
        try:
            self._texts = {at: text for at, (_, text) in _read(path).items()}
        except OSError as problem:
            self._complain(problem)
        self._syncing = threading.Thread(target=self._sync, name="key log", daemon=True)
        self._syncing.start()

    def typed(self, filing_id: int, entity: type[Any], key: int, field: str, text: str) -> None:
        """Keep what a field holds now, as the difference to what it held before."""
        at = (filing_id, table_of(entity), key, field)
        with self._writing:
            before = self._texts.get(at)
            if text != before and self._append(_line(at, before, text)):
                self._texts[at] = text

    def left(self, filing_id: int, entity: type[Any], key: int, field: str) -> None:
        """A field is settled: what was typed in it is on the disk as a value or a draft."""
        at = (filing_id, table_of(entity), key, field)
        with self._writing:
            if self._texts.pop(at, None) is None:
                return
            if self._texts:
                self._append(_sealed([*at], ""))
            else:
                self._empty()

    def close(self) -> None:
        """Put everything on the disk; the file goes where nothing is pending."""
        with self._writing:
            self._closed.set()
            self._new.set()
        self._syncing.join()
        try:
            if self._handle >= 0:
                os.close(self._handle)
            if not self._texts:
                self._path.unlink(missing_ok=True)
        except OSError as problem:
            self._complain(problem)

    def _append(self, line: bytes) -> bool:
        """Write a line as a whole; after a torn one it begins anew."""
        if self._closed.is_set():
            return False
        try:
            self._open()
            rest = b"\n" + line if self._torn else line
            self._torn = True
            while rest:
                rest = rest[os.write(self._handle, rest) :]
        except OSError as problem:
            self._complain(problem)
            return False
        self._torn = False
        self._new.set()
        return True

    def _open(self) -> None:
        if self._handle < 0:
            self._handle = os.open(self._path, _FLAGS, 0o600)
            self._torn = os.fstat(self._handle).st_size > 0  # its last line may be, from a crash

    def _empty(self) -> None:
        """Keep nothing of what was typed once none of it is pending."""
        try:
            self._open()
            os.truncate(self._handle, 0)
            self._torn = False
        except OSError as problem:
            self._complain(problem)

    def _sync(self) -> None:
        """Have the disk take what is new, at most so often; the last thing done is the end."""
        while not self._closed.is_set():
            self._new.wait()
            self._closed.wait(SYNC_EVERY)
            self._new.clear()
            if self._handle >= 0:
                try:
                    os.fsync(self._handle)
                except OSError as problem:
                    with self._writing:
                        self._complain(problem)

    def _complain(self, problem: OSError) -> None:
        if self.problem is None:
            reason = "已满，请清理磁盘" if problem.errno in _FULL else "不能写入，请检查磁盘"
            self.problem = FileCannotBeWritten(
                f"“{self._path.parent}”{reason}；正在输入的字要到离开这一格才会保存"
            )
            self._tell(self.problem)


def _line(at: _Field, before: str | None, text: str) -> bytes:
    """The line that leads from one text of a field to the next; the first has the whole text."""
    if before is None:
        return _sealed([*at, text], text)
    shorter = min(len(before), len(text))
    start = _alike(shorter, lambda n: before[:n] == text[:n])
    end = _alike(shorter - start, lambda n: before[-n:] == text[-n:])
    removed = len(before) - end - start
    return _sealed([*at, start, removed, text[start : len(text) - end]], text)


def _alike(longest: int, holds: Callable[[int], bool]) -> int:
    """The greatest number up to `longest` for which it holds; it holds for every smaller one."""
    return bisect_left(range(1, longest + 1), True, key=lambda n: not holds(n))


def _sealed(content: list[Any], text: str) -> bytes:
    """A line with its checksum, which covers the text it leads to as well.

    So a line whose forerunner is missing is not believed.
    """
    body = json.dumps(content, separators=(",", ":")).encode()
    return b"%08x %s\n" % (_sum(body, text), body)


def _sum(body: bytes, text: str) -> int:
    return crc32(body, crc32(text.encode(errors="surrogatepass")))


def _read(path: Path) -> dict[_Field, tuple[str, str]]:
    """Follow a log line by line, whatever its bytes: first and last text; raises OSError."""
    texts: dict[_Field, tuple[str, str]] = {}
    if path.exists():
        for line in path.read_bytes().split(b"\n"):
            _follow(texts, line)
    return texts


def _follow(texts: dict[_Field, tuple[str, str]], line: bytes) -> None:
    """Take one line into account, if it is one of ours and whole."""
    seal, _, body = line.partition(b" ")
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return
    match content:
        case [int() as filing, str() as table, int() as key, str() as name, *rest]:
            at = (filing, table, key, name)
            base, before = texts.get(at, (None, None))
            text = _led_to(before, rest)
        case _:
            return
    entity = entity_of(table)
    if text is None or entity is None or name not in columns_of(entity):
        return
    if seal == b"%08x" % _sum(body, text):
        texts.pop(at, None)  # so that the field typed in last comes last
        if rest:
            texts[at] = (text if base is None or len(rest) == 1 else base, text)


def _led_to(before: str | None, rest: list[Any]) -> str | None:
    """The text a line leads to; none after one that settles, None where it builds on nothing."""
    match rest:
        case []:
            return ""
        case [str() as whole]:
            return whole
        case [int() as start, int() as removed, str() as put] if before is not None:
            return before[:start] + put + before[start + removed :]
        case _:
            return None
