"""Closing review points: each is answered once, by a person in a post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.plans.models import ReviewPoint
from lantoa.tenants.models import Owned
from lantoa.trail.actors import kind_of
from lantoa.trail.acts import record


@transaction.atomic
def settle(*, points: Sequence[ReviewPoint], state: str, by: Holding, at: datetime, answer: str = "") -> int:
    """Close open points as kept or filled; returns how many."""
    for point in points:
        point.state, point.answer = state, answer[:400]
        point.answered_at, point.answered_by = at, by
        point.version += 1
        point.save()
        verb = "point_kept" if state == ReviewPoint.State.KEPT else "point_filled"
        record(verb, point, by=by, at=at, code=point.code, answer=point.answer)
    return len(points)


@transaction.atomic
def settle_fields(*, row: Owned, fields: Iterable[str], by: Holding, at: datetime, answer: str = "") -> int:
    """Close as filled whatever is still asked about some fields of a row, which a person has just written."""
    points = ReviewPoint.objects.filter(
        subject_kind=kind_of(row), subject_id=row.pk, field__in=[*fields], state=ReviewPoint.State.OPEN
    )
    return settle(points=list(points), state=ReviewPoint.State.FILLED, answer=answer, by=by, at=at)
