"""What was read of a text that now stands behind another one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from lantoa.papers.tree import NOWHERE, Span

T = TypeVar("T")


def moved(value: T, by: int) -> T:
    """A paper or a draft, every place in it `by` code points further on; what was read nowhere stays nowhere."""
    if isinstance(value, Span):
        return value if value == NOWHERE else type(value)(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return type(value)(moved(item, by) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: moved(getattr(value, each.name), by) for each in fields(value)})
    return value
