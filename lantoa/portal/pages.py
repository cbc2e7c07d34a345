"""What the public pages show. Everything here is public: no person, and nothing about who is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from lantoa.activities.queries import Progress, counted, of_plan, progress_by_task
from lantoa.channels.models import Release
from lantoa.channels.queries import public_releases
from lantoa.plans.models import Plan, Task
from lantoa.tenants.models import Tenant
from lantoa.viet.letters import sort_key

STORIES = 10
"""Stories on one page of the list."""


@dataclass(frozen=True, slots=True)
class Line:
    """A task of the programme and what was done for it."""

    task: Task
    progress: Progress


@dataclass(frozen=True, slots=True)
class Chapter:
    """Tasks that the plan puts under one heading; the heading is empty when it has none."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """What was done for a plan: events counted once, released stories among them, agencies that did them."""

    done: int
    stories: int
    agencies: int


def province(slug: str) -> Tenant | None:
    """The province with this name in the address; without a name the only one, or None when there are several."""
    found = Tenant.objects.filter(slug=slug) if slug else Tenant.objects.all()
    only = list(found[:2])
    return only[0] if len(only) == 1 else None


def provinces() -> list[Tenant]:
    """Every province of the installation, in the order of Vietnamese dictionaries, for a visitor to choose."""
    return sorted(Tenant.objects.all(), key=lambda tenant: sort_key(tenant.name))


def stories(tenant: Tenant, number: str | None) -> Page[Release]:
    """A page of the released stories, newest first; a number that is none, or too high, gives the nearest page."""
    return Paginator(public_releases(tenant), STORIES).get_page(number)


def public_plans(tenant: Tenant) -> QuerySet[Plan]:
    """The plans that are decided, newest first; a draft is nobody's business yet."""
    decided = Plan.objects.filter(tenant=tenant).exclude(status=Plan.Status.DRAFT)
    newest_first = decided.order_by("-document__dated", "-confirmed_at", "id")
    return newest_first.select_related("document").defer("traces", "document__text")


def totals(plan: Plan) -> Totals:
    """What was done for a plan so far, in one query."""
    found = counted(of_plan(plan)).aggregate(
        done=Count("id"), stories=Count("release"), agencies=Count("agency", distinct=True)
    )
    return Totals(**found)


def chapters(plan: Plan) -> list[Chapter]:
    """The tasks of a plan in its order, under its headings, each with what was done."""
    done = progress_by_task(plan)
    tasks: Iterable[Task] = plan.task_set.order_by("position")
    lines = (Line(task, done.get(task.pk, Progress())) for task in tasks)
    return [Chapter(heading, tuple(under)) for heading, under in groupby(lines, key=lambda line: line.task.group)]
