"""Duties of plans in force that the person's agency gathers for and that have no round yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.agencies.models import Holding
from lantoa.plans.models import Plan, ReportDuty
from lantoa.plans.queries import plans_for
from lantoa.plans.rules import duty_day
from lantoa.rounds.models import Round
from lantoa.rounds.rules import may_run_for


@dataclass(frozen=True, slots=True)
class Coming:
    """A duty, the year of its next round, and the day it names in that year."""

    duty: ReportDuty
    year: int
    due: date


def gathers(holding: Holding, duty: ReportDuty) -> bool:
    """True when the person's agency is the one that reports under this duty come to."""
    asker = duty.through or duty.receiver or duty.plan.lead
    return asker is not None and may_run_for(asker, holding)


def coming_duties(holding: Holding, today: date) -> list[Coming]:
    """Each duty's next day, this year or the next, for which no round is planned; soonest first."""
    plans = plans_for(holding).filter(status=Plan.Status.CONFIRMED)
    duties = ReportDuty.objects.filter(plan__in=plans).select_related("plan__lead", "through", "receiver")
    planned = set(Round.objects.filter(duty__in=duties).values_list("duty_id", "year"))
    found = [_next(duty, today, {year for of, year in planned if of == duty.pk}) for duty in duties]
    return sorted((one for one in found if one and gathers(holding, one.duty)), key=lambda one: one.due)


def _next(duty: ReportDuty, today: date, planned: Iterable[int]) -> Coming | None:
    for year in (today.year, today.year + 1):
        due = duty_day(duty, year)
        if due and due >= today and year not in planned:
            return Coming(duty, year, due)
    return None
