"""Time phrases of cells and sentences, with places."""

from __future__ import annotations

import datetime

from lantoa.papers.tree import NOWHERE
from lantoa.reading.draft import UNREAD, Phase, Read, Timeframe
from lantoa.reading.passages import Passage
from lantoa.viet.dates import PartialDate
from lantoa.viet.phrases import TimePhrase, find_times, read_time

_SOON = ("deadline", "recurring", "continuous", "day", "month", "quarter", "part", "ad hoc")
"""In a sentence a bare year or term mostly belongs to a title; these kinds say when the duty falls."""

NO_TIME = Timeframe(UNREAD, UNREAD, UNREAD)


def cell_time(cell: Passage, base: PartialDate | None) -> Timeframe:
    """The time of a table cell. An empty cell is empty, not unknown."""
    phrase = read_time(cell.raw, base)
    sure = 0.95 if phrase.kind not in ("unknown", "elsewhere", "event") else 0.6
    return _timeframe(cell, phrase, 1.0 if phrase.kind == "blank" else sure)


def sentence_time(sentence: Passage, base: PartialDate | None) -> Timeframe:
    """The first time in a sentence that says when its duty falls."""
    for found in find_times(sentence.raw, base):
        if found.phrase.kind in _SOON:
            return _timeframe(sentence.cut(found.start, found.end), found.phrase, 0.8)
    return NO_TIME


def phase_of(entry: Passage, base: PartialDate | None) -> Phase | None:
    """The first span of time that an entry names."""
    for found in find_times(entry.raw, base):
        if found.phrase.start or found.phrase.end:
            time = _timeframe(entry.cut(found.start, found.end), found.phrase, 0.9)
            return Phase(time.start, time.end, time.raw)
    return None


def _timeframe(place: Passage, phrase: TimePhrase, sure: float) -> Timeframe:
    def day(value: datetime.date | None) -> Read[datetime.date]:
        return Read(value, place.span, sure, "cụm từ chỉ thời gian") if value else UNREAD

    raw = Read(place.words, place.span, sure)
    return Timeframe(raw, day(phrase.start), day(phrase.end), phrase.recurring, phrase.exclusive, phrase.rhythm)


def is_empty(time: Timeframe) -> bool:
    """An empty cell: read, and nothing in it."""
    return time.raw.value == "" and time.raw.span != NOWHERE
