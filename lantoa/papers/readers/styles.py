"""What a Word style gives to its paragraphs: boldness, alignment, a list."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from lantoa.papers.readers.package import W
from lantoa.papers.readers.page import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = ("0", "false", "off", "none")


class Styles:
    """The styles of a document, each resolved once through what it is based on."""

    def __init__(self, root: _Element | None) -> None:
        self._raw = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iterfind(f"{W}style")}
        self._looks: dict[str, Look] = {}
        default = [i for i, s in self._raw.items() if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1"]
        self._default = default[0] if default else ""

    def paragraph(self, properties: _Element | None) -> Look:
        """The look of a paragraph with these properties (w:pPr)."""
        if properties is None:
            return self.named(self._default)
        style = properties.find(f"{W}pStyle")
        base = self.named(self._default if style is None else style.get(f"{W}val", ""))
        return of_paragraph(properties, base)

    def run(self, properties: _Element | None, base: Look) -> Look:
        """The look of a run (w:rPr) in a paragraph that looks like `base`."""
        return base if properties is None else of_run(properties, base)

    def named(self, style: str, depth: int = 0) -> Look:
        """The look of a style; rings of styles end after a dozen steps."""
        if style not in self._raw or depth > 12:
            return Look()
        if style not in self._looks:
            element = self._raw[style]
            based = element.find(f"{W}basedOn")
            look = Look() if based is None else self.named(based.get(f"{W}val", ""), depth + 1)
            look = of_paragraph(element.find(f"{W}pPr"), look)
            self._looks[style] = of_run(element.find(f"{W}rPr"), look)
        return self._looks[style]


def of_paragraph(properties: _Element | None, base: Look) -> Look:
    """`base` changed by paragraph properties."""
    if properties is None:
        return base
    look = base
    alignment = properties.find(f"{W}jc")
    if alignment is not None:
        look = replace(look, centered=alignment.get(f"{W}val") == "center")
    listed = properties.find(f"{W}numPr")
    if listed is not None:
        number, depth = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
        if number is not None:
            value = number.get(f"{W}val", "")
            look = replace(
                look, number="" if value == "0" else value
            )  # list 0 takes a paragraph out of its style's list
        if depth is not None and depth.get(f"{W}val", "").isdecimal():
            look = replace(look, depth=int(depth.get(f"{W}val", "0")[:2]))
    return look


def of_run(properties: _Element | None, base: Look) -> Look:
    """`base` changed by run properties."""
    if properties is None:
        return base
    look = base
    for tag, name in (("b", "bold"), ("i", "italic"), ("vanish", "hidden")):
        switch = properties.find(f"{W}{tag}")
        if switch is not None:
            on = switch.get(f"{W}val", "1") not in _OFF
            look = Look(**{**asdict(look), name: on})
    return look
