"""Pieces of the stored text that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.papers.tree import Span
from lantoa.reading.draft import Read

_ABBREVIATIONS = ("TT", "TP", "Tp", "P", "Q", "TX", "tx", "Ths", "TS", "v.v", "St", "KT", "TM", "TL", "Mr")
_END = re.compile(r"(?<=[.!?])(?<!\.\.)\s+(?=[^\W\d_a-zà-ỹ])|(?<=\.{3})\s+(?=[^\W\d_a-zà-ỹ])")
_CLOSING = re.compile(r"[\s./*]*\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands at `start` of the stored text; the line breaks of a wrapped paragraph are spaces in `raw`."""

    raw: str
    start: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.raw))

    @property
    def words(self) -> str:
        """The raw text with white space squeezed."""
        return " ".join(self.raw.split())

    def cut(self, start: int, end: int) -> Passage:
        """The part [start, end) without white space around it."""
        piece = self.raw[start:end]
        lead = len(piece) - len(piece.lstrip())
        return Passage(piece.strip(), self.start + start + (lead if piece.strip() else 0))

    def read(self, sure: float) -> Read[str]:
        return Read(self.words, self.span, sure)

    def unclosed(self) -> Passage:
        """Without the mark that closes a body ("./.") and the marks of emphasis around it."""
        match = _CLOSING.search(self.raw)
        if match and "/" in match[0]:
            return self.cut(0, match.start() + (1 if match[0].lstrip().startswith(".") else 0))
        return self.cut(0, len(self.raw))

    def sentences(self) -> Iterator[Passage]:
        """Sentences; a full stop counts when a capital letter follows and no abbreviation stands before it."""
        start = 0
        for match in _END.finditer(self.raw):
            before = self.raw[start : match.start()].rstrip(".")
            if before.endswith(_ABBREVIATIONS) and before.split()[-1] in _ABBREVIATIONS:
                continue
            yield self.cut(start, match.start())
            start = match.end()
        yield self.cut(start, len(self.raw)).unclosed()


def place_of(text: str, words: str, within: Span) -> Span | None:
    """Where `words`, whose white space was squeezed, stand in the text."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    match = re.compile(pattern).search(text, within.start, within.end)
    return Span(*match.span()) if match else None


def passage(text: str, span: Span) -> Passage:
    """The paragraph at `span`."""
    return Passage(span.of(text).replace("\n", " "), span.start)
