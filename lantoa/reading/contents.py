"""What a plan says without asking anyone: objectives, phases, themes, audiences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.papers.tree import Clause, Paper
from lantoa.reading.draft import UNREAD, Audience, Objective, Phase, Read, Theme
from lantoa.reading.passages import Passage, passage
from lantoa.reading.sections import Section, entries
from lantoa.reading.times import phase_of
from lantoa.viet.dates import PartialDate
from lantoa.viet.letters import fold, fold_map

_PILLARS = (
    ("political-security", r"chinh tri\s*-\s*an ninh"),
    ("economic", r"(?:cong dong|tru cot|va|,)\s+kinh te\b"),
    ("socio-cultural", r"van hoa\s*-\s*xa hoi"),
)
_ALL_PILLARS = re.compile(r"\b(?:ba|3|cac)\s+tru cot\b")
_HOME = re.compile(r"\btrong nuoc\b|\btrong tinh\b")
_ABROAD = re.compile(r"\b(?:ngoai nuoc|o nuoc ngoai)\b")


def objectives(text: str, parts: list[Section], kind: str) -> tuple[Objective, ...]:
    return tuple(
        Objective(entry.read(0.9), clause.path)
        for part in parts
        if part.kind == kind
        for entry, clause, _ in entries(text, part)
    )


def phases(paper: Paper, parts: list[Section], base: PartialDate | None) -> tuple[Phase, ...]:
    """The phases that the part on time lists; without such a part, the term that the title names."""
    found: list[Phase] = []
    for part in parts:
        if part.kind == "time":
            found += [phase for entry, _, _ in entries(paper.text, part) if (phase := phase_of(entry, base))]
    if not found and "title" in paper.spans:
        from_title = phase_of(passage(paper.text, paper.spans["title"]), base)
        found = [from_title] if from_title else []
    return tuple(found)


def themes(text: str, parts: list[Section]) -> tuple[Theme, ...]:
    return tuple(
        Theme(entry.read(0.9), clause.path, tuple(_pillars(entry)))
        for part in parts
        if part.kind == "themes"
        for entry, clause, _ in entries(text, part)
    )


def _pillars(entry: Passage) -> Iterator[Read[str]]:
    folded, positions = fold_map(entry.raw)
    for name, pattern in _PILLARS:
        match = re.search(pattern, folded)
        if match:
            place = entry.cut(positions[match.start()], positions[match.end()])
            yield Read(name, place.span, 0.9, "tên trụ cột trong câu")
    whole = _ALL_PILLARS.search(folded)
    if whole and not any(re.search(pattern, folded) for _, pattern in _PILLARS):
        place = entry.cut(positions[whole.start()], positions[whole.end()])
        for name, _ in _PILLARS:
            yield Read(name, place.span, 0.8, "câu nói về cả ba trụ cột")


def audiences(text: str, parts: list[Section]) -> tuple[Audience, ...]:
    return tuple(
        Audience(entry.read(0.9), clause.path, _where(text, entry, above))
        for part in parts
        if part.kind == "audiences"
        for entry, clause, above in entries(text, part)
    )


def _where(text: str, entry: Passage, above: tuple[Clause, ...]) -> Read[str]:
    """The heading above says it; else the entry's own words, when they speak of one side only."""
    for clause in reversed(above):
        heading = passage(text, clause.span)
        side = _side(heading.words)
        if side:
            return Read(side, heading.span, 0.95, "tiêu đề của nhóm")
    side = _side(entry.words)
    return Read(side, entry.span, 0.6, "lời của mục") if side else UNREAD


def _side(words: str) -> str | None:
    folded = fold(words)
    home, abroad = bool(_HOME.search(folded)), bool(_ABROAD.search(folded))
    if home == abroad:
        return None
    return "home" if home else "abroad"
