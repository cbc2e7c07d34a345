"""The form of the public page: plain text becomes paragraphs and lists, as values. No markup is read or made here, so
nothing that a writer types can become markup on a page; the portal's templates escape every line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lantoa.refusals import Refusal, marked

_BULLET = re.compile(r"^\s*[-–•*+]\s+(?=\S)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
DESCRIPTION = 200
"""Characters in the description that search engines and messengers show."""

LARGEST = 60_000
"""Bytes of text (UTF-8) in one story, so that its page stays under 100 KB."""
TOO_LONG = marked("Bài dài %(kilobytes)s KB, trang công khai nhận nhiều nhất %(limit)s KB; hãy rút gọn hoặc chia bài.")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (its lines, as the writer broke them) or a list (its items)."""

    kind: Literal["paragraph", "list"]
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """The blocks of a plain text: an empty line ends a paragraph; lines that begin with "- " or "• " are a list.

    Control characters and marks that turn the direction of writing are left out; no letter is lost otherwise.
    """
    found: list[Block] = []
    gap = True
    for line in _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"):
        kind: Literal["paragraph", "list"] = "list" if _BULLET.match(line) else "paragraph"
        written = _BULLET.sub("", line).strip()
        if written and not gap and found[-1].kind == kind:
            found[-1] = Block(kind, (*found[-1].lines, written))
        elif written:
            found.append(Block(kind, (written,)))
        gap = not written
    return found


def refuse_too_long(summary: str, body: str) -> None:
    """Refuse a text that would make a page heavier than slow phones can bear."""
    size = len(summary.encode()) + len(body.encode())
    if size > LARGEST:
        raise Refusal("too_long", TOO_LONG, field="body", kilobytes=round(size / 1000), limit=LARGEST // 1000)


def description(summary: str, body: str) -> str:
    """One line for search engines and messengers: the summary or the first paragraph, cut at a word."""
    opening = summary or next((" ".join(block.lines) for block in blocks(body)), "")
    line = " ".join(_CONTROL.sub("", opening).split())
    if len(line) <= DESCRIPTION:
        return line
    return line[: DESCRIPTION - 1].rpartition(" ")[0] + "…"
