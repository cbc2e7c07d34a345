"""When a due day ends, in Viet Nam time."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.viet.deadlines import VIETNAM, day_in_vietnam, ends_at, is_on_time

DUE = datetime.date(2026, 12, 10)
MOMENTS = st.datetimes(timezones=st.just(datetime.UTC)).filter(lambda moment: 1900 < moment.year < 2200)


def test_due_day_ends_at_17_utc() -> None:
    assert ends_at(DUE).isoformat() == "2026-12-10T16:59:59.999000+00:00"


def test_before_a_day_ends_with_the_day_before() -> None:
    last = ends_at(datetime.date(2026, 11, 10), exclusive=True)
    assert last.isoformat() == "2026-11-09T16:59:59.999000+00:00"
    assert ends_at(datetime.date(2026, 1, 1), exclusive=True).date() == datetime.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("clock", "on_time"),
    [("2026-12-10T16:59:58Z", True), ("2026-12-10T16:59:59.999999Z", True), ("2026-12-10T17:00:00Z", False)],
)
def test_the_last_second(clock: str, on_time: bool) -> None:
    assert is_on_time(datetime.datetime.fromisoformat(clock), DUE) is on_time


@given(MOMENTS, st.booleans())
def test_on_time_agrees_with_the_end(moment: datetime.datetime, exclusive: bool) -> None:
    end_of_millisecond = ends_at(DUE, exclusive) + datetime.timedelta(milliseconds=1)
    assert is_on_time(moment, DUE, exclusive) == (moment < end_of_millisecond)


@given(MOMENTS)
def test_a_day_in_vietnam_does_not_depend_on_the_zone_of_the_clock(moment: datetime.datetime) -> None:
    elsewhere = moment.astimezone(datetime.timezone(datetime.timedelta(hours=-5)))
    assert day_in_vietnam(elsewhere) == day_in_vietnam(moment) == moment.astimezone(VIETNAM).date()


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        day_in_vietnam(datetime.datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point
