"""Words that a converter has damaged: two run together, letters lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.papers.tree import Paper
from lantoa.reading.draft import Finding, PlanDraft
from lantoa.reading.passages import Passage, passage
from lantoa.reading.saying import say
from lantoa.viet.letters import fold, is_syllable, lower

_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[^\x00-\x7f]")
_LONGEST_SYLLABLE = 7
_SHORT_FORMS = ("km", "kg", "m", "ha", "tr", "đ", "v", "b", "c", "d")
_MOST_SHOWN = 3


def damaged_words(paper: Paper, draft: PlanDraft) -> Iterator[Finding]:
    """One note for the title and the bases of a plan: what looks damaged, and how it may have read."""
    places = [passage(paper.text, read.span) for read in (draft.title,) if read]
    places += [passage(paper.text, line.span) for line in (*paper.bases, *paper.addressees)]
    found = [pair for place in places for pair in _damaged(place)]
    if not found:
        return
    words = ", ".join(f"«{word.raw}»" for word, _ in found[:_MOST_SHOWN])
    proposal = ", ".join(right for _, right in found[:_MOST_SHOWN] if right)
    message = "Có chữ bị dính hoặc mất khi chuyển đổi tệp: %(words)s (%(count)s chỗ)."
    span = found[0][0].span
    yield Finding("words_damaged", say(message, words=words, count=len(found)), span, proposal, "note")


def _damaged(place: Passage) -> Iterator[tuple[Passage, str]]:
    """Damaged words with the words that they may be, "" when that is unknown."""
    for match in _WORD.finditer(place.raw):
        word = match[0]
        if is_syllable(word):
            continue
        apart = _apart(word)
        if apart or _has_lost_letters(word):
            yield place.cut(*match.span()), apart


def _apart(word: str) -> str:
    """ "HOẠCHTRIỂN" is "HOẠCH TRIỂN"; "" for what is not two syllables of the language, one of them marked."""
    if not _MARKED.search(word) or len(word) > 2 * _LONGEST_SYLLABLE:
        return ""
    halves = ((word[:at], word[at:]) for at in range(len(word) - 2, 1, -1))
    return next((f"{left} {right}" for left, right in halves if is_syllable(left) and is_syllable(right)), "")


def _has_lost_letters(word: str) -> bool:
    """A word in small letters without a vowel."""
    small = word == lower(word) or (len(word) > 1 and word[1:] == lower(word[1:]))
    return small and word not in _SHORT_FORMS and not re.search(r"[aeiouy]", fold(word))
