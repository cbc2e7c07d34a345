"""Vietnamese letters: one form for comparing, one for keeping, one for sorting.

Two foldings, both returned with positions so that a match in the folded text gives a range of the original:

- `fold`: no marks, đ is d, lower case. For finding names and headings.
- `plain`: marks kept (quý is not quy), lower case, NFC. For reading phrases in which marks decide.

Both make every kind of space one space, every dash "-", and drop characters that have no width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_SPACES += "\u2028\u2029\u202f\u205f\u3000"
_ALIKE = {ord(c): " " for c in _SPACES}
_ALIKE |= {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
_ALIKE |= {ord(c): '"' for c in "\u201c\u201d\u201e\u201f"} | {ord(c): "'" for c in "\u2018\u2019\u201a\u201b\u2032"}
_ALIKE |= {ord(c): "" for c in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_ALIKE |= {ord("đ"): "d", ord("Đ"): "d", ord("ð"): "d", ord("Ð"): "d"}


class _Folds(dict[int, str]):
    """What each code point becomes; learned at first sight, so that `str.translate` runs at full speed."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if ord(character) in _ALIKE:
        return _ALIKE[ord(character)]
    return _bare(_bare(character).lower())


def _bare(text: str) -> str:
    return "".join(_ALIKE.get(ord(c), c) for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Lower case, marks stripped, đ -> d: "Điện Biên" -> "dien bien". NFC and NFD, "hoà" and "hòa" give the same."""
    return text.translate(_FOLDS)


def fold_map(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` and, for each of its indexes, the index in `text` that it came from.

    The list has one entry more than the folded text (the length of `text`), so the range of a match is
    `text[positions[start]:positions[end]]`; marks that stood apart (NFD) stay with their letter.
    """
    if not _UNEVEN.search(text):
        return fold(text), list(range(len(text) + 1))
    pieces = [_FOLDS[ord(character)] for character in text]
    return _with_positions(pieces, range(len(text)), text)


def plain(text: str) -> str:
    """Lower case, NFC, tones as in `compose`, marks kept, one kind of space, dash and quote.

    "Quý  II – 2026" gives "quý  ii - 2026", "UỶ BAN" gives "ủy ban".
    """
    return plain_map(text)[0]


def plain_map(text: str) -> tuple[str, list[int]]:
    """Return `plain(text)` and the positions of its characters in `text`, in the form of `fold_map`."""
    if not _UNEVEN.search(text):
        return _LATE_TONE.sub(_early_tone, text.translate(_PLAIN).lower()), list(range(len(text) + 1))
    clusters = list(_clusters(text))
    pieces = [unicodedata.normalize("NFC", cluster).lower().translate(_PLAIN) for _, cluster in clusters]
    joined, positions = _with_positions(pieces, [start for start, _ in clusters], text)
    return _LATE_TONE.sub(_early_tone, joined), positions


_PLAIN = {code: piece for code, piece in _ALIKE.items() if piece != "d"}
# Anything that may change its length: marks that stand apart, characters without width, and all but Latin and signs.
_UNEVEN = re.compile("[^\x00-\u00ac\u00ae-\u012f\u0131-\u02ff\u1e00-\u1eff\u2000-\u200a\u2010-\u202f\u2032-\u205f]")


def _with_positions(pieces: Sequence[str], starts: Sequence[int], text: str) -> tuple[str, list[int]]:
    positions = [start for piece, start in zip(pieces, starts, strict=True) for _ in piece]
    return "".join(pieces), [*positions, len(text)]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each letter together with the marks that follow it, and where it begins."""
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not unicodedata.combining(text[index]):
            yield start, text[start:index]
            start = index


# --- keeping ---------------------------------------------------------------------------------------------------------

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng
_ONSET = r"(?:ngh?|nh|gh|gi|kh|ch|th|tr|ph|[bcdđghklmnprstvx])?"
_LATE_TONE = re.compile(
    rf"(?<![^\W\d_])({_ONSET})(?:(o)([àáảãạèéẻẽẹ])|(u)([ỳýỷỹỵ]))(?![^\W\d_])",
    re.IGNORECASE,
)


def compose(text: str) -> str:
    """NFC with the tone on the first vowel of an open oa, oe, uy: "hoà" -> "hòa", "uỷ" -> "ủy"; "quý", "toàn" stay."""
    return _LATE_TONE.sub(_early_tone, unicodedata.normalize("NFC", text))


def _early_tone(match: re.Match[str]) -> str:
    first, second = match[2] or match[4], unicodedata.normalize("NFD", match[3] or match[5])
    return match[1] + unicodedata.normalize("NFC", first + second[1:]) + second[0]


def upper(text: str) -> str:
    """Upper case of composed text; length may not change, so "ß" and its like stay."""
    return _change_case(text, str.upper)


def lower(text: str) -> str:
    """Lower case of composed text; length may not change."""
    return _change_case(text, str.lower)


def _change_case(text: str, change: Callable[[str], str]) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(changed if len(changed := change(c)) == 1 else c for c in composed)


def slug(text: str) -> str:
    """A name for an address or a file: "Kế hoạch số 5/KH-UBND" -> "ke-hoach-so-5-kh-ubnd"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


# --- sorting ---------------------------------------------------------------------------------------------------------

_ORDER = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}

