"""One event, reported by lead and coordinator, counts once; the pointing is always flat."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.activities import acts, checks, queries
from lantoa.activities.models import Activity
from lantoa.activities.queries import Progress
from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Part, Plan, Task
from lantoa.refusals import Refusal
from lantoa.trail.queries import history
from tests.universe.activities import ActivityFactory, refused

pytestmark = pytest.mark.django_db
LEAD, HELPER = Part.Kind.LEAD, Part.Kind.COORDINATING
DAY = date(2026, 2, 20)


@pytest.fixture
def told(so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency, task: Task, coordinator: Holding) -> dict[str, Activity]:
    """The same concert as three agencies report it."""
    reports = [("lead", so_vhttdl, LEAD), ("helper", so_tai_chinh, HELPER), ("press", bao, HELPER)]
    return {
        name: ActivityFactory(
            agency=agency, task=task, kind=kind, by=coordinator, began_on=DAY, title="Đêm nhạc hữu nghị ở quảng trường"
        )
        for name, agency, kind in reports
    }


def test_the_leads_report_counts_whichever_is_named_first(
    told: dict[str, Activity], task: Task, coordinator: Holding, now: datetime
) -> None:
    double = acts.mark_same(activity=told["lead"], as_of=told["helper"], by=coordinator, at=now)
    assert double == told["helper"]
    assert (double.same_as, told["lead"].same_as) == (told["lead"], None)
    acts.mark_same(activity=told["press"], as_of=told["lead"], by=coordinator, at=now)
    assert queries.progress_of(task) == Progress(done=1, stories=0, agencies=1, last_on=DAY)
    assert list(checks.faults(task.tenant)) == []


def test_marking_twice_is_marking_once(told: dict[str, Activity], coordinator: Holding, now: datetime) -> None:
    for _ in range(2):
        acts.mark_same(activity=told["helper"], as_of=told["lead"], by=coordinator, at=now)
    assert [entry.verb for entry in history(told["helper"])] == ["activity_logged", "activity_marked_same"]


def test_unmarked_it_counts_again(told: dict[str, Activity], task: Task, coordinator: Holding, now: datetime) -> None:
    acts.mark_same(activity=told["helper"], as_of=told["lead"], by=coordinator, at=now)
    acts.unmark_same(activity=told["helper"], by=coordinator, at=now)
    assert queries.progress_of(task).done == 3
    with refused("not_double"):
        acts.unmark_same(activity=told["helper"], by=coordinator, at=now)


def test_a_chain_is_refused(told: dict[str, Activity], coordinator: Holding, now: datetime) -> None:
    acts.mark_same(activity=told["helper"], as_of=told["press"], by=coordinator, at=now)
    for first, second in (("lead", "helper"), ("lead", "press"), ("press", "lead")):
        with refused("chain"):
            acts.mark_same(activity=told[first], as_of=told[second], by=coordinator, at=now)


def test_pairs_that_make_no_sense_are_refused(
    told: dict[str, Activity], so_tai_chinh: Agency, coordinator: Holding, reporter: Holding, now: datetime
) -> None:
    lead, helper, press = told["lead"], told["helper"], told["press"]
    with refused("itself"):
        acts.mark_same(activity=lead, as_of=lead, by=coordinator, at=now)
    with refused("not_yours"):
        acts.mark_same(activity=helper, as_of=lead, by=reporter, at=now)
    off_plan = ActivityFactory(agency=so_tai_chinh, by=coordinator, kind=HELPER)
    with refused("two_plans"):
        acts.mark_same(activity=off_plan, as_of=lead, by=coordinator, at=now)
    acts.cancel(activity=press, reason="Ghi nhầm", by=coordinator, at=now)
    with refused("cancelled"):
        acts.mark_same(activity=press, as_of=lead, by=coordinator, at=now)


def test_what_stands_for_others_is_not_cancelled(
    told: dict[str, Activity], coordinator: Holding, now: datetime
) -> None:
    acts.mark_same(activity=told["helper"], as_of=told["lead"], by=coordinator, at=now)
    with refused("has_doubles"):
        acts.cancel(activity=told["lead"], reason="Ghi nhầm", by=coordinator, at=now)
    acts.cancel(activity=told["helper"], reason="Ghi nhầm", by=coordinator, at=now)
    acts.cancel(activity=told["lead"], reason="Ghi nhầm", by=coordinator, at=now)


STEPS = st.lists(
    st.tuples(st.sampled_from(["mark", "unmark", "cancel"]), st.integers(0, 4), st.integers(0, 4)), max_size=14
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, kinds=st.lists(st.sampled_from([LEAD, HELPER]), min_size=5, max_size=5))
def test_whatever_is_done_in_whatever_order_the_pointing_stays_flat(
    so_tai_chinh: Agency, task: Task, coordinator: Holding, now: datetime, steps: list[Any], kinds: list[str]
) -> None:
    made = [ActivityFactory(agency=so_tai_chinh, task=task, kind=kind, by=coordinator) for kind in kinds]
    for verb, one, other in steps:
        try:
            if verb == "mark":
                acts.mark_same(activity=made[one], as_of=made[other], by=coordinator, at=now)
            elif verb == "unmark":
                acts.unmark_same(activity=made[one], by=coordinator, at=now)
            else:
                acts.cancel(activity=made[one], reason="Thử", by=coordinator, at=now)
        except Refusal:
            continue
    assert list(checks.faults(task.tenant)) == []
    for activity in Activity.objects.filter(pk__in=[each.pk for each in made], same_as__isnull=False):
        principal = activity.same_as
        assert principal is not None
        assert principal.same_as_id is None
        assert not (activity.kind == LEAD and principal.kind == HELPER)


# --- what may be one event -----------------------------------------------------------------------------------------


def test_likely_doubles_are_found(told: dict[str, Activity], plan: Plan, coordinator: Holding, now: datetime) -> None:
    acts.edit(activity=told["press"], by=coordinator, at=now, seen=None, title="Ở quảng trường: đêm nhạc hữu nghị")
    found = queries.likely_doubles(plan, date(2026, 1, 1), date(2026, 12, 31))
    assert [(pair.principal, pair.double) for pair in found[:1]] == [(told["lead"], told["helper"])]
    assert {frozenset((pair.principal, pair.double)) for pair in found} == {
        frozenset(pair)
        for pair in (
            (told["lead"], told["helper"]), (told["lead"], told["press"]), (told["helper"], told["press"])
        )
    }  # fmt: skip
    assert all(80 <= pair.likeness <= 100 for pair in found)
    acts.mark_same(activity=told["helper"], as_of=told["lead"], by=coordinator, at=now)
    assert len(queries.likely_doubles(plan, date(2026, 1, 1), date(2026, 12, 31))) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Hội thi vẽ tranh của học sinh"},
        {"began_on": date(2026, 2, 21)},
        {"task": None},
    ],
)
def test_other_titles_days_or_tasks_are_no_doubles(
    told: dict[str, Activity], plan: Plan, coordinator: Holding, now: datetime, changed: dict[str, Any]
) -> None:
    acts.cancel(activity=told["press"], reason="Bỏ", by=coordinator, at=now)
    if "began_on" in changed:
        changed = {**changed, "ended_on": changed["began_on"]}
    acts.edit(activity=told["helper"], by=coordinator, at=now, seen=None, **changed)  # type: ignore[arg-type]
    assert queries.likely_doubles(plan, date(2026, 1, 1), date(2026, 12, 31)) == []


def test_one_agency_does_not_double_itself_and_the_window_holds(
    told: dict[str, Activity], plan: Plan, so_vhttdl: Agency, task: Task, coordinator: Holding, now: datetime
) -> None:
    for name in ("helper", "press"):
        acts.cancel(activity=told[name], reason="Bỏ", by=coordinator, at=now)
    ActivityFactory(agency=so_vhttdl, task=task, by=coordinator, began_on=DAY, title=told["lead"].title)
    assert queries.likely_doubles(plan, date(2026, 1, 1), date(2026, 12, 31)) == []
    assert queries.likely_doubles(plan, date(2026, 3, 1), date(2026, 12, 31)) == []


def test_progress_of_a_whole_plan_is_one_query(
    told: dict[str, Activity], plan: Plan, task: Task, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert queries.progress_by_task(plan) == {task.pk: Progress(3, 0, 3, DAY)}


def test_likely_doubles_do_not_ask_per_row(
    told: dict[str, Activity], plan: Plan, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        found = queries.likely_doubles(plan, DAY, DAY)
        assert [pair.principal.agency.name for pair in found]
