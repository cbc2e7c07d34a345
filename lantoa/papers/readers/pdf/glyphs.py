"""What pdfium knows of a page: words with their places, drawn lines, pictures.

Places are in points from the top left of the page as it is shown, y growing downwards.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_PATH, _PICTURE = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
_MAX_OBJECTS = 50_000
_DEEPEST_FORM = 5
_THIN = 3.0
"""A filled shape thinner than this is a drawn line; a wider one is a shade."""
_SHORTEST = 4.0
_JUMP = 0.6
"""Letters further apart than this share of their size, without a space between, are two words."""
_HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `y` is its base line. `filled`: it was laid over the page (a number put in when the paper was signed)."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line along one axis: at `at` on the other axis, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Glyphs:
    """All that is read of a page."""

    width: float
    height: float
    words: list[Word]
    across: list[Rule]
    down: list[Rule]
    pictures: int


class _Turn:
    """Places of the file become places of the page as shown (its box, its rotation, y downwards)."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom = float(box.left), float(box.bottom)
        self.across, self.up = float(box.right - box.left), float(box.top - box.bottom)
        self.quarter = pdfium.FPDFPage_GetRotation(page)
        self.width, self.height = (self.across, self.up) if self.quarter % 2 == 0 else (self.up, self.across)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.quarter == 1:
            x, y = y, self.across - x
        elif self.quarter == 2:
            x, y = self.across - x, self.up - y
        elif self.quarter == 3:
            x, y = self.up - y, x
        return x, self.height - y


