"""Automatic numbers of lists, computed: the text of a .docx or an .odt does not hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lantoa.papers.readers.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_VALUES, ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True))


@dataclass(frozen=True, slots=True)
class Level:
    format: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts as Word does: numbers of one list share a counter unless an override restarts it."""

    lists: dict[str, tuple[str, dict[int, Level]]]
    counters: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)

    def restart(self, number: str, depth: int, at: int) -> None:
        """Let the next paragraph of list `number` at `depth` count from `at`."""
        shared = self.lists[number][0]
        self.counters.setdefault(shared, [None] * _LEVELS)[min(depth, _LEVELS - 1)] = at - 1

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of list `number` at level `depth` (0..8); "" when it shows none."""
        if number not in self.lists or not 0 <= depth < _LEVELS:
            return ""
        shared, levels = self.lists[number]
        level = levels.get(depth)
        if level is None:
            return ""
        self._count(number, shared, levels, depth)
        if level.format == "bullet":
            return bullet(level.pattern)
        return self._fill(level.pattern, self.counters[shared], levels)

    def _count(self, number: str, shared: str, levels: dict[int, Level], depth: int) -> None:
        counter = self.counters.setdefault(shared, [None] * _LEVELS)
        restart = self.restarts.get(number, {}).get(depth)
        if restart is not None and (number, depth) not in self.started:
            counter[depth] = restart
        else:
            before = counter[depth]
            counter[depth] = levels[depth].start if before is None else before + 1
        self.started.add((number, depth))
        for above in range(depth):
            if counter[above] is None:
                counter[above] = levels[above].start if above in levels else 1
        counter[depth + 1 :] = [None] * (_LEVELS - depth - 1)

    @staticmethod
    def _fill(pattern: str, counter: list[int | None], levels: dict[int, Level]) -> str:
        def shown(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            count = counter[depth] if counter[depth] is not None else 1
            return written(count or 0, levels[depth].format if depth in levels else "decimal")

        return re.sub(r"%([1-9])", shown, pattern).strip()


def bullet(glyph: str) -> str:
    """Symbol fonts keep their bullets in the private area; those are shown as a dash."""
    mark = glyph.strip()[:1]
    if mark in ("+", "*", "•", "–", "-", "o", "●", "○"):
        return {"o": "+", "○": "+", "●": "•"}.get(mark, mark)
    return "-"


def written(count: int, form: str) -> str:
    if form in ("none", "bullet") or count < 0:
        return ""
    if form == "upperRoman" or form == "lowerRoman":
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form == "upperLetter" or form == "lowerLetter":
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    if count > 3999:
        return str(count)
    digits = []
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        digits.append(letters * times)
    return "".join(digits)


def read_numbering(root: _Element | None) -> Numbering:
    """The lists that numbering.xml declares."""
    if root is None:
        return Numbering({})
    abstract = {a.get(f"{W}abstractNumId", ""): _levels(a) for a in root.iterfind(f"{W}abstractNum")}
    lists: dict[str, tuple[str, dict[int, Level]]] = {}
    restarts: dict[str, dict[int, int]] = {}
    for num in root.iterfind(f"{W}num"):
        number = num.get(f"{W}numId", "")
        shared = _value(num, "abstractNumId") or ""
        levels = dict(abstract.get(shared, {}))
        for override in num.iterfind(f"{W}lvlOverride"):
            depth = _integer(override.get(f"{W}ilvl"), 0)
            levels.update(_levels(override))
            start = _value(override, "startOverride")
            if start is not None:
                restarts.setdefault(number, {})[depth] = _integer(start, 1)
        lists[number] = (shared, levels)
    return Numbering(lists, restarts=restarts)


def _levels(parent: _Element) -> dict[int, Level]:
    levels = {}
    for level in parent.iterfind(f"{W}lvl"):
        depth = _integer(level.get(f"{W}ilvl"), 0)
        pattern = _value(level, "lvlText") or ""
        levels[depth] = Level(_value(level, "numFmt") or "decimal", pattern, _integer(_value(level, "start"), 1))
    return levels


def _value(parent: _Element, tag: str) -> str | None:
    child = parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val")


def _integer(text: str | None, otherwise: int) -> int:
    """Numbers in a file from elsewhere may be anything; beyond a million they are not numbers of paragraphs."""
    if text is None or not re.fullmatch(r"-?\d{1,6}", text.strip()):
        return otherwise
    return int(text)
