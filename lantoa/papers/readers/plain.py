"""Plain text: paragraphs by line, tables rebuilt from the shape that converters leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.papers.readers.flat_tables import Line, take_table
from lantoa.papers.readers.letters import MAX_LETTERS, squeezed, stored
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Paragraph, Sheet, Span, Table
from lantoa.viet.letters import is_syllable

TRUST = 0.8
"""Plain text keeps the words; boldness, cells and levels are inferred."""
_WIDE = 120
"""A text with a longer line than this is not hard-wrapped: each line is a paragraph."""
_NARROW = 50
_FEW = 4
"""A text is taken for wrapped only when at least so many lines come near a width that a page has."""
_CUT_OFF = re.compile(r"^([ \t]*(?:[-–+•][ \t]*)?[^\W\d_]?)[ \t]*\n(?=[^\W\d_])", re.MULTILINE)
"""A dash, or the first letter of a word, that converters leave alone on a line."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_RULES = frozenset("-_=|*~. \t")


def decode(data: bytes, name: str) -> str:
    """UTF-8 or UTF-16 by its mark; no other encoding is guessed."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise unreadable("legacy", name) from None


def read_plain(raw: str, name: str) -> Sheet:
    """The sheet of a plain text. Every paragraph's `text` is its span with white space squeezed."""
    if len(raw) > MAX_LETTERS:
        raise unreadable("too_large", name)
    text = _CUT_OFF.sub(_put_back, stored(raw))
    if not text.strip():
        raise unreadable("no_text", name)
    return Sheet(text, tuple(_blocks(lines_of(text), name)), "txt", TRUST)


def _put_back(match: re.Match[str]) -> str:
    """The lonely dash or letter before what follows on the next line; a letter only where the two make a word."""
    alone = match[1].strip()
    if not alone or not alone[-1].isalpha():
        return f"{alone} " if alone else match[0]
    rest = _FIRST_WORD.match(match.string, match.end())
    whole = alone[-1].isupper() and rest is not None and rest[0].islower() and is_syllable(alone[-1] + rest[0])
    return match[1] if whole else match[0]


def lines_of(text: str) -> list[Line]:
    """The lines of a text with their places."""
    lines, at = [], 0
    for raw in text.split("\n"):
        lines.append(Line(raw, at))
        at += len(raw) + 1
    return lines


def _blocks(lines: list[Line], name: str) -> Iterator[Paragraph | Table]:
    width = width_of(lines)
    at = look_again = 0
    while at < len(lines):
        if at >= look_again:
            table, look_again = take_table(lines, at, name)
            if table:
                yield table
                at = look_again
                continue
        until = end_of_paragraph(lines, at, width)
        paragraph = _paragraph(lines[at:until])
        if paragraph:
            yield paragraph
        at = until


def width_of(lines: list[Line]) -> int:
    """How wide a hard-wrapped text is set: most of its longer lines come near. Beyond `_WIDE` it is not wrapped."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines if len(line.raw.strip()) > 40)
    width = lengths[len(lengths) * 8 // 10] if lengths else 0
    near = sum(width - 12 <= length <= width + 6 for length in lengths)
    wrapped = len(lengths) >= _FEW and width >= _NARROW and near * 2 > len(lengths)
    return width if wrapped else _WIDE + 1


def end_of_paragraph(lines: list[Line], at: int, width: int) -> int:
    """In a hard-wrapped text a line goes on below when the next word would not have fitted in."""
    until = at + 1
    while width <= _WIDE and until < len(lines) and _goes_on(lines[until - 1].raw, lines[until].raw, width):
        until += 1
    return until


def _goes_on(line: str, below: str, width: int) -> bool:
    words = below.split()
    if not line.strip() or not words or line.rstrip()[-1] in ".;:!?|" or is_rule(below):
        return False
    first = words[0]
    full = len(line.rstrip()) + 1 + len(first) > width - 8 and len(line) > 40
    if line.rstrip().endswith((" số", ",")):
        return True
    return (full and first[0] not in "-+*•") or (first.isalpha() and first.islower() and line.rstrip()[-1].isalnum())


def is_rule(raw: str) -> bool:
    """A blank line, or one that draws a rule."""
    return not set(raw) - _RULES


def _paragraph(lines: list[Line]) -> Paragraph | None:
    """None for a blank line and for a line that is only a drawn rule."""
    if all(is_rule(line.raw) for line in lines):
        return None
    start = lines[0].at + len(lines[0].raw) - len(lines[0].raw.lstrip())
    end = lines[-1].at + len(lines[-1].raw.rstrip())
    return Paragraph(squeezed(" ".join(line.raw for line in lines)), Span(start, end))
