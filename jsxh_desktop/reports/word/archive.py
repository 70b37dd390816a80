"""The zip archive that a Word file and a workbook are: the same parts, the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from jsxh_desktop.reports.word.markup import DECLARATION, safe

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# The earliest time a zip can say; that of the computer would change the bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PLAIN = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}

_CORE_PATH, _APP_PATH = "docProps/core.xml", "docProps/app.xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_PROGRAM = (
    f"{DECLARATION}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>jsxh-desktop</Application></Properties>"
).encode()


class Part(NamedTuple):
    """A file of the archive by its path in it; `kind` is its content type."""

    path: str
    kind: str
    content: bytes


class Link(NamedTuple):
    """What a part refers to under an id: the kind of the reference and the path from there."""

    id: str
    kind: str
    target: str


def links(source: str, found: Iterable[Link]) -> Part:
    """The references of a part, given by its path; of the archive itself where that is empty."""
    folder, _, name = source.rpartition("/")
    said = "".join(
        f'<Relationship Id="{link.id}" Type="{link.kind}" Target="{link.target}"/>'
        for link in found
    )
    content = f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'
    path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    return Part(path, "", content.encode())


def of_the_file(content: str) -> Part:
    """What the archive is: the part of its content, and those of `about`."""
    return links(
        "",
        (
            Link("document", f"{DOCUMENT}/officeDocument", content),
            Link("core", f"{PACKAGE}/relationships/metadata/core-properties", _CORE_PATH),
            Link("app", f"{DOCUMENT}/extended-properties", _APP_PATH),
        ),
    )


def about(title: str, author: str) -> tuple[Part, Part]:
    """Title and unit; no person and no time, which would change the bytes."""
    core = (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{safe(title)}</dc:title><dc:creator>{safe(author)}</dc:creator>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
    return Part(_CORE_PATH, _CORE, core.encode()), Part(_APP_PATH, _APP, _PROGRAM)


def write(parts: Iterable[Part], target: BinaryIO) -> None:
    """Write the parts and the list of their kinds as an archive to `target`, which stays open."""
    held = list(parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _kinds(held)),
            *((p.path, p.content) for p in held),
        ):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else it is that of the computer
            archive.writestr(entry, content)


def _kinds(parts: Iterable[Part]) -> bytes:
    """What each part is: by its ending, or by itself where the ending does not say it."""
    defaults = {**_PLAIN, "xlsx": _WORKBOOK}
    said = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()
    ) + "".join(
        f'<Override PartName="/{part.path}" ContentType="{part.kind}"/>'
        for part in parts
        if part.kind
    )
    return f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">{said}</Types>'.encode()
