"""Plans and tasks as a person may see them.

A plan is a public paper: once confirmed, everybody in its province reads it whole. Drafts are seen by those who work on
them. What a reporter is asked to do are the tasks in which its agency has a part (`own_tasks`).
"""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import BudgetDuty, Indicator, Plan, ReportDuty, Task
from lantoa.plans.queries.bodies import parts_of_agency
from lantoa.plans.rules import oversees


def plans_for(holding: Holding) -> QuerySet[Plan]:
    """The plans of the person's province, newest first; drafts only for coordinators and leaders."""
    plans = Plan.objects.filter(_seen(holding)).select_related("document", "issuer", "lead")
    return plans.order_by("-document__dated", "title")


def _seen(holding: Holding, prefix: str = "") -> Q:
    seen = Q(**{f"{prefix}tenant": holding.tenant_id})
    return seen if oversees(holding) else seen & ~Q(**{f"{prefix}status": Plan.Status.DRAFT})


def plan_for(holding: Holding, id: uuid.UUID | str) -> Plan | None:
    """One plan that the person may see, or None."""
    return plans_for(holding).filter(pk=id).first()


def tasks_for(holding: Holding, plan: Plan) -> QuerySet[Task]:
    """The tasks of a plan that the person may see, in the plan's order, with their parts."""
    tasks = Task.objects.filter(_seen(holding, "plan__"), plan=plan)
    return tasks.select_related("plan", "clause").prefetch_related("parts__agency", "parts__group").order_by("position")


def task_for(holding: Holding, id: uuid.UUID | str) -> Task | None:
    """One task that the person may see, or None."""
    return Task.objects.filter(_seen(holding, "plan__"), pk=id).select_related("plan__document", "clause").first()


def own_tasks(holding: Holding, plan: Plan, on: date) -> QuerySet[Task]:
    """The tasks in which the person's agency has a part on a day, itself or through a group."""
    parts = parts_of_agency(holding.agency, plan, on).order_by().values("task")
    return tasks_for(holding, plan).filter(pk__in=parts)


def duties_of(plan: Plan) -> QuerySet[ReportDuty]:
    """The report duties of a plan in its order, with their parties."""
    duties = ReportDuty.objects.filter(plan=plan).select_related("receiver", "through")
    return duties.prefetch_related("parties__agency", "parties__group").order_by("position")


def duty_for(holding: Holding, id: uuid.UUID | str) -> ReportDuty | None:
    """One report duty of a plan that the person may see, or None."""
    return ReportDuty.objects.filter(_seen(holding, "plan__"), pk=id).select_related("plan", "receiver").first()


def budget_duties_of(plan: Plan) -> QuerySet[BudgetDuty]:
    """What the plan says about money, in its order."""
    return BudgetDuty.objects.filter(plan=plan).order_by("position")


def indicators_of(plan: Plan) -> QuerySet[Indicator]:
    """The indicators a plan has adopted, in the order in which reports show them."""
    return Indicator.objects.filter(plan=plan).order_by("position")


def likely_lead(plan: Plan) -> Agency | None:
    """The agency that the duties of the plan send reports to, or through: worth proposing as the plan's lead.

    None when the duties name several, or none that is known.
    """
    gatherers = {duty.through or duty.receiver for duty in duties_of(plan)} - {None, plan.issuer}
    return gatherers.pop() if len(gatherers) == 1 else None
