"""The top of the first page: boxes 1 to 5 and 9a of Decree 30/2020/NĐ-CP, Annex I."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lantoa.papers.tree import Line, Paper
from lantoa.papers.writers.letters import set_lines, width
from lantoa.papers.writers.page import TEXT_WIDTH
from lantoa.papers.writers.wordml import POINT, cell, indents, line, paragraph, row, rule, run, table
from lantoa.viet.dates import as_official

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CALL = "Kính gửi:"
_TIE = "\N{NO-BREAK SPACE}"
_NO_DATE = "ngày      tháng      năm        "

RIGHT = round((width(COUNTRY, 13) + 10) * POINT)
LEFT = TEXT_WIDTH - RIGHT
"""The two columns of the head: the national name stands on one line, the issuer has the rest."""

_REGULAR = 0.94
"""A regular letter is about this wide where a bold one is 1."""
_RULE = 0.4
"""Length of the rule below issuer and subject, in lengths of their line: between 1/3 and 1/2."""


def head(paper: Paper) -> Iterator[str]:
    """Issuer and national name; number and date on one line; then the type and subject, or for a dispatch its V/v."""
    rows = row(cell(LEFT, "".join(_issuer(paper))) + cell(RIGHT, _nation()))
    rows += row(_low(LEFT, line("SoKyHieu", _number(paper))) + _low(RIGHT, line("DiaDanhNgayThang", _when(paper))))
    if not paper.type_name and paper.title:
        subject = line("TrichYeuCongVan", evenly(f"V/v {paper.title}", 13, LEFT)[0])
        rows += row(cell(LEFT, subject) + cell(RIGHT, paragraph("Normal")))
    yield table((LEFT, RIGHT), rows)
    if paper.type_name:
        yield from _subject(paper)
    yield from _addressees(paper.addressees)


def _issuer(paper: Paper) -> Iterator[str]:
    if paper.parent_body:
        yield line("CoQuanChuQuan", evenly(paper.parent_body, 13, LEFT, capitals=True)[0])
    issuer, longest = evenly(paper.issuing_body, 13, LEFT, capitals=True)
    yield line("CoQuanBanHanh", issuer)
    if issuer:
        yield rule(longest * _RULE, LEFT)


def _nation() -> str:
    return line("QuocHieu", COUNTRY) + line("TieuNgu", MOTTO) + rule(width(MOTTO, 14) * POINT, RIGHT)


def _number(paper: Paper) -> str:
    """A blank number leaves room for the clerk to write it in."""
    blank = " " * 8 if not paper.number else ""
    return f"Số: {blank}{paper.symbol}"


def _when(paper: Paper) -> str:
    day = as_official(paper.date) if paper.date else _NO_DATE
    return f"{paper.place}, {day}" if paper.place else day


def _subject(paper: Paper) -> Iterator[str]:
    yield line("TenLoai", paper.type_name)
    if paper.title:
        subject, longest = evenly(paper.title, 14, TEXT_WIDTH)
        yield line("TrichYeu", subject)
        yield rule(longest * _RULE, TEXT_WIDTH)
    yield line("KhoangCach", "")


def _addressees(addressees: tuple[Line, ...]) -> Iterator[str]:
    """One addressee stands on the line of the call; several each on their own, their dashes below its colon."""
    if len(addressees) == 1:
        yield line("KinhGui", f"{CALL} {addressees[0].text}", '<w:jc w:val="center"/>')
    if len(addressees) < 2:
        return
    start = TEXT_WIDTH // 5
    yield line("KinhGui", CALL, indents(start, 0) + '<w:jc w:val="left"/>')
    below = indents(start + width(CALL[:-1], 14) * _REGULAR * POINT, 0)
    for addressee, mark in marked(addressees):
        yield paragraph("NoiKinhGui", run(f"- {addressee.text}{mark}"), properties=below)


def bases(lines: tuple[Line, ...]) -> Iterator[str]:
    """The legal bases, one a paragraph."""
    for basis, mark in marked(lines):
        yield line("CanCu", f"{basis.text}{mark}")


def marked(lines: tuple[Line, ...]) -> Iterator[tuple[Line, str]]:
    """Each line of a list with the mark that ends it: a semicolon, the last a full stop."""
    for place, item in enumerate(lines, start=1):
        yield item, "." if place == len(lines) else ";"


def evenly(text: str, size: float, room: int, *, capitals: bool = False) -> tuple[str, float]:
    """`text` held together in even lines that fit `room`, and the length of the longest (twips).

    The lines are held by spaces that do not break, so that the text stays one passage for who reads the file.
    `capitals` measures it as the capitals that its style shows.
    """
    rows = set_lines(text.upper() if capitals else text, size, room / POINT)
    longest = max((width(row, size) for row in rows), default=0.0)
    words = iter(text.split())
    held = " ".join(_TIE.join(islice(words, len(row.split()))) for row in rows)
    return held, min(longest * POINT, room)


def _low(width: int, content: str) -> str:
    """A cell whose text stands at its foot, so that letters of two sizes share a base line."""
    return cell(width, content, '<w:vAlign w:val="bottom"/>')
