"""What a file is, by its content."""

from __future__ import annotations

import re

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "image"),
    (b"RIFF", "image"),
    (b"7z\xbc\xaf", "zip"),
    (b"Rar!", "zip"),
    (b"\x1f\x8b", "zip"),
)
_MARKUP = re.compile(rb"\s*<(!doctype\s+html|html|head|body|\?xml|table|div|p[\s>])", re.IGNORECASE)


def kind_of(data: bytes) -> str:
    """ "docx", "odt", "html", "pdf", "doc", "text", or the code of the sentence that says why it cannot be read."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return "empty"
    if data[:2] == b"PK":
        return _kind_of_zip(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic) and not (magic == b"BM" and _is_text(data)):
            return _kind_of_ole(data) if kind == "ole" else kind
    if _MARKUP.match(data[3:] if data[:3] == b"\xef\xbb\xbf" else data):
        return "html"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_text(data):
        return "text"
    return "binary" if _controls(data) else "legacy"


def _kind_of_ole(data: bytes) -> str:
    """The names of the streams stand in the directory in UTF-16."""
    for stream, kind in (("EncryptedPackage", "locked"), ("WordDocument", "doc")):
        if stream.encode("utf-16-le") in data:
            return kind
    return "ole"


def _kind_of_zip(data: bytes) -> str:
    """The member names stand uncompressed in the central directory: no need to open the archive."""
    if b"word/document" in data:
        return "docx"
    if b"application/vnd.oasis.opendocument" in data[:200]:
        return "odt"
    if b"xl/workbook" in data:
        return "xlsx"
    return "zip"


def _is_text(data: bytes) -> bool:
    if _controls(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _controls(data: bytes) -> bool:
    """True when more than one byte in a hundred is a control character that no text holds."""
    sample = data[:65536]
    return len(sample.translate(None, bytes(set(range(256)) - set(range(32)) | {9, 10, 11, 12, 13}))) * 100 > len(
        sample
    )
