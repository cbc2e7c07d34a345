"""Who sees which plan, whose part is whose as of a day, and whom a duty asks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans import acts, queries
from lantoa.plans.models import Part, Plan, ReportDuty, Task
from lantoa.trail.actors import SETUP
from tests.universe.agencies import NOW, AgencyFactory, HoldingFactory, PostFactory

DAY = NOW.date()


@pytest.fixture
def stranger() -> Holding:
    """A coordinator of another province."""
    return HoldingFactory(post=PostFactory(agency=AgencyFactory(), role="coordinator"))


# --- scoping -------------------------------------------------------------------------------------------------------


def test_drafts_are_seen_by_those_who_work_on_them(
    draft_plan: Plan, coordinator: Holding, leader: Holding, reporter: Holding, stranger: Holding
) -> None:
    task = Task.objects.filter(plan=draft_plan)[0]
    for holding, sees in ((coordinator, True), (leader, True), (reporter, False), (stranger, False)):
        assert (queries.plan_for(holding, draft_plan.pk) == draft_plan) is sees
        assert (queries.task_for(holding, task.pk) == task) is sees
        assert queries.tasks_for(holding, draft_plan).exists() is sees


def test_a_confirmed_plan_is_read_by_its_province(
    plan: Plan, task: Task, coordinator: Holding, reporter: Holding, administrator: Holding, stranger: Holding
) -> None:
    for holding in (coordinator, reporter, administrator):
        assert list(queries.plans_for(holding)) == [plan]
        assert queries.task_for(holding, task.pk) == task
        assert queries.tasks_for(holding, plan).count() == 8
        assert queries.duty_for(holding, queries.duties_of(plan)[0].pk) is not None
    assert not queries.plans_for(stranger).exists()
    assert queries.task_for(stranger, task.pk) is None
    assert queries.duty_for(stranger, queries.duties_of(plan)[0].pk) is None


def test_own_tasks_are_those_one_has_a_part_in(plan: Plan, reporter: Holding, other_reporter: Holding) -> None:
    def own(holding: Holding) -> list[str]:
        return [task.content[:10] for task in queries.own_tasks(holding, plan, DAY)]

    assert own(reporter) == ["Sở Tài chí", "Làm phóng ", "Treo pa nô", "Mở góc sác"]
    assert own(other_reporter) == ["Treo pa nô", "Phát bản t"], "through its group"


# --- parts as of a day ---------------------------------------------------------------------------------------------


def test_a_group_s_part_belongs_to_its_members_of_the_day(
    plan: Plan, task: Task, tenant: object, commune_group: AgencyGroup, communes: list[Agency]
) -> None:
    late = AgencyFactory(tenant=tenant, name="UBND xã Mới Lập")
    agencies.join_group(group=commune_group, agency=late, since=date(2026, 6, 1), by=SETUP, at=NOW)
    part = task.parts.get(group=commune_group)
    assert set(queries.agencies_of_part(part, date(2026, 5, 31))) == set(communes)
    assert set(queries.agencies_of_part(part, date(2026, 6, 1))) == {*communes, late}
    assert late not in queries.agencies_of_task(task, date(2026, 5, 31))
    assert late in queries.agencies_of_task(task, date(2026, 6, 1), kind=Part.Kind.COORDINATING)
    assert late in queries.agencies_in_plan(plan, date(2026, 6, 1))
    assert not queries.parts_of_agency(late, plan, date(2026, 5, 31)).exists()
    assert queries.parts_of_agency(late, plan, date(2026, 6, 1)).count() == 2


def test_an_agency_that_ended_has_no_part_any_more(plan: Plan, task: Task, so_tai_chinh: Agency) -> None:
    agencies.succeed(predecessor=so_tai_chinh, successor=None, kind="ended", on=DAY, by=SETUP, at=NOW)
    assert so_tai_chinh in queries.agencies_of_task(task, DAY - timedelta(days=1))
    assert so_tai_chinh not in queries.agencies_of_task(task, DAY)
    assert so_tai_chinh not in queries.agencies_in_plan(plan, DAY)


def test_agencies_of_a_task_by_kind(
    task: Task, so_vhttdl: Agency, so_tai_chinh: Agency, communes: list[Agency]
) -> None:
    assert queries.agencies_of_task(task, DAY, kind=Part.Kind.LEAD) == [so_vhttdl]
    assert set(queries.agencies_of_task(task, DAY, kind=Part.Kind.COORDINATING)) == {so_tai_chinh, *communes}
    assert set(queries.agencies_of_task(task, DAY)) == {so_vhttdl, so_tai_chinh, *communes}


def test_each_agency_of_a_leading_group_answers_once(
    plan: Plan, communes: list[Agency], coordinator: Holding, now: datetime
) -> None:
    sounded = Task.objects.get(plan=plan, content__startswith="Phát bản tin")
    itself = acts.add_part(task=sounded, kind=Part.Kind.LEAD, agency=communes[0], by=coordinator, at=now)
    answerable = dict(queries.answerable_leads(sounded, DAY))
    assert set(answerable) == set(communes)
    assert answerable[communes[0]] == itself, "by its own part, not by its group's"
    assert answerable[communes[1]].group is not None


def test_leads_come_first(task: Task) -> None:
    assert [part.kind for part in queries.parts_of(task)] == ["lead", "coordinating", "coordinating"]


# --- duties --------------------------------------------------------------------------------------------------------


def test_an_open_party_asks_whoever_has_a_part(
    plan: Plan, so_tai_chinh: Agency, bao: Agency, communes: list[Agency], so_vhttdl: Agency, ubnd: Agency
) -> None:
    asked = queries.asked_agencies(ReportDuty.objects.get(plan=plan), DAY)
    assert set(asked) == {so_tai_chinh, bao, *communes}, "neither who receives nor who issued the plan"
    assert asked == sorted(asked, key=lambda agency: agency.folded)


def test_a_named_party_asks_itself_and_a_group_its_members(
    plan: Plan, bao: Agency, commune_group: AgencyGroup, communes: list[Agency], coordinator: Holding, now: datetime
) -> None:
    duty = ReportDuty.objects.get(plan=plan)
    party = duty.parties.get()
    acts.resolve_party(party=party, group=commune_group, by=coordinator, at=now)
    assert set(queries.asked_agencies(duty, DAY)) == set(communes)
    acts.resolve_party(party=party, agency=bao, by=coordinator, at=now)
    assert queries.asked_agencies(duty, DAY) == [bao]
