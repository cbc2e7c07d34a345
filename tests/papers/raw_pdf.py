"""Hand-made .pdf files: letters and lines exactly where a test wants them.

Every letter is half its size wide. Places are in points from the top left of an A4 page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange {ranges} endcmap end end"
)


@dataclass
class Sheet:
    """A page being drawn."""

    drawn: list[str] = field(default_factory=list)
    laid_over: list[tuple[float, float, str]] = field(default_factory=list)
    turned: int = 0

    def say(self, x: float, y: float, words: str, size: float = 14, bold: bool = False) -> Sheet:
        code = words.encode("utf-16-be").hex()
        self.drawn.append(f"BT /{'B' if bold else 'R'} {size} Tf {x} {HEIGHT - y} Td <{code}> Tj ET")
        return self

    def lines(self, x: float, y: float, *rows: str, step: float = 18, size: float = 14) -> Sheet:
        for number, row in enumerate(rows):
            self.say(x, y + number * step, row, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        self.drawn.append(f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def shade(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        self.drawn.append(f"{x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def stamp(self, x: float, y: float, words: str) -> Sheet:
        """Words laid over the page, as a signature does."""
        self.laid_over.append((x, y, words))
        return self

    def picture(self) -> Sheet:
        self.drawn.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")
        return self


def pdf(*sheets: Sheet, table_of_characters: dict[str, str] | None = None) -> bytes:
    """The file. `table_of_characters` makes the text layer say other letters than the page shows."""
    parts: list[str] = []

    def add(content: str) -> int:
        parts.append(content)
        return len(parts)

    def stream(content: str, extra: str = "") -> int:
        return add(f"<<{extra}/Length {len(content.encode('latin-1'))}>>\nstream\n{content}\nendstream")

    catalog, pages = add(""), add("")
    fonts = [_font(add, stream, name, table_of_characters or {}) for name in ("Tinos", "Tinos-Bold")]
    resources = f"/Resources <</Font <</R {fonts[0]} 0 R /B {fonts[1]} 0 R>>>>"
    numbers = []
    for sheet in sheets:
        content = stream("\n".join(sheet.drawn))
        notes = [_note(add, stream, resources, *over) for over in sheet.laid_over]
        annotations = " ".join(f"{note} 0 R" for note in notes)
        numbers.append(
            add(
                f"<</Type /Page /Parent {pages} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.turned} "
                f"{resources} /Contents {content} 0 R /Annots [{annotations}]>>"
            )
        )
    parts[catalog - 1] = f"<</Type /Catalog /Pages {pages} 0 R>>"
    kids = " ".join(f"{number} 0 R" for number in numbers)
    parts[pages - 1] = f"<</Type /Pages /Kids [{kids}] /Count {len(numbers)}>>"
    return _file(parts)


def _font(add, stream, name: str, table: dict[str, str]) -> int:  # type: ignore[no-untyped-def]
    ranges = "1 beginbfrange <0000> <FFFF> <0000> endbfrange"
    if table:
        pairs = " ".join(f"<{ord(a):04x}> <{ord(b):04x}>" for a, b in table.items())
        ranges = f"{len(table)} beginbfchar {pairs} endbfchar"
    unicode = stream(_TO_UNICODE.format(ranges=ranges))
    inner = add(
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /CIDToGIDMap /Identity "
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/FontDescriptor {add(f'<</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80>>')} 0 R>>"
    )
    return add(
        f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{inner} 0 R] "
        f"/ToUnicode {unicode} 0 R>>"
    )


def _note(add, stream, resources: str, x: float, y: float, words: str) -> int:  # type: ignore[no-untyped-def]
    code = words.encode("utf-16-be").hex()
    box = f"/BBox [0 0 200 20] {resources} /Type /XObject /Subtype /Form "
    look = stream(f"BT /R 10 Tf 0 4 Td <{code}> Tj ET", box)
    place = f"{x} {HEIGHT - y - 4} {x + 200} {HEIGHT - y + 16}"
    return add(f"<</Type /Annot /Subtype /Widget /FT /Sig /F 132 /Rect [{place}] /AP <</N {look} 0 R>>>>")


def _file(parts: list[str]) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part.encode("latin-1") + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(parts) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + tail.encode()
