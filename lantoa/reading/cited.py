"""Papers that a text cites: number, name, date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.papers.tree import Paper, Span
from lantoa.reading.draft import UNREAD, LegalBasis, Read
from lantoa.reading.passages import Passage, passage, place_of
from lantoa.viet.dates import PartialDate, find_dates

_SYMBOL = r"[^\W\d_][\w&.]*(?:\s?-\s?[^\W\d_][\w&.]*)*"
NUMBER = re.compile(
    rf"(?<![\w/])\d{{1,5}}[a-zA-Z]?\s?(?:/\s?(?:19|20)\d{{2}})?\s?(?:-[A-ZĐa-z]\w*\s?/\s?[A-ZĐ]\w*|/\s?{_SYMBOL}(?:/{_SYMBOL})?)"
)
"""1160/QĐ-TTg, 09/2019/NĐ-CP, 202/2025/QH15, 164-KH/TU, 55/2005/TTLT-BNV-VPCP, "39 /KH-UBND"."""

_KINDS = (
    "Quyết định|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Chỉ thị|Kết luận|Kế hoạch|Chương trình|Tờ trình|"
    "Công văn|"
    "Quy chế|Quy định|Hướng dẫn|Thông báo|Báo cáo|Đề án|Công điện|Pháp lệnh|Luật|Bộ luật|Quy chuẩn|Hiến pháp|Văn bản"
)
_CITED = re.compile(rf"(?P<kind>{_KINDS})\s*(?:số\s*:?\s*)?(?P<number>{NUMBER.pattern})", re.IGNORECASE)
_LAW = re.compile(
    r"(?P<name>(?:Bộ luật|Luật|Pháp lệnh)\s(?!số\b)(?:(?!\s(?:ngày|số|năm|được|và các văn bản)\s|;|\.\s|\.$).)+)"
)
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Theo|Triển khai|Trên cơ sở|Tiếp tục thực hiện|Thi hành|Xét|Để triển khai)\s")
_ABOUT = re.compile(r"\b(?:về việc|về|quy định|phê duyệt|ban hành|hướng dẫn|sửa đổi|triển khai)\b")
_AMENDED = re.compile(r"(?:đã )?(?:được )?(?:sửa đổi|bổ sung)[^;]*?theo")
_LAW_NUMBER = re.compile(rf"\s*số\s*(?P<number>{NUMBER.pattern})")
_UNDERTAKES = re.compile(r"(?<!\w)(?:ban hành|xây dựng|lập)\s+[Kk]ế hoạch(?!\w)(?!\s+(?:số\s)?\d)")
_REQUEST = re.compile(r"Xét\s")
_GAP = 12
"""Between a number and its date stand at most a comma and a space or two."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation. `date` is the one that follows the number at once."""

    number: Passage | None
    name: Passage | None
    date: PartialDate | None
    date_span: Span
    span: Span


def bases(paper: Paper) -> tuple[LegalBasis, ...]:
    """The legal bases, each number or law once, in the order of the paper."""
    found: dict[str, LegalBasis] = {}
    for line in _basis_passages(paper):
        asked = bool(_REQUEST.match(line.raw))
        for part in _parts(line):
            for cited in _of_part(part, asked):
                key = (cited.number or cited.name or part).words.replace(" ", "").lower()
                found.setdefault(key, _basis(cited))
    return tuple(found.values())


def _basis(cited: Cited) -> LegalBasis:
    number = Read("".join(cited.number.raw.split()), cited.number.span, 0.97) if cited.number else UNREAD
    name = cited.name.read(0.9) if cited.name else UNREAD
    date = Read(cited.date, cited.date_span, 0.97) if cited.date else UNREAD
    return LegalBasis(number, name, date, cited.span)


def _basis_passages(paper: Paper) -> Iterator[Passage]:
    for line in paper.bases:
        yield passage(paper.text, line.span)
    span = paper.spans.get("preamble")
    at = span.start if span else 0
    for words in paper.preamble.split("\n") if span else ():
        place = place_of(paper.text, words, Span(at, span.end if span else 0))
        if place is not None:
            at = place.end
            said = passage(paper.text, place)
            undertakes = _UNDERTAKES.search(said.raw)
            if _BASIS.match(said.raw):
                yield said.cut(0, undertakes.start()) if undertakes else said


def _parts(line: Passage) -> Iterator[Passage]:
    """A line may name several bases, apart by semicolons."""
    start = 0
    for match in re.finditer(r";|\Z", line.raw):
        piece = line.cut(start, match.start())
        if piece.raw:
            yield piece
        start = match.end()


def _of_part(part: Passage, asked: bool) -> Iterator[Cited]:
    """The papers named before the part says what they are about; what stands behind is cited by them, not by us.

    Where a line weighs requests (`asked`), the letters that made them are no bases.
    """
    at = 0
    law = _LAW.search(part.raw)
    first = _CITED.search(part.raw)
    if law and (first is None or law.start() < first.start()) and not _is_about(part.raw[: law.start()]):
        cited = _law(part, law)
        at = cited.span.end - part.start
        yield cited
    for match in _CITED.finditer(part.raw, at):
        if _is_about(part.raw[at : match.start()]) or (asked and match["kind"].lower() == "văn bản"):
            return
        number = part.cut(match.start("number"), match.end("number"))
        date, span = _date_after(part, match.end())
        at = match.end()
        yield Cited(number, None, date, span, Span(part.start + match.start(), max(number.span.end, span.end)))


def _law(part: Passage, law: re.Match[str]) -> Cited:
    """A law by its name, and by its number when that follows."""
    name = part.cut(law.start("name"), law.end("name"))
    numbered = _LAW_NUMBER.match(part.raw, law.end())
    number = part.cut(*numbered.span("number")) if numbered else None
    end = numbered.end() if numbered else law.end()
    date, span = _date_after(part, end)
    return Cited(number, name, date, span, Span(name.start, max(part.start + end, span.end)))


def _is_about(between: str) -> bool:
    """What stands between two citations tells what the first is about, other than by what it was amended."""
    return bool(_ABOUT.search(_AMENDED.sub(" ", between.lower())))


def _date_after(part: Passage, at: int) -> tuple[PartialDate | None, Span]:
    for found in find_dates(part.raw):
        if at <= found.start <= at + _GAP:
            return found.date, Span(part.start + found.start, part.start + found.end)
    return None, Span(0, 0)


def cited_dates(text: str) -> Iterator[tuple[str, PartialDate, Span]]:
    """Every number in a text that a date follows: for finding two dates for one number."""
    for match in NUMBER.finditer(text):
        window = Passage(text[match.start() : match.end() + 60], match.start())
        date, span = _date_after(window, match.end() - match.start())
        if date:
            yield "".join(match[0].split()), date, Span(match.start(), span.end)
