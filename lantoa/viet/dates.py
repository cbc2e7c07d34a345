"""Dates as Vietnamese papers write them: day first, and the day or the month may be left blank."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from lantoa.viet.letters import plain_map


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the month too, may be blank: "ngày   tháng 12 năm 2021"."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO, as far as known: "2021-12-05", "2021-12", "2021"."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def full(self) -> datetime.date | None:
        """The day itself when it is known, else None."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    def earliest(self) -> datetime.date:
        """The first day that this can be."""
        return datetime.date(self.year, self.month or 1, (self.month and self.day) or 1)

    def latest(self) -> datetime.date:
        """The last day that this can be."""
        month = self.month or 12
        day = self.day if self.month and self.day else calendar.monthrange(self.year, month)[1]
        return datetime.date(self.year, month, day)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `text[start:end] == raw`."""

    date: PartialDate
    start: int
    end: int
    raw: str


_GAP = r"[\s.…_]{0,60}"
_WORDS = rf"ngày{_GAP}(?P<d1>\d{{1,2}})?{_GAP}tháng{_GAP}(?P<m1>\d{{1,2}})?{_GAP}năm\s*(?P<y1>\d{{4}})"
_BLANK_DAY = rf"ngày{_GAP}[/-]\s*(?P<m2>\d{{1,2}})\s*[/-]\s*(?P<y2>\d{{4}})"
_FIGURES = r"(?<![\d/.,-])(?P<d3>\d{1,2})(?P<sep>\s*[/.-]\s*)(?P<m3>\d{1,2})(?:\s*[/.-]\s*)(?P<y3>\d{4})"
_MONTH = r"tháng\s*(?P<m4>\d{1,2})\s*(?:[/-]|năm)\s*(?P<y4>\d{4})"
_DATE = re.compile(rf"(?:{_WORDS}|{_BLANK_DAY}|{_FIGURES}|{_MONTH})(?!\d)(?!\s?[/-]\s?[\w])")
_YEARS = range(1800, 2200)


def find_dates(text: str) -> list[FoundDate]:
    """Every date in `text`, in order: in words or figures, day or month possibly blank; impossible ones left out.

    A date always has its year: "28/7" is no date here (see `phrases`).
    """
    searched, positions = plain_map(text)
    found = []
    for match in _DATE.finditer(searched):
        date = _valid(*_parts(match))
        if date:
            start, end = positions[match.start()], positions[match.end()]
            found.append(FoundDate(date, start, end, text[start:end]))
    return found


def _parts(match: re.Match[str]) -> tuple[int, int | None, int | None]:
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    month = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    day = match["d1"] or match["d3"]
    return int(year), int(month) if month else None, int(day) if day else None


def _valid(year: int, month: int | None, day: int | None) -> PartialDate | None:
    if year not in _YEARS or (day is not None and month is None):
        return None
    try:
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def parse_iso(text: str) -> PartialDate:
    """Read "2021", "2021-12" or "2021-12-05"; ValueError for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    parts = [int(part) for part in match.groups() if part] if match else []
    date = _valid(*(parts + [None] * 3)[:3]) if parts else None  # type: ignore[arg-type]
    if date is None:
        raise ValueError(f"not an ISO date: {text!r}")
    return date


def as_official(date: PartialDate | datetime.date) -> str:
    """The date of a paper: "ngày 05 tháng 01 năm 2020"; days under 10 and months 1, 2 take a zero.

    Source: Decree 30/2020/NĐ-CP, Annex I, part II, item 4. A blank day or month leaves room for the pen.
    """
    day = f"{date.day:02d}" if date.day else "   "
    month = _official_month(date.month) if date.month else "   "
    return f"ngày {day} tháng {month} năm {date.year}"


def as_short(date: datetime.date) -> str:
    """The date in figures with the zeros of Decree 30: "10/12/2026", "05/01/2026", "09/6/2026"."""
    return f"{date.day:02d}/{_official_month(date.month)}/{date.year}"


def _official_month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
