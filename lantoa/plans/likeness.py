"""Which passages of two texts are the same passage, and which words of it changed. Texts alone; no rows."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from lantoa.viet.letters import plain

ALIKE = 55.0
"""From this share of common words on (0..100) two passages are versions of one."""
SAME_PLACE = 10.0
"""What the same number or path adds to the likeness of two passages."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage to be matched: its words, its address in its paper, and what it was in earlier versions."""

    text: str
    path: str = ""
    lineage: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words. `state`: "same", "dropped" (only the old text has them) or "added"."""

    state: str
    text: str


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: case, tone places and punctuation at their ends set aside."""
    return tuple(word.strip(".,;:()\"'“”-") or word for word in plain(text).split())


def _lettered(texts: Iterable[str], letters: dict[str, str]) -> list[str]:
    """Each text with one letter for each of its words, so that words are compared at the speed of letters."""
    return ["".join(letters.setdefault(word, chr(len(letters) + 1)) for word in words_of(text)) for text in texts]


def matched(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Which passage of `new` (its index) is which of `old`: by lineage, then word for word, then by likeness, the most
    alike first. Nothing is matched twice; what is too different stays alone.
    """
    found: dict[int, int] = {}
    letters: dict[str, str] = {}
    words = _lettered((one.text for one in old), letters), _lettered((one.text for one in new), letters)
    _take(found, _by_lineage(old, new))
    _take(found, _word_for_word(old, new, *words))
    _take(found, _by_likeness(old, new, *words, found))
    return found


def _take(found: dict[int, int], pairs: Iterable[tuple[int, int]]) -> None:
    """Match each pair of which neither is matched yet."""
    taken = set(found.values())
    for before, after in pairs:
        if after not in found and before not in taken:
            found[after] = before
            taken.add(before)


def _by_lineage(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    known = {one.lineage: index for index, one in enumerate(old) if one.lineage}
    return ((known[one.lineage], index) for index, one in enumerate(new) if one.lineage in known)


def _word_for_word(
    old: Sequence[Passage], new: Sequence[Passage], old_words: list[str], new_words: list[str]
) -> Iterator[tuple[int, int]]:
    """The same words; of several such passages first those that stand in the same place."""
    there: dict[str, list[int]] = {}
    for index, words in enumerate(old_words):
        there.setdefault(words, []).append(index)
    pairs = [(b, a) for a, words in enumerate(new_words) if words for b in there.get(words, ())]
    return iter(sorted(pairs, key=lambda pair: old[pair[0]].path != new[pair[1]].path))


def _by_likeness(
    old: Sequence[Passage],
    new: Sequence[Passage],
    old_words: list[str],
    new_words: list[str],
    found: dict[int, int],
) -> Iterator[tuple[int, int]]:
    """Every pair that is alike enough, best first; looked for among what is not matched yet."""
    taken = set(found.values())
    left = [index for index in range(len(old)) if index not in taken and old_words[index]]
    scored = []
    for after in (index for index in range(len(new)) if index not in found and new_words[index]):
        for before in left:
            near = SAME_PLACE if old[before].path and old[before].path == new[after].path else 0.0
            likeness = fuzz.ratio(old_words[before], new_words[after], score_cutoff=ALIKE - near)
            if likeness:
                scored.append((-likeness - near, before, after))
    return ((before, after) for _, before, after in sorted(scored))


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Two versions of a passage as one run of pieces, word by word; what was dropped stands before what came for it."""
    before, after = old.split(), new.split()
    compared = words_of(old), words_of(new)
    if compared[0] == compared[1] or not before or not after:
        state = "same" if before and after else "dropped" if before else "added"
        return (Piece(state, " ".join(after or before)),)
    pieces = []
    for tag, i, j, k, m in SequenceMatcher(None, *compared, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(after[k:m])))
            continue
        pieces += [Piece("dropped", " ".join(before[i:j]))] if j > i else []
        pieces += [Piece("added", " ".join(after[k:m]))] if m > k else []
    return tuple(pieces)
