"""What the activity log gives to a report."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantoa.activities.models import Activity, Figure
from lantoa.activities.queries import in_window
from lantoa.plans.models import Indicator
from lantoa.plans.models.measures import Joining
from lantoa.reports.models import Report
from lantoa.reports.rules import joined_qualifier
from lantoa.rounds.models import Obligation

Logged = tuple[Activity, Figure]


@dataclass(frozen=True, slots=True)
class FromLog:
    """One indicator's figure over the window, joined by its rule over periods, and the figures it is made of."""

    value: Decimal
    qualifier: str
    figures: tuple[Figure, ...]


def activities_behind(report: Report) -> list[Activity]:
    """What the report's agency did in its round's window, with figures and evidence; none of it cancelled."""
    return activities_of(report.obligation)


def activities_of(obligation: Obligation) -> list[Activity]:
    """What the agency did in the window of the round."""
    round = obligation.round
    return list(in_window(obligation.agency, round.plan, round.period_from, round.period_to))


def log_figures(activities: Sequence[Activity], indicators: Iterable[Indicator]) -> dict[uuid.UUID, FromLog]:
    """By indicator, what the activities of one agency give; indicators without a figure are left out, not zero.

    An event that the agency logged twice counts once. Nothing is joined where the indicator's rule joins nothing.
    """
    own = {activity.pk for activity in activities}
    logged: dict[uuid.UUID, list[Logged]] = {}
    for activity in activities:
        if activity.same_as_id not in own:
            for figure in activity.figures.all():
                logged.setdefault(figure.indicator_id, []).append((activity, figure))
    return {
        indicator.pk: _joined(indicator, logged[indicator.pk])
        for indicator in indicators
        if indicator.pk in logged and indicator.over_periods != Joining.NONE
    }


def _joined(indicator: Indicator, logged: list[Logged]) -> FromLog:
    if indicator.over_periods == Joining.SUM:
        figures = tuple(figure for _, figure in logged)
        value = sum((figure.value for figure in figures), Decimal(0))
        return FromLog(value, joined_qualifier(figure.qualifier for figure in figures), figures)
    if indicator.over_periods == Joining.LARGEST:
        chosen = max(logged, key=lambda pair: (pair[1].value, str(pair[1].pk)))[1]
    else:
        chosen = max(logged, key=lambda pair: (pair[0].ended_on, pair[0].began_on, str(pair[1].pk)))[1]
    return FromLog(chosen.value, chosen.qualifier, (chosen,))
