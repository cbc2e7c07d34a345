"""Rows become paragraphs, also across pages; pieces of a table on two pages become one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from lantoa.papers.readers.letters import squeezed, stored
from lantoa.papers.readers.pdf.rows import Row

_FIT = 2.0
"""A line that the next word would pass by less than this is full."""
_INDENT = 8.0
_LABEL = re.compile(r"(?:[-–—−•●+*](?=\s)|\d{1,2}(?:\.\d{1,2})*\s?[.)/](?=\s)|[a-zđ]\)|[IVXL]{1,6}\.|Điều\s+\d+\.)")
_ENDS = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a page begins and ends, and how far apart its lines are."""

    left: float
    right: float
    pitch: float


@dataclass(slots=True)
class Passage:
    """The rows of a paragraph."""

    rows: list[Row] = field(default_factory=list)

    @property
    def text(self) -> str:
        return joined(row.text for row in self.rows)


def margins_of(rows: list[Row], width: float) -> Margins:
    """By where most lines begin and end."""
    if not rows:
        return Margins(width * 0.14, width * 0.93, 17.0)
    left, right = min(_usual([row.x0 for row in rows])), max(_usual([row.x1 for row in rows]))
    steps = sorted(b.y - a.y for a, b in pairwise(rows) if 0 < b.y - a.y < 40)
    pitch = steps[len(steps) // 3] if steps else 17.0
    return Margins(left, max(right, width * 0.6), pitch)


def _usual(places: list[float]) -> list[float]:
    """The places where a tenth of the lines, and at least two, begin or end; all places when there is none."""
    counted = Counter(round(place / 2) * 2.0 for place in places)
    return [place for place, times in counted.items() if times >= max(2, len(places) // 10)] or places


def is_centered(row: Row, margins: Margins) -> bool:
    """A line whose middle is the text's and that leaves room on both sides."""
    middle = abs((row.x0 + row.x1) / 2 - (margins.left + margins.right) / 2) < 8
    return middle and row.x0 - margins.left > 6


def goes_on(passage: Passage, below: Row, margins: Margins, *, new_page: bool) -> bool:
    """True when `below` is the next line of the paragraph: its first word would not have fitted in the last line."""
    last = passage.rows[-1]
    looks_alike = (last.bold, last.italic) == (below.bold, below.italic)
    if looks_alike and _is_bracketed(passage.text) and is_centered(last, margins) and is_centered(below, margins):
        return True
    if abs(last.size - below.size) > 1.5 or not _is_full(last, below, margins):
        return False
    if not looks_alike and (is_centered(below, margins) or is_centered(last, margins)):
        return False
    step = below.y - last.y
    if not new_page and step > max(2.4 * last.size, 1.2 * margins.pitch + 4):
        return False
    done = last.text.endswith(_ENDS)
    if _LABEL.match(below.text) and (done or below.x0 > margins.left + _INDENT):
        return False
    if not new_page and done and step > 1.25 * margins.pitch:
        return False
    return _is_placed_below(passage, below, margins, done)


def _is_bracketed(text: str) -> bool:
    """A line in brackets that are not closed: "(Kèm theo Kế hoạch số ..." """
    return text.startswith("(") and text.count("(") > text.count(")")


def _is_full(last: Row, below: Row, margins: Margins) -> bool:
    word = below.words[0]
    more = 0.25 * last.size + (word.x1 - word.x0)
    if is_centered(last, margins) and is_centered(below, margins):
        return last.x1 - last.x0 + more > margins.right - margins.left - _FIT
    return last.x1 + more > margins.right - _FIT


def _is_placed_below(passage: Passage, below: Row, margins: Margins, done: bool) -> bool:
    """By its indent: a paragraph's later lines begin at the margin, where its second did, or behind its label."""
    first, last = passage.rows[0], passage.rows[-1]
    if below.x0 <= margins.left + _INDENT:
        return True
    if len(passage.rows) > 1:
        return abs(below.x0 - last.x0) <= 3
    hanging = bool(_LABEL.match(first.text)) and len(first.words) > 1 and abs(below.x0 - first.words[1].x0) <= 6
    centered = is_centered(first, margins) and is_centered(below, margins)
    return hanging or centered or (abs(below.x0 - first.x0) <= 3 and not done)


def joined(lines: Iterable[str]) -> str:
    """Lines as one text; a word or a symbol cut at a hyphen is whole again."""
    text = ""
    for line in lines:
        line = squeezed(stored(line))
        if not text or not line:
            text += line
        elif re.search(r"[^\W\d_a-z][-\u00ad]$|[^\s-][-\u00ad]$", text):
            cut = text[-2].islower() and line[0].islower()
            text = (text[:-1] if cut else text) + line
        else:
            text += f" {line}"
    return text


def cell_lines(rows: list[Row], x0: float, x1: float) -> list[tuple[str, bool]]:
    """The lines of a cell as they were typed: a line that only wraps is joined with the one above."""
    if not rows:
        return []
    pad = min(max(min(row.x0 for row in rows) - x0, 2.0), 8.0)
    room = x1 - x0 - 2 * pad
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _wraps(groups[-1][-1], row, room):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [(joined(row.text for row in group), all(row.bold for row in group)) for group in groups]


def _wraps(above: Row, row: Row, room: float) -> bool:
    word = row.words[0]
    fits = above.x1 - above.x0 + 0.25 * above.size + (word.x1 - word.x0) <= room - 1
    if fits:
        return row.text[0].islower() and not above.text.endswith(_ENDS)
    return not _LABEL.match(row.text) or not above.text.endswith((*_ENDS, ","))
