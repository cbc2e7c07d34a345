"""`lantoa check` finds what was changed behind the acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from lantoa.activities import acts, checks, jobs
from lantoa.activities.acts import FigureIn
from lantoa.activities.models import Activity, Evidence, Figure
from lantoa.agencies.models import Agency, Holding
from lantoa.channels.models import Release
from lantoa.plans.models import Indicator, Plan
from tests.universe.activities import ActivityFactory

pytestmark = pytest.mark.django_db
HELPER = {"kind": "coordinating"}


@pytest.fixture
def log(
    release: Release, plan: Plan, activity: Activity, so_vhttdl: Agency, coordinator: Holding, now: datetime
) -> list[Activity]:
    """A taken release, an activity with a figure and a proof, and its double."""
    jobs.run(now)
    figures = [FigureIn(Indicator.objects.get(plan=plan, code="pa-no"), 4)]
    acts.edit(activity=activity, by=coordinator, at=now, seen=None, figures=figures)
    acts.add_evidence(activity=activity, caption="Bảo vệ cơ quan xác nhận", by=coordinator, at=now)
    double = ActivityFactory(agency=so_vhttdl, task=activity.task, by=coordinator, **HELPER)
    acts.mark_same(activity=double, as_of=activity, by=coordinator, at=now)
    return [Activity.objects.get(release=release), activity, double]


def stored(activity: Activity, **changed: object) -> None:
    Activity.objects.filter(pk=activity.pk).update(**changed)


BREAKS: dict[str, Callable[[list[Activity]], object]] = {
    "double_chain": lambda log: stored(log[1], same_as=log[0]),
    "double_of_cancelled": lambda log: stored(log[1], cancelled_at=log[1].logged_at, cancelled_for="x"),
    "cancelled_without_reason": lambda log: stored(log[2], cancelled_at=log[1].logged_at, same_as=None),
    "release_of_another": lambda log: stored(log[0], agency=log[1].agency),
    "figure_in_another_unit": lambda log: Figure.objects.filter(activity=log[1]).update(unit="chiếc"),
    "figure_negative": lambda log: Figure.objects.filter(activity=log[1]).update(value=-4),
    "figure_of_another_plan": lambda log: stored(log[1], task=None),
    "proof_without_release": lambda log: Evidence.objects.filter(activity=log[1]).update(proof="A"),
}


def test_silent_after_ordinary_work(log: list[Activity]) -> None:
    assert list(checks.faults(log[0].tenant)) == []


@pytest.mark.parametrize("code", BREAKS)
def test_each_contradiction_is_found_once(log: list[Activity], code: str) -> None:
    BREAKS[code](log)
    assert [fault.code for fault in checks.faults(log[0].tenant)] == [code]
