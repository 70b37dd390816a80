"""The key log: whatever happens, what is read back is what stood in the field at some moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.keylog import KeyLog, Pending, beside, recovered

ROOT = Path(__file__).parents[2]
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - mkdtemp below
FIELDS = [(Organization, 0, "full_name"), (Duty, 1, "text"), (Duty, 2, "text")]
# Anything a text box may hold: emoji, half of one, Chinese, line ends, what looks like our own.
TEXT = st.text(st.sampled_from('甲𠀀🏳️‍🌈e\u0301\ud83d\n\r\0 "\\[]01'), max_size=8) | st.text(
    max_size=8
)
Key = tuple[int, str | None]  # which field; its text, or None where it is left
KEYS = st.lists(st.tuples(st.integers(0, 2), st.none() | TEXT), max_size=12)
State = dict[int, str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return beside(tmp_path / "科协.jsxh")


@pytest.fixture
def log(path: Path) -> Iterator[KeyLog]:
    opened = KeyLog(path)
    yield opened
    opened.close()


def press(log: KeyLog, field: int, text: str | None) -> None:
    entity, key, name = FIELDS[field]
    if text is None:
        log.left(1, entity, key, name)
    else:
        log.typed(1, entity, key, name, text)


def read(path: Path) -> State:
    """What is pending, by the number of its field."""
    return {FIELDS.index((p.entity, p.key, p.field)): p.text for p in recovered(path)}


def pressed(keys: list[Key]) -> tuple[bytes, list[State]]:
    """The bytes of a log after some keys, and what was pending after each of them."""
    states: list[State] = [{}]
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "keys"
        log = KeyLog(path)
        for field, text in keys:
            press(log, field, text)
            states.append(states[-1] | {field: text or ""})
            if text is None:
                states[-1].pop(field)
        content = path.read_bytes() if path.exists() else b""
        log.close()
        assert log.problem is None
    return content, states


def read_bytes(content: bytes) -> State:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "keys"
        path.write_bytes(content)
        return read(path)


@given(keys=KEYS)
@example(keys=[(0, "科协"), (0, "科普协"), (1, "一\n二"), (0, "科普协会"), (0, None), (1, "一")])
def test_a_whole_log_gives_back_everything(keys: list[Key]) -> None:
    content, states = pressed(keys)
    assert read_bytes(content) == states[-1]


@given(keys=KEYS, data=st.data())
def test_a_log_cut_at_any_byte_gives_back_a_moment_of_the_typing(
    keys: list[Key], data: st.DataObject
) -> None:
    content, states = pressed(keys)
    cut = data.draw(st.integers(0, len(content)))
    assert read_bytes(content[:cut]) in states


@given(keys=KEYS, data=st.data(), strange=st.binary(max_size=5))
def test_a_damaged_log_gives_back_only_what_once_was_typed(
    keys: list[Key], data: st.DataObject, strange: bytes
) -> None:
    content, states = pressed(keys)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    for field, text in read_bytes(content[:start] + strange + content[end:]).items():
        assert text in [state.get(field) for state in states]


@given(keys=KEYS, data=st.data())
def test_a_log_that_lost_a_line_gives_back_only_what_once_was_typed(
    keys: list[Key], data: st.DataObject
) -> None:
    content, states = pressed(keys)
    lines = content.split(b"\n")
    lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    for field, text in read_bytes(b"\n".join(lines)).items():
        assert text in [state.get(field) for state in states]


@given(content=st.binary())
@example(content=b"[" * 100_000)
@example(content=b'00000000 [1, "duty", 1, "text"]\n{}\nnull\n')
def test_any_other_file_gives_back_nothing(content: bytes) -> None:
    assert read_bytes(content) == {}


def test_no_log_gives_back_nothing(path: Path) -> None:
    assert recovered(path) == ()


def test_a_log_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        recovered(tmp_path)


def test_what_is_pending_is_named_with_its_field(path: Path, log: KeyLog) -> None:
    log.typed(7, Duty, 3, "text", "甲")
    assert recovered(path) == (Pending(7, Duty, 3, "text", "甲"),)


def test_a_text_is_named_with_what_it_began_from(path: Path, log: KeyLog) -> None:
    for text in ("甲", "甲乙", "甲乙丙"):
        log.typed(7, Duty, 3, "text", text)
    assert recovered(path) == (Pending(7, Duty, 3, "text", "甲乙丙", "甲"),)


def test_a_long_text_is_written_once_and_then_key_by_key(path: Path, log: KeyLog) -> None:
    text = "字" * 5000
    press(log, 0, text)
    before = path.stat().st_size
    press(log, 0, f"{text[:2000]}甲{text[2000:]}")
    press(log, 0, f"{text[:2000]}甲乙{text[2000:]}")
    assert path.stat().st_size - before < 200


def test_a_key_that_changes_nothing_writes_nothing(path: Path, log: KeyLog) -> None:
    press(log, 0, "甲")
    before = path.read_bytes()
    press(log, 0, "甲")
    press(log, 1, None)
    assert path.read_bytes() == before


def test_nothing_typed_stays_in_the_file_once_all_is_settled(path: Path, log: KeyLog) -> None:
    press(log, 0, "甲")
    press(log, 1, "乙")
    press(log, 0, None)
    press(log, 1, None)
    assert path.read_bytes() == b""


def test_the_file_goes_where_nothing_is_pending(path: Path) -> None:
    log = KeyLog(path)
    press(log, 0, "甲")
    press(log, 0, None)
    log.close()
    assert not path.exists()


def test_the_file_stays_where_something_is_pending(path: Path) -> None:
    log = KeyLog(path)
    press(log, 0, "甲")
    log.close()
    press(log, 0, "甲乙")  # too late, and no error
    assert read(path) == {0: "甲"}


def test_a_log_left_behind_is_gone_on_with_even_after_a_torn_line(path: Path) -> None:
    first = KeyLog(path)
    press(first, 0, "甲")
    press(first, 1, "乙")
    first.close()
    with path.open("ab") as file:
        file.write(b'7fff0000 [1,"duty')
    second = KeyLog(path)
    press(second, 1, "乙丙")
    assert read(path) == {0: "甲", 1: "乙丙"}
    press(second, 0, None)
    press(second, 1, None)
    second.close()
    assert not path.exists()


def test_a_disk_that_takes_nothing_is_told_of_once_and_tried_again(tmp_path: Path) -> None:
    told: list[FileError] = []
    path = tmp_path / "no" / "keys"
    log = KeyLog(path, told.append)
    press(log, 0, "甲")
    press(log, 0, "甲乙")
    path.parent.mkdir()
    press(log, 0, "甲乙丙")
    log.close()
    assert (told, read(path)) == ([log.problem], {0: "甲乙丙"})


# Types into a log no longer than so many bytes: what a quota does, and a full disk nearly.
CRAMPED = """
import resource, sys
from pathlib import Path
from jsxh_desktop.domain.organization import Duty
from jsxh_desktop.store.keylog import KeyLog
log = KeyLog(Path(sys.argv[1]), lambda problem: print("told:", problem))
text = ""
free = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, free[1]))
for _ in range(100):
    text += "字"
    log.typed(1, Duty, 1, "text", text)
