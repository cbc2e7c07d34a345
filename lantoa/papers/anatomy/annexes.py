"""Annexes: label, title, the line that ties them to the paper, body."""

from __future__ import annotations

from lantoa.papers.anatomy.clauses import labelled, nest
from lantoa.papers.anatomy.labels import PLAIN
from lantoa.papers.anatomy.lines import Item
from lantoa.papers.anatomy.marks import (
    is_appendix,
    is_capacity,
    is_nation,
    is_reference,
    is_rule,
    is_signing_title,
    type_of,
)
from lantoa.papers.tree import Appendix, Span, Table

_TITLE_LINES = 6
"""A title with its label and reference is never longer."""


def first_annex(items: list[Item | Table], at: int) -> int:
    """Where the first annex begins at or after item `at`; the number of items when there is none."""
    for number in range(at, len(items)):
        item = items[number]
        if isinstance(item, Item) and (is_appendix(item.text) or _is_untitled(items, number, at)):
            return number
    return len(items)


def _is_untitled(items: list[Item | Table], number: int, least: int) -> bool:
    """A heading without "Phụ lục" whose reference line follows."""
    item = items[number]
    if not isinstance(item, Item) or not _is_heading(item) or labelled(item)[1] != PLAIN:
        return False
    for below in items[number + 1 : number + _TITLE_LINES]:
        if isinstance(below, Table):
            return False
        if is_reference(below.text):
            return True
        if not _is_heading(below) or is_appendix(below.text):
            return False
    return False


def _is_heading(item: Item) -> bool:
    signs = item.laid or is_capacity(item.text) or is_signing_title(item.text)
    return not signs and (item.shouted or (item.bold and item.centered))


def read_annexes(items: list[Item | Table]) -> tuple[Appendix, ...]:
    """Every annex in `items`, which begin with the first."""
    starts = []
    at = 0
    while at < len(items):
        at = first_annex(items, at)
        if at < len(items):
            starts.append(at)
            at += 1 + _length_of_heading(items[at:])
    ends = [*starts[1:], len(items)]
    return tuple(_annex(items[a:b]) for a, b in zip(starts, ends, strict=bool(starts)))


def _length_of_heading(items: list[Item | Table]) -> int:
    """How many lines below the first belong to the heading: up to the reference, else the emphatic ones."""
    for number, item in enumerate(items[1 : 1 + _TITLE_LINES], start=1):
        if isinstance(item, Table) or labelled(item)[1] != PLAIN:
            break
        if is_reference(item.text):
            return number
    number = 1
    while number < min(len(items), _TITLE_LINES) and _continues(items[number]):
        number += 1
    return number - 1


def _continues(item: Item | Table) -> bool:
    return isinstance(item, Item) and labelled(item)[1] == PLAIN and _is_heading(item)


def _annex(items: list[Item | Table]) -> Appendix:
    last = _length_of_heading(items)
    lines = [item for item in items[: last + 1] if isinstance(item, Item)]
    lines = [item for item in lines if not is_nation(item.text) and not is_rule(item.text)]
    reference = lines.pop().text if lines and is_reference(lines[-1].text) else ""
    label = ""
    if lines and (is_appendix(lines[0].text) or type_of(lines[0].text)):
        label = lines.pop(0).text
    title = " ".join(item.text for item in lines)
    ends = [item.span.end for item in items]
    return Appendix(label, title, reference, nest(items[last + 1 :]), Span(_start(items[0]), max(ends)))


def _start(item: Item | Table) -> int:
    return item.span.start
