"""Comparing names of bodies: abbreviations, spellings and typing errors."""

from __future__ import annotations

import re

from lantoa.viet.letters import fold

# Written short in papers (keys folded, without "&", "-" and ".") -> written out (folded).
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubmttqvn": "uy ban mat tran to quoc viet nam",
    "ubmttq": "uy ban mat tran to quoc",
    "mttqvn": "mat tran to quoc viet nam",
    "mttq": "mat tran to quoc",
    "bhxh": "bao hiem xa hoi",
    "dbqh": "dai bieu quoc hoi",
    "tncs": "thanh nien cong san",
    "ttdt": "thong tin dien tu",
    "ptth": "phat thanh truyen hinh",
    "pttruyenhinh": "phat thanh truyen hinh",
    "vpub": "van phong uy ban nhan dan",
    "vp": "van phong",
    "btgtu": "ban tuyen giao tinh uy",
    "htx": "hop tac xa",
    "tw": "trung uong",
    "tp": "thanh pho",
    "cntt": "cong nghe thong tin",
    "bch": "ban chi huy",
    "bcd": "ban chi dao",
    "bql": "ban quan ly",
    "kkt": "khu kinh te",
    "kcn": "khu cong nghiep",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "ldld": "lien doan lao dong",
    "vhxh": "van hoa xa hoi",
}
# Fields of administration; these also follow a glued "S" or "B": STTTT, BTTTT.
_FIELDS = {
    "tttt": "thong tin truyen thong",
    "vhttdl": "van hoa the thao du lich",
    "vhtt": "van hoa the thao",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "gddt": "giao duc dao tao",
    "khcn": "khoa hoc cong nghe",
    "khdt": "ke hoach dau tu",
    "tnmt": "tai nguyen moi truong",
    "nnptnt": "nong nghiep phat trien nong thon",
    "nnmt": "nong nghiep moi truong",
    "gtvt": "giao thong van tai",
    "ngv": "ngoai vu",
    "nv": "noi vu",
    "tc": "tai chinh",
    "ct": "cong thuong",
    "tp": "tu phap",
    "yt": "y te",
    "xd": "xay dung",
    "dl": "du lich",
    "dttg": "dan toc ton giao",
}
_PARTS = {
    "nn": "nong nghiep",
    "ptnt": "phat trien nong thon",
    "gd": "giao duc",
    "dt": "dao tao",
    "kh": "khoa hoc",
    "cn": "cong nghe",
    "tb": "thuong binh",
    "xh": "xa hoi",
    "ld": "lao dong",
    "vh": "van hoa",
    "pt": "phat thanh",
    "th": "truyen hinh",
    "mt": "moi truong",
    "tn": "tai nguyen",
    "dl": "du lich",
}
_JOINED = re.compile(r"\b(?:[a-z]{1,5}\s*[-&.,]\s*)+[a-z]{1,5}\b")


def canonical(name: str) -> str:
    """A key under which spellings of one name meet: folded, written out, without "và", dashes, "các" and notes.

    "Sở TT&TT", "STTTT" and "Sở Thông tin và Truyền thông" give "so thong tin truyen thong".
    """
    text = fold(re.sub(r"\([^)]*\)", " ", name)).replace("uyban", "uy ban")
    text = _JOINED.sub(_glued, text)
    words = re.findall(r"[a-z0-9]+", text)
    written = [_written_out(word, words[index - 1] if index else "") for index, word in enumerate(words)]
    return " ".join(word for word in " ".join(written).split() if word not in ("va", "cac", "nhung"))


def _glued(match: re.Match[str]) -> str:
    """Take "tt&tt", "pt-th", "vh, tt&dl" as one short form when there is such a one."""
    short = re.sub(r"[^a-z]", "", match[0])
    known = short in _SHORT or short in _FIELDS or short[1:] in _FIELDS
    return short if known else match[0]


def _written_out(word: str, before: str) -> str:
    if before in ("so", "bo", "phong", "ban") and word in _FIELDS:
        return _FIELDS[word]
    if word in _SHORT:
        return _SHORT[word]
    if len(word) > 3 and word in _FIELDS:
        return _FIELDS[word]
    if word[0] in "sb" and word[1:] in _FIELDS:
        return {"s": "so ", "b": "bo "}[word[0]] + _FIELDS[word[1:]]
    return _PARTS.get(word, word)


def alike(a: str, b: str) -> float:
    """How alike two names are, 0..1; 1.0 when they are spellings of the same, about 0.9 and more for a typing error."""
    from rapidfuzz.distance import Levenshtein

    one, other = canonical(a), canonical(b)
    if one == other:
        return 1.0
    return min(0.99, Levenshtein.normalized_similarity(one, other))
