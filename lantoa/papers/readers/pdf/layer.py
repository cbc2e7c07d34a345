"""Is the text layer of a .pdf worth reading?"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\S+")
_LATIN_VIETNAMESE = re.compile(
    r"[A-Za-z\u00c0-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_FEW = 40
"""Fewer letters on a page that shows a picture are no text of a paper."""
_MOST_STRANGE = 0.04


def is_scan(text: str, pages: int, pictures: int) -> bool:
    """Pictures with hardly a letter beside them."""
    letters = sum(letter.isalpha() for letter in text)
    return pictures > 0 and letters < _FEW * pages


def is_gibberish(text: str) -> bool:
    """True when the letters are not those that the page shows: fonts without a true table of their characters.

    Judged by words in which letters that Vietnamese does not use stand among others, or that hold no known letter.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    strange = sum(1 for word in words if _is_strange(word))
    return len(words) > 0 and strange > _MOST_STRANGE * len(words)


def _is_strange(word: str) -> bool:
    foreign = sum(map(_is_foreign, word))
    return 0 < foreign < len(word) or any(unicodedata.category(letter) in ("Co", "Cn", "Cc") for letter in word)


def _is_foreign(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return (kind[0] in "LM" and not _LATIN_VIETNAMESE.match(letter)) or letter == "\ufffd"
