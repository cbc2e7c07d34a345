"""The foot: recipients and signature (Decree 30/2020/NĐ-CP, Annex I, boxes 7 and 9b)."""

from __future__ import annotations

import re

from lantoa.papers.anatomy.lines import Item
from lantoa.papers.anatomy.marks import is_capacity, is_recipients, is_rule, is_signing_title
from lantoa.papers.readers.letters import squeezed
from lantoa.papers.tree import Line, Signature, Span

_DASH = re.compile(r"[-–−•+]\s*(?=\S)")
_NAME = re.compile(r"[^\W\d_][^\W\d_]*(?:\s+[^\W\d_]+){1,5}")
_RANK = re.compile(r"(?:(?:GS|PGS|TS|ThS|BS|KS|CN|Đại tá|Thượng tá|Trung tá|Thiếu tướng)\.?\s*)+", re.IGNORECASE)


def read_foot(items: list[Item]) -> tuple[Signature | None, tuple[Line, ...]]:
    """Signature and recipients from the lines below the body; either column may come first."""
    recipients, rest = _recipients(items)
    return _signature(rest), tuple(recipients)


def _recipients(items: list[Item]) -> tuple[list[Line], list[Item]]:
    heads = [number for number, item in enumerate(items) if is_recipients(item.text)]
    if not heads:
        return [], items
    lines: list[list[Item]] = []
    at = heads[0] + 1
    while at < len(items) and not _ends_recipients(items[at], bool(lines)):
        if _starts_line(items[at]) or not lines:
            lines.append([items[at]])
        else:
            lines[-1].append(items[at])
        at += 1
    return [_recipient(group) for group in lines], items[: heads[0]] + items[at:]


def _starts_line(item: Item) -> bool:
    return bool(item.label or _DASH.match(item.raw))


def _ends_recipients(item: Item, begun: bool) -> bool:
    if _starts_line(item):
        return False
    if is_capacity(item.text) or is_signing_title(item.text) or is_rule(item.text):
        return True
    return begun and not (item.raw[0].islower() or item.raw[0] in "(" or item.laid)


def _recipient(group: list[Item]) -> Line:
    """A recipient may run over several lines."""
    match = _DASH.match(group[0].raw)
    first, span = group[0].after(match.end() if match else 0)
    text = squeezed(" ".join([first, *(item.text for item in group[1:])]))
    if text.endswith((";", ".", ",")):
        text = text[:-1].rstrip()
    return Line(text, Span(span.start, group[-1].span.end))


def _signature(items: list[Item]) -> Signature | None:
    """Capacity lines, the title, and last the name; a title alone ("GIÁM ĐỐC") signs too."""
    capacity: list[str] = []
    title, name, start, end = "", "", 0, 0
    for item in items:
        if is_capacity(item.text) and not title:
            capacity.append(item.text)
        elif (is_signing_title(item.text) and not name) or (capacity and not title and item.shouted):
            title = item.text
        elif (capacity or title) and _is_name(item):
            name = item.text
        else:
            continue
        start, end = start or item.start, item.span.end
        if name:
            break
    if not (capacity or title):
        return None
    return Signature(tuple(capacity), title, name, Span(start, end))


def _is_name(item: Item) -> bool:
    bare = _RANK.sub("", item.text).strip()
    words = bare.split()
    return bool(_NAME.fullmatch(bare)) and all(word[0].isupper() for word in words) and not bare.startswith("Đã")
