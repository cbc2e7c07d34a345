"""A release becomes an activity: one to one, whoever asks and however often."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from lantoa.activities.models import Activity, Evidence, Figure
from lantoa.activities.rules import proof_class
from lantoa.agencies.models import Agency
from lantoa.channels.models import Release
from lantoa.channels.rules import live
from lantoa.plans.models import Indicator, Part, Task
from lantoa.plans.queries import parts_of_agency
from lantoa.refusals import Refusal, marked
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record
from lantoa.viet.deadlines import day_in_vietnam

NEWS_ITEMS = "tin-bai-cong"
"""The standard indicator that counts stories on portals and web pages (lantoa/plans/indicators.toml)."""

GONE = marked("Bài này đã được rút nên không ghi là hoạt động.")


@transaction.atomic
def take_release(*, release: Release, by: Actor, at: datetime) -> Activity:
    """The activity of a release, made if it is not there yet: the writing agency's, on the day of the release.

    It is proved by our own system (A), and is 1 story in figures where the plan counts stories.

    A corrected version released again on the same outlet is the same event as the first: it counts once.
    """
    Release.objects.select_for_update(no_key=True).get(pk=release.pk)
    if taken := Activity.objects.filter(release=release).first():
        return taken
    if not live(release):
        raise Refusal("gone", GONE)
    material, day = release.version.material, day_in_vietnam(release.released_at)
    activity = Activity.objects.create(
        tenant_id=release.tenant_id,
        agency=material.agency,
        task=material.task,
        kind=_kind(material.agency, material.task, day),
        title=release.version.title,
        began_on=day,
        ended_on=day,
        release=release,
        same_as=_earlier(release),
        logged_at=at,
        logged_by=by.actor_id,
    )
    _prove(activity, release, at)
    _count(activity)
    record("release_taken", activity, by=by, at=at, release=release.pk, same_as=activity.same_as_id)
    return activity


def _kind(agency: Agency, task: Task | None, on: date) -> str:
    """The agency's part in the task; one that has none did it by itself, so it leads."""
    if task is None:
        return Part.Kind.LEAD
    part = parts_of_agency(agency, task.plan, on).filter(task=task).first()
    return part.kind if part else Part.Kind.LEAD


def _earlier(release: Release) -> Activity | None:
    """What counts already for an earlier release of the same material on the same outlet."""
    return (
        Activity.objects.filter(
            release__outlet=release.outlet_id,
            release__version__material=release.version.material_id,
            cancelled_at=None,
            same_as=None,
        )
        .order_by("release__released_at")
        .first()
    )


def _prove(activity: Activity, release: Release, at: datetime) -> None:
    Evidence.objects.create(
        tenant_id=activity.tenant_id,
        activity=activity,
        proof=proof_class(by_system=True),
        caption=f"{release.outlet.name}: {release.slug}"[:300],
        added_at=at,
    )


def _count(activity: Activity) -> None:
    plan = activity.task.plan_id if activity.task else None
    indicator = Indicator.objects.filter(plan=plan, code=NEWS_ITEMS, plan__isnull=False).first()
    if indicator:
        Figure.objects.create(
            tenant_id=activity.tenant_id, activity=activity, indicator=indicator, value=1, unit=indicator.unit
        )
