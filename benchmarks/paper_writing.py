"""How fast a report of 30 pages with 20 tables is written, against python-docx writing the same in the same run.

    .venv/bin/python benchmarks/paper_writing.py

Prints both times and their ratio; exit status 1 when we need more than a fifth of python-docx's time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from io import BytesIO

from docx import Document

from lantoa.papers.tree import Cell, Clause, Line, Paper, Signature, Table
from lantoa.papers.writers.docx import write_docx
from lantoa.viet.dates import PartialDate

LIMIT = 0.2
TABLES = 20
PARAGRAPHS = 11
ROWS = 20
HEADINGS = ("STT", "Đơn vị", "Tin, bài", "Lượt phát", "Lượt người", "Kinh phí (đồng)")
SENTENCE = (
    "Trong năm, các xã, phường, đặc khu đã phát bản tin về ASEAN trên đài truyền thanh cơ sở, treo băng rôn tại nơi "
    "công cộng và vận động người dân tham gia cuộc thi tìm hiểu; số liệu cụ thể của từng đơn vị nêu tại bảng kèm theo."
)


def figures(table: int) -> list[tuple[str, ...]]:
    """The rows of one table."""
    return [
        (str(n), f"Ủy ban nhân dân xã số {n}", f"{table * n}", f"{n * 37}", f"{n}.{table:03d}", f"{n * 4}.500.000")
        for n in range(1, ROWS + 1)
    ]


def report() -> Paper:
    """The report as a value."""
    head = tuple(Cell(text, bold=True) for text in HEADINGS)
    sections = []
    for number in range(1, TABLES + 1):
        sentences = (Clause(SENTENCE),) * PARAGRAPHS
        table = Table((head, *(tuple(map(Cell, row)) for row in figures(number))))
        sections.append(Clause("Kết quả truyền thông", f"{number}.", children=(*sentences, table)))
    return Paper(
        type_name="Báo cáo",
        title="Kết quả thông tin, truyền thông về ASEAN năm 2026",
        issuing_body="Sở Văn hóa, Thể thao và Du lịch",
        parent_body="UBND tỉnh Hải Sơn",
        number="214",
        symbol="214/BC-SVHTTDL",
        place="Hải Sơn",
        date=PartialDate(2026, 12, 18),
        body=tuple(sections),
        signature=Signature(title="GIÁM ĐỐC"),
        recipients=(Line("UBND tỉnh"), Line("Lưu: VT")),
    )


def by_hand() -> bytes:
    """What one would write with python-docx: the same paragraphs and tables, without the layout of the decree."""
    document = Document()
    for number in range(1, TABLES + 1):
        document.add_paragraph().add_run(f"{number}. Kết quả truyền thông").bold = True
        for _ in range(PARAGRAPHS):
            document.add_paragraph(SENTENCE)
        table = document.add_table(rows=0, cols=len(HEADINGS))
        for row in (HEADINGS, *figures(number)):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def best_of(work: Callable[[], object], times: int) -> float:
    """The shortest of several runs, in seconds of the process."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def main() -> int:
    paper = report()
    ours = best_of(lambda: write_docx(paper), 15)
    theirs = best_of(by_hand, 3)
    ratio = ours / theirs
    print(f"lantoa {ours * 1000:.1f} ms, python-docx {theirs * 1000:.0f} ms; ratio {ratio:.3f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
