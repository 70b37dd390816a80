"""The folder for the bureau: complete, proven by its checksums, whole or not at all."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from pathlib import Path

import pytest

from jsxh_desktop.app.deliver import SUMS, Delivery, deliver
from jsxh_desktop.app.naming import folder_name
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.page_pictures import PagePictures
from jsxh_desktop.app.printing import faces
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.domain.filing import Filing
from tests.filings import archive

DAY = datetime.date(2022, 8, 20)
NAME = "县档案馆_2021决算公开_20220820"


def nothing(_name: str, _done: int, _whole: int) -> None:
    """A step nobody watches."""


def made(filing: Filing, place: Path, step: object = nothing) -> Delivery:
    assert callable(step)
    folder = place / folder_name(filing, DAY)
    return deliver(filing, load_pack(filing.pack), folder, DAY, faces(own=False), step)


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    return made(archive(), tmp_path_factory.mktemp("报送"))


def test_the_folder_is_named_by_unit_year_and_day(delivery: Delivery) -> None:
    assert delivery.folder.name == NAME


def test_it_holds_print_word_and_excel_of_everything(delivery: Delivery) -> None:
    names = {path.name for path in delivery.files}
    assert {
        "01说明.pdf",
        "01说明.docx",
        "02附表.pdf",
        "02附表.xlsx",
        "03整体自评报告.docx",
    } <= names
    assert {"04项目自评表1 馆藏数字化.pdf", "05审核报告.pdf", "05审核报告.docx", SUMS} <= names


def test_a_draft_says_so_on_each_page_as_it_does_when_printed(delivery: Delivery) -> None:
    pictures = PagePictures((delivery.folder / "02附表.pdf").read_bytes())
    marked = {page for page, _ in pictures.find("草稿")}
    assert marked == set(range(pictures.pages))
    pictures.close()


def test_the_list_proves_every_file_but_itself(delivery: Delivery) -> None:
    lines = (delivery.folder / SUMS).read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    actual = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in delivery.files
        if path.name != SUMS
    }
    assert listed == actual


def test_what_was_handed_in_is_never_written_over(delivery: Delivery) -> None:
    with pytest.raises(Problem, match="已经有了，不会覆盖"):
        made(archive(), delivery.folder.parent)


def test_nothing_of_a_folder_given_up_is_left(tmp_path: Path) -> None:
    def give_up(_name: str, done: int, _whole: int) -> None:
        if done:
            raise KeyboardInterrupt

    alone = dataclasses.replace(archive(), projects=(), project_reports=())
    with pytest.raises(KeyboardInterrupt):
        made(alone, tmp_path, give_up)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "占用").write_text("")
    with pytest.raises(Problem):
        made(archive(), tmp_path / "占用")
