"""The rehearsal's own clock: an instant in a rehearsed year, in Viet Nam."""

from __future__ import annotations

from datetime import date, datetime, time

from lantoa.viet.deadlines import VIETNAM


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """Return an instant of a day, Viet Nam time."""
    return datetime.combine(day, time(hour, minute), tzinfo=VIETNAM)
