"""Words become rows; what is no text of the document (page numbers, running heads, stamps) goes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lantoa.papers.readers.pdf.glyphs import Word

_SAME_LINE = 0.4
"""Base lines closer than this share of the letters' size are one line."""
_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:(?:trang|page|tr\.)\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:ký bởi|người ký|ký số bởi|thời gian ký|ngày ký|signed by|digitally signed|signature not verified)\b.*|"
    r".*\d{1,2}[./-]\d{1,2}[./-]\d{4}\s+\d{1,2}:\d{2}:\d{2}.*",
    re.IGNORECASE,
)
_FILLED_IN = re.compile(r"\d{1,5}[a-zđ]?", re.IGNORECASE)
_OFTEN = 3
"""A line at the edge of so many pages is a running head or foot."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        return max(word.y for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.words)


def rows_of(words: list[Word]) -> list[Row]:
    """The rows of words, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        last = rows[-1] if rows else None
        if last and word.y - last[0].y <= _SAME_LINE * max(word.size, last[0].size):
            last.append(word)
        else:
            rows.append([word])
    return [Row(tuple(sorted(row, key=lambda word: word.x0))) for row in rows]


def without_stamps(words: list[Word]) -> list[Word]:
    """Of what was laid over the page only numbers filled in stay; so do printed words outside a signature's block."""
    kept = [word for word in words if not word.filled or _FILLED_IN.fullmatch(word.text)]
    stamped = {id(word) for word in kept if word.filled and not _fills_a_gap(word, kept)}
    kept = [word for word in kept if id(word) not in stamped]
    rows = rows_of(kept)
    blocks = {
        id(word) for number, row in enumerate(rows) if _STAMP.fullmatch(row.text) for word in _block(rows, number)
    }
    return [word for word in kept if id(word) not in blocks]


def _fills_a_gap(word: Word, words: list[Word]) -> bool:
    """A number put in when the paper was signed stands on a line of the paper."""
    near = _SAME_LINE * 2 * word.size
    return any(not other.filled and abs(other.y - word.y) <= near for other in words)


def _block(rows: list[Row], at: int) -> list[Word]:
    """The words of a stamp: the row, and those above and below it that begin at the same place."""
    words = list(rows[at].words)
    for step in (-1, 1):
        number, last = at + step, rows[at]
        while 0 <= number < len(rows) and _belongs(rows[number], last):
            words += rows[number].words
            last = rows[number]
            number += step
    return words


def _belongs(row: Row, last: Row) -> bool:
    near = abs(row.x0 - last.x0) <= 2 and abs(row.y - last.y) <= 1.6 * last.size
    return near and abs(row.size - last.size) < 0.6


def without_edges(pages: list[list[Row]]) -> list[list[Row]]:
    """Pages without their numbers and running heads and feet."""
    edges = Counter(_shape(row) for page in pages for row in {id(r): r for r in (page[:1] + page[-1:])}.values())
    running = {shape for shape, times in edges.items() if times >= _OFTEN and shape}
    return [_bare(page, running) for page in pages]


def _bare(page: list[Row], running: set[str]) -> list[Row]:
    first, last = 0, len(page)
    while first < last and _is_edge(page[first], running):
        first += 1
    while last > first and _is_edge(page[last - 1], running):
        last -= 1
    return page[first:last]


def _is_edge(row: Row, running: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(row.text)) or _shape(row) in running


def _shape(row: Row) -> str:
    """The words of a running head, whatever the number of the page in it."""
    return re.sub(r"\d+", "", row.text).strip()
