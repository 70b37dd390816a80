"""Finds the packs: beside the program, in the user's own folder, beside the workbook; reads them.

A folder is a pack, and its name is how a filing names it: pack.toml, and if it has sentences or
terms of its own, wording/*.toml and terms.toml. Sentences and terms that packs share lie beside
the program, and a pack names the files it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from jsxh_desktop.app import user_folders
from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.problem import PackIsDamaged as PackIsDamaged
from jsxh_desktop.domain.facts import Facts, WrongFact, misplaced
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.pack_reading import pack_from

FOLDER = "模板"
FACTS, WORDING, TERMS = "pack.toml", "wording", "terms.toml"
STANDARD = "sichuan-2021"
"""The pack whose sentences every other one has to have, with no other placeholders."""

USUAL = {2021: STANDARD, 2099: "sichuan-2022"}
"""What a new unit begins with: the last year, and the pack up to it."""

ALWAYS_SAID = {"year", "before", "unit"}
_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_SLIPS = {
    "Cannot overwrite a value": "同一个名称写了两次",
    "Cannot declare": "同一段写了两次",
    "Cannot mutate": "同一段写了两次",
    "Unterminated string": "引号没有成对",
    "Illegal character": "有不能写在这里的字符，引号用英文的",
    "Unclosed array": "方括号没有成对",
    "Expected '='": "名称后面要写英文的等号",
    "Invalid value": "等号后面的值写得不对，文字要加英文引号",
    "Invalid initial character": "名称用英文字母，中文的名称要加英文引号",
    "Invalid statement": "这一行不是“名称 = 值”",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A pack that is there: its name, where it lies, what it is called, and for which years.

    `problem` says why it cannot be used.
    """

    id: str
    folder: Path
    title: str
    years: tuple[int, int] = (0, 0)
    problem: str = ""


def usual_pack(year: int) -> str:
    """The name of the pack a new unit's year begins with."""
    return next((name for last, name in USUAL.items() if year <= last), STANDARD)


def pack_of(filing: Filing) -> Pack:
    """The pack a filing names; raises PackIsDamaged."""
    return load_pack(filing.pack, filing.folder)


def load_pack(name: str, beside: Path | None = None) -> Pack:
    """Read one pack, the nearest of its name; `beside` is the folder of the workbook.

    Raises PackIsDamaged where it is missing or a fact is wrong.
    """
    for place in _places(beside):
        if (place / name / FACTS).is_file():
            return _read(place / name)
    wanted = " 或 ".join(f"“{place}”" for place in _places(beside)[:-1])
    raise PackIsDamaged(f"没有“{name}”这个模板，请把它的文件夹放到{wanted}里，或者换一个模板")


def packs_available(beside: Path | None = None) -> tuple[Found, ...]:
    """Every pack that can be named, those of the unit first; of two of one name the nearest."""
    found: dict[str, Found] = {}
    for place in _places(beside):
        for folder in sorted(place.glob(f"*/{FACTS}")):
            found.setdefault(folder.parent.name, _look(folder.parent))
    return tuple(found.values())


def own_places(beside: Path | None = None) -> tuple[Path, ...]:
    """The folders a unit may put packs into: beside its workbook, and in the user's own folder."""
    return _places(beside)[:-1]


def _places(beside: Path | None) -> tuple[Path, ...]:
    own = user_folders.additions() / FOLDER
    near = () if beside is None else (beside / FOLDER,)
    return (*near, own, assets() / "packs")


def _look(folder: Path) -> Found:
    try:
        pack = _read(folder)
    except PackIsDamaged as problem:
        return Found(folder.name, folder, folder.name, problem=str(problem))
    return Found(folder.name, folder, pack.name, pack.years)


