"""The plan with a table over twelve years: the province merged, its departments were split, its districts ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantoa.activities import acts as activities
from lantoa.activities.models import Activity, Figure
from lantoa.activities.rules import FigureIn
from lantoa.agencies import acts as agencies
from lantoa.agencies.checks import faults as agency_faults
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.agencies.queries import agency_named, heirs_of
from lantoa.handover.acts import hand_over
from lantoa.handover.queries import Ownerless, ownerless
from lantoa.handover.totals import totals
from lantoa.plans import acts
from lantoa.plans.checks import faults as plan_faults
from lantoa.plans.models import DutyParty, Indicator, Part, Plan, ReportDuty
from lantoa.plans.queries import agencies_in_plan
from lantoa.reading import read_plan
from lantoa.rehearsal.cast import bodies_in
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from tests.shared_papers.place import seed, shared
from tests.universe.agencies import NOW, AgencyFactory, GroupFactory, HoldingFactory, TenantFactory
from tests.universe.plans import take_in

pytestmark = shared

ISSUED, LATER = date(2014, 4, 23), date(2021, 7, 13)
MERGER, TODAY = date(2025, 7, 1), date(2026, 11, 22)
DISTRICTS = ("UBND huyện Bờ Bắc", "UBND thị xã Bờ Nam")


@pytest.fixture
def province(db: None) -> Tenant:
    return TenantFactory(name="tỉnh Sóc Trăng", slug="soc-trang")


@pytest.fixture
def by(province: Tenant) -> Holding:
    office = AgencyFactory(tenant=province, name="Văn phòng Ban Chỉ đạo")
    return HoldingFactory(post__agency=office, post__role=Role.COORDINATOR)


@pytest.fixture
def plan(province: Tenant, by: Holding) -> Plan:
    """The plan with every body that it names entered, its districts with two of them, and ten years of work."""
    text = seed("soc-trang-2014")[0]
    issuer = AgencyFactory(tenant=province, name="Ủy ban nhân dân tỉnh Sóc Trăng")
    agencies.give_alias(agency=issuer, text="UBND tỉnh", by=SETUP, at=NOW)
    for body in bodies_in(read_plan(text.encode())):
        name = body.name.value or ""
        if body.kind == "agency" and agency_named(name, tenant=province) is None:
            AgencyFactory(tenant=province, name=name)
        elif body.kind == "group":
            _with_members(province, name)
    plan = take_in(text, province)
    acts.resolve_known(plan=plan, by=by, at=NOW)
    acts.adopt_indicators(plan=plan, by=by, at=NOW)
    plan = acts.confirm(plan=plan, by=by, at=NOW, lead=agency_named("Sở TT&TT", tenant=province))
    _work(plan, by)
    return plan


def _with_members(province: Tenant, name: str) -> None:
    """District groups have two members; the others are made of the departments."""
    group = GroupFactory(tenant=province, name=name)
    if "huyện" in name:
        for district in DISTRICTS:
            member = agency_named(district, tenant=province) or AgencyFactory(
                tenant=province, name=district, level=Agency.Level.DISTRICT
            )
            agencies.join_group(group=group, agency=member, by=SETUP, at=NOW)


def _work(plan: Plan, by: Holding) -> None:
    """Every agency that leads did something in 2015: one story more than the one before."""
    stories = Indicator.objects.get(plan=plan, code="bai")
    leads = Part.objects.filter(task__plan=plan, kind=Part.Kind.LEAD, agency__isnull=False).order_by("task__position")
    for number, part in enumerate(leads, start=1):
        assert part.agency is not None
        activities.log(
            agency=part.agency, task=part.task, title=f"Việc {number}", began_on=date(2015, 5, 5),
            figures=[FigureIn(stories, Decimal(number))], by=by, at=NOW,
        )  # fmt: skip


def agree(plan: Plan, gone: list[Ownerless], by: Holding) -> int:
    choices = {one.key: one.proposed.value for one in gone if one.proposed}
    return hand_over(plan=plan, on=TODAY, choices=choices, by=by, at=NOW)


def named(gone: list[Ownerless]) -> dict[str, str]:
    return {one.body.name: one.proposed.name if one.proposed else "" for one in gone}


@pytest.mark.parametrize("day", [ISSUED, LATER])
def test_until_the_merger_everything_has_its_owner(plan: Plan, day: date) -> None:
    assert ownerless(plan, day) == []
    assert agency_named("Sở TT&TT", tenant=plan.tenant) in agencies_in_plan(plan, day)


@pytest.mark.parametrize("day", [MERGER, TODAY])
def test_every_duty_without_an_owner_has_a_proposed_heir(plan: Plan, day: date) -> None:
    gone = ownerless(plan, day)
    assert [one.body.name for one in gone if one.proposed is None] == []
    heirs = named(gone)
    city = "thành phố Cần Thơ"
    assert heirs["Sở Thông tin và Truyền thông"] == f"Sở Văn hóa, Thể thao và Du lịch {city}"
    assert heirs["Sở Văn hóa, Thể thao và Du lịch"] == f"Sở Văn hóa, Thể thao và Du lịch {city}"
    assert heirs["Sở Lao động - Thương binh và Xã hội"] == f"Sở Nội vụ {city}"
    assert heirs["Ban Tuyên giáo Tỉnh ủy"] == "Ban Tuyên giáo và Dân vận Thành ủy Cần Thơ"
    assert heirs["Báo Sóc Trăng"] == heirs["Đài Phát thanh - Truyền hình Sóc Trăng"]
    assert {name for name in heirs if "huyện" in name} == {
        group.name
        for group in {part.group for part in Part.objects.filter(task__plan=plan)}
        if group and "huyện" in group.name
    } | {
        party.group.name
        for party in DutyParty.objects.filter(duty__plan=plan)
        if party.group and "huyện" in party.group.name
    }
    (department,) = (one for one in gone if one.body.name == "Sở Thông tin và Truyền thông")
    assert len(department.heirs) == 2, "split by function"
    roles = [item.role for item in department.items]
    assert (roles.count("receiver"), roles.count("lead")) == (3, 1)


def test_every_part_is_listed_or_stands(plan: Plan) -> None:
    """Nothing falls between: what is resolved and not listed is of a body that no source calls gone."""
    listed = {item.row.pk for one in ownerless(plan, TODAY) for item in one.items}
    resolved = Part.objects.filter(task__plan=plan).exclude(agency=None, group=None)
    left = {str(part.agency or part.group) for part in resolved if part.pk not in listed}
    assert left <= {"Hội Hữu nghị nhân dân các nước", "Bưu điện tỉnh", "Các sở, ban ngành", "các sở, ban ngành"}


def test_one_act_hands_over_and_no_figure_changes(plan: Plan, by: Holding) -> None:
    had = agencies_in_plan(plan, LATER)
    stored = [list(model.objects.order_by("pk").values()) for model in (Figure, Activity)]
    gone = ownerless(plan, TODAY)
    assert agree(plan, gone, by) == sum(len(one.items) for one in gone)
    assert [list(model.objects.order_by("pk").values()) for model in (Figure, Activity)] == stored
    assert ownerless(plan, TODAY) == []
    assert agencies_in_plan(plan, LATER) == had, "history stays with the agencies of then"
    heir = agency_named("Sở Văn hóa, Thể thao và Du lịch thành phố Cần Thơ", tenant=plan.tenant)
    assert {duty.receiver for duty in ReportDuty.objects.filter(plan=plan)} == {heir}
    assert heir in agencies_in_plan(plan, TODAY)
    assert [*agency_faults(plan.tenant), *plan_faults(plan.tenant)] == []


def test_both_totals_are_right(plan: Plan, by: Holding) -> None:
    agree(plan, ownerless(plan, TODAY), by)
    (total,) = totals(plan, TODAY)
    told = list(Figure.objects.values_list("activity__agency", "value"))
    assert total.value == sum(value for _, value in told) > 0
    assert {agency.pk: value for agency, value in total.then} == {
        key: sum(value for one, value in told if one == key) for key, _ in told
    }
    assert sum(value for _, value in total.now) == total.value
    assert all(agency.exists_on(TODAY) for agency, _ in total.now)
    for agency, value in total.now:
        came = [of for of, _ in total.then if heirs_of(of, TODAY) == [agency]]
        assert value == sum(value for of, value in total.then if of in came)
