"""Zipped packages (.docx, .odt): checked before anything is unpacked, then only the parts that hold words."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from lantoa.papers.readers.unreadable import unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PARTS = 2_000
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
_MAX_PART = 40 * 1024 * 1024
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_OLE_OBJECT = re.compile(r"word/embeddings/.*\.bin")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, etree.LxmlError, EOFError, OSError, ValueError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Docx:
    """The parts of a .docx that hold words. Macros, embedded objects and pictures stay unread."""

    document: _Element
    styles: _Element | None
    numbering: _Element | None


@dataclass(frozen=True, slots=True)
class Odt:
    """The parts of an .odt that hold words."""

    content: _Element
    styles: _Element | None


def open_docx(data: bytes, name: str) -> Docx:
    """Check the archive by its directory, then parse; raises `PaperUnreadable`."""
    with _opened(data, name) as archive:
        document = _part(archive, "word/document.xml", name)
        if document is None or document.find(f"{W}body") is None:
            raise unreadable("broken", name)
        return Docx(document, _part(archive, "word/styles.xml", name), _part(archive, "word/numbering.xml", name))


def open_odt(data: bytes, name: str) -> Odt:
    """As `open_docx`; an encrypted .odt (its content is no XML) counts as broken."""
    with _opened(data, name) as archive:
        content = _part(archive, "content.xml", name)
        if content is None or content.find(f"{OFFICE}body/{OFFICE}text") is None:
            raise unreadable("broken", name)
        return Odt(content, _part(archive, "styles.xml", name))


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check(archive, len(data), name)
            yield archive
    except _FAULTS:
        raise unreadable("broken", name) from None


def _check(archive: zipfile.ZipFile, packed: int, name: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * packed:
        raise unreadable("bomb", name)
    paths = [part.filename.lower() for part in parts]
    if any(path.startswith("/") or ".." in path.split("/") for path in paths):
        raise unreadable("unsafe_names", name)
    if any(path.endswith("vbaproject.bin") or _OLE_OBJECT.fullmatch(path) for path in paths):
        raise unreadable("active", name)


def _part(archive: zipfile.ZipFile, path: str, name: str) -> _Element | None:
    try:
        info = archive.getinfo(path)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise unreadable("ole", name)
    with archive.open(info) as stream:
        xml = stream.read(_MAX_PART + 1)
    if len(xml) > _MAX_PART:
        raise unreadable("bomb", name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)
    root = etree.fromstring(xml, parser)
    if b"<!DOCTYPE" in xml[:4096]:
        raise unreadable("dtd", name)
    return root
