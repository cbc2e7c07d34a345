"""What was counted, "as then" and "as now": the same figures under who reported them and under who carries on."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from lantoa.activities.models import Figure
from lantoa.activities.queries import counted, of_plan
from lantoa.agencies.models import Agency
from lantoa.agencies.queries import heirs_of
from lantoa.plans.models import Indicator, Plan
from lantoa.plans.models.measures import Joining

Share = tuple[Agency, Decimal]


@dataclass(frozen=True, slots=True)
class Line:
    """One agency: what it reported, and what it and those it carries on reported; None for nothing."""

    agency: Agency
    then: Decimal | None
    now: Decimal | None


@dataclass(frozen=True, slots=True)
class Total:
    """One indicator: the whole, by the agencies that reported it, and by their heirs. Both add up to `value`."""

    indicator: Indicator
    value: Decimal
    then: tuple[Share, ...]
    now: tuple[Share, ...]

    @property
    def lines(self) -> list[Line]:
        """Both sums side by side, by name."""
        then, now = dict(self.then), dict(self.now)
        agencies = sorted({**then, **now}, key=lambda agency: agency.folded)
        return [Line(agency, then.get(agency), now.get(agency)) for agency in agencies]


def totals(plan: Plan, on: date) -> list[Total]:
    """The sums of a plan's activities for each indicator that is added over agencies and periods.

    What an agency with several heirs reported cannot be shared out, and what one without an heir reported belongs to
    nobody else: both stay under its own name. Nothing stored is changed.
    """
    figures = Figure.objects.filter(activity__in=counted(of_plan(plan)), indicator__over_agencies=Joining.SUM)
    sums = figures.filter(indicator__over_periods=Joining.SUM).values_list("indicator", "activity__agency")
    found: dict[uuid.UUID, list[tuple[uuid.UUID, Decimal]]] = defaultdict(list)
    for indicator, agency, value in sums.annotate(Sum("value")).order_by():
        found[indicator].append((agency, value))
    by_id = {agency.pk: agency for agency in Agency.objects.filter(tenant=plan.tenant_id)}
    heir_of = {id: _heir(agency, on) for id, agency in by_id.items()}
    return [
        Total(
            indicator,
            sum((value for _, value in found[indicator.pk]), Decimal(0)),
            _joined((by_id[id], value) for id, value in found[indicator.pk]),
            _joined((heir_of[id], value) for id, value in found[indicator.pk]),
        )
        for indicator in Indicator.objects.filter(pk__in=list(found)).order_by("position")
    ]


def _heir(agency: Agency, on: date) -> Agency:
    heirs = heirs_of(agency, on)
    return heirs[0] if len(heirs) == 1 else agency


def _joined(shares: Iterable[Share]) -> tuple[Share, ...]:
    sums: dict[Agency, Decimal] = defaultdict(Decimal)
    for agency, value in shares:
        sums[agency] += value
    return tuple(sorted(sums.items(), key=lambda share: share[0].folded))
