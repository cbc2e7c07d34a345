""".docx by zip and lxml: what Word shows, as text with places.

Kept: automatic numbers, tabs, line breaks, insertions that wait for acceptance, text boxes. Dropped: deletions, hidden
text, field codes, soft hyphens. Letters are kept as typed, also where a style shows capitals. The stored text lays a
table out as converters do (one indented cell a line, rows apart by a blank line): places are easy to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lantoa.papers.readers.numbering import Numbering, read_numbering
from lantoa.papers.readers.package import W, open_docx
from lantoa.papers.readers.page import MAX_COLUMNS, Look, Page, cell_of, lengthened, tidy
from lantoa.papers.readers.styles import Styles
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Cell, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MAX_DEPTH = 40
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = {f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "footnoteReference")}
_DROPPED |= {f"{_MC}Fallback", "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"}
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read_docx(data: bytes, name: str) -> Sheet:
    """The sheet of a .docx; raises `PaperUnreadable`."""
    package = open_docx(data, name)
    body = package.document.find(f"{W}body")
    assert body is not None  # open_docx has looked
    reader = _Reader(Page(name), Styles(package.styles), read_numbering(package.numbering))
    reader.take(body, 0)
    return reader.page.sheet("docx", 1.0)


class _Reader:
    """Walks the body once."""

    def __init__(self, page: Page, styles: Styles, numbering: Numbering) -> None:
        self.page = page
        self.styles = styles
        self.numbering = numbering

    def take(self, parent: _Element, depth: int) -> None:
        """Read the paragraphs and tables under `parent` in order."""
        if depth > _MAX_DEPTH:
            raise unreadable("broken", self.page.name)
        for child in parent.iterchildren(tag="*"):
            if child.tag == f"{W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif child.tag not in _DROPPED:
                self.take(child, depth + 1)

    # --- paragraphs

    def _paragraph(self, element: _Element, depth: int) -> None:
        label, text, look = self._read_paragraph(element)
        self.page.paragraph(text, label, look)
        for box in _boxes(element):
            self.take(box, depth + 1)

    def _read_paragraph(self, element: _Element) -> tuple[str, str, Look]:
        """Label, text and look of one paragraph; a run makes it bold (or italic) only when all of them are."""
        base = self.styles.paragraph(element.find(f"{W}pPr"))
        pieces: list[str] = []
        looks: list[Look] = []
        for run in _runs(element, 0):
            look = self.styles.run(run.find(f"{W}rPr"), base)
            text = "" if look.hidden else _text_of(run)
            pieces.append(text)
            if text.strip():
                looks.append(look)
        label = self.numbering.label(base.number, base.depth) if base.number else ""
        bold, italic = all(x.bold for x in looks), all(x.italic for x in looks)
        shown = Look(bold=bold and bool(looks), italic=italic and bool(looks), centered=base.centered)
        return label, tidy("".join(pieces)), shown

    # --- tables

    def _table(self, element: _Element, depth: int) -> None:
        rows: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for row in _rows(element):
            rows.append(self._row(row, rows, open_cells, depth))
        self.page.table(rows)

    def _row(
        self, row: _Element, above: list[list[Cell]], open_cells: dict[int, tuple[int, int]], depth: int
    ) -> list[Cell]:
        """One row. `open_cells` remembers, by column, the cell that a vertical merge may lengthen."""
        cells: list[Cell] = []
        x = _grid_before(row)
        for element in _cells(row):
            columns = _columns(element)
            self.page.admit(columns, at=x)
            merge = element.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and x in open_cells:
                lengthened(above, open_cells[x])
            else:
                if merge is not None:
                    open_cells[x] = (len(above), len(cells))
                else:
                    open_cells.pop(x, None)
                cells.append(self._cell(element, columns, depth))
            x += columns
        return cells

    def _cell(self, element: _Element, columns: int, depth: int) -> Cell:
        """A cell's paragraphs, and those of tables inside it, become its lines; automatic numbers are written out."""
        lines = []
        for paragraph in _paragraphs(element, depth):
            label, text, look = self._read_paragraph(paragraph)
            lines.append((f"{label} {text}".strip(), look.bold or not text))
        return cell_of(lines, columns)


def _children(parent: _Element, tag: str, depth: int = 0) -> Iterator[_Element]:
    """The `tag`s under `parent`, also inside wrappers (content controls, insertions), not inside deletions."""
    for child in parent.iterchildren(tag="*"):
        if child.tag == tag:
            yield child
        elif child.tag not in _DROPPED and depth < _MAX_DEPTH and child.tag not in (f"{W}p", f"{W}tbl", f"{W}tr"):
            yield from _children(child, tag, depth + 1)


def _rows(table: _Element) -> Iterator[_Element]:
    for row in _children(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _cells(row: _Element) -> Iterator[_Element]:
    return _children(row, f"{W}tc")


def _paragraphs(cell: _Element, depth: int) -> Iterator[_Element]:
    """The paragraphs of a cell, those of tables and text boxes inside it too."""
    if depth > _MAX_DEPTH:
        return
    for child in cell.iterchildren(tag="*"):
        if child.tag == f"{W}p":
            yield child
            for box in _boxes(child):
                yield from _paragraphs(box, depth + 1)
        elif child.tag not in _DROPPED:
            yield from _paragraphs(child, depth + 1)


def _runs(parent: _Element, depth: int) -> Iterator[_Element]:
    """The runs of a paragraph in order, through links, fields, insertions and content controls."""
    for child in parent.iterchildren(tag="*"):
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _DROPPED and depth < _MAX_DEPTH:
            yield from _runs(child, depth + 1)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph; of alternatives only the first."""
    for box in paragraph.iter(f"{W}txbxContent"):
        outer = [a.tag for a in box.iterancestors()]
        inner = outer[: outer.index(f"{W}p")]
        if f"{_MC}Fallback" not in inner and paragraph is next(box.iterancestors(f"{W}p")):
            yield box


def _text_of(run: _Element) -> str:
    pieces = []
    for child in run.iterchildren(tag="*"):
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in _MARKS:
            pieces.append(_MARKS[str(child.tag)])
    return "".join(pieces)


def _columns(cell: _Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else max(1, _count(span.get(f"{W}val")))


def _grid_before(row: _Element) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else _count(before.get(f"{W}val"))


def _count(text: str | None) -> int:
    """A count from the file; one that is not a small number is beyond every cap."""
    if text is None or not text.isdecimal():
        return 1
    return int(text) if len(text) < 6 else MAX_COLUMNS + 1
