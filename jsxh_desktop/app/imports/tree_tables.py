"""Reads the tables by functional code: SR, ZC, YB, GZZC, JJ, GZ and YBXM."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jsxh_desktop.app.imports.code_cells import Codes, name_of
from jsxh_desktop.app.imports.heads import Path, leaf, over, paths
from jsxh_desktop.app.imports.official import GAP, Reading, ends, is_amount
from jsxh_desktop.app.imports.regions import Region
from jsxh_desktop.app.imports.source import plain, written
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.tables.figure_table import TOTAL
from jsxh_desktop.tables.project_expenditure import AMOUNT, UNNAMED

_KINDS = ("基本支出", "项目支出")
_OF_FUND = {"合计": TOTAL, "小计": TOTAL, "本年支出": TOTAL, "本年支出合计": TOTAL}
_FLOW = {
    "年初结转和结余": "年初结转和结余",
    "上年结转和结余": "年初结转和结余",
    "本年收入": "本年收入",
    "本年支出": "本年支出",
    "小计": "本年支出",
    "合计": "本年支出",
    "年末结转和结余": "年末结转和结余",
    "结转下年": "年末结转和结余",
}
COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "SR": {
            "本年收入合计": "本年收入合计",
            "合计": "本年收入合计",
            "财政拨款收入": "财政拨款收入",
            "上级补助收入": "上级补助收入",
            "事业收入": "事业收入",
            "经营收入": "经营收入",
            "附属单位上缴收入": "附属单位上缴收入",
            "附属单位缴款": "附属单位上缴收入",
            "其他收入": "其他收入",
        },
        "ZC": {
            "本年支出合计": "本年支出合计",
            "合计": "本年支出合计",
            "上缴上级支出": "上缴上级支出",
            "经营支出": "经营支出",
            "对附属单位补助支出": "对附属单位补助支出",
            **dict(zip(_KINDS, _KINDS, strict=True)),
        },
        "YB": {**_OF_FUND, **dict(zip(_KINDS, _KINDS, strict=True))},
        "GZZC": {**_OF_FUND, **dict(zip(_KINDS, _KINDS, strict=True))},
        "JJ": {**_FLOW, **dict(zip(_KINDS, _KINDS, strict=True))},
        "GZ": {**_FLOW, **dict(zip(_KINDS, _KINDS, strict=True))},
        "YBXM": dict.fromkeys(("金额", "决算数", "合计", "项目支出", "支出决算数"), AMOUNT.key),
    }
)
"""What the heads of each table are called, and the keys of their columns."""

_SUMS = ("小计", "合计")
_SPENT = frozenset(_KINDS)
_HEADS = ("项目", "科目编码", "科目名称", "功能分类科目编码", "支出功能分类科目编码", "项目名称")


class Columns:
    """Where the code, the name and the figures of a table stand, and where its rows begin."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self.first = self._row_of_heads()
        self.name = self._name_column()
        self.last = self._last_head()
        self.paths = paths(region.source, range(self.first, self.last + 1))
        known = COLUMNS.get(region.table, {})
        self.figures = {
            column: key
            for column in range(self.name + 1, region.source.width)
            if (key := column_key(self.paths[column], known))
        }
        self.codes = [c for c in range(self.name) if _is_code(self.paths[c])]

    def _row_of_heads(self) -> int:
        for row in self._region.rows:
            texts = {self._region.source.text(row, c) for c in range(self._region.source.width)}
            if any(text in _HEADS or "科目编码" in text or "科目名称" in text for text in texts):
                return row
        raise ValueError("没有找到“科目编码”“科目名称”这样的表头")

    def _name_column(self) -> int:
        """The last of the first columns whose head says 名称, or 项目 where none does."""
        source = self._region.source
        for head in ("名称", "项目"):
            for row in range(self.first, min(self.first + 4, self._region.bottom)):
                for column in range(min(source.width, 6)):
                    if source.text(row, column).partition("(")[0].endswith(head):
                        return column
        raise ValueError("没有找到“科目名称”这一栏")

    def _last_head(self) -> int:
        source = self._region.source
        for row in range(self.first + 1, min(self.first + 8, self._region.bottom)):
            name = source.text(row, self.name)
            front = [source.text(row, column) for column in range(self.name)]
            coded = any(text.isdigit() and len(text) >= 3 for text in front)
            totals = any(plain(text) == TOTAL for text in (name, *front))
            if coded or totals or self._figures_in(row, name):
                return row - 1
        return self.first

    def _figures_in(self, row: int, name: str) -> bool:
        """Whether a row has a name and figures that are no 栏次."""
        if not name or name in {"栏次", "项"} or any(h in name for h in ("名称", "栏次")):
            return False
        columns = range(self.name + 1, self._region.source.width)
        return any(is_amount(self._region, row, column) for column in columns)


