"""The body: clauses and tables in the letter that their rank asks for (Decree 30/2020/NĐ-CP, Annex I, part II.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lantoa.papers.tree import Clause, Table
from lantoa.papers.writers.tables import table_of
from lantoa.papers.writers.wordml import line, paragraph, run

CLOSING = "./."
"""How the body of every form ends (Annex III)."""

_DIVISION = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều\b", re.IGNORECASE)
_MAY_BE_TITLE = re.compile(r"\d+[.\d]*\.?$|Điều\b")
_SECTION = re.compile(r"[IVXLC]+[.)]?|[A-K]\.")
_LONGEST_TITLE = 120
_LONGEST_CALL = 40
_KEEP = "<w:keepNext/>"
SPACE = paragraph("KhoangCach")
"""A narrow empty line, below a table."""


def passages(body: tuple[Clause | Table, ...], *, with_next: bool = False) -> list[str]:
    """The paragraphs and tables of a body, in reading order; a little space between a table and what follows it.

    `with_next` keeps the last paragraph on the page of what follows: no signature stands alone on a page.
    """
    parts = [xml for place, part in enumerate(body, start=1) for xml in _part(part, with_next and place == len(body))]
    if parts and parts[-1] == SPACE:
        parts.pop()
    return parts


def closed(body: tuple[Clause | Table, ...]) -> tuple[Clause | Table, ...]:
    """`body` with its last full stop turned into "./."; a body that ends otherwise stays as it is."""
    if not body or not isinstance(body[-1], Clause):
        return body
    last = body[-1]
    if last.children:
        return *body[:-1], replace(last, children=closed(last.children))
    if last.text.endswith(".") and not last.text.endswith((CLOSING, "..")):
        return *body[:-1], replace(last, text=f"{last.text[:-1]}{CLOSING}")
    return body


def is_title(clause: Clause) -> bool:
    """True for a clause that names what stands under it, and is therefore bold: "1. Mục đích", not a sentence.

    Points ("a)") and dashes stay regular whatever stands under them.
    """
    text = clause.text
    if not clause.children or not _MAY_BE_TITLE.match(clause.label):
        return False
    if text.endswith((".", ";", ",")) or len(text) > _LONGEST_TITLE:
        return False
    return not text.endswith(":") or len(text) <= _LONGEST_CALL


def _part(part: Clause | Table, keep: bool) -> Iterator[str]:
    if isinstance(part, Table):
        yield table_of(part)
        yield SPACE
        return
    children = part.children
    yield from _own_lines(part, (keep and not children) or (bool(children) and isinstance(children[0], Table)))
    for place, child in enumerate(children, start=1):
        yield from _part(child, keep and place == len(children))


def _own_lines(clause: Clause, keep: bool) -> Iterator[str]:
    label, text = clause.label, clause.text
    place = _KEEP if keep else ""
    if _DIVISION.match(label):
        yield line("PhanChuong", label)
        if text:
            yield line("TenPhanChuong", text)
    elif _SECTION.fullmatch(label) and (clause.children or not text.endswith((".", ";"))):
        yield line("MucLon", f"{label} {text}")
    elif _ARTICLE.match(label):
        gap = " " if text else ""
        yield paragraph(
            "DoanVan", run(label + gap, "<w:b/>"), run(text, "<w:b/>" if is_title(clause) else ""), properties=place
        )
    elif is_title(clause):
        yield line("TieuDe", f"{label} {text}".strip())
    else:
        yield line("DoanVan", f"{label} {text}".strip(), place)