resource.setrlimit(resource.RLIMIT_FSIZE, free)
log.typed(1, Duty, 1, "text", text + "好")
log.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_full_disk_tears_a_line_and_typing_goes_on(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRAMPED, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    (line,) = done.stdout.splitlines()
    assert "已满，请清理磁盘" in line
    assert read(path) == {1: "字" * 100 + "好"}


# Types and says after each key how long the text is, until it is killed.
TYPIST = """
import random, sys
from pathlib import Path
from jsxh_desktop.domain.organization import Duty
from jsxh_desktop.store.keylog import KeyLog
log, chance, text = KeyLog(Path(sys.argv[1])), random.Random(1), ""
for count in range(1, 201):
    text += chance.choice("甲乙丙\\n🏳")
    log.typed(1, Duty, 1, "text", text)
    print(count, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("enough", [1, 60, 200])
def test_of_what_was_typed_nothing_is_lost_when_the_program_is_killed(
    path: Path, enough: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as typist:
        assert typist.stdout
        while int(typist.stdout.readline()) < enough:
            pass
        typist.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        acknowledged = max([enough, *map(int, typist.stdout.read().split())])
    chance = random.Random(1)  # noqa: S311 - the typist's own
    typed = "".join(chance.choice("甲乙丙\n🏳") for _ in range(200))
    (found,) = recovered(path)
    assert typed.startswith(found.text)
    assert len(found.text) >= acknowledged
