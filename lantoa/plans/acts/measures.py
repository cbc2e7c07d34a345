"""What a plan counts."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.plans.models import Indicator, Plan
from lantoa.plans.rules import refuse_closed, refuse_stranger
from lantoa.plans.standards import standard_indicators
from lantoa.trail.acts import record


@transaction.atomic
def adopt_indicators(*, plan: Plan, by: Holding, at: datetime) -> list[Indicator]:
    """Let a plan count by the standard indicators; those it has stay as they are. Returns all of the plan's."""
    refuse_stranger(plan, by)
    refuse_closed(plan)
    known = set(Indicator.objects.filter(plan=plan).values_list("code", flat=True))
    new = [
        Indicator(tenant_id=plan.tenant_id, plan=plan, position=position, **asdict(standard))
        for position, standard in enumerate(standard_indicators())
        if standard.code not in known
    ]
    if new:
        Indicator.objects.bulk_create(new)
        record("indicators_adopted", plan, by=by, at=at, codes=[indicator.code for indicator in new])
    return list(Indicator.objects.filter(plan=plan).order_by("position"))
