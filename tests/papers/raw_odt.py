"""Hand-made .odt files: the XML that a test needs and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def odt(body: str, styles: str = "", **parts: bytes) -> bytes:
    """A package with this body; `styles` are automatic styles, `parts` further members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*paragraphs: str, style: str = "L", more: str = "") -> str:
    inner = "".join(f"<text:list-item>{paragraph}</text:list-item>" for paragraph in paragraphs)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def cell(content: str, columns: int = 1, rows: int = 1) -> str:
    spans = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    return f"<table:table-cell {spans}>{content}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def style(name: str, family: str, text: str = "", paragraph: str = "", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>"
    )


def numbered(name: str, *levels: str) -> str:
    """A list style; each level is "form|prefix|suffix|shown levels", or "bullet|-"."""
    inner = ""
    for depth, level in enumerate(levels, start=1):
        form, prefix, *rest = level.split("|")
        if form == "bullet":
            inner += f'<text:list-level-style-bullet text:level="{depth}" text:bullet-char="{prefix}"/>'
        else:
            inner += (
                f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" '
                f'style:num-prefix="{prefix}" style:num-suffix="{rest[0]}" text:display-levels="{rest[1]}"/>'
            )
    return f'<text:list-style style:name="{name}">{inner}</text:list-style>'
