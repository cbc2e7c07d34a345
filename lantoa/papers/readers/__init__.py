"""Readers: a file becomes a `Sheet`.

`open_paper` looks at what the bytes are, never at the suffix. Whatever is wrong with a file ends as `PaperUnreadable`
with one Vietnamese sentence: what happened, what was kept (nothing), what to do.
"""

from __future__ import annotations

from pathlib import Path

from lantoa.papers.readers.kinds import kind_of
from lantoa.papers.readers.plain import decode, read_plain
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Sheet
from lantoa.viet.legacy import legacy_encoded

MAX_BYTES = 50 * 1024 * 1024
"""A larger upload is no office paper."""


def open_paper(source: str | Path | bytes, name: str = "") -> Sheet:
    """Read a paper from a path or from bytes; `name` is what sentences call it.

    Raises `PaperUnreadable` when it cannot be read as a paper, and `OSError` when the path cannot be opened.
    """
    if isinstance(source, bytes):
        return _read(source, name or "(không tên)")
    path = Path(source)
    if path.stat().st_size > MAX_BYTES:
        raise unreadable("too_large", name or path.name)
    return _read(path.read_bytes(), name or path.name)


def _read(data: bytes, name: str) -> Sheet:
    if len(data) > MAX_BYTES:
        raise unreadable("too_large", name)
    sheet = _read_kind(kind_of(data), data, name)
    if legacy_encoded(sheet.text):
        raise unreadable("legacy", name)
    return sheet


def _read_kind(kind: str, data: bytes, name: str) -> Sheet:
    """By the reader of its kind. Each is loaded when it is needed: lxml costs 40 ms, pdfium 80."""
    if kind == "text":
        return _read_text(decode(data, name), name)
    if kind == "docx":
        from lantoa.papers.readers.docx import read_docx as read
    elif kind == "odt":
        from lantoa.papers.readers.odt import read_odt as read
    elif kind == "html":
        from lantoa.papers.readers.html import read_html as read
    elif kind == "pdf":
        from lantoa.papers.readers.pdf import read_pdf as read
    elif kind == "doc":
        from lantoa.papers.readers.doc import read_doc as read
    else:
        raise unreadable(kind, name)
    return read(data, name)


def _read_text(text: str, name: str) -> Sheet:
    from lantoa.papers.readers.markdown import is_markdown, read_markdown

    return read_markdown(text, name) if is_markdown(text) else read_plain(text, name)
