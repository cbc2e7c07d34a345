"""A release becomes an activity by itself: one to one, however often the clock asks."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from lantoa.activities import acts, checks, jobs, queries
from lantoa.activities.models import Activity
from lantoa.activities.queries import Progress
from lantoa.agencies.models import Agency, Holding
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet, Release
from lantoa.materials import acts as materials
from lantoa.materials.models import Material
from lantoa.plans.models import Indicator, Plan, Task
from lantoa.trail.queries import facts, history
from tests.universe.activities import BODY, TITLE, approved, refused

pytestmark = pytest.mark.django_db


def test_a_release_counts_as_done_by_itself(release: Release, task: Task, so_vhttdl: Agency, now: datetime) -> None:
    assert jobs.run(now) == 1
    activity = Activity.objects.get()
    figure, evidence = activity.figures.get(), activity.evidence.get()
    assert (activity.release, activity.agency, activity.task, activity.kind) == (release, so_vhttdl, task, "lead")
    assert (activity.title, activity.began_on, activity.ended_on) == (TITLE, date(2026, 3, 2), date(2026, 3, 2))
    assert (figure.indicator.code, figure.value, figure.unit) == ("tin-bai-cong", Decimal(1), "tin, bài")
    assert (evidence.proof, evidence.caption) == ("A", f"Trang công khai tỉnh Hải Sơn: {release.slug}")
    assert activity.logged_by == "machine:tick"
    assert queries.progress_of(task) == Progress(1, 1, 1, date(2026, 3, 2))
    assert list(checks.faults(release.tenant)) == []


def test_running_again_does_nothing(release: Release, now: datetime) -> None:
    assert [jobs.run(now) for _ in range(3)] == [1, 0, 0]
    assert acts.take_release(release=release, by=release.released_by, at=now) == Activity.objects.get()
    assert [entry.verb for entry in history(Activity.objects.get())] == ["release_taken"]


def test_what_another_clock_took_meanwhile_is_left_alone(release: Release, coordinator: Holding, now: datetime) -> None:
    """Between listing what waits and taking it, another run may take it, or a person withdraw it."""
    assert [jobs._take(release.pk, now) for _ in range(2)] == [True, False]
    Activity.objects.all().delete()
    channels.withdraw_release(release=release, reason="Sai", by=coordinator, at=now)
    assert jobs._take(release.pk, now) is False


def test_a_cancelled_activity_is_not_made_anew(release: Release, coordinator: Holding, now: datetime) -> None:
    jobs.run(now)
    acts.cancel(activity=Activity.objects.get(), reason="Tin thử", by=coordinator, at=now)
    assert jobs.run(now) == 0
    assert Activity.objects.count() == 1


def test_a_withdrawn_release_is_not_taken(release: Release, coordinator: Holding, now: datetime) -> None:
    channels.withdraw_release(release=release, reason="Sai", by=coordinator, at=now)
    assert jobs.run(now) == 0
    with refused("gone"):
        acts.take_release(release=release, by=coordinator, at=now)


def test_the_part_of_a_helping_agency_is_kept(
    so_tai_chinh: Agency, task: Task, public_page: Outlet, reporter: Holding, coordinator: Holding, leader: Holding,
    now: datetime,
) -> None:  # fmt: skip
    told = approved(leader, agency=so_tai_chinh, task=task, by=reporter)
    channels.release(version=told.versions.get(), outlet=public_page, by=coordinator, at=now)
    jobs.run(now)
    assert (Activity.objects.get().agency, Activity.objects.get().kind) == (so_tai_chinh, "coordinating")


def test_a_corrected_story_released_again_counts_once(
    release: Release, story: Material, task: Task, public_page: Outlet, coordinator: Holding, leader: Holding,
    now: datetime,
) -> None:  # fmt: skip
    jobs.run(now)
    channels.withdraw_release(release=release, reason="Sai số liệu", by=coordinator, at=now)
    corrected = materials.rewrite(
        material=story, title=TITLE, summary="", body=BODY + " (đã sửa)", by=coordinator, at=now, seen=None
    )
    materials.send_for_approval(material=story, by=coordinator, at=now)
    materials.approve(material=story, by=leader, at=now)
    channels.release(version=corrected, outlet=public_page, by=coordinator, at=now)
    assert jobs.run(now) == 1
    assert (Activity.objects.count(), queries.progress_of(task).done) == (2, 1)
    newest = Activity.objects.get(same_as__isnull=False)
    assert facts(history(newest).get())["same_as"] == str(newest.same_as_id)


def test_a_plan_that_counts_no_stories_gets_no_figure(release: Release, plan: Plan, now: datetime) -> None:
    Indicator.objects.filter(plan=plan, code="tin-bai-cong").delete()
    jobs.run(now)
    assert not Activity.objects.get().figures.exists()


def test_a_story_off_the_plan_becomes_an_activity_off_the_plan(
    so_vhttdl: Agency, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    told = approved(leader, agency=so_vhttdl, by=coordinator)
    channels.release(version=told.versions.get(), outlet=public_page, by=coordinator, at=now)
    assert jobs.run(now) == 1
    assert (Activity.objects.get().task, Activity.objects.get().figures.count()) == (None, 0)