SortKey = tuple[tuple[tuple[int, int, tuple[int, ...], tuple[int, ...]], ...], str]


def sort_key(text: str) -> SortKey:
    """Key for the order of Vietnamese dictionaries: syllable by syllable, letters before tones, numbers by value.

    Letters a ă â b c d đ e ê ...; tones: none, huyền, hỏi, ngã, sắc, nặng.
    """
    composed = compose(text)
    parts = re.findall(r"\d+|[^\W\d_]+", composed.lower())
    return tuple(_part_key(part) for part in parts), composed


def _part_key(part: str) -> tuple[int, int, tuple[int, ...], tuple[int, ...]]:
    if part[0].isdecimal():
        digits = part.lstrip("0")
        return 0, len(digits), tuple(map(int, digits)), ()
    letters: list[int] = []
    tones: list[int] = []
    for character in part:
        letter, tone = _letter_and_tone(character)
        letters.append(_ORDER.get(letter, len(_ORDER) + ord(letter)))
        tones.append(tone)
    return 1, 0, tuple(letters), tuple(tones)


def _letter_and_tone(character: str) -> tuple[str, int]:
    marks = unicodedata.normalize("NFD", character)
    tone = max((_TONES.get(mark, 0) for mark in marks), default=0)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    return (letter or character)[0], tone


# --- syllables -------------------------------------------------------------------------------------------------------

_ONSETS = r"ngh?|nh|gh|gi|g|kh|k|ch|c|th|tr|t|ph|p|qu|[bdhlmnrsvx]"
_RIMES = (
    r"a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|em|en|eng|eo|ep|et|eu|enh|ech|i|ia|"
    r"ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|"
    r"oao|oap|oat|oay|oc|oe|oem|oen|oeo|oet|oi|om|on|ong|oong|ooc|op|ot|u|ua|uan|uang|uat|"
    r"uau|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|"
    r"uya|uyen|uyet|uynh|uych|uyt|uyu|uyn|uyp|y|yem|yen|yeng|yet|yeu"
)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_RIMES})")


def is_syllable(word: str) -> bool:
    """True when `word` can be a Vietnamese syllable: onset and rime exist and at most one tone is on it."""
    tones = sum(_letter_and_tone(c)[1] > 0 for c in unicodedata.normalize("NFC", word))
    return tones <= 1 and _SYLLABLE.fullmatch(fold(word)) is not None and all(_is_vietnamese(c) for c in word.lower())


def _is_vietnamese(character: str) -> bool:
    return character in _LETTERS or unicodedata.combining(character) > 0


_LETTERS = frozenset(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *_TONES)
) | frozenset("bcdđghklmnpqrstvx")
