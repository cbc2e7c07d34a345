"""The few shapes of WordprocessingML that an official paper is made of, as strings.

Strings, because a tree of nodes costs ten times the time and says the same. Every length is in twips (1/20 point)
unless its name says points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MM = 1440 / 25.4
"""Twips in a millimetre."""
POINT = 20
"""Twips in a point."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def legal(xml: str) -> str:
    """`xml` without the characters that no XML document may hold."""
    return _NOT_XML.sub("", xml)


def escaped(text: str) -> str:
    """`text` as XML character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text: str, look: str = "") -> str:
    """A run of text. `look` is its run properties as XML ("<w:b/>"), beyond what the paragraph's style gives."""
    if not text:
        return ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    if "\n" in text or "\t" in text:
        pieces = "".join(_BREAKS.get(part) or _text(part) for part in re.split("([\n\t])", text) if part)
    else:
        pieces = _text(text)
    return f"<w:r>{properties}{pieces}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """A paragraph in a style, made of runs; `properties` follow the style in its paragraph properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'


def line(style: str, text: str, properties: str = "") -> str:
    """A paragraph with one plain run."""
    return paragraph(style, run(text), properties=properties)


def indents(left: float, right: float) -> str:
    """Paragraph property: keep this far from either side."""
    return f'<w:ind w:left="{round(left)}" w:right="{round(right)}" w:firstLine="0"/>'


def rule(length: float, room: float) -> str:
    """A solid line, `length` long, in the middle of a column `room` wide.

    It is the upper border of an empty paragraph: unlike a drawn shape it keeps its place and length in every program,
    and an officer cannot push it aside by mistake.
    """
    side = max(0.0, (room - length) / 2)
    return paragraph("KeNgang", properties=indents(side, side))


def cell(width: int, content: str, properties: str = "") -> str:
    """A table cell; `content` is at least one paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table(widths: Iterable[int], rows: str, borders: str = "", margin: int = 0) -> str:
    """A table with columns of fixed width; `margin` is the space left and right of the text in each cell."""
    widths = list(widths)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def row(cells: str, properties: str = "") -> str:
    """A table row that no page break cuts (as long as it is not longer than a page)."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"