def _read(folder: Path) -> Pack:
    """The pack in a folder; read again only where one of its files has changed since."""
    files = (folder / FACTS, *_own(folder, WORDING), *_own(folder, TERMS))
    return _as_it_was(folder, tuple((path, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=8)
def _as_it_was(folder: Path, _files: tuple[tuple[Path, int], ...]) -> Pack:
    given = _toml(folder / FACTS)
    try:
        facts = Facts(given)
        named = facts.texts("wordings", ()), facts.texts("terms", ())
        wording = _gathered(_shared("wordings", named[0]), _own(folder, WORDING))
        terms = _gathered(_shared("terms", named[1]), _own(folder, TERMS))
        pack = pack_from(folder.name, _with_department(given), wording, terms)
    except WrongFact as slip:
        raise _refused(folder / FACTS, str(slip)) from slip
    if folder.parent != assets() / "packs":
        _has_all_words(folder, wording)
    return pack


def _with_department(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The facts with the 部门整体支出绩效自评表 they name in place of its name."""
    if not isinstance(given.get("department"), str):
        return given
    (path,) = _shared("departments", (given["department"],))
    return {**given, "department": _toml(path)}


def _own(folder: Path, name: str) -> list[Path]:
    path = folder / name
    return [path] if path.is_file() else sorted(path.glob("*.toml"))


def _shared(kind: str, names: tuple[str, ...]) -> list[Path]:
    there = {path.stem: path for path in (assets() / kind).glob("*.toml")}
    for name in names:
        if name not in there:
            raise WrongFact(f"{kind} 写的是“{name}”，只能是 {'、'.join(sorted(there))}")
    return [there[name] for name in names]


def _gathered(shared: list[Path], own: list[Path]) -> dict[str, str]:
    """The texts of all files under their keys; one key in two files is refused."""
    texts: dict[str, str] = {}
    origin: dict[str, Path] = {}
    for path in (*shared, *own):
        for key, text in _toml(path).items():
            if not isinstance(text, str):
                raise _refused(path, f"{key} 应为引号里的文字")
            if key in texts:
                where = f"{origin[key].parent.name}/{origin[key].name}"
                raise _refused(path, f"{key} 在 {where} 里已经有了，两处留一处")
            texts[key], origin[key] = text, path
    return texts


def _toml(path: Path) -> dict[str, Any]:
    import tomllib  # no window waits for it to open

    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _refused(path, "不是 UTF-8 编码，请用记事本另存为，编码选 UTF-8") from problem
    except OSError as problem:
        raise _refused(path, f"打不开（{problem.strerror}）") from problem
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as problem:
        raise _refused(path, _slip(str(problem), len(text.splitlines()))) from problem


def _slip(said: str, last: int) -> str:
    """What a reader of TOML says, as a line and a reason for the clerk."""
    found = _LINE.search(said)
    line = found[1] if found and found[1] else last
    reason = next((slip for begins, slip in _SLIPS.items() if said.startswith(begins)), "写法不对")
    return f"第{line}行{reason}"


def _refused(path: Path, why: str) -> PackIsDamaged:
    """One sentence: the pack, the file, what is wrong, and what to do about it."""
    here = path.parents[1] if path.parent.name == WORDING else path.parent
    file = path.relative_to(here).as_posix()
    within = path.is_relative_to(assets())
    todo = "请重新安装程序" if within else "改好后再打开"
    return PackIsDamaged(f"模板“{here.name}”的 {file}：{why}，{todo}")


def _has_all_words(folder: Path, wording: Mapping[str, str]) -> None:
    """Refuse a pack that lacks a sentence, or has a placeholder nothing fills."""
    for key, sentence in _standard_words().items():
        if key not in wording:
            raise _refused(folder / FACTS, f"wordings 里缺少有“{key}”这一句的文件")
        allowed = sorted({*_names(sentence), *ALWAYS_SAID})
        if why := misplaced(wording[key], allowed):
            raise _refused(folder / WORDING, f"“{key}”这一句{why}")


@cache
def _standard_words() -> Mapping[str, str]:
    return _read(assets() / "packs" / STANDARD).wording


def _names(sentence: str) -> Iterator[str]:
    return (name for _, name, *_ in Formatter().parse(sentence) if name)
