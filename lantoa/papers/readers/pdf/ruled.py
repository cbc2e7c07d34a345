"""Tables of a page by their drawn lines: cells, also those that span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.papers.readers.pdf.glyphs import Rule, Word

_NEAR = 3.0
"""Lines closer than this are one line; ends closer than this touch."""
_MAX_RULES = 4_000


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its place on the page and how many rows and columns of the grid it covers."""

    x0: float
    y0: float
    x1: float
    y1: float
    row: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its columns begin and end, and its cells row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    def holds(self, word: Word) -> bool:
        return self.xs[0] <= _middle(word) <= self.xs[-1] and self.ys[0] <= word.y - word.size / 3 <= self.ys[-1]

    def box_of(self, word: Word) -> Box | None:
        """The cell that a word stands in."""
        x, y = _middle(word), word.y - word.size / 3
        return next((b for b in self.boxes if b.x0 <= x <= b.x1 and b.y0 <= y <= b.y1), None)


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def grids(across: list[Rule], down: list[Rule]) -> list[Grid]:
    """Every ruled table of a page with at least two cells, from top to bottom."""
    across, down = _merged(across)[:_MAX_RULES], _merged(down)[:_MAX_RULES]
    found = [grid for rows, columns in _touching(across, down) if (grid := _grid(rows, columns))]
    return sorted(found, key=lambda grid: grid.top)


def _merged(rules: list[Rule]) -> list[Rule]:
    """Parallel lines that lie on one another, or go on where the other ends, become one."""
    merged: list[Rule] = []
    for group in _groups(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in group) / len(group)
        start, end = group[0].start, group[0].end
        for rule in sorted(group, key=lambda rule: rule.start):
            if rule.start > end + _NEAR:
                merged.append(Rule(at, start, end))
                start = rule.start
                end = rule.end
            start, end = min(start, rule.start), max(end, rule.end)
        merged.append(Rule(at, start, end))
    return merged


def _groups(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Runs of lines, sorted by place, that lie within `_NEAR` of the run's first."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > _NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _touching(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together by crossing or touching, one table after the other."""
    left = set(range(len(down)))
    todo = set(range(len(across)))
    while todo:
        first = todo.pop()
        rows, columns, queue = {first}, set[int](), [(True, first)]
        while queue:
            is_row, index = queue.pop()
            if is_row:
                hit = {j for j in left if _cross(across[index], down[j])}
                left -= hit
                columns |= hit
                queue += [(False, j) for j in hit]
            else:
                hit = {i for i in todo if _cross(across[i], down[index])}
                todo -= hit
                rows |= hit
                queue += [(True, i) for i in hit]
        yield [across[i] for i in rows], [down[j] for j in columns]


def _cross(row: Rule, column: Rule) -> bool:
    return row.start - _NEAR <= column.at <= row.end + _NEAR and column.start - _NEAR <= row.at <= column.end + _NEAR


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid | None:
    """The table of lines that hang together; an edge that is not drawn runs where the other lines end."""
    if not columns or len(rows) < 2:
        return None
    left, right = min(rule.start for rule in rows), max(rule.end for rule in rows)
    top, bottom = min(rule.start for rule in columns), max(rule.end for rule in columns)
    top, bottom = min(top, *(rule.at for rule in rows)), max(bottom, *(rule.at for rule in rows))
    columns = [*columns, Rule(left, top, bottom), Rule(right, top, bottom)]
    rows = [*rows, Rule(top, left, right), Rule(bottom, left, right)]
    xs, ys = _places(columns), _places(rows)
    boxes = tuple(_boxes(xs, ys, rows, columns))
    return Grid(xs, ys, boxes) if len(boxes) > 1 and len(xs) > 2 else None


def _places(rules: list[Rule]) -> tuple[float, ...]:
    """Where lines lie, each place once."""
    groups = _groups(sorted(rules, key=lambda rule: rule.at))
    return tuple(sum(rule.at for rule in group) / len(group) for group in groups)


def _boxes(xs: tuple[float, ...], ys: tuple[float, ...], rows: list[Rule], columns: list[Rule]) -> Iterator[Box]:
    """The cells, row by row: each grows right, then down, until a drawn line stops it."""
    taken: set[tuple[int, int]] = set()
    for y in range(len(ys) - 1):
        for x in range(len(xs) - 1):
            if (y, x) in taken:
                continue
            right = x + 1
            while right < len(xs) - 1 and (y, right) not in taken and not _ruled(columns, xs[right], ys[y], ys[y + 1]):
                right += 1
            under = y + 1
            while under < len(ys) - 1 and not _ruled(rows, ys[under], xs[x], xs[right]):
                under += 1
            taken |= {(j, i) for j in range(y, under) for i in range(x, right)}
            yield Box(xs[x], ys[y], xs[right], ys[under], y, under - y, right - x)


def _ruled(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """True when lines at `at` cover most of [start, end]."""
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _NEAR)
    return covered * 2 > end - start
