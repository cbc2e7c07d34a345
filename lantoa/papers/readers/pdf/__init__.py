""".pdf with a text layer, read by where its letters and lines stand.

Left out: page numbers, running heads, stamps of electronic signatures. A scan, or a layer of wrong characters, is
refused with what to do. Runs in the cage: pdfium may need any amount of time and memory for a hostile file.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from lantoa.papers.readers.letters import MAX_LETTERS
from lantoa.papers.readers.page import Page
from lantoa.papers.readers.pdf.columns import take_columns
from lantoa.papers.readers.pdf.glyphs import Glyphs, Word, glyphs_of
from lantoa.papers.readers.pdf.layer import is_gibberish, is_scan
from lantoa.papers.readers.pdf.rows import Row, rows_of, without_edges, without_stamps
from lantoa.papers.readers.pdf.ruled import Grid, grids
from lantoa.papers.readers.pdf.writing import Part, Writing
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Sheet

TRUST = 0.75
MAX_PAGES = 300

_ready = False


@dataclass(frozen=True, slots=True)
class _Apart:
    """A page taken apart: its tables, the words in them, and the rows between."""

    glyphs: Glyphs
    tables: list[tuple[Grid, list[Word]]]
    rows: list[Row]


def read_pdf(data: bytes, name: str) -> Sheet:
    """The sheet of a .pdf; raises `PaperUnreadable`."""
    with _document(data, name) as document:
        pages = _pages(document, name)
    text = " ".join(word.text for page in pages for word in page.glyphs.words)
    kept = " ".join(row.text for page in pages for row in page.rows)
    kept += " ".join(word.text for page in pages for _, words in page.tables for word in words)
    if is_scan(kept, len(pages), sum(page.glyphs.pictures for page in pages)):
        raise unreadable("scan", name)
    if is_gibberish(text):
        raise unreadable("gibberish", name)
    return _written(pages, name).sheet("pdf", TRUST)


@contextmanager
def _document(data: bytes, name: str) -> Iterator[Any]:
    global _ready
    if not _ready:
        pdfium.FPDF_InitLibrary()
        _ready = True
    kept = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(kept, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise unreadable("locked" if locked else "broken", name)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _pages(document: Any, name: str) -> list[_Apart]:
    count = pdfium.FPDF_GetPageCount(document)
    if count > MAX_PAGES:
        raise unreadable("too_large", name)
    pages, letters = [], 0
    for number in range(count):
        glyphs = glyphs_of(document, number)
        letters += sum(len(word.text) for word in glyphs.words)
        if letters > MAX_LETTERS:
            raise unreadable("too_large", name)
        pages.append(_taken_apart(glyphs))
    rows = without_edges([page.rows for page in pages])
    return [_Apart(page.glyphs, page.tables, kept) for page, kept in zip(pages, rows, strict=True)]


def _taken_apart(glyphs: Glyphs) -> _Apart:
    words = without_stamps(glyphs.words)
    tables = []
    for grid in grids(glyphs.across, glyphs.down):
        inside = [word for word in words if grid.holds(word)]
        if inside:
            words = [word for word in words if not grid.holds(word)]
            tables.append((grid, inside))
    return _Apart(glyphs, tables, rows_of(words))


def _written(pages: list[_Apart], name: str) -> Page:
    writing = Writing(Page(name))
    for number, page in enumerate(pages):
        parts: list[tuple[float, Part]] = [(grid.top, (grid, words)) for grid, words in page.tables]
        parts += [(row.y, row) for row in take_columns(page.rows, page.glyphs.width, first_page=number == 0)]
        writing.page_begins(page.rows, [grid for grid, _ in page.tables], page.glyphs.width)
        for _, part in sorted(parts, key=lambda part: part[0]):
            writing.take(part)
    return writing.ended()
