"""Every kind of block as Word and as Excel keeps to the published schema of Office files."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator, ValidationSeverity

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block, Contents, Gap, Heading, PageBreak
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.reports.excel.disclosure import public_table_sheets
from tests.reports import excel_reading, word_reading
from tests.reports.pages import COVER, FIGURE, paragraph, table, wide

THEME = "A required relationship type"
"""Neither Word nor Excel misses a theme: every style names its fonts and colours itself."""
LABELS = "Choice allows at most 1 occurrence(s), found 2"
"""Word itself writes the two marks of a label out of cells side by side."""
BESIDE = (THEME, LABELS)


@cache
def schema() -> OpenXmlValidator:
    """What reads the published schema, once for all files."""
    return OpenXmlValidator()


def unfit(path: Path) -> list[str]:
    """What of a file is not as the schema has it, with the part it is in."""
    return [
        f"{error.part_uri} {error.description}"
        for error in schema().validate(path).errors
        if error.severity is ValidationSeverity.ERROR and not error.description.startswith(BESIDE)
    ]


@pytest.fixture
def word(tmp_path: Path, kexie: Filing, pack: Pack) -> Path:
    sheets: tuple[Block, ...] = evaluation_sheets(kexie, pack)[:1]
    blocks: tuple[Block, ...] = (
        *(COVER, Contents(), Heading(1, "第一部分"), paragraph(2), FIGURE, PageBreak()),
        *(Heading(2, "一、概况"), Gap("名称"), table(), wide(), *sheets),
    )
    path = tmp_path / "整套.docx"
    path.write_bytes(word_reading.written(blocks))
    return path


def test_every_kind_of_block_keeps_to_the_schema_of_word(word: Path) -> None:
    assert unfit(word) == []


def test_the_public_tables_keep_to_the_schema_of_excel(
    tmp_path: Path, kexie: Filing, pack: Pack
) -> None:
    path = tmp_path / "附表.xlsx"
    path.write_bytes(excel_reading.written([*public_table_sheets(kexie, pack)][:3]))
    assert unfit(path) == []


def test_properties_in_another_order_are_seen(word: Path, tmp_path: Path) -> None:
    """The control: what the schema does not allow is not passed over."""
    twisted = tmp_path / "乱.docx"
    with zipfile.ZipFile(word) as whole, zipfile.ZipFile(twisted, "w") as other:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:pPr><w:p", b"<w:pPr><w:jc w:val='left'/><w:p")
            other.writestr(name, content)
    assert any("pStyle" in each for each in unfit(twisted))
