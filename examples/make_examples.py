"""Write the example plan as .docx and .txt beside this file.

.venv/bin/python -m examples.make_examples
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from examples.hai_son import PLAN
from lantoa.papers.tree import Clause, Paper, Table
from lantoa.papers.writers.docx import write_docx
from lantoa.viet.dates import as_official

HERE = Path(__file__).parent
NAME = "ke-hoach-hai-son-2026"


def as_text(paper: Paper) -> str:
    """`paper` as the plain text that law sites and mail carry: a paragraph a line, a table one cell a line."""
    return "\n".join(_lines(paper)) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    yield from (paper.issuing_body.upper(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "")
    assert paper.date is not None
    yield from (f"Số: {paper.symbol}", f"{paper.place}, {as_official(paper.date)}", "")
    yield from (paper.type_name.upper(), paper.title, "")
    yield from _listed("", [basis.text for basis in paper.bases])
    yield from (paper.preamble, "")
    for part in paper.body:
        yield from _part(part)
    yield from ("", "Nơi nhận:", *_listed("- ", [recipient.text for recipient in paper.recipients]), "")
    assert paper.signature is not None
    yield from (*paper.signature.capacity, paper.signature.title)
    for annex in paper.appendices:
        yield from ("", annex.label, annex.title, annex.reference)
        for part in annex.body:
            yield from _part(part)


def _listed(dash: str, texts: list[str]) -> Iterator[str]:
    for place, text in enumerate(texts, start=1):
        yield f"{dash}{text}{'.' if place == len(texts) else ';'}"


def _part(part: Clause | Table) -> Iterator[str]:
    if isinstance(part, Table):
        for row in part.grid():
            yield from (f"\t{cell.text or ' '}" for cell in row)
            yield ""
        return
    yield f"{part.label} {part.text}".strip()
    for child in part.children:
        yield from _part(child)


if __name__ == "__main__":
    (HERE / f"{NAME}.docx").write_bytes(write_docx(PLAN))
    (HERE / f"{NAME}.txt").write_text(as_text(PLAN), encoding="utf-8")
