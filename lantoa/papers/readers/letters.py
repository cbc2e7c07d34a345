"""The form in which a text is stored: NFC, one kind of space, no invisible marks."""

from __future__ import annotations

import unicodedata

_DROP = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\ufffe\uffff"))
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32), 127], " ")
_TABLE = {**_DROP, **_SPACES, **_BREAKS, **_CONTROLS, ord("\u2011"): "-"}


MAX_LETTERS = 500_000
"""About 200 pages; no plan is longer, and a reader must come to an end."""


def stored(text: str) -> str:
    """`text` as it is stored and counted: NFC; line breaks are "\\n"; only plain spaces; soft hyphens gone."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE))


def squeezed(text: str) -> str:
    """`text` with every run of white space made one space, none at the ends."""
    return " ".join(text.split())
