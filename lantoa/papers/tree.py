"""A paper as a value.

Two views of one text. A `Sheet` is the page as it lies: paragraphs and tables in reading order. A `Paper` is what an
official recognises in it (Decree 30/2020/NĐ-CP, Annex I): header, legal bases, numbered clauses, tables, signature,
recipients, annexes.

Every part keeps the `Span` it was read from. Spans do not take part in equality: a paper that we write reads back
equal although its letters lie elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lantoa.viet.dates import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: [start, end) in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


NOWHERE = Span(0, 0)
"""The span of what was not read from a text."""


def _span() -> Span:
    return field(default=NOWHERE, compare=False, repr=False)


# --- the page as it lies -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `label` is its automatic number as Word shows it ("1.", "a)", "-"), absent from `text`."""

    text: str
    span: Span = _span()
    label: str = ""
    bold: bool = False
    italic: bool = False
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `rows` and `columns` say how far it reaches. Inner paragraphs are joined by newlines.

    Boldness is a look: it does not take part in equality.
    """

    text: str
    span: Span = _span()
    rows: int = 1
    columns: int = 1
    bold: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. A cell that spans is listed once, in the row where it starts."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span = _span()

    def grid(self) -> list[list[Cell]]:
        """Every position of the table; a cell that spans stands at each position it covers."""
        grid: list[dict[int, Cell]] = [{} for _ in self.rows]
        for y, row in enumerate(self.rows):
            x = 0
            for cell in row:
                while x in grid[y]:
                    x += 1
                for down in range(min(cell.rows, len(grid) - y)):
                    for right in range(cell.columns):
                        grid[y + down][x + right] = cell
                x += cell.columns
        return [[line[x] for x in sorted(line)] for line in grid]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page as it lies. `trust` (0..1) says how far the format keeps structure: docx 1.0, plain text less."""

    text: str
    blocks: tuple[Paragraph | Table, ...]
    format: str
    trust: float = 1.0


# --- what an official recognises in it ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered (or dashed, or unnumbered) passage and what stands under it.

    `label` is as written ("I.", "1.", "a)", "-", "Điều 2.", "" for a plain paragraph); `path` is its address from the
    top ("II.2.-3": the third dash under clause 2 of II); `text` excludes the label.
    """

    text: str
    label: str = ""
    path: str = field(default="", compare=False)
    children: tuple[Clause | Table, ...] = ()
    span: Span = _span()

    def walk(self) -> Iterator[Clause]:
        """This clause and every clause under it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Clause):
                yield from child.walk()


@dataclass(frozen=True, slots=True)
class Signature:
    """`capacity`: the lines above the title ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"); `title`; `name`."""

    capacity: tuple[str, ...] = ()
    title: str = ""
    name: str = ""
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Appendix:
    """An annex: its label ("PHỤ LỤC", "Phụ lục II"), title, reference line and body."""

    label: str
    title: str = ""
    reference: str = ""
    body: tuple[Clause | Table, ...] = ()
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list of the paper (a legal basis, an addressee, a recipient), without its dash and end mark."""

    text: str
    span: Span = _span()


@dataclass(frozen=True, slots=True)
class Paper:
    """An official paper. What is unknown is empty or None; nothing is guessed.

    `number` is the running number alone ("39"); `symbol` the whole ("39/KH-UBND", "/KH-UBND" when blank).
    `type_name` is "Kế hoạch", "Báo cáo"...; empty for a dispatch (công văn), whose subject stands in `title`.
    `spans` maps a header field's name to the place it was read from; `trust` is that of the sheet.
    """

    type_name: str = ""
    title: str = ""
    issuing_body: str = ""
    parent_body: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: PartialDate | None = None
    addressees: tuple[Line, ...] = ()
    bases: tuple[Line, ...] = ()
    preamble: str = ""
    body: tuple[Clause | Table, ...] = ()
    signature: Signature | None = None
    recipients: tuple[Line, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    text: str = field(default="", compare=False, repr=False)
    spans: dict[str, Span] = field(default_factory=dict, compare=False, repr=False)
    trust: float = field(default=1.0, compare=False, repr=False)

    def clauses(self) -> Iterator[Clause]:
        """Every clause of the body and of the annexes, in reading order."""
        for part in (self.body, *(a.body for a in self.appendices)):
            for item in part:
                if isinstance(item, Clause):
                    yield from item.walk()
