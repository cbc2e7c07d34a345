"""The words that qualify a figure, and what becomes of them when figures are joined."""

from __future__ import annotations

from collections.abc import Iterable

QUALIFIERS = ("hơn", "trên", "gần", "khoảng", "ước")
"""What an officer may write before a figure. "Trên" and "hơn" say more than; "gần" less than; the others about."""

_ABOVE = {"hơn", "trên"}


def joined_qualifier(qualifiers: Iterable[str]) -> str:
    """The qualifier of a whole, from those of its parts in any order: a mark on any part marks the whole.

    Marks that all say "more than" stay so ("hơn"); an estimate among the parts makes the whole an estimate ("ước");
    marks that point different ways leave only "khoảng".
    """
    found = {qualifier for qualifier in qualifiers if qualifier}
    if len(found) <= 1:
        return next(iter(found), "")
    if found <= _ABOVE:
        return "hơn"
    return "ước" if any(qualifier.startswith("ước") for qualifier in found) else "khoảng"
