"""The head and the foot of a paper stand in two columns that no line divides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from lantoa.papers.readers.pdf.glyphs import Word
from lantoa.papers.readers.pdf.rows import Row
from lantoa.viet.letters import fold

_NATION = re.compile(r"(cong hoa xa hoi|dang cong san viet nam)\b")
_RECIPIENTS = re.compile(r"noi nhan\b")
_CAPACITY = re.compile(r"(tm|kt|tl|tuq|q)\s?[./]\s?\S")
_NAMES_TYPE = re.compile(
    r"(ke hoach|quyet dinh|thong bao|chi thi|nghi quyet|bao cao|to trinh|chuong trinh|huong dan|de an|phuong an|"
    r"ket luan|cong dien|kinh gui)\b"
)
_TALLEST = 14
"""A head or foot has no more rows than this (a list of recipients may)."""
_MIDDLE = 0.46
"""Share of the page's width near which the right column of a foot begins."""
_ABOUT = 0.1
"""A row may part from its neighbours by so much of the page's width."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns: the rows of each, and the place of the first."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]

    @property
    def y(self) -> float:
        return min(row.y for row in (*self.left, *self.right))


def take_columns(rows: list[Row], width: float, *, first_page: bool) -> list[Row | Columns]:
    """The rows of a page with its head (on the first page) and its foot taken together."""
    taken: list[Row | Columns] = []
    at = 0
    while at < len(rows):
        gutter = _head_gutter(rows, at) if first_page and at == 0 else None
        if gutter is None:
            gutter = _foot_gutter(rows, at, width)
        until = at if gutter is None else _end(rows, at, gutter, width)
        if gutter is None or until == at:
            taken.append(rows[at])
            at += 1
            continue
        taken.append(_split_all(rows[at:until], gutter, width))
        at = until
    return taken


def _head_gutter(rows: list[Row], at: int) -> float | None:
    """Where the column of the national name begins, when something stands left of it."""
    for number, row in enumerate(rows[at : at + _TALLEST]):
        for index, word in enumerate(row.words):
            if _NATION.match(fold(" ".join(w.text for w in row.words[index:]))):
                beside = index > 0 or any(
                    other.x1 < word.x0 for other in rows[at : at + number + 3] if other is not row
                )
                before = row.words[index - 1].x1 if index else word.x0 - 2 * word.size
                return (before + word.x0) / 2 if beside else None
    return None


def _foot_gutter(rows: list[Row], at: int, width: float) -> float | None:
    """A foot begins with the recipients' heading, or with the signature when its heading is a row or two below."""
    signs = rows[at].x0 > width * 0.4 and bool(_CAPACITY.match(fold(rows[at].text)))
    opens = rows[at : at + 3] if signs else rows[at : at + 1]
    if not any(_RECIPIENTS.match(fold(row.text)) for row in opens):
        return None
    begins = [x for row in rows[at : at + 6] if (x := _right_begins(row, width)) is not None]
    return min(begins) - 2 if begins else width * _MIDDLE


def _right_begins(row: Row, width: float) -> float | None:
    """Where the right half of a row begins, when a wide gap or nothing stands before it."""
    if row.x0 > width * 0.4:
        return row.x0
    gaps = [(b.x0 - a.x1, b.x0) for a, b in pairwise(row.words) if b.x0 - a.x1 > 2 * row.size]
    return max(gaps)[1] if gaps else None


def _end(rows: list[Row], at: int, gutter: float, width: float) -> int:
    """The number of the first row below the columns: it names a type or runs across both."""
    until = at
    for row in rows[at:]:
        if until > at and (_NAMES_TYPE.match(fold(row.text)) or _runs_across(row, gutter, width)):
            break
        until += 1
    return until


def _runs_across(row: Row, gutter: float, width: float) -> bool:
    if row.x0 > gutter - width * 0.08 or row.x1 < gutter + width * 0.04:
        return False
    return _gap(row, gutter, width) is None


def _gap(row: Row, gutter: float, width: float) -> int | None:
    """Between which words of a row the columns part: the widest gap at or near the gutter."""
    gaps = [
        (right.x0 - left.x1, index + 1)
        for index, (left, right) in enumerate(pairwise(row.words))
        if right.x0 - left.x1 > 0.7 * row.size
        and left.x1 < gutter + width * _ABOUT
        and right.x0 > gutter - width * _ABOUT
    ]
    return max(gaps)[1] if gaps else None


def _split_all(rows: list[Row], gutter: float, width: float) -> Columns:
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        for words in _split(row, gutter, width):
            side = left if _is_left(words, gutter) else right
            side.append(Row(words))
    return Columns(tuple(left), tuple(right))


def _split(row: Row, gutter: float, width: float) -> list[tuple[Word, ...]]:
    at = _gap(row, gutter, width)
    return [row.words] if at is None else [row.words[:at], row.words[at:]]


def _is_left(words: tuple[Word, ...], gutter: float) -> bool:
    """Which column words stand in: by their middle."""
    return (words[0].x0 + words[-1].x1) / 2 < gutter
