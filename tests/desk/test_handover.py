"""The handover's page: a day, what has no owner then, one press."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, Holding, Succession
from lantoa.handover.queries import NOBODY, ownerless
from lantoa.plans.models import Plan
from lantoa.trail.actors import SETUP
from tests.universe.agencies import NOW, AgencyFactory
from tests.universe.doors import SignIn

MERGED_ON = date(2026, 6, 1)


@pytest.fixture
def desk(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


@pytest.fixture
def heir(plan: Plan, so_tai_chinh: Agency) -> Agency:
    heir: Agency = AgencyFactory(tenant=plan.tenant, name="Sở Tài chính và Đầu tư", founded_on=MERGED_ON)
    agencies.succeed(
        predecessor=so_tai_chinh, successor=heir, kind=Succession.Kind.MERGED, on=MERGED_ON, by=SETUP, at=NOW
    )
    return heir


def test_the_day_slides(desk: Client, plan: Plan, heir: Agency) -> None:
    assert f"/ke-hoach/{plan.id}/ban-giao/" in desk.get(f"/ke-hoach/{plan.id}/").content.decode()
    before = desk.get(f"/ke-hoach/{plan.id}/ban-giao/?ngay=31/5/2026").content.decode()
    assert "Ngày này mọi việc của kế hoạch đều có cơ quan nhận." in before
    after = desk.get(f"/ke-hoach/{plan.id}/ban-giao/?ngay=1/6/2026").content.decode()
    assert "Sở Tài chính và Đầu tư" in after
    assert "từ ngày 01/6/2026" in after


def test_a_day_that_is_none_is_told(desk: Client, plan: Plan) -> None:
    page = desk.get(f"/ke-hoach/{plan.id}/ban-giao/?ngay=31/2/2026").content.decode()
    assert "Không có ngày “31/2/2026”" in page


def test_one_press_hands_over(desk: Client, plan: Plan, heir: Agency) -> None:
    address = f"/ke-hoach/{plan.id}/ban-giao/?ngay=01/06/2026"
    form = desk.get(address).context["form"]
    sent = {name: bound.value() or "" for name, bound in ((name, form[name]) for name in form.fields)}
    answer = desk.post(address, sent, follow=True)
    assert "Ngày này mọi việc của kế hoạch đều có cơ quan nhận." in answer.content.decode()
    assert "việc." in next(iter(answer.context["messages"])).message
    assert ownerless(plan, MERGED_ON) == []


def test_what_is_not_chosen_is_asked_at_its_place(desk: Client, plan: Plan, heir: Agency) -> None:
    (gone,) = ownerless(plan, MERGED_ON)
    answer = desk.post(f"/ke-hoach/{plan.id}/ban-giao/?ngay=01/06/2026", {gone.key: ""})
    assert answer.status_code == 200
    assert "Chưa chọn nơi nhận việc của Sở Tài chính" in answer.context["form"].errors[gone.key][0]
    apart = {gone.key: gone.heirs[0].value, gone.items[0].key: NOBODY}
    assert desk.post(f"/ke-hoach/{plan.id}/ban-giao/?ngay=01/06/2026", apart).status_code == 302
    (still,) = ownerless(plan, MERGED_ON)
    assert [item.key for item in still.items] == [gone.items[0].key]
