"""Tables in plain text, rebuilt by their structure alone.

Three shapes occur: one cell a line, indented by a tab, rows apart by a blank line; one row a line, cells apart by tabs;
one row a line between bars. A merged cell is repeated in each place that it covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lantoa.papers.readers.letters import squeezed
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Cell, Span, Table

MAX_COLUMNS = 64
MAX_CELLS = 20_000
_HEADING = 120
"""No cell of a heading row is longer than this; a tab-indented paragraph of prose is."""


@dataclass(frozen=True, slots=True)
class Line:
    raw: str
    at: int


def take_table(lines: list[Line], at: int, name: str) -> tuple[Table | None, int]:
    """The table that starts at line `at` and the number of the first line after it.

    Without one, None and the number of the line from which on it is worth while to look again.
    """
    raw = lines[at].raw
    if raw.startswith("\t"):
        rows, until = _indented(lines, at)
    elif "\t" in raw.strip():
        rows, until = _one_line_rows(lines, at, "\t")
    elif raw.strip().startswith("|") and raw.count("|") >= 3:
        rows, until = _one_line_rows(lines, at, "|")
    else:
        return None, at + 1
    if not rows:
        return None, until
    if max(map(len, rows)) > MAX_COLUMNS or sum(map(len, rows)) > MAX_CELLS:
        raise unreadable("too_many_cells", name)
    rows[0] = [replace(cell, bold=True) for cell in rows[0]]  # the head of a table is bold
    merged = tuple(_merge(row) for row in rows)
    return Table(merged, Span(rows[0][0].span.start, rows[-1][-1].span.end)), until


def _merge(row: list[Cell]) -> tuple[Cell, ...]:
    """A cell repeated to the end of its row is one cell that spans."""
    for first in (0, 1):
        rest = row[first:]
        if len(rest) > 2 and rest[0].text and all(cell.text == rest[0].text for cell in rest):
            return (*row[:first], replace(rest[0], columns=len(rest)))
    return tuple(row)


def _cell(raw: str, at: int) -> Cell:
    text = raw.strip()
    start = at + (len(raw) - len(raw.lstrip()) if text else 0)
    return Cell("\n".join(squeezed(line) for line in text.split("\n")), Span(start, start + len(text)))


# --- one cell a line ---------------------------------------------------------------------------------------------


def _indented(lines: list[Line], at: int) -> tuple[list[list[Cell]], int]:
    heading, after = _chunk(lines, at)
    if not _is_heading(heading):
        return [], after if len(heading) > MAX_COLUMNS else at + 1
    chunks = _mend([(heading, after), *_chunks(lines, after)], len(heading))
    full = [number for number, (row, _) in enumerate(chunks) if len(row) == len(heading)]
    last = chunks[-1][1]
    chunks = chunks[: full[-1] + 1]
    if len(full) < 2 or len(full) * 10 < len(chunks) * 6:
        return [], last
    return [row for row, _ in chunks], chunks[-1][1]


def _is_heading(row: list[Cell]) -> bool:
    short = all(len(cell.text) <= _HEADING and not cell.text.endswith((".", ";", ":")) for cell in row)
    return len(row) >= 2 and short


def _chunks(lines: list[Line], at: int) -> Iterator[tuple[list[Cell], int]]:
    """Runs of indented lines, each with the number of the line after it; blank lines stand between them."""
    while at < len(lines) and (lines[at].raw.startswith("\t") or not lines[at].raw.strip()):
        if not lines[at].raw.startswith("\t"):
            at += 1
            continue
        row, at = _chunk(lines, at)
        yield row, at


def _chunk(lines: list[Line], at: int) -> tuple[list[Cell], int]:
    """One run of indented lines: a row with a cell a line."""
    row: list[Cell] = []
    while at < len(lines) and lines[at].raw.startswith("\t"):
        until = _end_of_cell(lines, at)
        row.append(_cell("\n".join(line.raw for line in lines[at:until]), lines[at].at))
        at = until
    return row, at


def _end_of_cell(lines: list[Line], at: int) -> int:
    """A cell goes on over lines that are not indented when an indented one follows them at once."""
    until = at + 1
    if not lines[at].raw.strip():
        return until
    while until < len(lines) and until - at < 20 and lines[until].raw.strip() and not lines[until].raw.startswith("\t"):
        until += 1
    follows = until < len(lines) and lines[until].raw.startswith("\t")
    return until if follows else at + 1


def _mend(chunks: list[tuple[list[Cell], int]], columns: int) -> list[tuple[list[Cell], int]]:
    """Join a row that an empty cell, stripped of its tab, cut in two."""
    mended: list[tuple[list[Cell], int]] = []
    for row, until in chunks:
        before = mended[-1][0] if mended else []
        if before and len(before) + 1 + len(row) == columns and len(row) < columns - 1:
            gap = Cell("", Span(before[-1].span.end, before[-1].span.end))
            mended[-1] = ([*before, gap, *row], until)
        else:
            mended.append((row, until))
    return mended


# --- one row a line ----------------------------------------------------------------------------------------------


def _one_line_rows(lines: list[Line], at: int, mark: str) -> tuple[list[list[Cell]], int]:
    rows: list[list[Cell]] = []
    while at < len(lines) and mark in lines[at].raw.strip():
        row = _split(lines[at], mark)
        if rows and len(row) != len(rows[0]):
            break
        at += 1
        if not all(re.fullmatch(r":?-+:?", cell.text) for cell in row):
            rows.append(row)
    if len(rows) < 2 or len(rows[0]) < 3:
        return [], at
    return rows, at


def _split(line: Line, mark: str) -> list[Cell]:
    raw, at = line.raw.rstrip(), line.at
    cells = []
    for part in raw.split(mark):
        cells.append(_cell(part, at))
        at += len(part) + 1
    if mark == "|":
        cells = cells[1:-1] if raw.endswith("|") else cells[1:]
    return cells
