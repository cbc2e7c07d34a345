"""Names of bodies inside passages."""

from __future__ import annotations

from lantoa.papers.tree import Span
from lantoa.reading.draft import Body, Read
from lantoa.reading.passages import Passage
from lantoa.viet.bodies import split_bodies
from lantoa.viet.letters import fold

ANSWERS = ("agency", "person")
"""Kinds of bodies that can answer for a task; a group, a class of bodies or a channel cannot."""


def bodies_in(passage: Passage, sure: float = 0.95) -> tuple[Body, ...]:
    """The bodies that a cell or the subject of a sentence lists, as written, each with its place."""
    return tuple(
        _body(passage, found.text, found.start, found.end, found.kind, found.note, sure)
        for found in split_bodies(passage.raw)
    )


def _body(passage: Passage, name: str, start: int, end: int, kind: str, note: str, sure: float) -> Body:
    span = Span(passage.start + start, passage.start + end)
    written = fold(" ".join(passage.raw[start:end].split()))
    derived = "" if fold(name) in written else "từ đứng chung trước danh sách"
    known = sure if kind != "unknown" else min(sure, 0.6)
    return Body(Read(name, span, known, derived), kind, note)


def can_answer(bodies: tuple[Body, ...]) -> bool:
    """True when the bodies are named ones only: persons, or one agency."""
    kinds = [body.kind for body in bodies]
    return bool(kinds) and all(kind in ANSWERS for kind in kinds) and kinds.count("agency") <= 1
