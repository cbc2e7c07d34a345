"""Confirming a plan: from then on it is run, with whatever holes were left open."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Phase, Plan, ReviewPoint
from lantoa.plans.rules import date_of_paper, refuse_closed, refuse_elsewhere, refuse_stranger, term_of
from lantoa.refusals import Refusal, marked
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

CONFIRMED = marked("Kế hoạch “%(title)s” đã được xác nhận trước đó.")
NO_TASK = marked("Kế hoạch “%(title)s” chưa có nhiệm vụ nào nên chưa xác nhận được; hãy thêm ít nhất một nhiệm vụ.")


@transaction.atomic
def set_lead(*, plan: Plan, agency: Agency, by: Holding, at: datetime, seen: int | None = None) -> Plan:
    """Say which agency leads the programme."""
    refuse_stranger(plan, by)
    refuse_stale(plan, seen)
    refuse_closed(plan)
    refuse_elsewhere(plan, agency)
    plan.lead = agency
    plan.version += 1
    plan.save()
    record("plan_led_by", plan, by=by, at=at, agency=agency.pk)
    return plan


@transaction.atomic
def confirm(*, plan: Plan, by: Holding, at: datetime, lead: Agency | None = None, seen: int | None = None) -> Plan:
    """Confirm a plan, holes and all: what is still open stays asked. The term comes from the phases.

    Refuses a plan that was confirmed before, and one without any task.
    """
    refuse_stranger(plan, by)
    refuse_stale(plan, seen)
    refuse_elsewhere(plan, lead)
    if plan.status != Plan.Status.DRAFT:
        raise Refusal("already_confirmed", CONFIRMED, title=plan.title)
    if not plan.task_set.exists():
        raise Refusal("no_task", NO_TASK, title=plan.title)
    dated = date_of_paper(plan)
    plan.starts_on, plan.ends_on = term_of(list(Phase.objects.filter(plan=plan)), dated.full() if dated else None)
    plan.lead = lead or plan.lead
    plan.status = Plan.Status.CONFIRMED
    plan.confirmed_at, plan.confirmed_by = at, by
    plan.version += 1
    plan.save()
    holes = ReviewPoint.objects.filter(plan=plan, state=ReviewPoint.State.OPEN).count()
    record("plan_confirmed", plan, by=by, at=at, lead=plan.lead_id, holes=holes)
    return plan
