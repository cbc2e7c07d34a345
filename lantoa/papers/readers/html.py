""".html by lxml: blocks and tables as a browser shows them.

Left out: what a page shows around its text (menus, buttons, drawings) and what it hides. A table that only lays out the
page (it holds another table, or a single column) is opened.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from lantoa.papers.readers.numbering import written
from lantoa.papers.readers.page import MAX_COLUMNS, Look, Page, cell_of, tidy
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Cell, Sheet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TRUST = 0.95
_DEEPEST = 200
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_LEFT_OUT = frozenset(
    (
        "audio", "button", "canvas", "datalist", "embed", "footer", "head", "iframe", "img", "input", "link", "map",
        "menu", "meta", "nav", "noscript", "object", "option", "picture", "script", "select", "style", "svg",
        "template", "textarea", "title", "video",
    )
)  # fmt: skip
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTERED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = {"windows-1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252", "us-ascii": "ascii"}
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WHITE = re.compile(r"[ \t\n\r\f]+")


def read_html(data: bytes, name: str) -> Sheet:
    """The sheet of a web page; raises `PaperUnreadable`."""
    text = decode_html(data, name)
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise unreadable("broken", name) from None
    reader = _Reader(Page(name))
    reader.take(root, Look(), 0)
    reader.end()
    return reader.page.sheet("html", TRUST)


def decode_html(data: bytes, name: str) -> str:
    """By the byte order mark, as UTF-8, or as the page declares; no encoding is guessed."""
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    declared = _CHARSET.search(data[:4096])
    said = declared[1].decode("ascii", "replace").lower() if declared else ""
    encoding = marked[0] if marked else _DECLARED.get(said, "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise unreadable("legacy", name) from None


@dataclass(slots=True)
class _Words:
    """The words of the paragraph that is being read, each with its look."""

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    label: str = ""
    centered: bool = False
    glued: bool = False

    def taken(self) -> tuple[str, str, Look]:
        """Label, words and look; white space as a browser shows it."""
        inked = [look for text, look in self.pieces if text.strip()]
        text = tidy("".join(text for text, _ in self.pieces))
        bold, italic = all(x.bold for x in inked), all(x.italic for x in inked)
        look = Look(bold=bold and bool(inked), italic=italic and bool(inked), centered=self.centered)
        return self.label, text, look


class _Reader:
    """Walks the page once. Words gather in `words` until a block begins or ends."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words = _Words()
        self.into: list[tuple[str, bool]] | None = None

    def take(self, element: HtmlElement, look: Look, depth: int) -> None:
        """Read an element, its children and the words between them."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or depth > _DEEPEST or _is_hidden(element):
            return
        if tag == "br":
            self._break(element, look)
            return
        look = _changed(element, look)
        if tag == "table" and self.into is None and not _lays_out(element):
            self.end()
            self._table(element, look, depth)
            return
        if tag in _BLOCKS:
            self.end()
            self.words.centered = look.centered
        if tag == "li":
            self.words.label = _label(element)
        self._inside(element, look, depth)
        if tag in _BLOCKS:
            self.end()

    def _inside(self, element: HtmlElement, look: Look, depth: int) -> None:
        self._say(element.text, element, look)
        for child in element:
            self.take(child, look, depth + 1)
            self.words.centered = self.words.centered or look.centered
            self._say(child.tail, element, look)

    def _break(self, element: HtmlElement, look: Look) -> None:
        """A new line; the break that only lets a floating picture end cuts no word."""
        before = element.getprevious()
        if before is None or before.tag != "img" or not (element.get("clear") and before.get("align")):
            self.words.pieces.append(("\n", look))
            return
        while self.words.pieces and not self.words.pieces[-1][0].strip():
            self.words.pieces.pop()
        self.words.glued = True

    def _say(self, text: str | None, element: HtmlElement, look: Look) -> None:
        if text:
            kept = text if element.tag == "pre" else _WHITE.sub(" ", text)
            self.words.pieces.append((kept.lstrip() if self.words.glued else kept, look))
            self.words.glued = False

    def end(self) -> None:
        """The paragraph is over; it goes into the page, or among the lines of the cell that is being read."""
        label, text, look = self.words.taken()
        if self.into is not None:
            line = f"{label} {text}".strip()
            if line:
                self.into.append((line, look.bold))
        else:
            self.page.paragraph(text, label, look)
        carried = label if label and not text else ""
        self.words = _Words(label=carried if self.into is None else "")

    # --- tables

    def _table(self, element: HtmlElement, look: Look, depth: int) -> None:
        rows: list[list[Cell]] = []
        for row in _rows(element):
            cells: list[Cell] = []
            for cell in row.iterchildren("td", "th"):
                columns, down = _span(cell, "colspan", MAX_COLUMNS + 1), _span(cell, "rowspan", 1_000)
                self.page.admit(columns, 1, sum(before.columns for before in cells))
                cells.append(self._cell(cell, look, depth + 1, columns, down))
            rows.append(cells)
        rows = [row for row in rows if row]
        for y, row in enumerate(rows):
            for cell in row:
                self.page.admit(cell.columns, min(cell.rows, len(rows) - y) - 1)
        self.page.table(rows)

    def _cell(self, element: HtmlElement, look: Look, depth: int, columns: int, down: int) -> Cell:
        self.into = []
        self.take(element, look, depth)
        self.end()
        lines, self.into = self.into, None
        return cell_of(lines, columns, down)


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _changed(element: HtmlElement, look: Look) -> Look:
    """`look` as the element changes it."""
    style = element.get("style", "")
    weight = _WEIGHT.search(style)
    if weight:
        look = replace(look, bold=weight[1].lower() not in ("normal", "100", "200", "300", "400", "500"))
    elif element.tag in _BOLD:
        look = replace(look, bold=True)
    if element.tag in ("i", "em"):
        look = replace(look, italic=True)
    align = element.get("align", "").lower()
    if element.tag == "center" or align == "center" or _CENTERED.search(style):
        return replace(look, centered=True)
    if align or "text-align" in style:
        return replace(look, centered=False)
    return look


def _lays_out(table: HtmlElement) -> bool:
    """True for a table that frames text: it holds another table, or no row of it has two cells."""
    if next((inner for inner in table.iterdescendants("table")), None) is not None:
        return True
    return all(len([c for c in row if c.tag in ("td", "th")]) < 2 for row in _rows(table))


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: HtmlElement, attribute: str, most: int) -> int:
    said = cell.get(attribute, "").strip()
    if not said.isdecimal():
        return 1
    return min(max(int(said), 1), most) if len(said) < 9 else most


# --- lists


def _label(item: HtmlElement) -> str:
    """The number or the dash that a browser shows before an item."""
    above = item.getparent()
    if above is None or above.tag != "ol":
        return "" if "none" in _list_style(item, above) else "-"
    form = _FORMS.get(above.get("type", "1"), "decimal")
    number = _span(above, "start", 10_000)
    for child in above.iterchildren("li"):
        number = _span(child, "value", 10_000) if child.get("value") else number
        if child is item:
            break
        number += 1
    return written(number, form) + "."


def _list_style(item: HtmlElement, above: HtmlElement | None) -> str:
    styles = item.get("style", "") + ("" if above is None else above.get("style", ""))
    found = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", styles)
    return found[1] if found else ""
