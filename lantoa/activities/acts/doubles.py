"""One event, reported by two agencies: both rows stay, one of them counts. `same_as` is flat: what it points to never
points further.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.activities.models import Activity
from lantoa.activities.rules import may_mark, plan_of, principal_first
from lantoa.refusals import Refusal, marked
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record

NOT_YOURS = marked("Chỉ điều phối viên của tỉnh mới đánh dấu hai hoạt động là một sự kiện.")
ITSELF = marked("Một hoạt động không thể trùng với chính nó; hãy chọn hoạt động khác.")
CANCELLED = marked("“%(title)s” đã hủy nên không đánh dấu trùng được.")
TWO_PLANS = marked("Hai hoạt động thuộc hai kế hoạch khác nhau nên không phải là một sự kiện.")
CHAIN = marked("“%(title)s” đã được đánh dấu trùng với hoạt động khác; hãy tách ra trước, rồi đánh dấu lại.")
NOT_DOUBLE = marked("Hoạt động này không được đánh dấu trùng.")


@transaction.atomic
def mark_same(*, activity: Activity, as_of: Activity, by: Actor, at: datetime) -> Activity:
    """Say that two activities are one event, which then counts once. Returns the one that no longer counts.

    `as_of` counts; but of a lead's and a coordinator's report it is always the lead's, whichever was named first.
    """
    if activity.pk == as_of.pk:
        raise Refusal("itself", ITSELF)
    _lock(activity, as_of)
    if not (may_mark(activity, by) and may_mark(as_of, by)):
        raise Refusal("not_yours", NOT_YOURS)
    principal, double = principal_first(activity, as_of)
    if double.same_as_id == principal.pk:
        return double
    _refuse_pair(principal, double)
    _point(double, principal)
    record("activity_marked_same", double, by=by, at=at, principal=principal.pk)
    return double


@transaction.atomic
def unmark_same(*, activity: Activity, by: Actor, at: datetime) -> Activity:
    """Say that it was an event of its own after all: it counts again."""
    _lock(activity)
    if not may_mark(activity, by):
        raise Refusal("not_yours", NOT_YOURS)
    if activity.same_as_id is None:
        raise Refusal("not_double", NOT_DOUBLE)
    principal = activity.same_as_id
    _point(activity, None)
    record("activity_unmarked_same", activity, by=by, at=at, principal=principal)
    return activity


def _lock(*activities: Activity) -> None:
    """Lock in one order, so that two acts about the same pair never wait for each other."""
    for activity in sorted(activities, key=lambda each: each.pk):
        activity.refresh_from_db(from_queryset=Activity.objects.select_for_update(no_key=True))


def _refuse_pair(principal: Activity, double: Activity) -> None:
    for activity in (principal, double):
        if activity.cancelled_at:
            raise Refusal("cancelled", CANCELLED, title=activity.title)
        if activity.same_as_id:
            raise Refusal("chain", CHAIN, title=activity.title)
    if double.doubles.exists():
        raise Refusal("chain", CHAIN, title=double.title)
    plans = [plan_of(activity.task, activity.clause) for activity in (principal, double)]
    if plans[0] != plans[1]:
        raise Refusal("two_plans", TWO_PLANS)


def _point(activity: Activity, principal: Activity | None) -> None:
    activity.same_as = principal
    activity.version += 1
    activity.save()