def column_key(path: Path, known: Mapping[str, str]) -> str | None:
    """The key of a column by its own head, or by the one above where that says only 小计."""
    own, above = leaf(path), over(path)
    if own in _SUMS and above:
        found = next((known[text] for text in reversed(path[:-1]) if text in known), None)
        return found or known.get(own)
    if own in _SPENT and any(word in above for word in ("收入", "结转", "结余")):
        return None
    return known.get(own)


def _is_code(path: Path) -> bool:
    return any(head in text for text in path for head in ("编码", "代码")) or leaf(path) in "类款项"


def read_tree(reading: Reading, filing: Filing) -> None:
    """Every figure of a table by code; a row whose code cannot be told is missed, not guessed."""
    region = reading.region
    columns = Columns(region)
    if not columns.figures:
        raise ValueError("表头和这张表的不一样，一栏也没有认出来")
    _strange_columns(reading, columns)
    codes = Codes(filing.functional)
    projects: dict[str, int] = {}
    for row in range(columns.last + 1, region.bottom):
        if ends(region, row):
            break
        key = row_key(region, row, columns, codes, projects)
        if key is None:
            _strange_row(reading, row, columns)
            continue
        name = region.source.text(row, columns.name)
        if key.isdigit() and key not in filing.functional and name:
            reading.codes.setdefault(key, name_of(name))
        for column, figure in columns.figures.items():
            reading.take(row, column, (key, figure))


def row_key(
    region: Region, row: int, columns: Columns, codes: Codes, projects: dict[str, int]
) -> str | None:
    source = region.source
    parts = [source.text(row, column) for column in columns.codes]
    name = source.text(row, columns.name)
    if TOTAL in {name, *(source.text(row, column) for column in range(columns.name))}:
        return TOTAL
    if region.table != "YBXM":
        return codes.of(parts, name)
    above = codes.above
    coded = any(part.isdigit() for part in parts)
    code = codes.of(parts if coded else (), name)
    own = code is not None and _is_called(code, name, codes)
    if own or (code and code != above):
        return code
    if not above or not name:
        return None
    codes.above = above
    label = written(source.value(row, columns.name)).strip()
    if label.startswith(GAP):
        label = UNNAMED
    place = f"{above}/{label}"
    projects[place] = projects.get(place, 0) + 1
    return place if projects[place] == 1 else f"{place}（{projects[place]}）"


def _is_called(code: str, name: str, codes: Codes) -> bool:
    known = codes.table.codes.get(code)
    return known is None or name_of(name) == plain(known.name)


def _strange_columns(reading: Reading, columns: Columns) -> None:
    """A column with figures whose head says nothing known here."""
    region = reading.region
    for column in range(columns.name + 1, region.source.width):
        rows = range(columns.last + 1, region.bottom)
        held = any(is_amount(region, row, column) for row in rows)
        head = "／".join(columns.paths[column])
        if column not in columns.figures and held and head:
            reading.miss(columns.last, column, head, f"“{head}”这一栏不是这张表的，没有读")


def _strange_row(reading: Reading, row: int, columns: Columns) -> None:
    """A row with figures whose code and name say nothing known here."""
    source = reading.region.source
    figured = (c for c in columns.figures if is_amount(reading.region, row, c))
    first = next(figured, None)
    if first is not None:
        name = source.text(row, columns.name) or "没有名称"
        reading.miss(row, first, name, "这一行没有编码，名称也不是科目的名称，不知道是哪个科目")
