"""Which part of a plan speaks of what, by its headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantoa.papers.tree import Clause, Paper, Table
from lantoa.reading.passages import Passage, passage
from lantoa.viet.letters import fold

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("objectives", r"\bmuc (dich|tieu)\b"),
        ("requirements", r"\byeu cau\b"),
        ("time", r"\b(thoi gian|thoi han|tien do|lo trinh)\b"),
        ("audiences", r"\bdoi tuong\b"),
        (
            "themes",
            r"\bnoi dung( va hinh thuc)?( thong tin,?)? (tuyen truyen|truyen thong|quang ba|thong tin)\b|\bchu de\b",
        ),
        ("budget", r"\b(kinh phi|du toan)\b"),
        ("duties", r"\b(to chuc (trien khai )?thuc hien|trach nhiem|phan cong|to chuc trien khai)\b"),
        ("tasks", r"\b(nhiem vu|giai phap|phuong an|hoat dong|hinh thuc)\b|^noi dung( thuc hien| cong viec)?$"),
    )
)
_WEAK = ("tasks", "requirements")
"""Kinds whose words also occur in the headings of others: they count when nothing else does."""
_LONGEST = 150
_LONGEST_LEAD = 90
_ABOUT_PUBLICITY = re.compile(r"\b(tuyen truyen|truyen thong|quang ba|thong tin)\b")


@dataclass(frozen=True, slots=True)
class Section:
    """A clause that opens a part, the words behind its colon, and the children that belong to it."""

    kind: str
    clause: Clause
    inline: Passage | None
    children: tuple[Clause | Table, ...]


def split_heading(text: str, clause: Clause) -> tuple[str, Passage | None]:
    """The heading of a clause, folded, and what follows its colon; "" when the clause is a sentence."""
    whole = passage(text, clause.span)
    colon = whole.raw.find(":")
    if 0 < colon <= _LONGEST_LEAD:
        inline = whole.cut(colon + 1, len(whole.raw))
        return fold(whole.cut(0, colon).words), inline if inline.raw else None
    if len(whole.raw) <= _LONGEST and not whole.raw.rstrip().endswith((".", ";", ",")):
        return fold(whole.words), None
    return "", None


def sections(paper: Paper) -> list[Section]:
    """Every part whose kind is known, of the body and of annexes that carry clauses (a plan behind a decision)."""
    found: list[Section] = []
    publicity = bool(_ABOUT_PUBLICITY.search(fold(paper.title)))
    for body in (paper.body, *(annex.body for annex in paper.appendices)):
        found += _search(paper.text, body, publicity)
    return found


def _search(text: str, clauses: Iterable[Clause | Table], publicity: bool) -> Iterator[Section]:
    for clause in clauses:
        if not isinstance(clause, Clause):
            continue
        heading, inline = split_heading(text, clause)
        kinds = _kinds(heading, publicity and bool(clause.children))
        if len(kinds) != 1:
            yield from _search(text, _numbered(clause.children), publicity)
            continue
        kind = kinds[0]
        other = [child for child in _numbered(clause.children) if _other_kind(text, child, kind, publicity)]
        own = tuple(child for child in clause.children if child not in other)
        yield Section(kind, clause, inline, own)
        yield from _search(text, other, publicity)


def _kinds(heading: str, publicity: bool) -> list[str]:
    if not heading:
        return []
    kinds = [kind for kind, pattern in _KINDS if pattern.search(heading)]
    if publicity and heading.strip(" .") == "noi dung":
        return ["themes"]
    strong = [kind for kind in kinds if kind not in _WEAK]
    if "duties" in strong and len(strong) == 2 and "time" in strong:
        strong.remove("duties" if heading.startswith("thoi gian") else "time")
    if "objectives" in strong and "requirements" in kinds:
        return ["objectives", "requirements"]
    return strong or kinds[:1]


def _other_kind(text: str, child: Clause, kind: str, publicity: bool) -> bool:
    """A numbered child with a heading of its own kind leaves its parent's part; weak kinds do not."""
    heading, _ = split_heading(text, child)
    kinds = _kinds(heading, publicity and bool(child.children))
    return bool(kinds) and kind not in kinds and not set(kinds) <= {"tasks"}


def _numbered(clauses: Iterable[Clause | Table]) -> list[Clause]:
    return [clause for clause in clauses if isinstance(clause, Clause) and is_numbered(clause)]


def is_numbered(clause: Clause) -> bool:
    """True for "1.", "a)", "II."; not for a dash or a plain paragraph."""
    return bool(clause.label) and clause.label[0] not in "-–—−•●+*"


def entries(text: str, section: Section) -> Iterator[tuple[Passage, Clause, tuple[Clause, ...]]]:
    """What a part lists: each entry with its clause and the headings that it stands under inside the part."""
    if section.inline is not None:
        yield section.inline, section.clause, ()
    yield from _listed(text, section.children, ())


def _listed(
    text: str, clauses: Iterable[Clause | Table], above: tuple[Clause, ...]
) -> Iterator[tuple[Passage, Clause, tuple[Clause, ...]]]:
    for clause in clauses:
        if not isinstance(clause, Clause):
            continue
        inner = [child for child in clause.children if isinstance(child, Clause)]
        if inner and (clause.text.endswith(":") or len(clause.text) < 60):
            yield from _listed(text, inner, (*above, clause))
        elif clause.text:
            entry = passage(text, clause.span).unclosed()
            yield entry.cut(0, len(entry.raw.rstrip(";"))), clause, above
