"""The way to the public page: an address that stays. The page itself is read by the portal, so nothing is sent."""

from __future__ import annotations

from collections.abc import Container

from lantoa.viet.letters import slug

LONGEST = 120
"""Characters in an address, as the release keeps it."""

NAMELESS = "tin"
_ROOM_FOR_NUMBER = 6


def address(title: str, taken: Container[str]) -> str:
    """An address for a story: its title in plain letters, cut at a word, numbered when it is taken already."""
    name = _cut(slug(title) or NAMELESS, LONGEST - _ROOM_FOR_NUMBER)
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _cut(name: str, length: int) -> str:
    if len(name) <= length:
        return name
    whole_words, _, _ = name[: length + 1].rpartition("-")
    return whole_words or name[:length]
