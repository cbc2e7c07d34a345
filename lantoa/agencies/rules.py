"""What an agency's name lets propose."""

from __future__ import annotations

import re
import unicodedata

_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|thị xã|quận|huyện|xã|phường|đặc khu)\b.*")
_SMALL = {"và", "của", "về"}


def proposed_symbol(name: str) -> str:
    """The usual way a paper's symbol writes an agency: the initials of its name, without marks and without the place.

    "Sở Văn hóa, Thể thao và Du lịch" gives "SVHTTDL". A proposal: each agency settles its own symbol
    (Decree 30/2020/NĐ-CP, Annex I, part II, item 3).
    """
    words = re.findall(r"\w+", _PLACE.sub("", unicodedata.normalize("NFC", name)))
    initials = "".join(word if word.isupper() else word[0].upper() for word in words if word.lower() not in _SMALL)
    return "".join(c for c in unicodedata.normalize("NFD", initials) if not unicodedata.combining(c))
