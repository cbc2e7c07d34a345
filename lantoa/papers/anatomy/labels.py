"""Labels of clauses and which stands under which."""

from __future__ import annotations

import re

PLAIN = 99
"""The rank of a paragraph without a label."""
DASH = 13
"""Ranks from here on are lists of dashes: a plain paragraph after them stands beside, not under them."""

_CAPITALS = "A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EF9, 2)))
_BEGINNING = rf"(?=\s*[“\"(]?[{_CAPITALS}])"
"""What tells "1.1. Đơn vị" from the decimal "1.1 triệu": a sentence begins."""

_LABELS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (rank, re.compile(pattern))
    for rank, pattern in (
        (0, r"(?:Phần|PHẦN)\s+(?:[IVXLC]+|\d+|thứ\s+\w+|THỨ\s+\w+)\b\s*[.:]?"),
        (1, r"(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)\b\s*[.:]?"),
        (2, r"(?:Mục|MỤC)\s+(?:[IVXLC]+|\d+)\b\s*[.:]?(?=\s*$|\s+[^\s\da-z])"),
        (3, r"(?:Tiểu mục|TIỂU MỤC)\s+\d+\b\s*[.:]?"),
        (4, r"Điều\s+\d+[a-zđ]?\s*[.:]"),
        (5, r"[A-HK]\.(?=\s+\S|$)"),
        (6, r"[IVXL]{1,6}(?:\.(?!\d)|[)/](?=\s)|\s*[-–:](?=\s))"),
        (9, r"\d{1,2}(?:\.\d{1,2}){2,3}\.?" + _BEGINNING),
        (8, r"\d{1,2}\.\d{1,2}\.?" + _BEGINNING),
        (7, r"\d{1,2}\s?\.(?!\d)(?=\s*\S|$)"),
        (10, r"\d{1,2}\s?[)/](?=\s)"),
        (11, r"[a-zđ]\d?(?:[)](?=\s*\S|$)|[./](?=\s))"),
        (12, r"\*(?=\s*[^\s*])"),
        (13, r"[-–—−•●](?=\s*[^\s\-–—_=])"),
        (14, r"\+(?=\s*\S)"),
    )
)


def label_of(line: str) -> tuple[str, int, int]:
    """The label that a line begins with, its rank (small stands above great) and where the words begin.

    `("", PLAIN, 0)` when there is none.
    """
    for rank, pattern in _LABELS:
        match = pattern.match(line)
        if match:
            rest = line[match.end() :]
            return match[0].strip(), rank, match.end() + len(rest) - len(rest.lstrip())
    return "", PLAIN, 0


def rank_of(label: str) -> int:
    """The rank of a label that stands alone (Word's automatic number)."""
    found, rank, _ = label_of(label)
    if found:
        return rank
    alone, rank, _ = label_of(f"{label} Ă")
    return rank if alone else DASH


def step(label: str, count: int) -> str:
    """A label's step in a path: "2." -> "2", the third dash -> "-3", the first plain paragraph -> "p1"."""
    if not label:
        return f"p{count}"
    if label[0] in "-–—−•●+*":
        return f"{'-' if label[0] not in '+*' else label[0]}{count}"
    return label.rstrip(".)/:- ")
