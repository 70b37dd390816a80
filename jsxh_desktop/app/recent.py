"""What the first page says of workbooks opened before: noted when they were closed.

So no file is opened to show the page; where one changed since, it says nothing of the state.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from jsxh_desktop.app.check_model import Row, Severity, count
from jsxh_desktop.app.data_folder import SAMPLE
from jsxh_desktop.app.page_state import progress, states
from jsxh_desktop.app.safe_write import written_whole
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.sealing import sealed

GONE = "找不到了，可能拷走或改了名"
TO_TRY = "可以随便改"


@dataclass(frozen=True, slots=True)
class Note:
    """A workbook as it was left: `changed` is the time of its file, `step` its last step.

    `uncopied` is when the first step was made that is in no copy on another disk; `seal` that of
    the whole file, for its next opening.
    """

    title: str
    state: str
    changed: float = 0
    step: int = 0
    uncopied: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """One line of the first page."""

    path: Path
    title: str
    state: str
    when: str
    step: int = 0
    uncopied: str = ""


def note_of(workspace: Workspace, rows: Sequence[Row], copied: int = 0) -> Note:
    """Whose, which year, how far: 完成 4/13，6 处错误; `rows` are what was found last.

    `copied` is the last step in a copy on another disk.
    """
    from jsxh_desktop.app.gaps import missing  # brings all the wording

    filing = workspace.filing
    unit = filing.organization
    done, pages = progress(states(filing, missing(filing, workspace.pack), rows))
    errors = count(rows, Severity.ERROR)
    state = f"完成 {done}/{pages}" + (f"，{errors} 处错误" if errors else "")
    title = f"{unit.short_name or unit.full_name} {filing.year}年度"
    step, _ = workspace.workbook.last_step()
    return Note(title, state, step=step, uncopied=workspace.workbook.edited_after(copied))


def keep_note(file: Path, path: Path, note: Note) -> None:
    """Seal a workbook that is closed and keep the note; raises Problem where the folder refuses."""
    note = replace(note, changed=_changed(path) or 0, seal=sealed(path))
    _keep(file, _notes(file) | {str(path): note})


def forget(file: Path, path: Path) -> None:
    """Know no more of a workbook than that it was there; raises Problem as `keep_note` does."""
    _keep(file, {name: note for name, note in _notes(file).items() if name != str(path)})


def _keep(file: Path, notes: Mapping[str, Note]) -> None:
    kept = {name: asdict(note) for name, note in notes.items()}
    file.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(file) as target:
        target.write(json.dumps(kept, ensure_ascii=False, indent=1).encode())


def recents(file: Path, paths: Sequence[str], now: datetime.datetime) -> tuple[Recent, ...]:
    """The workbooks opened before, the latest first; `file` holds the notes."""
    notes = _notes(file)
    return tuple(_recent(Path(path), notes.get(path), now) for path in paths)


def said_of(moment: datetime.datetime, now: datetime.datetime) -> str:
    """今天 09:41, 昨天 17:22, 2021-09-28."""
    days = (now.date() - moment.date()).days
    word = {0: "今天", 1: "昨天"}.get(days)
    return f"{word} {moment:%H:%M}" if word else f"{moment:%Y-%m-%d}"


def _recent(path: Path, note: Note | None, now: datetime.datetime) -> Recent:
    title = note.title if note else path.stem
    changed = _changed(path)
    if changed is None:
        return Recent(path, title, GONE, "")
    when = said_of(datetime.datetime.fromtimestamp(changed).astimezone(), now)
    if path.name == SAMPLE:
        return Recent(path, path.stem, TO_TRY, when)
    same = note is not None and note.changed == changed
    if note is None:
        return Recent(path, title, "", when)
    return Recent(path, title, note.state if same else "", when, note.step, note.uncopied)


def _changed(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def _notes(file: Path) -> dict[str, Note]:
    """The notes kept; what cannot be read says nothing."""
    try:
        found = json.loads(file.read_text("utf-8"))
        return {path: Note(**note) for path, note in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
