"""How wide a line of Times New Roman Bold is.

The rules of the first page are measured on the text above them (Decree 30/2020/NĐ-CP, Annex I: "1/3 to 1/2 of the
line", "as long as the line"), and a paper has no page on which to measure. So the widths of the letters stand here,
in thousandths of the letter size; the tone and vowel marks of Vietnamese do not widen a letter, only ơ and ư do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import normalize

_BY_WIDTH = {
    220: "|",
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    520: "~",
    554: "ơ",
    556: '"Sbdhknpquđ',
    570: "+<=>",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W…",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_HORN = "\N{COMBINING HORN}"
_UNKNOWN = 600
_TOO_LONG = 100
_PREPOSITIONS = ("và", "của", "về", "trên", "theo", "tại", "cho", "trong", "giữa", "với", "do", "từ", "để")
_NOUNS_BEFORE_NAMES = ("tỉnh", "thành", "xã", "phường", "đặc", "giai")
_LINKING = frozenset(_PREPOSITIONS + _NOUNS_BEFORE_NAMES)
"""Words before which a line may well end, and after which it should not."""


def _plain(letter: str) -> str:
    """The letter without the marks that do not widen it."""
    parts = normalize("NFD", letter)
    return normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]


def width(text: str, size: float) -> float:
    """Width of `text` on one line, in points, set bold at `size` points."""
    return sum(_WIDTHS.get(_plain(letter), _UNKNOWN) for letter in text) * size / 1000


def set_lines(text: str, size: float, room: float) -> list[str]:
    """`text` in the fewest lines of at most `room` points, of about equal length and broken where the sense allows.

    A line longer than `room` only comes out where the text cannot be broken further. The room has a fiftieth to spare,
    since no two programs set a line to the same hair.
    """
    words = text.split()
    widths = [width(word, size) for word in words]
    usable = room / 1.02
    count = _fewest(widths, usable, size)
    if count < 2:
        return [" ".join(words)]
    ends = _Setting(words, widths, width(" ", size), usable, (sum(widths) + size * len(words) / 4) / count).ends(count)
    return [" ".join(words[start:end]) for start, end in pairwise([0, *ends])]


def _fewest(widths: list[float], room: float, size: float) -> int:
    """How many lines the words take when each line is filled."""
    count, filled = 0, room
    for wide in widths:
        filled += wide + width(" ", size)
        if filled > room or count == 0:
            count, filled = count + 1, wide
    return count


@dataclass(slots=True)
class _Setting:
    """The search for the best lines: every way to break, the cheaper the more even and the better placed."""

    words: list[str]
    widths: list[float]
    space: float
    room: float
    target: float
    known: dict[tuple[int, int], tuple[float, list[int]]] = field(default_factory=dict)

    def ends(self, count: int) -> list[int]:
        """Where each of `count` lines ends, counted in words."""
        return self._best(0, count)[1]

    def _best(self, start: int, count: int) -> tuple[float, list[int]]:
        if (start, count) not in self.known:
            self.known[start, count] = min(self._ways(start, count), key=lambda way: way[0])
        return self.known[start, count]

    def _ways(self, start: int, count: int) -> Iterator[tuple[float, list[int]]]:
        """The cost of the lines from word `start` on, for every end of their first line."""
        if count == 1:
            yield self._cost(sum(self.widths[start:]) + self.space * (len(self.words) - start - 1)), [len(self.words)]
            return
        wide = -self.space
        for end in range(start + 1, len(self.words) - count + 2):
            wide += self.space + self.widths[end - 1]
            rest, ends = self._best(end, count - 1)
            yield self._cost(wide) + _break_cost(self.words, end) + rest, [end, *ends]
            if wide > self.room:
                return

    def _cost(self, wide: float) -> float:
        return (1 - wide / self.target) ** 2 + (_TOO_LONG * (wide / self.room) if wide > self.room else 0)


def _break_cost(words: list[str], end: int) -> float:
    """Best is a break after a comma or before a linking word, worst one that leaves a linking word hanging."""
    if words[end - 1].lower() in _LINKING:
        return 0.6
    return 0.0 if words[end - 1][-1] in ",;:" or words[end].lower() in _LINKING else 0.25
