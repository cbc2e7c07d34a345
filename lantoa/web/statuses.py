"""How a status looks: never by colour alone, always a word, an icon and a tone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """`tone` is a class of the style sheet; `icon` is one letter that any system font has."""

    tone: str
    icon: str


PLAIN = Look("plain", "○")
BUSY = Look("busy", "◐")
GOOD = Look("good", "✓")
LOOK = Look("look", "?")
BAD = Look("bad", "!")
OVER = Look("over", "–")

LOOKS: dict[str, Look] = {
    # a plan, and what a reader was sure of
    "draft": BUSY,
    "confirmed": GOOD,
    "closed": OVER,
    "sure": GOOD,
    "look": LOOK,
    "missing": BAD,
    "warning": BAD,
    "kept": GOOD,
    "filled": GOOD,
    # a row of a plan beside another plan
    "added": Look("good", "+"),
    "dropped": Look("bad", "−"),
    "changed": Look("look", "±"),
    "same": Look("plain", "="),
    # a round and what is owed in it
    "planned": PLAIN,
    "not_open": PLAIN,
    "open": BUSY,
    "waiting": BUSY,
    "overdue": BAD,
    "submitted": GOOD,
    "on_time": GOOD,
    "late": LOOK,
    "returned": BAD,
    "accepted": GOOD,
    "in_time": BUSY,
    "exempt": OVER,
    # sections of a report
    "todo": PLAIN,
    "doing": BUSY,
    "done": GOOD,
    "fix": BAD,
    # materials, releases, activities, documents
    "review": BUSY,
    "approved": GOOD,
    "declined": BAD,
    "withdrawn": OVER,
    "released": GOOD,
    "cancelled": OVER,
    "double": LOOK,
    "issued": GOOD,
    "asked": PLAIN,
    "unresolved": LOOK,
    "pretended": OVER,
}


def look_of(status: str) -> Look:
    """The look of a status by its stable name; an unknown one is plain."""
    return LOOKS.get(str(status).replace(" ", "_"), PLAIN)
