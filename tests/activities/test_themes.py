"""What was done counts for the themes of its task and of the story that was released."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lantoa.activities import jobs, queries
from lantoa.activities.models import Activity
from lantoa.activities.queries import Progress
from lantoa.agencies.models import Agency, Holding
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet
from lantoa.plans import acts as plans
from lantoa.plans.models import Plan, Task
from tests.universe.activities import ActivityFactory, approved, refused
from tests.universe.plans import take_in

pytestmark = pytest.mark.django_db


def test_themes_count_what_was_done_for_them(
    plan: Plan, task: Task, so_vhttdl: Agency, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    first, second, third = plan.theme_set.all()
    plans.tag_task(task=task, themes=[first], by=coordinator, at=now, seen=task.version)
    ActivityFactory(agency=so_vhttdl, task=task, by=coordinator)
    story = approved(leader, agency=so_vhttdl, task=task, themes=[first, second], by=coordinator)
    channels.release(version=story.versions.get(), outlet=public_page, by=coordinator, at=now)
    jobs.run(now)
    released = Activity.objects.get(release__isnull=False)
    assert list(queries.themes_of(released)) == [first, second]
    assert queries.progress_by_theme(plan) == {
        first.pk: Progress(2, 1, 1, date(2026, 3, 2)),
        second.pk: Progress(1, 1, 1, date(2026, 3, 2)),
    }
    assert third.pk not in queries.progress_by_theme(plan)


def test_a_task_serves_themes_of_its_own_plan(
    plan: Plan, task: Task, plan_text: str, coordinator: Holding, now: datetime
) -> None:
    other = take_in(plan_text.replace("12/KH-UBND", "13/KH-UBND"), plan.tenant)
    with refused("theme_elsewhere", "themes"):
        plans.tag_task(task=task, themes=other.theme_set.all(), by=coordinator, at=now)
    version = task.version
    plans.tag_task(task=task, themes=[], by=coordinator, at=now)
    assert task.version == version, "nothing was changed"
    plans.tag_task(task=task, themes=plan.theme_set.all()[:1], by=coordinator, at=now)
    with refused("stale"):
        plans.tag_task(task=task, themes=[], by=coordinator, at=now, seen=version)
