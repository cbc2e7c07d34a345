"""When a due day ends. All deadlines are Viet Nam time: UTC+7, no daylight saving."""

from __future__ import annotations

import datetime

VIETNAM = datetime.timezone(datetime.timedelta(hours=7), "Asia/Ho_Chi_Minh")
_LAST_MOMENT = datetime.time(23, 59, 59, 999_000, tzinfo=VIETNAM)


def ends_at(day: datetime.date, exclusive: bool = False) -> datetime.datetime:
    """The last millisecond (UTC) at which something due on `day` is on time.

    Due 10/12: 16:59:59.999Z of that day. `exclusive` is "trước ngày 10/11": it ends with 9/11.
    Anything handed in at a later millisecond is late; compare with `is_on_time`.
    """
    last_day = day - datetime.timedelta(days=1) if exclusive else day
    return datetime.datetime.combine(last_day, _LAST_MOMENT).astimezone(datetime.UTC)


def is_on_time(instant: datetime.datetime, day: datetime.date, exclusive: bool = False) -> bool:
    """True until the due day has ended in Viet Nam, to the microsecond; `instant` must be aware."""
    last_day = day - datetime.timedelta(days=1) if exclusive else day
    return day_in_vietnam(instant) <= last_day


def day_in_vietnam(instant: datetime.datetime) -> datetime.date:
    """The calendar day in Viet Nam at an aware `instant`; ValueError for a naive one."""
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone has no day in Viet Nam")
    return instant.astimezone(VIETNAM).date()
