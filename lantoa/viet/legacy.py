"""Old one-byte encodings (TCVN3 of the ABC fonts, VNI of Windows) that reach us as Latin text."""

from __future__ import annotations

import re

from lantoa.viet.letters import is_syllable

_TCVN3 = dict(
    zip(
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦",
        "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_TONES = dict(zip("ùøûõï", "áàảãạ", strict=True))
_VNI_PAIRS = {
    "a": dict(zip("ùøûõïêéèúüëâáàåãä", "áàảãạăắằẳẵặâấầẩẫậ", strict=True)),
    "e": dict(zip("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ", strict=True)),
    "o": dict(zip("ùøûõïâáàåãä", "óòỏõọôốồổỗộ", strict=True)),
    "ô": dict(zip("ùøûõï", "ớờởỡợ", strict=True)),
    "u": dict(zip("ùøûõï", "úùủũụ", strict=True)),
    "ö": dict(zip("ùøûõï", "ứừửữự", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
}
_VNI_SINGLES = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
_VNI = {base + mark: letter for base, marks in _VNI_PAIRS.items() for mark, letter in marks.items()} | _VNI_SINGLES
_VNI |= {old.upper(): new.upper() for old, new in _VNI.items()}
_VNI |= {old[0].upper() + old[1]: new.upper() for old, new in _VNI.items() if len(old) == 2 and old.islower()}
_VNI_TOKEN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_TRUE_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_WORD = re.compile(r"[A-Za-z\u00a1-\u00ff]+")


def decode_legacy(text: str, encoding: str) -> str:
    """Turn text that was read as Latin into Vietnamese; `encoding` is "TCVN3" or "VNI"."""
    if encoding == "TCVN3":
        return "".join(_TCVN3.get(character, character) for character in text)
    return _VNI_TOKEN.sub(lambda match: _VNI[match[0]], text)


def legacy_encoded(text: str) -> str | None:
    """Name the old encoding that `text` is written in ("TCVN3" or "VNI"), or None for ordinary text.

    Judged by its marked words: most of them must be Vietnamese syllables when decoded, and not as they stand.
    """
    if _TRUE_VIETNAMESE.search(text):
        return None
    marked = [word for word in _WORD.findall(text) if re.search("[\u00a1-\u00ff]", word)]
    as_it_stands = sum(map(is_syllable, marked))
    hits = {
        encoding: sum(is_syllable(decode_legacy(word, encoding)) for word in marked) for encoding in ("TCVN3", "VNI")
    }
    best = max(hits, key=lambda encoding: hits[encoding])
    return best if marked and hits[best] > as_it_stands and hits[best] >= 0.6 * len(marked) else None
