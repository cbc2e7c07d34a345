"""What stands on the pages goes into one sheet: rows into paragraphs, columns and grids into tables."""

from __future__ import annotations

from lantoa.papers.readers.page import Look, Page, cell_of
from lantoa.papers.readers.pdf.columns import Columns
from lantoa.papers.readers.pdf.flow import Margins, Passage, cell_lines, goes_on, is_centered, joined, margins_of
from lantoa.papers.readers.pdf.glyphs import Word
from lantoa.papers.readers.pdf.rows import Row, rows_of
from lantoa.papers.readers.pdf.ruled import Box, Grid
from lantoa.papers.tree import Cell

_SAME_COLUMN = 4.0
_ENOUGH = 12
_USUAL_PITCH = 17.0

Part = Row | Columns | tuple[Grid, list[Word]]


class Writing:
    """Holds back the last paragraph and the last table: the next page may go on with them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.margins = Margins(80.0, 550.0, _USUAL_PITCH)
        self.width = 0.0
        self.passage: Passage | None = None
        self.table: list[list[Cell]] = []
        self.xs: tuple[float, ...] = ()
        self.new_page = False

    def page_begins(self, rows: list[Row], grids: list[Grid], width: float) -> None:
        """A new page, measured by its own rows; a page of few rows by its tables and the page before as well."""
        known = [self.margins] if abs(width - self.width) <= 1 else []
        known += [Margins(grid.xs[0], grid.xs[-1], _USUAL_PITCH) for grid in grids]
        own = margins_of(rows, width)
        if len(rows) >= _ENOUGH or not known:
            known = [own]
        elif rows:
            known.append(own)
        self.margins = Margins(min(m.left for m in known), max(m.right for m in known), own.pitch)
        self.width = width
        self.new_page = True

    def take(self, part: Part) -> None:
        """The next part of the page."""
        if isinstance(part, Row):
            self._row(part)
        elif isinstance(part, Columns):
            self._flush()
            self._columns(part)
        else:
            self._grid(*part)
        self.new_page = False

    def ended(self) -> Page:
        self._flush()
        return self.page

    # --- paragraphs

    def _row(self, row: Row) -> None:
        if self.passage and goes_on(self.passage, row, self.margins, new_page=self.new_page):
            self.passage.rows.append(row)
            return
        self._flush()
        self.passage = Passage([row])

    def _flush(self) -> None:
        """Write what was held back."""
        if self.passage:
            rows = self.passage.rows
            centered = all(is_centered(row, self.margins) for row in rows)
            look = Look(all(row.bold for row in rows), all(row.italic for row in rows), centered=centered)
            self.page.paragraph(self.passage.text, look=look)
            self.passage = None
        if self.table:
            for row in self.table:
                for number, cell in enumerate(row):
                    self.page.admit(cell.columns, cell.rows, sum(before.columns for before in row[:number]))
            self.page.table(self.table)
            self.table = []

    def _columns(self, columns: Columns) -> None:
        """A head or a foot: a table of two cells, as in the other formats."""
        self.page.table([[cell_of(_lines(side)) for side in (columns.left, columns.right)]])

    # --- tables

    def _grid(self, grid: Grid, words: list[Word]) -> None:
        rows = _cells(grid, words)
        if self.table and self.new_page and _same_columns(self.xs, grid.xs):
            self._append(rows)
        else:
            self._flush()
            self.table, self.xs = rows, grid.xs

    def _append(self, rows: list[list[Cell]]) -> None:
        """The rest of a table from the page before: without its repeated head, the cut row whole again."""
        head = [cell.text for cell in self.table[0]]
        if rows and [cell.text for cell in rows[0]] == head:
            rows = rows[1:]
        if rows and _is_rest(self.table, rows[0]):
            self.table[-1] = [_both(above, below) for above, below in zip(self.table[-1], rows[0], strict=True)]
            rows = rows[1:]
        self.table += rows


def _lines(rows: tuple[Row, ...]) -> list[tuple[str, bool]]:
    """The lines of a column; one that begins small goes on with the line above."""
    lines: list[tuple[str, bool]] = []
    for row in rows:
        if lines and row.text[0].islower():
            text, bold = lines.pop()
            lines.append((joined((text, row.text)), bold))
        else:
            lines.append((row.text, row.bold))
    return lines


def _cells(grid: Grid, words: list[Word]) -> list[list[Cell]]:
    inside: dict[int, list[Word]] = {}
    for word in words:
        box = grid.box_of(word)
        if box is not None:
            inside.setdefault(id(box), []).append(word)
    rows: list[list[Cell]] = [[] for _ in range(len(grid.ys) - 1)]
    for box in grid.boxes:
        rows[box.row].append(_cell(box, inside.get(id(box), [])))
    return [row for row in rows if row]


def _cell(box: Box, words: list[Word]) -> Cell:
    return cell_of(cell_lines(rows_of(words), box.x0, box.x1), box.columns, box.rows)


def _same_columns(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= _SAME_COLUMN for x, y in zip(a, b, strict=True))


def _is_rest(table: list[list[Cell]], row: list[Cell]) -> bool:
    """The first row of a page goes on with the last of the page before: it has no number where the others have one."""
    last = table[-1]
    if len(row) != len(last) or [c.columns for c in row] != [c.columns for c in last] or row[0].text:
        return False
    numbered = [line[0].text for line in table[1:] if line and len(line) == len(row)]
    return sum(map(bool, numbered)) * 2 > len(numbered)


def _both(above: Cell, below: Cell) -> Cell:
    """Two halves of a cell; a sentence that the page cut is joined, else the second half begins a new line."""
    if not above.text or not below.text:
        return cell_of([(above.text or below.text, above.bold)], above.columns, above.rows)
    cut = not above.text.endswith((".", ";", ":")) and (below.text[0].islower() or above.text.endswith(","))
    text = f"{above.text}{' ' if cut else chr(10)}{below.text}"
    return cell_of([(text, above.bold)], above.columns, above.rows)
