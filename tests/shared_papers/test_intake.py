"""The two real plans, taken in: what they order, what they leave open, and every value in its place."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans import acts, queries
from lantoa.plans.checks import faults
from lantoa.plans.models import BudgetDuty, LegalBasis, Part, Phase, Plan, ReportDuty, ReviewPoint, Task, Theme
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from tests.plans.traces import holds, traced
from tests.shared_papers.place import seed, shared
from tests.universe.agencies import NOW, AgencyFactory, GroupFactory
from tests.universe.plans import take_in

pytestmark = shared

WITH_TABLE, IN_SENTENCES = "soc-trang-2014", "nam-dinh-2021"
DEPARTMENT = "Sở Thông tin và Truyền thông"


@pytest.fixture
def with_table(tenant: Tenant) -> Plan:
    return take_in(seed(WITH_TABLE)[0], tenant)


@pytest.fixture
def in_sentences(tenant: Tenant) -> Plan:
    return take_in(seed(IN_SENTENCES)[0], tenant)


def asked(plan: Plan, kind: str) -> set[tuple[str, str]]:
    return set(ReviewPoint.objects.filter(plan=plan, kind=kind).values_list("code", "field"))


@pytest.mark.parametrize("name", [WITH_TABLE, IN_SENTENCES])
def test_every_value_stands_where_the_row_says(tenant: Tenant, name: str) -> None:
    plan = take_in(seed(name)[0], tenant)
    found = list(traced(plan))
    assert len(found) > 50
    assert [(row, field, where) for row, field, where in found if not holds(row, field, where)] == []
    assert list(faults(tenant)) == []


@pytest.mark.parametrize("name", [WITH_TABLE, IN_SENTENCES])
def test_nobody_is_invented(tenant: Tenant, name: str) -> None:
    take_in(seed(name)[0], tenant)
    assert not Agency.objects.exists()
    assert not AgencyGroup.objects.exists()


def test_thirteen_tasks_of_the_table_and_those_of_the_sentences(with_table: Plan) -> None:
    table = Task.objects.filter(plan=with_table, origin=Task.Origin.TABLE)
    assert [task.number for task in table] == [*map(str, range(1, 12)), "1", "2"]
    assert len({task.group for task in table}) == 2
    assert Task.objects.filter(plan=with_table, origin=Task.Origin.SENTENCE).count() >= 7


def test_what_the_plan_with_a_table_leaves_open(with_table: Plan) -> None:
    assert with_table.document.symbol == "39/KH-UBND"
    assert with_table.document.dated == "2014-04-23"
    assert {("time_missing", "time_raw"), ("unknown_body", "named"), ("issuer_missing", "issuer")} <= asked(
        with_table, ReviewPoint.Kind.MISSING
    )
    assert {("number_from_caption", "symbol"), ("date_from_caption", "dated"), ("lead_not_single", "lead")} <= asked(
        with_table, ReviewPoint.Kind.WARNING
    )
    flagged = ReviewPoint.objects.filter(plan=with_table, code="lead_not_single").values("subject_id")
    assert [task.number for task in Task.objects.filter(pk__in=flagged)] == ["1", "2", "3", "8", "9", "10"]


def test_the_wrongly_dated_base_is_put_right_in_the_register(with_table: Plan, coordinator: Holding) -> None:
    point = ReviewPoint.objects.get(plan=with_table, code="base_date_differs")
    acts.fill_point(point=point, answer=point.proposal, by=coordinator, at=NOW)
    basis = LegalBasis.objects.get(plan=with_table)
    assert basis.cited_on == date(2014, 8, 30)
    assert basis.document is not None
    assert basis.document.dated == "2013-08-30"
    assert not queries.open_points(with_table).filter(subject_id=basis.pk).exists()


def test_who_is_asked_is_asked_in_the_table_too(with_table: Plan) -> None:
    parts = Part.objects.filter(task__plan=with_table, manner=Part.Manner.ASKED)
    assert {part.task.origin for part in parts} == {Task.Origin.SENTENCE, Task.Origin.TABLE}
    assert len({part.named for part in parts}) == 1


def test_duties_of_the_plan_with_a_table(with_table: Plan) -> None:
    yearly, ad_hoc, event = ReportDuty.objects.filter(plan=with_table)
    assert (yearly.rhythm, yearly.due_day, yearly.due_month, yearly.exclusive) == ("yearly", 10, 12, False)
    assert (ad_hoc.rhythm, event.rhythm) == ("ad hoc", "event")
    assert BudgetDuty.objects.filter(plan=with_table, rhythm="yearly").count() == 1
    assert [phase.ends_on for phase in Phase.objects.filter(plan=with_table)] == [date(2015, 12, 31), None]


def test_the_term_is_open_where_the_plan_leaves_it_open(with_table: Plan, coordinator: Holding) -> None:
    plan = acts.confirm(plan=with_table, by=coordinator, at=NOW)
    assert (plan.starts_on, plan.ends_on) == (date(2014, 4, 23), None)


def test_once_the_department_is_known_it_is_known_everywhere(
    with_table: Plan, tenant: Tenant, coordinator: Holding
) -> None:
    department = AgencyFactory(tenant=tenant, name=DEPARTMENT)
    resolved = acts.resolve_known(plan=with_table, by=coordinator, at=NOW)
    parts = Part.objects.filter(task__plan=with_table)
    assert parts.filter(agency=department).count() == 14, "the one that the table misspells included"
    assert {duty.receiver for duty in ReportDuty.objects.filter(plan=with_table)} == {department}
    assert resolved == parts.exclude(agency=None).count() + 3


def test_a_plan_in_sentences_has_tasks_to_run(in_sentences: Plan) -> None:
    tasks = Task.objects.filter(plan=in_sentences)
    assert {task.origin for task in tasks} == {Task.Origin.SENTENCE}
    assert tasks.count() == 3
    assert [sorted(part.kind for part in task.parts.all()) for task in tasks] == [
        ["coordinating", "lead"], ["lead"], ["coordinating"] * 3,
    ]  # fmt: skip


def test_what_the_plan_in_sentences_leaves_open(in_sentences: Plan) -> None:
    assert (in_sentences.document.symbol, in_sentences.document.dated) == ("/KH-UBND", "2021-12")
    assert {
        ("number_missing", "symbol"), ("day_missing", "dated"), ("appendix_absent", "appendix"), ("duty_without_date", "due"),
    } <= asked(in_sentences, ReviewPoint.Kind.MISSING)  # fmt: skip


def test_the_yearly_duty_is_exclusive_and_goes_through_the_department(
    in_sentences: Plan, tenant: Tenant, coordinator: Holding
) -> None:
    duty = ReportDuty.objects.get(plan=in_sentences, rhythm="yearly")
    assert (duty.due_day, duty.due_month, duty.exclusive) == (10, 11, True)
    department = AgencyFactory(tenant=tenant, name=DEPARTMENT)
    finance = AgencyFactory(tenant=tenant, name="Sở Tài chính")
    press = GroupFactory(tenant=tenant, name="các cơ quan báo chí của tỉnh")
    paper = AgencyFactory(tenant=tenant, name="Báo tỉnh")
    agencies.join_group(group=press, agency=paper, by=SETUP, at=NOW)
    acts.resolve_known(plan=in_sentences, by=coordinator, at=NOW)
    duty.refresh_from_db()
    assert duty.through == department
    assert queries.asked_agencies(duty, NOW.date()) == [paper, finance]


def test_themes_weigh_as_the_plan_stresses_them(in_sentences: Plan) -> None:
    weights = [theme.weight for theme in Theme.objects.filter(plan=in_sentences)]
    assert len(weights) == 8
    assert weights[1] == max(weights) == 2
    assert [len(theme.pillars.all()) for theme in Theme.objects.filter(plan=in_sentences)][1] == 3


@pytest.mark.parametrize("name", [WITH_TABLE, IN_SENTENCES])
def test_a_real_plan_is_confirmed_with_its_holes(tenant: Tenant, coordinator: Holding, name: str) -> None:
    plan = take_in(seed(name)[0], tenant)
    acts.accept_sure(plan=plan, by=coordinator, at=NOW)
    assert acts.confirm(plan=plan, by=coordinator, at=NOW).status == Plan.Status.CONFIRMED
    assert queries.open_points(plan).exists()
