"""A sheet as bytes and back: plain JSON, since what comes out of the cage is not trusted with more."""

from __future__ import annotations

import json
from typing import Any

from lantoa.papers.tree import Cell, Paragraph, Sheet, Span, Table


def packed(sheet: Sheet) -> bytes:
    """A sheet as JSON in UTF-8."""
    blocks = [_paragraph(block) if isinstance(block, Paragraph) else _table(block) for block in sheet.blocks]
    return json.dumps(
        {"text": sheet.text, "format": sheet.format, "trust": sheet.trust, "blocks": blocks}, ensure_ascii=False
    ).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Sheet:
    """The sheet that `packed` made bytes of."""
    said = json.loads(data.decode("utf-8", "surrogatepass"))
    blocks = tuple(_paragraph_of(block) if "p" in block else _table_of(block) for block in said["blocks"])
    return Sheet(str(said["text"]), blocks, str(said["format"]), float(said["trust"]))


def _paragraph(block: Paragraph) -> dict[str, Any]:
    look = [block.bold, block.italic, block.centered]
    return {"p": block.text, "at": [block.span.start, block.span.end], "label": block.label, "look": look}


def _paragraph_of(said: dict[str, Any]) -> Paragraph:
    bold, italic, centered = map(bool, said["look"])
    return Paragraph(str(said["p"]), _span(said), str(said["label"]), bold, italic, centered)


def _table(block: Table) -> dict[str, Any]:
    return {"rows": [[_cell(cell) for cell in row] for row in block.rows], "at": [block.span.start, block.span.end]}


def _table_of(said: dict[str, Any]) -> Table:
    return Table(tuple(tuple(_cell_of(cell) for cell in row) for row in said["rows"]), _span(said))


def _cell(cell: Cell) -> dict[str, Any]:
    at = [cell.span.start, cell.span.end]
    return {"text": cell.text, "at": at, "rows": cell.rows, "columns": cell.columns, "bold": cell.bold}


def _cell_of(said: dict[str, Any]) -> Cell:
    return Cell(str(said["text"]), _span(said), int(said["rows"]), int(said["columns"]), bool(said["bold"]))


def _span(said: dict[str, Any]) -> Span:
    start, end = said["at"]
    return Span(int(start), int(end))
