"""The end of a paper: signature and recipients side by side (boxes 7 and 9b of Decree 30/2020/NĐ-CP); its annexes."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.papers.tree import Appendix, Paper, Signature
from lantoa.papers.writers.head import evenly, marked
from lantoa.papers.writers.page import TEXT_WIDTH, section
from lantoa.papers.writers.passages import passages
from lantoa.papers.writers.wordml import cell, line, paragraph, row, table

_LEFT = TEXT_WIDTH // 2
_RIGHT = TEXT_WIDTH - _LEFT
_EMPTY = paragraph("Ket")


def end(paper: Paper) -> Iterator[str]:
    """Recipients on the left and the signature on the right, their first lines level; no page break between them."""
    if paper.signature or paper.recipients:
        left = "".join(_recipients(paper)) or _EMPTY
        right = "".join(_signature(paper.signature)) if paper.signature else _EMPTY
        yield table((_LEFT, _RIGHT), row(cell(_LEFT, left) + cell(_RIGHT, right)))


def _recipients(paper: Paper) -> Iterator[str]:
    if paper.recipients:
        yield line("NoiNhanTieuDe", "Nơi nhận:")
    for recipient, mark in marked(paper.recipients):
        yield line("NoiNhan", f"- {recipient.text}{mark}")


def _signature(signature: Signature) -> Iterator[str]:
    """In whose place and by which post; room for hand and seal; the name, left empty while nobody has signed."""
    for capacity in signature.capacity:
        yield line("QuyenHan", capacity)
    yield line("QuyenHan", signature.title)
    yield line("HoTen", signature.name)


def annexes(appendices: tuple[Appendix, ...]) -> Iterator[str]:
    """Each annex on a new page, in a section of its own."""
    for place, annex in enumerate(appendices, start=1):
        yield line("PhuLuc", annex.label)
        if annex.title:
            yield line("TenPhuLuc", evenly(annex.title, 14, TEXT_WIDTH, capitals=True)[0])
        if annex.reference:
            yield line("KemTheo", evenly(_in_parentheses(annex.reference), 14, TEXT_WIDTH)[0])
        yield from passages(annex.body)
        if place < len(appendices):
            yield section_end()


def section_end() -> str:
    """The paragraph that closes a section before the last; it takes no room to speak of."""
    return paragraph("Ket", properties=section())


def _in_parentheses(reference: str) -> str:
    return reference if reference.startswith("(") else f"({reference})"
