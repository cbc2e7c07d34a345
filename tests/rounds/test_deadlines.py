"""When a due day ends, and who is late."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.test import override_settings

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Plan
from lantoa.refusals import Refusal
from lantoa.rounds import acts
from lantoa.rounds.models import Form, Obligation, Round
from lantoa.rounds.rules import (
    Standing,
    due_instant,
    last_day,
    late,
    standing,
    to_the_millisecond,
    window_doubt,
    workday_before,
)
from tests.universe.rounds import on


@pytest.fixture(params=["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"])
def server_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same rules wherever the server's clock stands."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    with override_settings(TIME_ZONE=request.param):
        yield request.param
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize(
    ("day", "exclusive", "ends"),
    [
        (date(2026, 12, 10), False, "2026-12-10T16:59:59.999+00:00"),
        (date(2026, 11, 10), True, "2026-11-09T16:59:59.999+00:00"),
        (date(2027, 1, 1), True, "2026-12-31T16:59:59.999+00:00"),
        (date(2026, 12, 31), False, "2026-12-31T16:59:59.999+00:00"),
        (date(2028, 3, 1), True, "2028-02-29T16:59:59.999+00:00"),
    ],
)
def test_a_due_day_ends_with_its_last_millisecond_in_viet_nam(
    server_zone: str, day: date, exclusive: bool, ends: str
) -> None:
    assert due_instant(day, exclusive) == datetime.fromisoformat(ends)


@pytest.fixture
def ad_hoc(plan: Plan, form: Form, so_tai_chinh: Agency, coordinator: Holding) -> Obligation:
    """An obligation due on 10/12, that day included."""
    round = acts.plan_round(
        plan=plan, duty=None, year=2026, form=form, period_from=date(2026, 1, 1), period_to=date(2026, 11, 30),
        agencies=[so_tai_chinh], due_on=date(2026, 12, 10), by=coordinator, at=on("1/10"),
    )  # fmt: skip
    acts.open_round(round=round, by=coordinator, at=on("2/10"))
    return round.obligations.get()


@pytest.mark.parametrize(
    ("after", "is_late"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(milliseconds=-1), False),
        (timedelta(0), False),
        (timedelta(microseconds=999), False),
        (timedelta(milliseconds=1), True),
        (timedelta(seconds=1), True),
    ],
)
def test_lateness_to_the_millisecond(server_zone: str, ad_hoc: Obligation, after: timedelta, is_late: bool) -> None:
    at = datetime(2026, 12, 10, 16, 59, 59, 999_000, tzinfo=UTC) + after
    assert late(ad_hoc, at) is is_late
    assert standing(ad_hoc, at) == (Standing.OVERDUE if is_late else Standing.WAITING)
    assert Obligation.objects.overdue(at).filter(pk=ad_hoc.pk).exists() is is_late


def test_before_the_tenth_accepts_the_ninth_and_calls_the_tenth_late(
    obligations: Mapping[UUID, Obligation], so_tai_chinh: Agency, bao: Agency, reporters: Mapping[UUID, Holding]
) -> None:
    in_time = acts.mark_submitted(
        obligation=obligations[so_tai_chinh.pk], by=reporters[so_tai_chinh.pk], at=on("9/11", 23, 59)
    )
    too_late = acts.mark_submitted(obligation=obligations[bao.pk], by=reporters[bao.pk], at=on("10/11", 0, 0))
    assert last_day(in_time) == date(2026, 11, 9)
    assert (late(in_time, on("30/12")), late(too_late, on("30/12"))) == (False, True)


def test_the_first_hand_in_decides_even_when_the_report_comes_back(
    obligations: Mapping[UUID, Obligation], so_tai_chinh: Agency, reporters: Mapping[UUID, Holding],
    coordinator: Holding,
) -> None:  # fmt: skip
    owed, by = obligations[so_tai_chinh.pk], reporters[so_tai_chinh.pk]
    acts.mark_submitted(obligation=owed, by=by, at=on("9/11"))
    acts.mark_returned(obligation=owed, by=coordinator, at=on("12/11"))
    again = acts.mark_submitted(obligation=owed, by=by, at=on("15/11"))
    assert again.answered_at == on("9/11")
    assert standing(again, on("16/11")) == Standing.ON_TIME


def test_the_millisecond_is_floored() -> None:
    assert to_the_millisecond(datetime(2026, 1, 1, 0, 0, 0, 1999, tzinfo=UTC)).microsecond == 1000


# --- moving a deadline -----------------------------------------------------------------------------------------------


def test_an_obligation_moves_only_by_an_extension_with_a_reason(
    obligations: Mapping[UUID, Obligation], so_tai_chinh: Agency, coordinator: Holding
) -> None:
    owed = obligations[so_tai_chinh.pk]
    extension = acts.extend(
        obligation=owed, due_on=date(2026, 11, 20), reason="Cơ sở bị bão", by=coordinator, at=on("8/11")
    )
    owed.refresh_from_db()
    assert (extension.due_on_before, extension.due_on) == (date(2026, 11, 9), date(2026, 11, 20))
    assert owed.due_at == datetime(2026, 11, 20, 16, 59, 59, 999_000, tzinfo=UTC)
    assert not late(owed, on("20/11", 23, 59))
    assert late(owed, on("21/11", 0))
    others = {o.due_at for o in owed.round.obligations.exclude(pk=owed.pk)}
    assert others == {owed.round.due_at}


@pytest.mark.parametrize(
    ("due_on", "reason", "at", "code"),
    [
        (date(2026, 11, 20), "  ", on("8/11"), "no_reason"),
        (date(2026, 11, 9), "Vì bão", on("8/11"), "backward"),
        (date(2026, 11, 1), "Vì bão", on("8/11"), "backward"),
        (date(2026, 11, 12), "Vì bão", on("13/11"), "past"),
    ],
)
def test_an_extension_goes_forward_with_a_reason(
    obligations: Mapping[UUID, Obligation], so_tai_chinh: Agency, coordinator: Holding,
    due_on: date, reason: str, at: datetime, code: str,
) -> None:  # fmt: skip
    owed = obligations[so_tai_chinh.pk]
    with pytest.raises(Refusal) as refused:
        acts.extend(obligation=owed, due_on=due_on, reason=reason, by=coordinator, at=at)
    assert refused.value.code == code
    assert "%(" not in str(refused.value)
    owed.refresh_from_db()
    assert (owed.due_on, owed.extensions.count()) == (date(2026, 11, 10), 0)


def test_a_late_answer_is_not_made_timely_afterwards(
    obligations: Mapping[UUID, Obligation], so_tai_chinh: Agency, reporters: Mapping[UUID, Holding],
    coordinator: Holding,
) -> None:  # fmt: skip
    owed = obligations[so_tai_chinh.pk]
    acts.mark_submitted(obligation=owed, by=reporters[so_tai_chinh.pk], at=on("12/11"))
    with pytest.raises(Refusal) as refused:
        acts.extend(obligation=owed, due_on=date(2026, 11, 30), reason="Vì bão", by=coordinator, at=on("13/11"))
    assert refused.value.code == "not_owed"


# --- windows ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        (date(2026, 12, 10), date(2026, 12, 9)),  # Thursday
        (date(2026, 11, 9), date(2026, 11, 8)),  # Monday
        (date(2026, 11, 8), date(2026, 11, 5)),  # Sunday: Friday is the working day
        (date(2026, 11, 7), date(2026, 11, 5)),
    ],
)
def test_a_working_day_is_left_between_data_and_deadline(last: date, ends: date) -> None:
    assert workday_before(last) == ends
    assert window_doubt(ends, last) == ""
    assert "09/2019" in window_doubt(ends + timedelta(days=1), last)


def test_a_window_that_ends_after_the_deadline_is_doubted_and_not_refused(planned_round: Round) -> None:
    assert "ước thực hiện" in window_doubt(date(2026, 12, 31), last_day(planned_round.obligations.first()))  # type: ignore[arg-type]
