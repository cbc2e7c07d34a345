"""Entering the bodies that a plan names and the register does not know yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lantoa.agencies.acts import found_agency, make_group
from lantoa.agencies.models import Holding
from lantoa.agencies.queries import agency_named
from lantoa.agencies.rules import proposed_kind, proposed_symbol
from lantoa.plans.acts.parts import resolve_known
from lantoa.plans.models import Plan
from lantoa.plans.rules import refuse_closed, refuse_stranger


@transaction.atomic
def enter_bodies(*, plan: Plan, agencies: Iterable[str], groups: Iterable[str], by: Holding, at: datetime) -> int:
    """Enter each name as a new agency or group, and let the plan's parts and duties stand for them.

    Symbol and kind are those the name proposes; a name that the register knows already is not entered again. Returns
    how many places of the plan were resolved.
    """
    refuse_stranger(plan, by)
    refuse_closed(plan)
    for name in agencies:
        if agency_named(name, tenant=plan.tenant) is None:
            found_agency(
                tenant=plan.tenant, name=name, symbol=proposed_symbol(name), kind=proposed_kind(name), by=by, at=at
            )
    for name in groups:
        make_group(tenant=plan.tenant, name=name, by=by, at=at)
    return resolve_known(plan=plan, by=by, at=at)
