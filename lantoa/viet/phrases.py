"""Time phrases of plans: when something is to be done, how often, and by when.

The variants are those of provincial plan tables and of the sentences around them: "Thường xuyên", "Năm 2014-2015",
"từ nay đến hết năm 2015", "trước ngày 10/11 hàng năm", "Quý IV/2026 đến hết Quý II/2027".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from lantoa.viet.dates import PartialDate
from lantoa.viet.letters import fold, plain, plain_map
from lantoa.viet.moments import Point, Word, scan


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """What a time phrase says. What it leaves open is None; a year spans 1 January to 31 December.

    `start`, `end`: first and last day allowed; "trước ngày 08/02/2025" ends 2025-02-07 and is `exclusive`.
    `due`: the day that a one-time deadline names (2025-02-08 there).
    `recurring`: it comes again or goes on: "Thường xuyên", "Hằng năm".
    `rhythm`: "once", "daily", "weekly", "monthly", "quarterly", "six-monthly", "yearly", "ad hoc", "event",
    "continuous" or "unspecified".
    `day`, `month`: the point inside the rhythm: 10 and 11 of "trước ngày 10/11 hàng năm", 18 of a month.
    `kind`: "blank", "continuous", "recurring", "day", "month", "quarter", "part", "year", "span", "open", "deadline",
    "ad hoc", "event", "elsewhere" (set by another paper) or "unknown".
    """

    raw: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    recurring: bool = False
    exclusive: bool = False
    rhythm: str = "unspecified"
    day: int | None = None
    month: int | None = None
    kind: str = "unknown"
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time phrase inside a text: `text[start:end] == phrase.raw`."""

    phrase: TimePhrase
    start: int
    end: int


def read_time(raw: str, base: PartialDate | None = None) -> TimePhrase:
    """Read a whole cell or phrase. `base` gives the year where the phrase has none ("Quý I"), or was cut short.

    Without it such a phrase keeps start and end open: nothing is guessed.
    """
    phrase = re.sub(r"\s+", " ", plain(raw)).strip(" .;:,-")
    if not phrase:
        return TimePhrase(raw, kind="blank")
    sense = _sense(raw, scan(phrase), base)
    return sense if sense.kind != "unknown" else _misspelt(raw)


def _misspelt(raw: str) -> TimePhrase:
    """The commonest words are known without their marks too."""
    folded = fold(raw)
    for word in ("thường xuyên", "hằng năm", "hằng quý", "hằng tháng", "đột xuất"):
        if fold(word) in folded:
            return _sense(raw, scan(plain(word)), None)
    return TimePhrase(raw)


# --- what the words say together -------------------------------------------------------------------------------------

_STANDING = ("ad hoc", "event", "elsewhere")


def _sense(raw: str, words: list[Word], base: PartialDate | None) -> TimePhrase:
    words = _until_set_elsewhere(words)
    rhythm = next((word.rhythm for word in words if word.rhythm), "")
    continuous = any(word.kind == "continuous" for word in words)
    if rhythm or continuous or any(word.kind == "periodic" for word in words):
        return _recurring(raw, words, "continuous" if continuous and not rhythm else rhythm or "unspecified")
    placed = _placed(words, base)
    if any(item.point.bounds() for item in placed):
        return _dated(raw, words, placed)
    if placed:
        return _undated(raw, placed[0])
    kind = next((kind for kind in _STANDING if any(word.kind == kind for word in words)), "unknown")
    return TimePhrase(raw, rhythm=kind if kind in ("ad hoc", "event") else "unspecified", kind=kind)


def _undated(raw: str, item: _Placed) -> TimePhrase:
    """A point without its year: "Quý I", "ngày 28 tháng 7"."""
    point, exclusive = item.point, item.role == "before"
    month = point.first if point.unit in ("day", "month") else None
    return TimePhrase(raw, exclusive=exclusive, rhythm="once", day=point.day, month=month, kind=point.unit)


