"""The page of an official paper (Decree 30/2020/NĐ-CP, Annex I, part I): A4 portrait, its margins, its page number."""

from __future__ import annotations

from lantoa.papers.writers.wordml import MM, NAMESPACES


def _up(millimetres: float) -> int:
    """Twips, rounded up: a margin at the edge of what the decree allows must not fall short of it."""
    return -int(-millimetres * MM // 1)


WIDTH, HEIGHT = 11906, 16838
TOP = BOTTOM = _up(20)
LEFT = _up(30)
RIGHT = _up(15)
HEADER = _up(10)
TEXT_WIDTH = WIDTH - LEFT - RIGHT
"""What is left for the text: 165 mm."""

PAGE_NUMBER = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr {NAMESPACES}>'
    '<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
"""The part `word/header1.xml`: the page number, in the middle of the top margin."""

NO_NUMBER = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr {NAMESPACES}>'
    '<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr></w:p></w:hdr>'
)
"""The part `word/header2.xml`: the top margin of a first page, which shows no number."""


def section() -> str:
    """The properties of a section. The paper is one; each annex is one, on a new page, its pages counted from 1."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" w:header="{HEADER}" '
        f'w:footer="{HEADER}" w:gutter="0"/><w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    )
