"""Setting the day of a report duty, and who receives the reports."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.acts.settling import settle_fields
from lantoa.plans.fields import due_in_words
from lantoa.plans.models import ReportDuty, Rhythm
from lantoa.plans.rules import is_day, refuse_closed, refuse_elsewhere, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

NO_SUCH_DAY = marked("Không có ngày %(day)s/%(month)s; hãy chọn ngày khác.")


@transaction.atomic
def set_duty(
    *,
    duty: ReportDuty,
    by: Holding,
    at: datetime,
    day: int | None = None,
    month: int | None = None,
    on: date | None = None,
    exclusive: bool = False,
    rhythm: str | None = None,
    seen: int | None = None,
) -> ReportDuty:
    """Declare when a duty falls: every year on `day`/`month`, or once `on` a day.

    `exclusive`: "trước ngày 10/11" ends with 9/11. No source settles whether the day itself counts, so a person may.
    """
    refuse_stranger(duty, by)
    refuse_stale(duty, seen)
    refuse_closed(duty.plan)
    if on is None and not is_day(day or 0, month or 0):
        raise Refusal("no_such_day", NO_SUCH_DAY, field="day", day=day or "?", month=month or "?")
    duty.due_on = on
    duty.due_day, duty.due_month = (None, None) if on else (day, month)
    duty.exclusive = exclusive
    duty.rhythm = rhythm or _rhythm(duty, on)
    duty.traces.pop("due", None)
    duty.version += 1
    duty.save()
    record("duty_set", duty, by=by, at=at, due=due_in_words(duty), exclusive=exclusive, rhythm=duty.rhythm)
    settle_fields(row=duty, fields=["due"], by=by, at=at, answer=due_in_words(duty))
    return duty


def _rhythm(duty: ReportDuty, on: date | None) -> str:
    """A duty that nobody knew the rhythm of gets that of its day."""
    if duty.rhythm != Rhythm.UNSPECIFIED:
        return duty.rhythm
    return Rhythm.ONCE if on else Rhythm.YEARLY


@transaction.atomic
def set_receiver(
    *, duty: ReportDuty, receiver: Agency | None, by: Holding, at: datetime, through: Agency | None = None
) -> ReportDuty:
    """Say which agency receives the reports of a duty, and which one gathers them for it; None leaves it as it is."""
    refuse_stranger(duty, by)
    refuse_closed(duty.plan)
    refuse_elsewhere(duty, receiver, through)
    duty.receiver, duty.through = receiver or duty.receiver, through or duty.through
    duty.version += 1
    duty.save()
    record("duty_received_by", duty, by=by, at=at, receiver=duty.receiver_id, through=duty.through_id)
    if duty.receiver:
        settle_fields(row=duty, fields=["to"], by=by, at=at, answer=duty.receiver.name)
    return duty
