"""The plan's own number, date, place, issuer and signatory; from the annex's caption when the head lacks them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantoa.papers.tree import NOWHERE, Paper, Span
from lantoa.reading.draft import UNREAD, Read, Signatory, T
from lantoa.reading.passages import Passage, place_of
from lantoa.viet.dates import PartialDate, find_dates
from lantoa.viet.letters import fold, fold_map, lower

_CAPTION = re.compile(
    r"kèm theo\s+(?P<kind>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+số\s*:?\s*(?P<symbol>(?P<number>\d+[a-z]?)?\s*"
    r"(?P<rest>(?:/\s?\d{4})?\s?[/-][^\s,;()]+))",
    re.IGNORECASE,
)
_ISSUED_BY = re.compile(r"\scủa\s+(?P<body>[^()]+?)\s*\)?\s*$")
_UNDERTAKES = re.compile(
    r"(?P<body>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Ban|Bộ|Cục|Hội|Liên đoàn|Trung tâm|Đài|Báo|Văn phòng|Tỉnh ủy)"
    r"(?:(?![,;:.]|\s(?:ban hành|xây dựng|lập|ký|đề ra)).)*)\s+(?:ban hành|xây dựng|lập)\s+[Kk]ế hoạch"
)
_LEVELS = "tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu"
_ENDS_WITH_LEVEL = re.compile(rf"(?:^|\s)(?:{_LEVELS})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """What an annex's reference line says of the paper: "(Kèm theo Kế hoạch số 39/KH-UBND ngày ... của ...)"."""

    number: Read[str]
    symbol: Read[str]
    date: Read[PartialDate]
    body: Read[str]


def caption(paper: Paper) -> Caption | None:
    """The first reference line that speaks of a paper of this one's type."""
    for annex in paper.appendices:
        if not annex.reference:
            continue
        at = place_of(paper.text, annex.reference, annex.span)
        if at is None:
            continue
        line = Passage(at.of(paper.text), at.start)
        match = _CAPTION.search(line.raw)
        if match and (not paper.type_name or fold(match["kind"]) == fold(paper.type_name)):
            return _caption(line, match)
    return None


def _caption(line: Passage, match: re.Match[str]) -> Caption:
    number = UNREAD
    if match["number"]:
        number = line.cut(*match.span("number")).read(0.9)
    shown = line.cut(*match.span("symbol"))
    dates = [found for found in find_dates(line.raw) if found.start >= match.end() - 1]
    date = UNREAD
    if dates:
        date = Read(dates[0].date, Span(line.start + dates[0].start, line.start + dates[0].end), 0.9)
    issued = _ISSUED_BY.search(line.raw, match.end())
    body = line.cut(*issued.span("body")).read(0.9) if issued else UNREAD
    return Caption(number, Read("".join(shown.raw.split()), shown.span, 0.9), date, body)


def own(paper: Paper, name: str, value: T | None, sure: float) -> Read[T]:
    """A field of the head as read."""
    return Read(value, paper.spans.get(name, NOWHERE), sure) if value else UNREAD


def issuing_body(paper: Paper, from_caption: Caption | None, place: Read[str]) -> Read[str]:
    """The issuer: from the head, else the caption, else who undertakes the plan; with its place when that is known."""
    read = own(paper, "issuing_body", paper.issuing_body, 0.95)
    if read:
        return _placed_under(paper, Read(_natural(paper.text, read.value or ""), read.span, read.sure))
    if from_caption and from_caption.body:
        return from_caption.body
    span = paper.spans.get("preamble", NOWHERE)
    lead = Passage(span.of(paper.text), span.start)
    matches = list(_UNDERTAKES.finditer(lead.raw))
    if not matches:
        return UNREAD
    return _with_place(paper.text, lead.cut(*matches[-1].span("body")).read(0.85), place)


def _with_place(text: str, body: Read[str], place: Read[str]) -> Read[str]:
    """ "Ủy ban nhân dân tỉnh" and the place of signing make "Ủy ban nhân dân tỉnh Nam Định"."""
    name = body.value or ""
    if not place or not place.value or fold(place.value) in fold(name):
        return body
    if _ENDS_WITH_LEVEL.search(name):
        return Read(f"{name} {place.value}", body.span, 0.8, "thân văn bản và địa danh")
    level = re.search(rf"(?<!\w)({_LEVELS})\s+{re.escape(place.value)}", text, re.IGNORECASE)
    if level and re.fullmatch(r"(?i)ubnd|[uủ][yỷ] ban nhân dân", name):
        return Read(f"{name} {lower(level[1])} {place.value}", body.span, 0.75, "thân văn bản và địa danh")
    return body


def _placed_under(paper: Paper, body: Read[str]) -> Read[str]:
    """A department takes its place's name from the body above it: "Sở ..." under "UBND TỈNH ..."."""
    above = _natural(paper.text, paper.parent_body)
    place = re.search(rf"(?:{_LEVELS})\s+\S.*$", above, re.IGNORECASE)
    if (
        not place
        or fold(place[0]) in fold(body.value or "")
        or not re.match(r"(?i)sở|ban |chi cục|thanh tra", body.value or "")
    ):
        return body
    level = place[0] if " ủy " in place[0] else f"{place[0][0].lower()}{place[0][1:]}"
    return Read(f"{body.value} {level}", body.span, 0.85, "tên cơ quan và cơ quan chủ quản")


def _natural(text: str, shouted: str) -> str:
    """A name in capitals as the text writes it elsewhere; else with capitals where names have them."""
    if shouted != shouted.upper() or not shouted:
        return shouted
    folded, positions = fold_map(text)
    key, at = fold(shouted), -1
    while (at := folded.find(key, at + 1)) >= 0:
        written = " ".join(text[positions[at] : positions[at + len(key)]].split())
        if written != written.upper() and len(written) == len(shouted):
            return written[0].upper() + written[1:]
    return _cased(shouted)


def _cased(shouted: str) -> str:
    small = lower(shouted)
    small = re.sub(r"\b(ubnd|hđnd|asean)\b", lambda m: m[0].upper(), small)
    small = re.sub(r"\b(chính phủ|quốc hội|nhà nước)\b", lambda m: m[0].capitalize(), small)
    place = re.search(rf"(?:^|\s)(?:(?:{_LEVELS})\s+(?!ủy)|(?:tỉnh|thành|huyện|thị|quận) ủy )(.+)$", small)
    if place:
        name = " ".join(word[:1].upper() + word[1:] for word in place[1].split())
        small = small[: place.start(1)] + name
    return small[:1].upper() + small[1:]


def signatory(paper: Paper) -> Signatory | None:
    signed = paper.signature
    if signed is None:
        return None

    def part(words: str, sure: float) -> Read[str]:
        place = place_of(paper.text, words, signed.span) if words else None
        return Read(words, place, sure) if place else UNREAD

    capacity = UNREAD
    if signed.capacity:
        first, last = (place_of(paper.text, line, signed.span) for line in (signed.capacity[0], signed.capacity[-1]))
        if first and last:
            capacity = Read("; ".join(signed.capacity), Span(first.start, last.end), 0.95)
    return Signatory(capacity, part(signed.title, 0.95), part(signed.name, 0.9))
