"""Keeping tasks, parts and duties right after intake."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans import acts, queries
from lantoa.plans.models import Part, Plan, ReportDuty, ReviewPoint, Task
from lantoa.refusals import Refusal
from lantoa.trail.queries import facts, history
from tests.universe.agencies import AgencyFactory


def test_an_edit_takes_its_trace_away(task: Task, coordinator: Holding, now: datetime) -> None:
    acts.edit_task(task=task, by=coordinator, at=now, seen=1, content="Treo pa nô ở bến cảng.")
    task.refresh_from_db()
    assert (task.content, task.version) == ("Treo pa nô ở bến cảng.", 2)
    assert "content" not in task.traces
    assert "time_raw" in task.traces
    entry = list(history(task))[-1]
    assert (entry.verb, facts(entry)["content"]) == ("task_edited", "Treo pa nô ở bến cảng.")


def test_an_edit_that_changes_nothing_leaves_no_entry(task: Task, coordinator: Holding, now: datetime) -> None:
    acts.edit_task(task=task, by=coordinator, at=now, content=task.content)
    assert task.version == 1
    assert not history(task).exists()


def test_a_stale_edit_is_refused(task: Task, coordinator: Holding, now: datetime) -> None:
    acts.edit_task(task=task, by=coordinator, at=now, number="9")
    with pytest.raises(Refusal) as refusal:
        acts.edit_task(task=task, by=coordinator, at=now, seen=1, number="8")
    assert refusal.value.code == "stale"


def test_a_new_time_brings_its_days(task: Task, coordinator: Holding, now: datetime) -> None:
    acts.edit_task(task=task, by=coordinator, at=now, time_raw="Quý III")
    assert (task.starts_on, task.ends_on) == (date(2026, 7, 1), date(2026, 9, 30)), "the year is that of the paper"


def test_a_task_cannot_end_before_it_begins(task: Task, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.edit_task(task=task, by=coordinator, at=now, ends_on=date(2025, 1, 1))
    assert refusal.value.code == "task_backwards"


def test_what_is_no_field_of_a_task_is_a_bug(task: Task, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(TypeError):
        acts.edit_task(task=task, by=coordinator, at=now, plan=None)


def test_editing_fills_the_hole_it_fills(plan: Plan, coordinator: Holding, now: datetime) -> None:
    corner = Task.objects.get(plan=plan, content__startswith="Mở góc sách")
    acts.edit_task(task=corner, by=coordinator, at=now, time_raw="Năm 2027")
    assert ReviewPoint.objects.get(subject_id=corner.pk, field="time_raw").state == ReviewPoint.State.FILLED


def test_a_task_of_a_later_annex_is_added(
    plan: Plan, bao: Agency, so_tai_chinh: Agency, coordinator: Holding, now: datetime
) -> None:
    added = acts.add_task(
        plan=plan, content="In tờ rơi cho du khách.", lead=bao, coordinating=[so_tai_chinh], time_raw="Năm 2027",
        by=coordinator, at=now,
    )  # fmt: skip
    assert (added.origin, added.position, added.traces) == (Task.Origin.PERSON, 8, {})
    assert (added.starts_on, added.ends_on) == (date(2027, 1, 1), date(2027, 12, 31))
    assert [(part.kind, part.agency) for part in queries.parts_of(added)] == [
        (Part.Kind.LEAD, bao), (Part.Kind.COORDINATING, so_tai_chinh),
    ]  # fmt: skip


def test_a_task_without_words_is_refused(plan: Plan, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal):
        acts.add_task(plan=plan, content="  ", by=coordinator, at=now)


def test_a_reporter_edits_nothing(task: Task, reporter: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.edit_task(task=task, by=reporter, at=now, content="Khác")
    assert refusal.value.code == "not_yours"


# --- parts ---------------------------------------------------------------------------------------------------------


def test_an_open_class_stands_for_nobody_until_a_person_says(
    plan: Plan, bao: Agency, coordinator: Holding, now: datetime
) -> None:
    part = Part.objects.filter(task__plan=plan, named__endswith="ban ngành liên quan")[0]
    assert queries.agencies_of_part(part, now.date()) == []
    acts.resolve_part(part=part, agency=bao, by=coordinator, at=now)
    part.refresh_from_db()
    assert queries.agencies_of_part(part, now.date()) == [bao]
    assert part.named == "các sở, ban ngành liên quan"
    assert ReviewPoint.objects.get(subject_id=part.pk).state == ReviewPoint.State.FILLED


@pytest.mark.parametrize("both", [True, False])
def test_a_part_stands_for_one_agency_or_one_group(
    task: Task, bao: Agency, commune_group: AgencyGroup, coordinator: Holding, now: datetime, both: bool
) -> None:
    meant = {"agency": bao, "group": commune_group} if both else {}
    with pytest.raises(Refusal) as refusal:
        acts.resolve_part(part=task.parts.all()[0], by=coordinator, at=now, **meant)  # type: ignore[arg-type]
    assert refusal.value.code == "one_body"


def test_an_agency_of_another_province_gets_no_part(task: Task, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.resolve_part(part=task.parts.all()[0], agency=AgencyFactory(), by=coordinator, at=now)
    assert refusal.value.code == "other_province"


def test_the_same_part_is_given_once(task: Task, bao: Agency, coordinator: Holding, now: datetime) -> None:
    given = [acts.add_part(task=task, kind=Part.Kind.LEAD, agency=bao, by=coordinator, at=now) for _ in range(2)]
    assert given[0] == given[1]
    assert task.parts.filter(agency=bao).count() == 1


# --- duties --------------------------------------------------------------------------------------------------------


def test_whether_the_day_itself_counts_is_declared(plan: Plan, coordinator: Holding, now: datetime) -> None:
    duty = ReportDuty.objects.get(plan=plan)
    acts.set_duty(duty=duty, day=10, month=11, exclusive=False, by=coordinator, at=now, seen=1)
    duty.refresh_from_db()
    assert (duty.due_day, duty.due_month, duty.exclusive, duty.version) == (10, 11, False, 2)


def test_a_duty_may_fall_once(plan: Plan, coordinator: Holding, now: datetime) -> None:
    duty = ReportDuty.objects.get(plan=plan)
    acts.set_duty(duty=duty, on=date(2026, 12, 1), rhythm="once", by=coordinator, at=now)
    assert (duty.due_on, duty.due_day, duty.rhythm) == (date(2026, 12, 1), None, "once")


@pytest.mark.parametrize(("day", "month"), [(31, 6), (30, 2), (0, 1), (1, 13), (None, None)])
def test_a_day_that_no_year_has_is_refused(
    plan: Plan, coordinator: Holding, now: datetime, day: int | None, month: int | None
) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.set_duty(duty=ReportDuty.objects.get(plan=plan), day=day, month=month, by=coordinator, at=now)
    assert refusal.value.code == "no_such_day"