def _until_set_elsewhere(words: list[Word]) -> list[Word]:
    """Dates after "theo kế hoạch ..." belong to that paper, years after "tầm nhìn" to a later term."""
    for index, word in enumerate(words):
        if word.kind == "horizon":
            return words[:index]
        if word.kind == "elsewhere":
            return words[: index + 1]
    return words


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point with the mark that governs it: "", "from", "to", "before", "after" or "by"."""

    point: Point
    role: str


def _placed(words: list[Word], base: PartialDate | None) -> list[_Placed]:
    words = _narrowed(words)
    points = _filled([word.point for word in words if word.point], base.year if base else None)
    return [_Placed(point, role) for point, role in zip(points, _roles(words), strict=True)]


def _narrowed(words: list[Word]) -> list[Word]:
    """ "Năm 2026 (quý I)" is that quarter: a year is narrowed by the point right behind it that has none."""
    kept: list[Word] = []
    for word in words:
        before = kept[-1].point if kept else None
        if word.point and before and before.unit == "year" and word.point.unit != "year" and word.point.year is None:
            word = replace(word, point=word.point.dated(before.year))
            kept.pop()
        kept.append(word)
    return kept


def _roles(words: list[Word]) -> list[str]:
    roles: list[str] = []
    pending, hour = "", False
    for word in words:
        if word.point:
            roles.append("by" if pending == "before" and hour else pending)
            pending, hour = "", False
        elif word.kind in ("from", "to", "before", "after", "by"):
            pending = pending if word.kind == "to" and pending in ("by", "before") else word.kind
        elif word.kind == "dash" and roles:
            pending = "to"
        elif word.kind == "list" and roles and roles[-1] in ("before", "by"):
            pending = roles[-1]
        hour = hour or word.kind == "hour"
    return roles


def _filled(points: list[Point], base_year: int | None) -> list[Point]:
    """Give a point the year (a day the month too) of the next one that has it, else of the one before, else `base`."""
    filled: list[Point] = []
    later = Point("year")
    for point in reversed(points):
        later = _borrow(point.dated(_whole_year(point, base_year)), later, -1)
        filled.insert(0, later)
    earlier = Point("year", base_year)
    for index, point in enumerate(filled):
        earlier = filled[index] = _borrow(point, earlier, +1)
    return filled


def _borrow(point: Point, neighbour: Point, step: int) -> Point:
    """Fill `point` from its neighbour; a month out of order belongs to the year before (or after): "11 đến 2/2027"."""
    point = point.dated(None, neighbour.first if neighbour.unit == "day" else None)
    year = neighbour.year
    if year and point.first and neighbour.first and (neighbour.first - point.first) * step > 0:
        year += step
    return point.dated(year)


def _whole_year(point: Point, base_year: int | None) -> int | None:
    """The year of "02/20" (cut short: the base's, when it begins so) or of "3/26" (2026)."""
    if point.cut is None:
        return None
    if base_year and str(base_year).startswith(point.cut):
        return base_year
    return 2000 + int(point.cut) if len(point.cut) == 2 and point.cut != "20" else None


def _dated(raw: str, words: list[Word], placed: list[_Placed]) -> TimePhrase:
    placed = [item for item in placed if item.point.bounds()]
    start, end, due, exclusive = _range(placed)
    if any(word.kind == "onward" for word in words):
        end = None
    if start is None or end is None:
        kind = "deadline" if due else "open"
    else:
        kind = placed[0].point.unit if len(placed) == 1 else "span"
    return TimePhrase(raw, start, end, False, exclusive, "once", kind=kind, due=due)


_Range = tuple[datetime.date | None, datetime.date | None, datetime.date | None, bool]


def _range(placed: list[_Placed]) -> _Range:
    """First day, last day, the day named as deadline, and whether that day itself is too late."""
    start = end = due = None
    exclusive = False
    for item in placed:
        bounds = item.point.bounds()
        if bounds is None:
            continue
        first, last = bounds
        if item.role == "before":
            end, due, exclusive = first - datetime.timedelta(days=1), first, True
        elif item.role == "by":
            end, due = last, last
        elif item.role == "to":
            end = last
        elif item.role == "from":
            start = first
        elif item.role == "after":
            start, end = (start, None) if start else (last + datetime.timedelta(days=1), None)
        else:
            start, end = min(start or first, first), max(end or last, last)
    return start, end, due, exclusive


def _recurring(raw: str, words: list[Word], rhythm: str) -> TimePhrase:
    pairs = [
        _Placed(word.point, role)
        for word, role in zip((word for word in words if word.point), _roles(words), strict=True)
        if word.point
    ]
    start, end, due, _ = _range([pair for pair in pairs if pair.point.year])
    inner = [pair for pair in pairs if pair.point.year is None]
    point = inner[0].point if inner else Point("year")
    return TimePhrase(
        raw,
        start,
        end,
        recurring=True,
        exclusive=bool(inner) and inner[0].role == "before",
        rhythm=_spaced([pair.point for pair in inner], rhythm),
        day=point.day,
        month=point.first if point.unit in ("day", "month") else None,
        kind="continuous" if rhythm == "continuous" else "recurring",
        due=due,
    )


def _spaced(points: list[Point], rhythm: str) -> str:
    """Two points half a year apart, "trước ngày 15/6 và 15/12 hằng năm", come twice a year; four each quarter."""
    months = [point.first for point in points if point.first]
    gaps = {later - earlier for earlier, later in pairwise(months)}
    if rhythm == "yearly" and gaps == {6} and len(months) == 2:
        return "six-monthly"
    return "quarterly" if rhythm == "yearly" and gaps == {3} and len(months) == 4 else rhythm


# --- phrases inside sentences ----------------------------------------------------------------------------------------

_FILLER = re.compile(
    r"[\s,()]*(?:(?:của|vào|trong|là|cả|các|những|ngày|năm|đầu|cuối|giữa|khoảng|sáng|chiều|tối|thứ \w+)[\s,()]*)*"
)
_MOST_WORDS = 30
_BY_ITSELF = ("rhythm", "continuous", "periodic", "ad hoc", "event")
_GOVERNS = ("from", "to", "before", "after", "by", "dash", "occasion")


def find_times(text: str, base: PartialDate | None = None) -> list[FoundTime]:
    """Every time phrase inside `text`, in order. Lone figures ("2015", "8/8") count only beside a word of time.

    Phrases that refer to another paper ("theo kế hoạch") are not returned: in sentences they are seldom about time.
    """
    searched, positions = plain_map(text)
    found = []
    for words in _groups(scan(searched), searched):
        start, end = positions[words[0].start], positions[_closed(searched, words[0].start, words[-1].end)]
        phrase = _sense(text[start:end], words, base)
        if phrase.kind != "unknown":
            found.append(FoundTime(phrase, start, end))
    return found


def _closed(text: str, start: int, end: int) -> int:
    """`end`, moved behind the parenthesis that the phrase has left open."""
    if text.count("(", start, end) > text.count(")", start, end) and text[end:].lstrip().startswith(")"):
        return text.index(")", end) + 1
    return end


def _groups(words: list[Word], text: str) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if word.kind == "elsewhere":
            groups.append([])
        elif groups and groups[-1] and _belongs(word, groups[-1], text):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [trimmed for group in groups if (trimmed := _trimmed(group)) and _is_time(trimmed)]


def _belongs(word: Word, group: list[Word], text: str) -> bool:
    if len(group) >= _MOST_WORDS or not _FILLER.fullmatch(text, group[-1].end, word.start):
        return False
    if "ad hoc" in (word.kind, group[-1].kind) or "event" in (word.kind, group[-1].kind):
        return False
    other_rhythm = word.rhythm and all(word.rhythm != earlier.rhythm for earlier in group)
    return not (other_rhythm and any(w.rhythm for w in group) and any(w.point for w in group))


def _trimmed(group: list[Word]) -> list[Word]:
    while group and group[0].kind in ("list", "dash", "onward", "occasion", "horizon", "hour"):
        group = group[1:]
    while group and not (group[-1].point or group[-1].kind in (*_BY_ITSELF, "onward")):
        group = group[:-1]
    return group


def _is_time(group: list[Word]) -> bool:
    if any(word.kind in _BY_ITSELF or (word.point and not word.weak) for word in group):
        return True
    return any(word.weak for word in group) and any(word.kind in _GOVERNS for word in group)
