"""`lantoa check` finds what no act could have made."""

from __future__ import annotations

from lantoa.plans.checks import faults
from lantoa.plans.models import Part, Plan, ReviewPoint, Task
from tests.universe.agencies import AgencyFactory


def codes(plan: Plan) -> list[str]:
    return sorted(fault.code for fault in faults(plan.tenant))


def test_a_plan_made_by_acts_has_no_fault(plan: Plan) -> None:
    assert codes(plan) == []


def test_a_place_outside_the_paper_is_found(plan: Plan) -> None:
    task = Task.objects.filter(plan=plan)[0]
    task.traces["content"] = [0, len(plan.document.text) + 1, 1.0]
    task.save()
    assert codes(plan) == ["trace_outside"]


def test_a_running_plan_without_tasks_is_found(plan: Plan) -> None:
    ReviewPoint.objects.filter(plan=plan).delete()
    Task.objects.filter(plan=plan).delete()
    assert codes(plan) == ["plan_without_task"]


def test_an_unsigned_confirmation_is_found(plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(confirmed_by=None, confirmed_at=None)
    assert codes(plan) == ["plan_unsigned"]


def test_a_point_about_nothing_is_found(plan: Plan) -> None:
    Part.objects.filter(task__plan=plan, named="các sở, ban ngành liên quan").delete()
    assert codes(plan) == ["point_lost"]


def test_an_agency_of_another_province_is_found(plan: Plan) -> None:
    Part.objects.filter(pk=Part.objects.filter(task__plan=plan)[0].pk).update(agency=AgencyFactory(), group=None)
    assert codes(plan) == ["part_strayed"]
