"""Markdown: headings, lists, bar tables, emphasis; everything else is plain text."""

from __future__ import annotations

import re

from lantoa.papers.readers.flat_tables import Line
from lantoa.papers.readers.letters import MAX_LETTERS, squeezed, stored
from lantoa.papers.readers.page import Look, Page, cell_of
from lantoa.papers.readers.plain import TRUST, end_of_paragraph, is_rule, lines_of, width_of
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Cell, Sheet

_HEADING = re.compile(r" {0,3}#{1,6}\s+(?P<words>.*?)\s*#*\s*")
_RULED = re.compile(r"\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*")
_STRONG_LINE = re.compile(r"\s*(?:\*\*|__)(?=\S).+(?<=\S)(?:\*\*|__)\s*")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__|\*|_|~~|`)(?=\S)(?P<words>[^*_~`\n]+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"!?\[(?P<words>[^\]\n]*)\]\([^)\s]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_QUOTE = re.compile(r" {0,3}>\s?")
_BAR = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STAR = re.compile(r"^\s{0,12}\*(?=\s+\S)")


def is_markdown(text: str) -> bool:
    """True when a text uses what only Markdown has: two headings, a ruled bar table, or several strong words."""
    lines = text.split("\n", 2_000)[:2_000]
    headings = sum(1 for line in lines if _HEADING.fullmatch(line))
    return headings >= 2 or any(map(_RULED.fullmatch, lines)) or len(re.findall(r"\*\*[^\s*][^*\n]*\*\*", text)) >= 2


def read_markdown(raw: str, name: str) -> Sheet:
    """The sheet of a Markdown text; raises `PaperUnreadable`."""
    if len(raw) > MAX_LETTERS:
        raise unreadable("too_large", name)
    page = Page(name)
    lines = lines_of(stored(_QUOTE.sub("", raw)) if raw.lstrip().startswith(">") else stored(raw))
    width = width_of(lines)
    at = 0
    while at < len(lines):
        at = _block(page, lines, at, width)
    return page.sheet("md", TRUST)


def _block(page: Page, lines: list[Line], at: int, width: int) -> int:
    """Read what begins at line `at`; the number of the line after it."""
    raw = lines[at].raw
    if _is_table(lines, at):
        return _table(page, lines, at)
    heading = _HEADING.fullmatch(raw)
    if heading:
        page.paragraph(_bare(heading["words"]), look=Look(bold=True))
        return at + 1
    until = end_of_paragraph(lines, at, width)
    if not is_rule(raw):
        words = _STAR.sub("-", " ".join(line.raw for line in lines[at:until]))
        bold = all(_STRONG_LINE.fullmatch(line.raw) for line in lines[at:until])
        page.paragraph(_bare(words), look=Look(bold=bold))
    return until


def _is_table(lines: list[Line], at: int) -> bool:
    return "|" in lines[at].raw and at + 1 < len(lines) and bool(_RULED.fullmatch(lines[at + 1].raw))


def _table(page: Page, lines: list[Line], at: int) -> int:
    rows = [_row(page, lines[at].raw)]
    at += 2
    while at < len(lines) and "|" in lines[at].raw:
        rows.append(_row(page, lines[at].raw))
        at += 1
    page.table(rows)
    return at


def _row(page: Page, raw: str) -> list[Cell]:
    """The cells between bars; `<br>` breaks a line inside one."""
    parts = _BAR.split(raw.strip())
    parts = parts[1:] if not parts[0].strip() else parts
    parts = parts[:-1] if parts and not parts[-1].strip() else parts
    page.admit(max(len(parts), 1))
    return [cell_of([(_bare(line), False) for line in _LINE_END.split(part)]) for part in parts]


def _bare(words: str) -> str:
    """Words without the marks of emphasis, links and escapes."""
    words = _LINK.sub(lambda match: match["words"], words)
    for _ in range(2):  # emphasis may stand in emphasis
        words = _EMPHASIS.sub(lambda match: match["words"], words)
    return squeezed(_ESCAPE.sub(r"\1", words))
