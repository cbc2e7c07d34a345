"""Confirming: who and when, holes and all; and what a plan counts by."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lantoa.agencies.models import Agency, Holding
from lantoa.plans import acts, queries
from lantoa.plans.models import Indicator, Plan, Task
from lantoa.plans.standards import standard_indicators
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from tests.universe.agencies import AgencyFactory
from tests.universe.plans import take_in


def test_a_plan_is_confirmed_with_its_holes(
    draft_plan: Plan, so_vhttdl: Agency, coordinator: Holding, now: datetime
) -> None:
    holes = queries.open_points(draft_plan).count()
    confirmed = acts.confirm(plan=draft_plan, lead=so_vhttdl, by=coordinator, at=now)
    assert (confirmed.status, confirmed.lead) == (Plan.Status.CONFIRMED, so_vhttdl)
    assert (confirmed.confirmed_by, confirmed.confirmed_at) == (coordinator, now)
    assert (confirmed.starts_on, confirmed.ends_on) == (date(2026, 1, 1), date(2030, 12, 31))
    assert queries.open_points(confirmed).count() == holes > 0


def test_a_plan_is_confirmed_once(plan: Plan, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.confirm(plan=plan, by=coordinator, at=now)
    assert refusal.value.code == "already_confirmed"


def test_a_plan_without_a_task_is_not_confirmed(draft_plan: Plan, coordinator: Holding, now: datetime) -> None:
    Task.objects.filter(plan=draft_plan).delete()
    with pytest.raises(Refusal) as refusal:
        acts.confirm(plan=draft_plan, by=coordinator, at=now)
    assert refusal.value.code == "no_task"
    draft_plan.refresh_from_db()
    assert draft_plan.status == Plan.Status.DRAFT


def test_a_term_from_now_on_begins_with_the_paper(
    tenant: Tenant, plan_text: str, coordinator: Holding, now: datetime
) -> None:
    text = plan_text.replace(
        "- Giai đoạn 2026 - 2030.", "- Giai đoạn từ nay đến hết năm 2030;\n\n- Giai đoạn sau năm 2030."
    )
    plan = acts.confirm(plan=take_in(text, tenant), by=coordinator, at=now)
    assert (plan.starts_on, plan.ends_on) == (date(2026, 1, 15), None)


def test_the_lead_may_be_set_and_is_proposed(
    draft_plan: Plan, so_vhttdl: Agency, coordinator: Holding, now: datetime
) -> None:
    assert queries.likely_lead(draft_plan) == so_vhttdl
    assert acts.set_lead(plan=draft_plan, agency=so_vhttdl, by=coordinator, at=now, seen=1).lead == so_vhttdl


def test_standard_indicators_are_adopted_once(plan: Plan, coordinator: Holding, now: datetime) -> None:
    again = acts.adopt_indicators(plan=plan, by=coordinator, at=now)
    assert [indicator.code for indicator in again] == [standard.code for standard in standard_indicators()]
    assert Indicator.objects.filter(plan=plan).count() == len(standard_indicators())
    assert list(queries.indicators_of(plan)) == again


def test_attendances_are_not_persons() -> None:
    units = {
        standard.code: (standard.unit, standard.over_agencies, standard.over_periods)
        for standard in standard_indicators()
    }
    assert units["luot-nguoi-su-kien"] == ("lượt người", "sum", "sum")
    assert units["nguoi-theo-doi"] == ("người", "none", "last")
    assert not any(unit == "người" and "sum" in joining for unit, *joining in units.values())


def test_the_data_file_fits_the_model(plan: Plan) -> None:
    for indicator in Indicator.objects.filter(plan=plan):
        indicator.full_clean()


def test_an_agency_of_another_province_leads_nothing(draft_plan: Plan, coordinator: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        acts.confirm(plan=draft_plan, lead=AgencyFactory(), by=coordinator, at=now)
    assert refusal.value.code == "other_province"
