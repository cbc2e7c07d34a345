"""Entering the bodies that a plan names, all at once."""

from __future__ import annotations

from datetime import datetime

import pytest

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.agencies.rules import proposed_kind
from lantoa.plans import acts, queries
from lantoa.plans.models import Part
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from tests.universe.plans import take_in


def test_a_new_province_enters_every_name_of_its_plan_at_once(
    tenant: Tenant, plan_text: str, coordinator: Holding, now: datetime
) -> None:
    plan = take_in(plan_text.replace("Sở Tài chính", "Sở Ngân sách"), tenant)
    unknown = [body.named for body in queries.open_bodies(plan)]
    assert "Sở Ngân sách" in unknown
    agencies = [name for name in unknown if name.startswith(("Sở", "Báo"))]
    groups = [name for name in unknown if name.startswith("UBND các")]
    count = acts.enter_bodies(plan=plan, agencies=agencies, groups=groups, by=coordinator, at=now)
    assert count >= len(agencies) + len(groups)
    assert not {body.named for body in queries.open_bodies(plan)} & {*agencies, *groups}
    entered = Agency.objects.get(tenant=tenant, name="Sở Ngân sách")
    assert (entered.symbol, entered.pretended) == ("SNS", False)
    assert Part.objects.filter(task__plan=plan, agency=entered).exists()
    assert AgencyGroup.objects.filter(tenant=tenant, name__in=groups).count() == len(groups)


def test_entering_twice_enters_once(tenant: Tenant, plan_text: str, coordinator: Holding, now: datetime) -> None:
    plan = take_in(plan_text.replace("Sở Tài chính", "Sở Ngân sách"), tenant)
    for _ in range(2):
        acts.enter_bodies(plan=plan, agencies=["Sở Ngân sách"], groups=[], by=coordinator, at=now)
    assert Agency.objects.filter(tenant=tenant, name="Sở Ngân sách").count() == 1


def test_a_reporter_enters_nothing(tenant: Tenant, plan_text: str, reporter: Holding, now: datetime) -> None:
    plan = take_in(plan_text.replace("Sở Tài chính", "Sở Ngân sách"), tenant)
    with pytest.raises(Refusal):
        acts.enter_bodies(plan=plan, agencies=["Sở Ngân sách"], groups=[], by=reporter, at=now)
    assert not Agency.objects.filter(name="Sở Ngân sách").exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sở Nội vụ", "state"),
        ("Báo và Phát thanh, Truyền hình Hải Sơn", "press"),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "party"),
        ("Tỉnh đoàn", "front"),
        ("Bảo tàng tỉnh", "unit"),
        ("Công ty Điện lực Hải Sơn", "business"),
    ],
)
def test_a_name_proposes_its_kind(name: str, kind: str) -> None:
    assert proposed_kind(name) == kind
