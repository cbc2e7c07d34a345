"""Reading a plan whole (structure, understanding, traces) against python-docx taking out its bare text.

Prints the ratio of the two, fastest of several turns each, and fails when reading whole costs more than LIMIT times as
much.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.reading import read_plan

PLAN = Path(__file__).resolve().parent.parent / "examples" / "ke-hoach-hai-son-2026.docx"
LIMIT = 4.0
TURNS = 15


def fastest(work: Callable[[], object]) -> float:
    """Seconds of CPU of the fastest turn."""
    best = float("inf")
    for _ in range(TURNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    content = PLAN.read_bytes()

    def whole() -> object:
        return read_plan(recognise(open_paper(content, PLAN.name)))

    def bare() -> object:
        document = docx.Document(io.BytesIO(content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return [paragraph.text for paragraph in document.paragraphs], cells

    ours, peer = fastest(whole), fastest(bare)
    ratio = ours / peer
    print(f"lantoa, whole {ours * 1000:.1f} ms; python-docx, bare {peer * 1000:.1f} ms; ratio {ratio:.2f} ({LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
