"""The sheet as one stream of lines and tables; tables that only lay out the page are opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lantoa.papers.anatomy.marks import is_nation, opens_foot
from lantoa.papers.readers.letters import squeezed
from lantoa.papers.tree import Cell, Paragraph, Sheet, Span, Table


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `raw` is as stored, `text` with white space squeezed. `laid`: it stood in a layout table; `label` is
    Word's automatic number."""

    raw: str
    start: int
    label: str = ""
    bold: bool = False
    centered: bool = False
    laid: bool = False
    text: str = field(default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", squeezed(self.raw))

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.raw))

    def after(self, at: int) -> tuple[str, Span]:
        """The words from place `at` of `raw` on, and where they stand."""
        rest = self.raw[at:]
        begin = self.start + at + len(rest) - len(rest.lstrip())
        return squeezed(rest), Span(begin, self.start + len(self.raw))

    @property
    def shouted(self) -> bool:
        """All its letters are capitals."""
        return self.text == self.text.upper() and any(c.isalpha() for c in self.text)


def stream(sheet: Sheet) -> list[Item | Table]:
    """Lines and tables in reading order; the head's and the foot's tables column by column, as they are read.

    A paragraph of a .docx is cut at its line breaks; one of a plain text may run over wrapped lines and stays whole.
    """
    items: list[Item | Table] = []
    for block in sheet.blocks:
        if isinstance(block, Paragraph):
            raw = block.span.of(sheet.text)
            pieces = [raw] if sheet.format == "txt" else raw.split("\n")
            items += _lines(pieces, block.span.start, block)
        elif _lays_out(block):
            items += _opened(sheet.text, block)
        else:
            items.append(block)
    return items


def _lays_out(table: Table) -> bool:
    """A table that holds the national name, the recipients or a signature is no table of the paper."""
    lines = [line for row in table.rows for cell in row for line in cell.text.split("\n")]
    return len(table.rows) <= 12 and any(is_nation(line) or opens_foot(line) for line in lines)


def _opened(text: str, table: Table) -> Iterator[Item]:
    seen: set[int] = set()
    grid = table.grid()
    for x in range(max(map(len, grid), default=0)):
        for line in grid:
            cell = line[x] if x < len(line) else None
            if cell is not None and id(cell) not in seen:
                seen.add(id(cell))
                yield from _cell_lines(text, cell)


def _cell_lines(text: str, cell: Cell) -> Iterator[Item]:
    return _lines(cell.span.of(text).split("\n"), cell.span.start, cell)


def _lines(pieces: list[str], at: int, source: Paragraph | Cell) -> Iterator[Item]:
    """The lines of a paragraph or a cell that are not blank; the first carries the automatic number."""
    laid = isinstance(source, Cell)
    label = "" if isinstance(source, Cell) else source.label
    centered = True if isinstance(source, Cell) else source.centered
    for piece in pieces:
        raw = piece.strip()
        if raw:
            yield Item(raw, at + piece.index(raw), label, source.bold, centered, laid)
            label = ""
        at += len(piece) + 1
