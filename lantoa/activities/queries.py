"""Reading what was done: by post, by window, by task; and what may be one event reported twice."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from rapidfuzz import fuzz

from lantoa.activities.models import Activity
from lantoa.activities.rules import principal_first
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.channels.models import Release
from lantoa.channels.queries import live_releases
from lantoa.plans.models import Plan, Task, Theme
from lantoa.viet.letters import fold

LIKELY = 80
"""From this likeness of two titles on (0..100, words in any order) they are worth showing to a person."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What was done for a task: events counted once, how many of them are released stories, by how many agencies."""

    done: int = 0
    stories: int = 0
    agencies: int = 0
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class LikelyDouble:
    """Two activities that may be one event; `principal` is the one that would count. `likeness` of titles, 0..100."""

    principal: Activity
    double: Activity
    likeness: float


def activities_for(holding: Holding) -> QuerySet[Activity]:
    """A reporter sees what its own agency did; coordinators and leaders see the province's; administrators nothing."""
    found = _as_read(Activity.objects.filter(tenant=holding.tenant_id))
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return found
    return found.filter(agency=holding.post.agency_id) if holding.is_in(Role.REPORTER) else found.none()


def activity_for(holding: Holding, id: uuid.UUID | str) -> Activity | None:
    """One activity that the post may see, or None."""
    return activities_for(holding).filter(pk=id).first()


def counted(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """Those that count: not cancelled, each event once (`rules.counts` as a query)."""
    return activities.filter(cancelled_at=None, same_as=None)


def of_plan(plan: Plan) -> QuerySet[Activity]:
    """Everything logged for a task or a clause of a plan, cancelled or double or not."""
    return Activity.objects.filter(Q(task__plan=plan) | Q(clause__plan=plan))


def in_window(agency: Agency, plan: Plan, start: date, end: date) -> QuerySet[Activity]:
    """What an agency did for a plan and began from `start` to `end`, both days included; cancelled ones left out.

    An activity lies in the window of its first day alone, so adjoining windows never count it twice. Reports of events
    that another agency reports too are in it (`same_as` is set): the agency did them, the sum leaves them out.
    """
    return (
        _as_read(of_plan(plan))
        .filter(agency=agency, cancelled_at=None, began_on__gte=start, began_on__lte=end)
        .prefetch_related("figures__indicator", "evidence__file")
    )


def likely_doubles(plan: Plan, start: date, end: date) -> list[LikelyDouble]:
    """Pairs that may be one event: same task, overlapping days, different agencies, similar titles; most alike first.

    Only activities that count now and touch the window are compared; a person decides.
    """
    touching = counted(of_plan(plan)).filter(task__isnull=False, began_on__lte=end, ended_on__gte=start)
    by_task: dict[uuid.UUID | None, list[Activity]] = defaultdict(list)
    for activity in _as_read(touching).order_by("began_on", "id"):
        by_task[activity.task_id].append(activity)
    pairs = [pair for activities in by_task.values() for pair in _alike_pairs(activities)]
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.principal.began_on, str(pair.principal.pk)))


def _alike_pairs(activities: list[Activity]) -> Iterator[LikelyDouble]:
    titles = {activity.pk: fold(activity.title) for activity in activities}
    for first, second in combinations(activities, 2):
        apart = second.began_on > first.ended_on or first.agency_id == second.agency_id
        likeness = 0.0 if apart else fuzz.token_sort_ratio(titles[first.pk], titles[second.pk], score_cutoff=LIKELY)
        if likeness:
            principal, double = principal_first(second, first)
            yield LikelyDouble(principal, double, likeness)


def progress_of(task: Task) -> Progress:
    """What was done for one task."""
    return _progress(Q(task=task)).get(task.pk, Progress())


def progress_by_task(plan: Plan) -> dict[uuid.UUID, Progress]:
    """What was done for each task of a plan, in one query; tasks without activities are left out."""
    return _progress(Q(task__plan=plan))


_THEME_ROADS = ("task__themes", "release__version__material__themes")
"""How an activity comes to a theme: by its task, and by the story whose release it is."""


def themes_of(activity: Activity) -> QuerySet[Theme]:
    """The themes that an activity serves, each once, in the plan's order."""
    by_task, by_story = Q(tasks__activities=activity), Q(materials__versions__releases__activity=activity)
    return Theme.objects.filter(by_task | by_story).distinct()


def progress_by_theme(plan: Plan) -> dict[uuid.UUID, Progress]:
    """What was done for each theme of a plan; an activity of two themes counts for both. Two queries."""
    served: dict[uuid.UUID, dict[uuid.UUID, _Done]] = defaultdict(dict)
    for road in _THEME_ROADS:
        done = counted(of_plan(plan)).filter(**{f"{road}__isnull": False})
        for theme, activity, *facts in done.values_list(road, "pk", "release_id", "agency_id", "began_on"):
            served[theme][activity] = _Done(*facts)
    return {theme: _told(list(done.values())) for theme, done in served.items()}


class _Done(NamedTuple):
    release: uuid.UUID | None
    agency: uuid.UUID
    began_on: date


def _told(done: list[_Done]) -> Progress:
    stories = sum(one.release is not None for one in done)
    return Progress(len(done), stories, len({one.agency for one in done}), max(one.began_on for one in done))


def _progress(which: Q) -> dict[uuid.UUID, Progress]:
    rows = (
        counted(Activity.objects.filter(which))
        .order_by()
        .values_list("task_id")
        .annotate(Count("id"), Count("release"), Count("agency", distinct=True), Max("began_on"))
    )
    return {task: Progress(*figures) for task, *figures in rows if task is not None}


def releases_without_activity() -> QuerySet[Release]:
    """Live releases, of all tenants, that nothing was logged for yet; oldest first."""
    return live_releases().filter(activity=None).order_by("released_at", "id")


def _as_read(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    return activities.select_related("agency", "task", "clause", "same_as__agency", "release__outlet")
