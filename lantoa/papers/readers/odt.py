""".odt by zip and lxml: what the page shows, as text with places.

Kept: computed list numbers, tabs, line breaks, text boxes. Dropped: tracked deletions, hidden text, notes, comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lantoa.papers.readers.numbering import Numbering
from lantoa.papers.readers.odt_styles import TEXT, OdtStyles, count
from lantoa.papers.readers.package import OFFICE, open_odt
from lantoa.papers.readers.page import Look, Page, cell_of, tidy
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Cell, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MAX_DEPTH = 40
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_DROPPED = {f"{TEXT}{tag}" for tag in ("tracked-changes", "note", "hidden-text", "sequence-decls", "ruby-text")}
_DROPPED |= {f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{OFFICE}forms"}
_BOXES = {f"{_DRAW}{tag}" for tag in ("frame", "custom-shape", "rect", "line", "g", "connector", "path", "polyline")}
_ROW_GROUPS = (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group")
_OUTLINE = "outline of the headings"
_WIDEST_GAP = 100


def read_odt(data: bytes, name: str) -> Sheet:
    """The sheet of an .odt; raises `PaperUnreadable`."""
    package = open_odt(data, name)
    body = package.content.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None  # open_odt has looked
    reader = _Reader(Page(name), OdtStyles((package.styles, package.content)))
    reader.take(body, 0)
    return reader.page.sheet("odt", 1.0)


class _Reader:
    """Walks the body once."""

    def __init__(self, page: Page, styles: OdtStyles) -> None:
        self.page = page
        self.styles = styles
        self.numbering = Numbering({_OUTLINE: (_OUTLINE, styles.outline)})
        self.last_of_style: dict[str, str] = {}

    def take(self, parent: _Element, depth: int) -> None:
        """Read the paragraphs, lists and tables under `parent` in order."""
        for element, label in self._flow(parent, depth):
            if element.tag == f"{_TABLE}table":
                self._table(element, depth)
                continue
            text, look = self._read_paragraph(element)
            self.page.paragraph(text, label, look)
            for box in _boxes(element):
                self.take(box, depth + 1)

    def _flow(self, parent: _Element, depth: int) -> Iterator[tuple[_Element, str]]:
        """Paragraphs with their labels, and tables, also inside sections and lists."""
        if depth > _MAX_DEPTH:
            raise unreadable("broken", self.page.name)
        for child in parent.iterchildren(tag="*"):
            if child.tag in _PARAGRAPHS:
                yield child, self._outline_label(child)
            elif child.tag == f"{_TABLE}table":
                yield child, ""
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, self._begin_list(child), 0, depth + 1)
            elif child.tag not in _DROPPED:
                yield from self._flow(child, depth + 1)

    # --- lists

    def _begin_list(self, element: _Element) -> str:
        """The name under which a list counts: its own, or that of the list that it goes on from."""
        style = element.get(f"{TEXT}style-name", "")
        name = element.get(_XML_ID) or f"list {len(self.numbering.lists)}"
        goes_on = element.get(f"{TEXT}continue-list", "")
        if goes_on in self.numbering.lists:
            name = goes_on
        elif element.get(f"{TEXT}continue-numbering") == "true" and style in self.last_of_style:
            name = self.last_of_style[style]
        if name not in self.numbering.lists:
            self.numbering.lists[name] = (name, dict(self.styles.lists.get(style, {})))
        self.last_of_style[style] = name
        return name

    def _list(self, element: _Element, name: str, level: int, depth: int) -> Iterator[tuple[_Element, str]]:
        style = self.styles.lists.get(element.get(f"{TEXT}style-name", ""))
        if style and level in style:
            self.numbering.lists[name][1][level] = style[level]
        for item in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            start = item.get(f"{TEXT}start-value")
            if start:
                self.numbering.restart(name, level, count(start, 1))
            yield from self._item(item, name, level, depth)

    def _item(self, item: _Element, name: str, level: int, depth: int) -> Iterator[tuple[_Element, str]]:
        """The first paragraph of an item carries its number."""
        if depth > _MAX_DEPTH:
            raise unreadable("broken", self.page.name)
        numbered = item.tag == f"{TEXT}list-item"
        for child in item.iterchildren(tag="*"):
            if child.tag in _PARAGRAPHS:
                yield child, self.numbering.label(name, level) if numbered else ""
                numbered = False
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, name, level + 1, depth + 1)

    def _outline_label(self, element: _Element) -> str:
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        return self.numbering.label(_OUTLINE, count(element.get(f"{TEXT}outline-level"), 1) - 1)

    # --- paragraphs

    def _read_paragraph(self, element: _Element) -> tuple[str, Look]:
        """Words and look of a paragraph; spans make it bold (or italic) only when all of them are."""
        base = self.styles.look("paragraph", element.get(f"{TEXT}style-name", ""))
        pieces = list(self._pieces(element, base, 0))
        looks = [look for text, look in pieces if text.strip()]
        bold, italic = all(x.bold for x in looks), all(x.italic for x in looks)
        shown = Look(bold=bold and bool(looks), italic=italic and bool(looks), centered=base.centered)
        return tidy("".join(text for text, _ in pieces)), shown

    def _pieces(self, element: _Element, look: Look, depth: int) -> Iterator[tuple[str, Look]]:
        """The words under `element` with the look of the span that they stand in."""
        if depth > _MAX_DEPTH:
            raise unreadable("broken", self.page.name)
        if not look.hidden:
            yield element.text or "", look
        for child in element.iterchildren():
            if isinstance(child.tag, str) and child.tag not in _DROPPED and child.tag not in _BOXES:
                yield from self._inner(child, look, depth)
            if not look.hidden:
                yield child.tail or "", look

    def _inner(self, child: _Element, look: Look, depth: int) -> Iterator[tuple[str, Look]]:
        if child.tag == f"{TEXT}s":
            yield " " * min(count(child.get(f"{TEXT}c"), 1), _WIDEST_GAP), look
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            yield "\t" if child.tag == f"{TEXT}tab" else "\n", look
        else:
            inner = self.styles.look("text", child.get(f"{TEXT}style-name", ""), look)
            yield from self._pieces(child, inner, depth + 1)

    # --- tables

    def _table(self, element: _Element, depth: int) -> None:
        rows = []
        for row in _rows(element, depth):
            for _ in range(_repeats(row, f"{_TABLE}number-rows-repeated")):
                rows.append(list(self._cells(row, depth)))
        self.page.table(rows)

    def _cells(self, row: _Element, depth: int) -> Iterator[Cell]:
        """The cells that begin in this row; covered ones belong to those that span."""
        x = 0
        for element in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            columns = count(element.get(f"{_TABLE}number-columns-spanned"), 1) or 1
            rows = count(element.get(f"{_TABLE}number-rows-spanned"), 1) or 1
            for _ in range(_repeats(element, f"{_TABLE}number-columns-repeated")):
                covered = element.tag == f"{_TABLE}covered-table-cell"
                self.page.admit(1 if covered else columns, 1 if covered else rows, x)
                x += 1
                if not covered:
                    yield cell_of(list(self._lines(element, depth + 1)), columns, rows)

    def _lines(self, cell: _Element, depth: int) -> Iterator[tuple[str, bool]]:
        """The paragraphs of a cell, those of tables and text boxes inside it too, with their numbers."""
        for element, label in self._flow(cell, depth):
            if element.tag == f"{_TABLE}table":
                for row in _rows(element, depth):
                    for inner in row.iterchildren(f"{_TABLE}table-cell"):
                        yield from self._lines(inner, depth + 1)
                continue
            text, look = self._read_paragraph(element)
            yield f"{label} {text}".strip(), look.bold or not text
            for box in _boxes(element):
                yield from self._lines(box, depth + 1)


def _rows(table: _Element, depth: int) -> Iterator[_Element]:
    """The rows of a table, also inside groups, not those of tables in its cells."""
    for child in table.iterchildren(tag="*"):
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS and depth < _MAX_DEPTH:
            yield from _rows(child, depth + 1)


def _repeats(element: _Element, attribute: str) -> int:
    """How often a row or a cell stands; an empty one that fills up the sheet counts once."""
    repeats = count(element.get(attribute), 1)
    return repeats if "".join(map(str, element.itertext())).strip() else min(repeats, 1)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """The text boxes that hang on a paragraph, outermost ones only."""
    for frame in paragraph.iter(*_BOXES):
        if not any(a.tag in _BOXES for a in _ancestors(frame, paragraph)):
            yield frame


def _ancestors(element: _Element, until: _Element) -> Iterator[_Element]:
    above = element.getparent()
    while above is not None and above is not until:
        yield above
        above = above.getparent()
