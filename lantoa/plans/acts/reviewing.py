"""Deciding review points without writing a value: keeping what was read, accepting what is sure."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.plans.acts.settling import settle
from lantoa.plans.intake.points import NOT_SURE
from lantoa.plans.models import Plan, ReviewPoint
from lantoa.plans.queries import count_by_state, open_points, review_rows
from lantoa.plans.rules import refuse_answered, refuse_closed, refuse_stranger
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record


@transaction.atomic
def accept_sure(*, plan: Plan, by: Holding, at: datetime) -> int:
    """Accept every field that was read surely, and close the notes that only tell; returns how many fields are sure.

    What is missing, doubtful or contradicts a source stays open: it is decided one by one.
    """
    refuse_stranger(plan, by)
    refuse_closed(plan)
    notes = open_points(plan, ReviewPoint.Kind.LOOK).exclude(code=NOT_SURE)
    closed = settle(points=list(notes), state=ReviewPoint.State.KEPT, by=by, at=at)
    sure = count_by_state(review_rows(plan))["sure"]
    record("plan_sure_accepted", plan, by=by, at=at, fields=sure, notes=closed)
    return sure


@transaction.atomic
def keep_point(*, point: ReviewPoint, by: Holding, at: datetime, seen: int | None = None) -> ReviewPoint:
    """Leave the plan as it was read: a doubtful value stands, a hole stays a hole."""
    refuse_stranger(point, by)
    refuse_stale(point, seen)
    refuse_answered(point)
    refuse_closed(point.plan)
    settle(points=[point], state=ReviewPoint.State.KEPT, by=by, at=at)
    return point
