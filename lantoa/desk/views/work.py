"""What a person has at hand."""

from __future__ import annotations

from django.db.models import QuerySet

from lantoa.agencies.models import Role
from lantoa.plans.models import Plan, Task
from lantoa.plans.queries import own_tasks, plans_for
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.requests import Call


def tasks_at_hand(request: Call) -> QuerySet[Task]:
    """The tasks of plans in force that a person works on: a reporter's own, or all when it has none."""
    plans = list(plans_for(request.holding).filter(status=Plan.Status.CONFIRMED))
    tasks = Task.objects.filter(plan__in=plans).select_related("plan").order_by("plan", "position")
    if request.holding.role != Role.REPORTER:
        return tasks
    today = day_in_vietnam(request.at)
    own = [key for plan in plans for key in own_tasks(request.holding, plan, today).values_list("pk", flat=True)]
    return tasks.filter(pk__in=own) if own else tasks
