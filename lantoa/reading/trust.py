"""No value is surer than the format that carried it: a .docx keeps structure, a text or a .pdf lets it be inferred."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from lantoa.reading.draft import Read

T = TypeVar("T")


def trusted(value: T, most: float) -> T:
    """`value` with the certainty of everything read in it at most `most` (0..1)."""
    return value if most >= 1.0 else _capped(value, most)


def _capped(value: Any, most: float) -> Any:
    if isinstance(value, Read):
        return replace(value, sure=most) if value.sure > most else value
    if isinstance(value, tuple):
        return tuple(_capped(item, most) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for part in fields(value):
            old = getattr(value, part.name)
            new = _capped(old, most)
            if new is not old:
                changed[part.name] = new
        return replace(value, **changed) if changed else value
    return value
