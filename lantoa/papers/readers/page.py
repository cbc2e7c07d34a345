"""A sheet in the making: the stored text and its blocks, written side by side.

The stored text lays a table out as converters do (one indented cell a line, rows apart by a blank line): places are
easy to look at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lantoa.papers.readers.letters import MAX_LETTERS, squeezed, stored
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Cell, Paragraph, Sheet, Span, Table

MAX_COLUMNS = 64
MAX_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or a run looks. `number` and `depth` name its list; "" when it is in none."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    centered: bool = False
    number: str = ""
    depth: int = 0


class Page:
    """Collects paragraphs and tables; keeps to the caps of a paper."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Paragraph | Table] = []
        self._parts: list[str] = []
        self._length = 0
        self._cells = 0

    def paragraph(self, text: str, label: str = "", look: Look | None = None) -> None:
        """One paragraph; an empty one leaves no trace. `text` is in the form of `tidy`."""
        if not text:
            return
        look = look or Look()
        if label:
            self._write(label + " ")
        span = self._write(text)
        self._write("\n")
        self.blocks.append(Paragraph(text, span, label, look.bold, look.italic, look.centered))

    def admit(self, columns: int, rows: int = 1, at: int = 0) -> None:
        """Refuse a cell that makes a table too large; `at` is the column where it begins."""
        self._cells += columns * rows
        if at + columns > MAX_COLUMNS or self._cells > MAX_CELLS:
            raise unreadable("too_many_cells", self.name)

    def table(self, rows: Iterable[Iterable[Cell]]) -> None:
        """A table of cells without places; they are written and get theirs. The caller has asked `admit`."""
        start = self._length
        placed = []
        for row in rows:
            placed.append([replace(cell, span=self._cell(cell.text)) for cell in row])
            self._write("\n")
        placed = [row for row in placed if row]
        if placed:
            table = Table(tuple(_clipped(row, len(placed) - y) for y, row in enumerate(placed)))
            self.blocks.append(replace(table, span=Span(start, self._length)))

    def _cell(self, text: str) -> Span:
        self._write("\t")
        span = self._write(text)
        self._write("\n")
        return span

    def _write(self, text: str) -> Span:
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        if self._length > MAX_LETTERS:
            raise unreadable("too_large", self.name)
        return Span(start, self._length)

    def sheet(self, form: str, trust: float) -> Sheet:
        """The sheet; raises `PaperUnreadable` when it holds no word."""
        text = "".join(self._parts)
        if not text.strip():
            raise unreadable("no_text", self.name)
        return Sheet(text, tuple(self.blocks), form, trust)


def tidy(raw: str) -> str:
    """The words of a paragraph as they are stored: line breaks kept, other white space squeezed."""
    return "\n".join(squeezed(line) for line in stored(raw).strip().split("\n"))


def _clipped(row: list[Cell], rows: int) -> tuple[Cell, ...]:
    """The cells of a row, none of them reaching below the table's last one."""
    return tuple(cell if cell.rows <= rows else replace(cell, rows=rows) for cell in row)


def lengthened(rows: list[list[Cell]], place: tuple[int, int]) -> None:
    """Let the cell at `place` (row, number in it) reach one row further down."""
    y, x = place
    rows[y][x] = replace(rows[y][x], rows=rows[y][x].rows + 1)


def cell_of(lines: list[tuple[str, bool]], columns: int = 1, rows: int = 1) -> Cell:
    """A cell without a place from its lines (words, bold); empty lines are left out."""
    kept = [(text, bold) for text, bold in lines if text]
    bold = bool(kept) and all(bold for _, bold in kept)
    return Cell("\n".join(text for text, _ in kept), columns=columns, rows=rows, bold=bold)