def glyphs_of(document: Any, number: int) -> Glyphs:
    """Read page `number` of an open pdfium document; a page that pdfium cannot load is empty."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return Glyphs(0.0, 0.0, [], [], [], 0)
    try:
        turn = _Turn(page)
        printed = None
        if pdfium.FPDFPage_GetAnnotCount(page) > 0:
            printed = _count(page)
            page = _flattened(document, page, number)
        across, down, pictures = _drawn(page, turn)
        return Glyphs(turn.width, turn.height, list(_words(page, turn, printed)), across, down, pictures)
    finally:
        pdfium.FPDF_ClosePage(page)


def _count(page: Any) -> int:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        return int(pdfium.FPDFText_CountChars(text))
    finally:
        pdfium.FPDFText_ClosePage(text)


def _flattened(document: Any, page: Any, number: int) -> Any:
    """The page with what is laid over it (form fields, stamps) made part of it, behind its own letters."""
    done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    if done != pdfium.FLATTEN_SUCCESS:
        return page
    pdfium.FPDF_ClosePage(page)
    return pdfium.FPDF_LoadPage(document, number)


# --- words ---------------------------------------------------------------------------------------------------------


def _words(page: Any, turn: _Turn, printed: int | None) -> Iterator[Word]:
    """The words of a page; letters behind the first `printed` were laid over it."""
    text = pdfium.FPDFText_LoadPage(page)
    try:
        for first, letters, box in _runs(text):
            yield _word(text, turn, first, letters, box, filled=printed is not None and first >= printed)
    finally:
        pdfium.FPDFText_ClosePage(text)


_Box = tuple[float, float, float, float]


def _runs(text: Any) -> Iterator[tuple[int, str, _Box]]:
    """Runs of letters without a space or a jump: the number of the first letter, the letters, their box."""
    letters: list[str] = []
    first = 0
    left = bottom = right = top = 0.0
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(text)):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index) or 32)
        if letter != _HYPHEN and (letter.isspace() or letter < " "):
            if letters:
                yield first, "".join(letters), (left, bottom, right, top)
            letters = []
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        if letters and _jumps((left, bottom, right, top), box):
            yield first, "".join(letters), (left, bottom, right, top)
            letters = []
        if letters:
            left, bottom = min(left, box.left), min(bottom, box.bottom)
            right, top = max(right, box.right), max(top, box.top)
        else:
            first, left, bottom, right, top = index, box.left, box.bottom, box.right, box.top
        letters.append("-" if letter == _HYPHEN else letter)
    if letters:
        yield first, "".join(letters), (left, bottom, right, top)


def _jumps(run: _Box, box: Any) -> bool:
    """True when a letter does not go on where the run ends, along either axis."""
    left, bottom, right, top = run
    room = _JUMP * max(box.top - box.bottom, 4.0)
    beside = max(box.left - right, left - box.right)
    above = max(box.bottom - top, bottom - box.top)
    return bool(beside > room or above > room / 2)


_name = ctypes.create_string_buffer(256)
_flags = ctypes.c_int()


def _word(text: Any, turn: _Turn, first: int, letters: str, box: _Box, *, filled: bool) -> Word:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, first, x, y)
    _, base = turn.point(x.value, y.value)
    (x0, y0), (x1, y1) = turn.point(box[0], box[1]), turn.point(box[2], box[3])
    used = pdfium.FPDFText_GetFontInfo(text, first, _name, 256, _flags)
    font = _name.raw[: max(used - 1, 0)].lower()
    bold = b"bold" in font or b"black" in font
    size = pdfium.FPDFText_GetFontSize(text, first)
    if not 2 <= size <= 200:  # the size is in the letters' matrix
        size = abs(y1 - y0) / 1.1
    return Word(letters, min(x0, x1), max(x0, x1), base, size, bold, b"italic" in font or b"oblique" in font, filled)


# --- lines and pictures --------------------------------------------------------------------------------------------

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _drawn(page: Any, turn: _Turn) -> tuple[list[Rule], list[Rule], int]:
    """Lines across, lines down, number of pictures."""
    across: list[Rule] = []
    down: list[Rule] = []
    pictures = 0
    for kind, element, matrix in _objects(page):
        if kind == _PICTURE:
            pictures += 1
            continue
        for a, b in _edges(element, matrix):
            (x0, y0), (x1, y1) = turn.point(*a), turn.point(*b)
            if abs(y1 - y0) < 1.0 and abs(x1 - x0) >= _SHORTEST:
                across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) < 1.0 and abs(y1 - y0) >= _SHORTEST:
                down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return across, down, pictures


def _objects(page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """The paths and pictures of a page, also inside forms, each with the matrix that brings it to the page."""
    stack: list[tuple[Any, Any, Matrix, int]] = [
        (pdfium.FPDFPage_GetObject, page, _SAME, index) for index in _order(pdfium.FPDFPage_CountObjects(page))
    ]
    seen = 0
    while stack and seen < _MAX_OBJECTS:
        get, owner, outer, index = stack.pop()
        element = get(owner, index)
        kind = pdfium.FPDFPageObj_GetType(element)
        seen += 1
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = _times(_matrix(element), outer)
            count = pdfium.FPDFFormObj_CountObjects(element)
            stack += [(pdfium.FPDFFormObj_GetObject, element, inner, i) for i in _order(min(count, _MAX_OBJECTS))]
        elif kind in (_PATH, _PICTURE):
            yield kind, element, _times(_matrix(element), outer) if kind == _PATH else outer


def _order(count: int) -> range:
    return range(min(count, _MAX_OBJECTS) - 1, -1, -1)


def _matrix(element: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(element, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


_Point = tuple[float, float]


def _edges(path: Any, matrix: Matrix) -> Iterator[tuple[_Point, _Point]]:
    """The straight edges of a path; of a shade that is not stroked only when it is as thin as a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    points = list(_points(path, matrix))
    if not stroke.value and not (fill.value and _is_thin([point for point, _ in points])):
        return
    begin: _Point | None = None
    last: _Point | None = None
    for point, move in points:
        if move or last is None:
            begin = point
        else:
            yield last, point
        last = point
    if begin and last and begin != last and len(points) > 2:
        yield last, begin


def _points(path: Any, matrix: Matrix) -> Iterator[tuple[_Point, bool]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MAX_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        move = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        yield (a * x.value + c * y.value + e, b * x.value + d * y.value + f), move


def _is_thin(points: list[_Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return bool(points) and min(max(xs) - min(xs), max(ys) - min(ys)) < _THIN
