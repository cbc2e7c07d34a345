"""A paper as it lies on the page: LibreOffice sets it, pypdfium2 says where every line came to stand.

Lengths are in millimetres from the upper left corner of the page, sizes in points.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from lantoa.papers.tree import Paper
from lantoa.papers.writers.docx import write_docx

MM = 25.4 / 72


@dataclass(frozen=True)
class Run:
    """Letters of one font that stand side by side on one base line."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Stroke:
    """A drawn line or box."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def length(self) -> float:
        return self.right - self.left


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    runs: tuple[Run, ...]
    strokes: tuple[Stroke, ...]

    def find(self, text: str) -> Run:
        """The first run that holds `text`."""
        found = self.all(text)
        assert found, f"{text!r} is not on the page: {[run.text for run in self.runs]}"
        return found[0]

    def all(self, text: str) -> list[Run]:
        return [run for run in self.runs if text in run.text]

    def rule_below(self, run: Run) -> Stroke:
        """The level line that is drawn next below a run, within 4 mm."""
        rules = [s for s in self.strokes if s.bottom - s.top < 1 and 0 < s.top - run.base < 4 and s.length > 5]
        near = [s for s in rules if s.left < run.middle < s.right]
        assert near, f"no rule below {run.text!r}"
        return min(near, key=lambda s: s.top)


def print_papers(papers: dict[str, Paper], folder: Path) -> dict[str, list[Page]]:
    """Write each paper and set it with LibreOffice; skips when it is not installed."""
    return print_files({name: write_docx(paper) for name, paper in papers.items()}, folder)


def print_files(contents: dict[str, bytes], folder: Path) -> dict[str, list[Page]]:
    """Set each .docx file with LibreOffice; skips when it is not installed."""
    for tool in ("soffice", "pdftoppm"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is missing (make tools)")
    files = []
    for name, content in contents.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: read_pages(folder / f"{name}.pdf") for name in contents}


def read_pages(file: Path) -> list[Page]:
    with pypdfium2.PdfDocument(file) as document:
        return [_page(page) for page in document]


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    strokes = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        strokes.append(Stroke(left * MM, right * MM, (height - top) * MM, (height - bottom) * MM))
    return Page(width * MM, height * MM, tuple(_runs(page, height)), tuple(strokes))


def _runs(page: pypdfium2.PdfPage, height: float) -> Iterator[Run]:
    """Neighbouring letters on one line, cut where the font changes or a gap wider than 3 mm opens."""
    text_page = page.get_textpage()
    open_run: Run | None = None
    for index in range(text_page.count_chars()):
        letter = _letter(text_page, index, height)
        if letter is None:
            continue
        if open_run and _joins(open_run, letter):
            open_run = replace(open_run, text=open_run.text + letter.text, right=letter.right)
        else:
            if open_run and open_run.text.strip():
                yield open_run
            open_run = letter
    if open_run and open_run.text.strip():
        yield open_run


def _letter(text_page: pypdfium2.PdfTextPage, index: int, height: float) -> Run | None:
    character = chr(pdfium.FPDFText_GetUnicode(text_page, index))
    if character in "\r\n":
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    return Run(character, box.left * MM, box.right * MM, (height - y.value) * MM, size, _font(text_page, index))


def _font(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    return buffer.value.decode()


def _joins(run: Run, letter: Run) -> bool:
    return (
        abs(run.base - letter.base) < 0.1
        and (run.font == letter.font or letter.text == " ")
        and -1 < letter.left - run.right < 3
    )
