"""What the styles of an .odt give to paragraphs, spans and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lantoa.papers.readers.numbering import Level
from lantoa.papers.readers.page import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style as declared: what it is based on, its look, the list that its paragraphs join."""

    parent: str
    element: _Element


class OdtStyles:
    """Looks by family and name, each resolved once; list levels by the name of the list style."""

    def __init__(self, roots: Iterable[_Element | None]) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            if root is not None:
                self._declare(root)

    def _declare(self, root: _Element) -> None:
        for element in root.iter(f"{STYLE}style"):
            key = (element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", ""))
            self._styles[key] = Style(element.get(f"{STYLE}parent-style-name", ""), element)
        for element in root.iter(f"{TEXT}list-style"):
            self.lists[element.get(f"{STYLE}name", "")] = _levels(element)
        for element in root.iter(f"{TEXT}outline-style"):
            self.outline = _levels(element)

    def look(self, family: str, name: str, base: Look | None = None, depth: int = 0) -> Look:
        """The look of a style; a span's begins with that of its paragraph. Rings of styles end after a dozen steps."""
        style = self._styles.get((family, name))
        if style is None or depth > 12:
            return base or Look()
        if base is not None:
            return _changed(style.element, self.look(family, style.parent, base, depth + 1))
        if (family, name) not in self._looks:
            above = self.look(family, style.parent, None, depth + 1)
            self._looks[family, name] = _changed(style.element, above)
        return self._looks[family, name]


def _changed(style: _Element, look: Look) -> Look:
    listed = style.get(f"{STYLE}list-style-name")
    if listed is not None:
        look = replace(look, number=listed)
    paragraph = style.find(f"{STYLE}paragraph-properties")
    if paragraph is not None and paragraph.get(f"{FO}text-align"):
        look = replace(look, centered=paragraph.get(f"{FO}text-align") == "center")
    letters = style.find(f"{STYLE}text-properties")
    if letters is None:
        return look
    if letters.get(f"{FO}font-weight"):
        look = replace(look, bold=letters.get(f"{FO}font-weight") in ("bold", "600", "700", "800", "900"))
    if letters.get(f"{FO}font-style"):
        look = replace(look, italic=letters.get(f"{FO}font-style") != "normal")
    if letters.get(f"{TEXT}display"):
        look = replace(look, hidden=letters.get(f"{TEXT}display") == "none")
    return look


def _levels(style: _Element) -> dict[int, Level]:
    levels = {}
    for element in style.iterchildren(tag="*"):
        depth = count(element.get(f"{TEXT}level"), 1) - 1
        if element.tag == f"{TEXT}list-level-style-bullet":
            levels[depth] = Level("bullet", element.get(f"{TEXT}bullet-char", "-"), 1)
        elif element.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            levels[depth] = _numbered(element, depth)
    return levels


def _numbered(element: _Element, depth: int) -> Level:
    """A level in the form of Word's: the pattern "%1.%2." names the levels that it shows."""
    form = _FORMS.get(element.get(f"{STYLE}num-format", ""), "decimal")
    if form == "none":
        return Level("none", "", 1)
    shown = min(count(element.get(f"{TEXT}display-levels"), 1), depth + 1)
    listed = element.get(f"{_LOEXT}num-list-format") or element.get(f"{STYLE}num-list-format")
    pattern = ".".join(f"%{level + 1}" for level in range(depth + 1 - shown, depth + 1))
    pattern = element.get(f"{STYLE}num-prefix", "") + pattern + element.get(f"{STYLE}num-suffix", "")
    if listed and re.fullmatch(r"(?:[^%]|%\d%)*", listed):
        pattern = re.sub(r"%(\d)%", r"%\1", listed)
    return Level(form, pattern, count(element.get(f"{TEXT}start-value"), 1))


def count(text: str | None, otherwise: int) -> int:
    """A small number of the file; anything else is `otherwise`."""
    return int(text) if text and re.fullmatch(r"\d{1,5}", text) else otherwise
