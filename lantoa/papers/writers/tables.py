"""A table of an official paper: thin borders, bold head repeated on each page, figures right, order numbers centred."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from lantoa.papers.tree import Cell, Table
from lantoa.papers.writers.letters import width
from lantoa.papers.writers.page import TEXT_WIDTH
from lantoa.papers.writers.wordml import POINT, cell, paragraph, row, run, table

MARGIN = 85
"""Space left and right of the text in a cell: 1.5 mm."""

SIZE = 13
_WIDEST_FLOOR = 1800
"""A column need not be wider than this for the sake of its head, or of one word such as an address of the web."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    + "</w:tblBorders>"
)
_FIGURE = re.compile(r"(?:hơn |trên |khoảng |ước )?[-+]?\d[\d.,]*\s*%?|[-–]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?|[IVXL]+\.?|[a-zđ][.)]?|\(\d+\)|")
_MIDDLE = '<w:vAlign w:val="center"/>'
_REPEAT = "<w:tblHeader/>"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell stands: its first column and how many it takes. `cell` is None where one from above reaches down."""

    x: int
    wide: int
    cell: Cell | None


_Rows = list[list[_Place]]


def table_of(value: Table) -> str:
    """`value` as a table as wide as the text."""
    rows = list(_placed(value))
    columns = max((place.x + place.wide for places in rows for place in places), default=0)
    if not columns:
        return ""
    heads = header_rows(rows, columns)
    widths = column_widths(rows, columns, heads)
    styles = _column_styles(rows[heads:], columns)
    lines = (
        row(_cells(places, widths, styles, head=y < heads), _REPEAT if y < heads else "")
        for y, places in enumerate(rows)
    )
    return table(widths, "".join(lines), _BORDERS, MARGIN)


def header_rows(rows: _Rows, columns: int) -> int:
    """How many rows are the head: the bold ones on top, or, where nothing on top is bold, the first.

    A row of a number and one long cell names a group of rows; a table of one row has no head.
    """
    if len(rows) < 2 or len(rows[0]) < min(columns, 3):
        return 0
    heads = 0
    while heads < len(rows) - 1 and _is_head(rows[heads], columns):
        heads += 1
    tallest = max(place.cell.rows for place in rows[0] if place.cell)
    return min(max(heads, tallest), len(rows) - 1)


def _is_head(places: list[_Place], columns: int) -> bool:
    cells = [place.cell for place in places if place.cell]
    return len(places) >= min(columns, 3) and all(cell.bold or not cell.text for cell in cells)


def column_widths(rows: _Rows, columns: int, heads: int) -> list[int]:
    """Widths that keep the table short: each column takes its longest word or half its head, and more by its text."""
    words, heads_of, amounts = [""] * columns, [""] * columns, [0] * columns
    for y, places in enumerate(rows):
        for place in places:
            if place.cell is None or place.wide > 1 or not place.cell.text:
                continue
            words[place.x] = max((words[place.x], *place.cell.text.split()), key=len)
            if y < heads:
                heads_of[place.x] = place.cell.text
            else:
                amounts[place.x] += len(place.cell.text) ** 2
    needs = (max(width(word, SIZE), width(head, SIZE) / 2) for word, head in zip(words, heads_of, strict=True))
    floors = [2 * MARGIN + min(round(need * POINT) + POINT, _WIDEST_FLOOR) for need in needs]
    return _shared(floors, list(map(sqrt, amounts)))


def _shared(floors: list[int], weights: list[float]) -> list[int]:
    """The width of the text, shared out: to each its floor, and the rest by weight."""
    rest, total = TEXT_WIDTH - sum(floors), sum(weights)
    if rest < 0:
        widths = [floor * TEXT_WIDTH // sum(floors) for floor in floors]
    elif total == 0:
        widths = [floor + rest // len(floors) for floor in floors]
    else:
        widths = [floor + int(rest * weight / total) for floor, weight in zip(floors, weights, strict=True)]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def _column_styles(rows: _Rows, columns: int) -> list[str]:
    texts: list[list[str]] = [[] for _ in range(columns)]
    for places in rows:
        for place in places:
            if place.cell and place.wide == 1 and place.cell.text:
                texts[place.x].append(place.cell.text)
    return [_column_style(column, first=x == 0) for x, column in enumerate(texts)]


def _column_style(texts: list[str], *, first: bool) -> str:
    """Order numbers and years stand in the middle, figures to the right, words to the left."""
    if not texts:
        return "BangChu"
    if (first and all(map(_ORDER.fullmatch, texts))) or all(map(_YEAR.fullmatch, texts)):
        return "BangGiua"
    return "BangSo" if all(map(_FIGURE.fullmatch, texts)) else "BangChu"


def _cells(places: list[_Place], widths: list[int], styles: list[str], *, head: bool) -> str:
    """The cells of a row; a row of one long cell, perhaps with a number before it, names a group and is bold."""
    group = len(places) <= 2 < len(widths) and places[-1].wide >= len(widths) - 1
    return "".join(_cell(place, widths, styles, head=head, bold=group) for place in places)


def _cell(place: _Place, widths: list[int], styles: list[str], *, head: bool, bold: bool) -> str:
    span = f'<w:gridSpan w:val="{place.wide}"/>' if place.wide > 1 else ""
    across = sum(widths[place.x : place.x + place.wide])
    if place.cell is None:
        return cell(across, paragraph("BangChu"), f"{span}<w:vMerge/>")
    down = '<w:vMerge w:val="restart"/>' if place.cell.rows > 1 else ""
    style = "BangTieuDe" if head else "BangChu" if place.wide > 1 else styles[place.x]
    look = "<w:b/>" if (place.cell.bold or bold) and not head else ""
    inner = "".join(paragraph(style, run(part, look)) for part in place.cell.text.split("\n"))
    return cell(across, inner, f"{span}{down}{_MIDDLE}")


def _placed(value: Table) -> Iterator[list[_Place]]:
    """The rows with every place filled; a gap that a row leaves before a cell from above becomes an empty cell."""
    covered: dict[int, _Place] = {}
    rows_left: dict[int, int] = {}
    for cells in value.rows:
        places: list[_Place] = []
        below: dict[int, _Place] = {}
        waiting = deque(cells)
        x = 0
        while waiting or any(start >= x for start in covered):
            if x in covered:
                place = covered[x]
                rows_left[x] -= 1
            else:
                item = waiting.popleft() if waiting else Cell("")
                place = _Place(x, item.columns, item)
                rows_left[x] = item.rows - 1
            places.append(place)
            if rows_left[x] > 0:
                below[x] = _Place(x, place.wide, None)
            x += place.wide
        covered = below
        yield places
