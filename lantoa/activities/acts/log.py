"""Logging what was done, correcting it, cancelling it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction

from lantoa.activities.models import Activity, Figure
from lantoa.activities.rules import FigureIn, may_log, plan_of, refuse_incomplete, refuse_wrong_figures
from lantoa.agencies.models import Agency
from lantoa.plans.models import Clause, Part, Task
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Owned
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record
from lantoa.viet.deadlines import day_in_vietnam

NOT_YOURS = marked("Vị trí của bạn không được ghi hoạt động cho %(agency)s.")
STRANGER = marked("Nhiệm vụ, điều khoản hoặc chỉ tiêu đã chọn không thuộc tỉnh này.")
TWO_PLANS = marked("Nhiệm vụ và điều khoản đã chọn thuộc hai kế hoạch khác nhau; hãy giữ một.")
CANCELLED = marked("Hoạt động này đã hủy nên không sửa được nữa.")
HAS_DOUBLES = marked("Hoạt động này đang thay cho báo cáo của cơ quan khác về cùng sự kiện; hãy tách ra trước khi hủy.")
NO_REASON = marked("Hãy ghi lý do hủy.")


class Changes(TypedDict, total=False):
    """What an edit may change; `figures` replaces the whole set."""

    title: str
    began_on: date
    ended_on: date
    place: str
    note: str
    task: Task | None
    clause: Clause | None
    kind: str
    figures: Sequence[FigureIn]


@transaction.atomic
def log(
    *,
    agency: Agency,
    task: Task | None,
    title: str,
    began_on: date,
    by: Actor,
    at: datetime,
    ended_on: date | None = None,
    place: str = "",
    note: str = "",
    clause: Clause | None = None,
    kind: str = Part.Kind.LEAD,
    figures: Sequence[FigureIn] = (),
) -> Activity:
    """Log one thing an agency did for a task or a clause; one day long unless `ended_on` is given.

    `kind` is the agency's part in it: lead or coordinating. Refuses what has not begun on the day of `at`.
    """
    if not may_log(agency, by):
        raise Refusal("not_yours", NOT_YOURS, agency=agency.name)
    activity = Activity(
        tenant_id=agency.tenant_id,
        agency=agency,
        task=task,
        clause=clause,
        kind=Part.Kind(kind),
        title=title.strip(),
        place=place.strip(),
        began_on=began_on,
        ended_on=ended_on or began_on,
        note=note.strip(),
        logged_at=at,
        logged_by=by.actor_id,
    )
    _refuse_wrong(activity, figures, at)
    activity.save(force_insert=True)
    _set_figures(activity, figures)
    record("activity_logged", activity, by=by, at=at, agency=agency.id, task=activity.task_id, title=activity.title,
           began_on=began_on, figures=_facts(figures))  # fmt: skip
    return activity


@transaction.atomic
def edit(*, activity: Activity, by: Actor, at: datetime, seen: int | None, **changes: Unpack[Changes]) -> Activity:
    """Correct an activity. What is not named stays as it is."""
    open_for(activity, by)
    refuse_stale(activity, seen)
    fields = {field: value for field, value in changes.items() if field != "figures"}
    for field, value in fields.items():
        setattr(activity, field, value.strip() if isinstance(value, str) else value)
    figures = changes.get("figures", _figures_of(activity))
    _refuse_wrong(activity, figures, at)
    activity.version += 1
    activity.save()
    if "figures" in changes:
        activity.figures.all().delete()
        _set_figures(activity, figures)
    record("activity_edited", activity, by=by, at=at, fields=sorted(changes), figures=_facts(figures))
    return activity


@transaction.atomic
def cancel(*, activity: Activity, reason: str, by: Actor, at: datetime) -> Activity:
    """Say that it did not happen, or was logged by mistake. The row stays, with the reason, and no longer counts."""
    open_for(activity, by)
    if not reason.strip():
        raise Refusal("no_reason", NO_REASON, field="reason")
    if activity.doubles.exists():
        raise Refusal("has_doubles", HAS_DOUBLES)
    activity.cancelled_at, activity.cancelled_for, activity.same_as = at, reason.strip(), None
    activity.version += 1
    activity.save()
    record("activity_cancelled", activity, by=by, at=at, reason=activity.cancelled_for)
    return activity


def open_for(activity: Activity, by: Actor) -> None:
    """Lock an activity for a change by `by`; refuse who may not, and a cancelled one."""
    activity.refresh_from_db(from_queryset=Activity.objects.select_for_update(no_key=True))
    if not may_log(activity.agency, by):
        raise Refusal("not_yours", NOT_YOURS, agency=activity.agency.name)
    if activity.cancelled_at:
        raise Refusal("cancelled", CANCELLED)


def _refuse_wrong(activity: Activity, figures: Sequence[FigureIn], at: datetime) -> None:
    strangers: list[Owned | None] = [activity.task, activity.clause, *(figure.indicator for figure in figures)]
    if any(row is not None and row.tenant_id != activity.tenant_id for row in strangers):
        raise Refusal("stranger", STRANGER, field="task")
    if activity.task and activity.clause and activity.task.plan_id != activity.clause.plan_id:
        raise Refusal("two_plans", TWO_PLANS, field="clause")
    refuse_incomplete(activity.title, activity.place, activity.began_on, activity.ended_on, day_in_vietnam(at))
    refuse_wrong_figures(figures, plan_of(activity.task, activity.clause))


def _figures_of(activity: Activity) -> list[FigureIn]:
    stored = activity.figures.select_related("indicator")
    return [FigureIn(figure.indicator, figure.value, figure.qualifier) for figure in stored]


def _set_figures(activity: Activity, figures: Sequence[FigureIn]) -> None:
    Figure.objects.bulk_create(
        Figure(
            tenant_id=activity.tenant_id,
            activity=activity,
            indicator=figure.indicator,
            value=figure.value,
            unit=figure.indicator.unit,
            qualifier=figure.qualifier.strip(),
        )
        for figure in figures
    )


def _facts(figures: Sequence[FigureIn]) -> dict[str, object]:
    return {figure.indicator.code: [str(figure.value), figure.qualifier] for figure in figures}
