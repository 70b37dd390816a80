"""The walls: which room sees which, where each library lives, what no module may do."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "jsxh_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
EVERYTHING = sorted(
    path for name in (PACKAGE, "tests", "packaging") for path in (ROOT / name).rglob("*.py")
)

SEES = {
    "domain": set(),
    "charts": {"domain"},
    "store": {"domain"},
    "tables": {"domain"},
    "narrative": {"domain", "charts"},
    "rules": {"domain", "tables", "narrative", "charts"},
    "reports": {"domain", "tables", "narrative", "charts"},
    "app": {"domain", "tables", "rules", "narrative", "charts", "store", "reports"},
    "ui": {"domain", "narrative", "charts", "app"},
    "__main__.py": {"app", "ui"},
    "__init__.py": set(),
}
HOME = {
    "tkinter": {"ui"},
    "ttkbootstrap": {"ui"},
    "tksheet": {"ui"},
    "PIL": {"ui"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "reportlab": {"reports"},
    "docx": set(),  # the tests alone read with these what was written
    "openpyxl": set(),
    "python_calamine": {"app"},
    "matplotlib": {"charts", "ui"},
    "numpy": {"charts", "ui"},
    "pypdfium2": {"app", "ui"},
}
WAIT_FOR_FIRST_USE = (
    "matplotlib",
    "numpy",
    "reportlab",
    "pypdfium2",
    "python_calamine",
)
AFTER_THE_FIRST_PAGE = (
    *WAIT_FOR_FIRST_USE,
    "sqlite_utils",
    "click",
    "jsxh_desktop.domain.pack",
    "jsxh_desktop.narrative",
    "jsxh_desktop.charts",
    "jsxh_desktop.app.help",
)
SAYS_NOTHING = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "base",
    "manager",
    "managers",
    "misc",
}
LAST_RESORT = {PACKAGE / "app" / "main.py"}
LONGEST = 300


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class Source(NamedTuple):
    """What the walls ask of a file; its tree is let go, as those of all files fill a memory."""

    lines: int
    docstring: str | None
    imports: tuple[str, ...]
    """Every module it imports, wherever in it; a relative import keeps its dots."""
    run_time_imports: tuple[str, ...]
    """The same without what only types are made of."""
    broad_handlers: int


@cache
def source(path: Path) -> Source:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    nodes = tuple(_below(tree))
    typed = {id(node) for branch in nodes if is_for_types(branch) for node in _below(branch)}
    return Source(
        len(text.splitlines()),
        ast.get_docstring(tree),
        tuple(_imported(nodes)),
        tuple(_imported(node for node in nodes if id(node) not in typed)),
        sum(isinstance(node, ast.ExceptHandler) and too_broad(node) for node in nodes),
    )


def _below(node: ast.AST) -> Iterator[ast.AST]:
    """Every statement and handler, wherever in it; no wall looks into expressions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield child
            yield from _below(child)


def imported(path: Path) -> tuple[str, ...]:
    return source(path).imports


def is_for_types(node: ast.AST) -> bool:
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case _:
            return False


def _imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def first(name: str) -> str:
    return name.split(".")[0]


def too_broad(handler: ast.ExceptHandler) -> bool:
    """Whether it may swallow what it does not know; cleaning up and raising on may be broad."""
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    match handler.body[-1]:
        case ast.Raise(exc=None):
            return "Exception" in names
        case _:
            return not names.isdisjoint({"Exception", "BaseException"})


def those(paths: Iterable[Path], breaks: Callable[[Path], object]) -> list[str]:
    """The files that break a rule, by name; one test for all of them, as there are hundreds."""
    return [name_of(path) for path in paths if breaks(path)]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def dotted(path: Path) -> str:
    return name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def rooms_beyond_the_walls(path: Path) -> set[str]:
    seen = {name.split(".")[1] for name in imported(path) if name.startswith("jsxh_desktop.")}
    return seen & SEES.keys() - SEES[room_of(path)] - {room_of(path)}


def libraries_of_other_rooms(path: Path) -> set[str]:
    libraries = {*map(first, imported(path))} & HOME.keys()
    return {name for name in libraries if room_of(path) not in HOME[name]}


def has_a_handler_too_broad(path: Path) -> bool:
    return path not in LAST_RESORT and source(path).broad_handlers > 0


def test_imports_point_inwards() -> None:
    assert those(MODULES, rooms_beyond_the_walls) == []


def test_no_modules_need_one_another() -> None:
    names = {dotted(path) for path in MODULES}
    needs: dict[str, set[str]] = {}
    for path in MODULES:
        found = {
            each
            for name in source(path).run_time_imports
            for each in (name, name.rpartition(".")[0])
        }
        needs[dotted(path)] = found & names - {dotted(path)}
    TopologicalSorter(needs).prepare()


def test_each_library_stays_in_its_rooms() -> None:
    assert those(MODULES, libraries_of_other_rooms) == []


def test_one_module_knows_the_grid_widget() -> None:
    knowing = those(MODULES, lambda path: "tksheet" in {*map(first, imported(path))})
    assert knowing == ["jsxh_desktop/ui/cells.py"]


def test_imports_are_absolute() -> None:
    assert those(EVERYTHING, lambda path: any(n.startswith(".") for n in imported(path))) == []


def test_a_module_is_short_enough_to_read() -> None:
    assert those(EVERYTHING, lambda path: source(path).lines > LONGEST) == []


def test_a_module_has_a_name_that_says_something() -> None:
    assert those(EVERYTHING, lambda path: path.stem in SAYS_NOTHING) == []


def test_a_module_opens_with_what_it_is() -> None:
    assert those(EVERYTHING, lambda path: not source(path).docstring) == []


def test_no_failure_is_caught_unseen() -> None:
    assert those(EVERYTHING, has_a_handler_too_broad) == []


def test_fakes_are_written_not_mocked() -> None:
    mocks = ("unittest.mock", "mock.")
    assert those(EVERYTHING, lambda path: any(n.startswith(mocks) for n in imported(path))) == []


def test_every_room_has_its_walls() -> None:
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} <= SEES.keys()


def test_slow_libraries_wait_for_their_first_use() -> None:
    loaded = loaded_by("jsxh_desktop.app.main")
    assert not set(WAIT_FOR_FIRST_USE) & loaded


def test_the_window_opens_before_what_only_some_pages_need() -> None:
    loaded = loaded_by("jsxh_desktop.ui.application")
    assert not {*WAIT_FOR_FIRST_USE, "pypinyin"} & loaded


def test_the_first_page_is_painted_before_what_judges_prints_or_migrates() -> None:
    loaded = loaded_by("jsxh_desktop.ui.window, jsxh_desktop.ui.form_page")
    assert not {*AFTER_THE_FIRST_PAGE} & loaded


def loaded_by(module: str) -> set[str]:
    program = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())
