"""A paper as a .docx file in the layout of Decree 30/2020/NĐ-CP.

The same paper always gives the same bytes: nothing of the clock, the machine or a person goes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lantoa.papers.tree import Paper
from lantoa.papers.writers.closing import annexes, end, section_end
from lantoa.papers.writers.head import bases, head
from lantoa.papers.writers.page import NO_NUMBER, PAGE_NUMBER, section
from lantoa.papers.writers.passages import SPACE, closed, passages
from lantoa.papers.writers.styles import style_sheet
from lantoa.papers.writers.wordml import NAMESPACES, escaped, legal, line, paragraph

MANIFEST = "lantoa/manifest.json"
"""Where the manifest stands in the package."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(paper: Paper, manifest: bytes | None = None) -> bytes:
    """`paper` as the bytes of a .docx file.

    `manifest` is kept beside the text as the part `lantoa/manifest.json`, which word processors pass over.
    """
    parts = {
        "[Content_Types].xml": _content_types(manifest),
        "_rels/.rels": _package_relations(manifest),
        "docProps/core.xml": _core_properties(paper),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(paper),
        "word/header1.xml": PAGE_NUMBER,
        "word/header2.xml": NO_NUMBER,
        "word/settings.xml": _settings(),
        "word/styles.xml": style_sheet(),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=3) as package:
        for name, xml in parts.items():
            package.writestr(_entry(name), legal(xml).encode())
        if manifest is not None:
            package.writestr(_entry(MANIFEST), manifest)
    return file.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _document(paper: Paper) -> str:
    body = "".join(_apart(_body(paper)))
    return f"{_XML}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _body(paper: Paper) -> Iterator[str]:
    yield from head(paper)
    yield from bases(paper.bases)
    yield from (line("DoanVan", passage) for passage in paper.preamble.split("\n") if passage)
    yield from passages(closed(paper.body), with_next=bool(paper.signature or paper.recipients))
    yield from end(paper)
    if paper.appendices:
        yield section_end()
        yield from annexes(paper.appendices)
    yield paragraph("Ket")
    yield section()


def _apart(blocks: Iterator[str]) -> Iterator[str]:
    """The blocks, with an empty line between two tables in a row, which Word would otherwise make one."""
    after_table = False
    for block in blocks:
        is_table = block.startswith("<w:tbl>")
        if is_table and after_table:
            yield SPACE
        after_table = is_table
        yield block


def _core_properties(paper: Paper) -> str:
    title = f"{paper.type_name} {paper.title}".strip()
    day = paper.date
    created = ""
    if day and day.month and day.day:
        created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:language>vi-VN</dc:language>{created}</cp:coreProperties>"
    )


def _settings() -> str:
    """Word of today, not an older one imitated; a line that is broken by hand is not stretched to the margin."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'{_XML}<w:settings {NAMESPACES}><w:defaultTabStop w:val="720"/><w:compat><w:doNotExpandShiftReturn/>{mode}'
        '</w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>'
    )


def _content_types(manifest: bytes | None) -> str:
    kinds = {"document": "document.main", "header1": "header", "header2": "header", "settings": "settings"}
    kinds["styles"] = "styles"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    json = '<Default Extension="json" ContentType="application/json"/>' if manifest is not None else ""
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{json}{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relations(manifest: bytes | None) -> str:
    relations = [
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    if manifest is not None:
        relations.append(("urn:lantoa:manifest", MANIFEST))
    return _relations(relations)


def _document_relations() -> str:
    targets = [("styles", "styles.xml"), ("header", "header1.xml"), ("header", "header2.xml")]
    return _relations([(f"{_OFFICE}/{kind}", file) for kind, file in [*targets, ("settings", "settings.xml")]])


def _relations(relations: list[tuple[str, str]]) -> str:
    """Numbered from rId1 in the order given; the sections name the headers rId2 and rId3."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'
