"""`lantoa check` finds what contradicts itself among agencies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lantoa.agencies import checks
from lantoa.agencies.acts import give_alias, succeed
from lantoa.agencies.models import Agency, AgencyGroup, AgencyName, Alias, Holding, Membership, Post
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from tests.universe.agencies import NOW, AgencyFactory, TenantFactory

WRONG: list[tuple[Callable[[Tenant], object], str]] = [
    (lambda stranger: Agency.objects.filter(symbol="STC").update(name="Sở Khác"), "name_differs"),
    (lambda stranger: AgencyName.objects.filter(agency__symbol="STC").update(until=date(2026, 1, 1)), "name_differs"),
    (lambda stranger: Agency.objects.filter(symbol="STC").update(folded="x"), "key_differs"),
    (lambda stranger: AgencyGroup.objects.update(folded="x"), "key_differs"),
    (lambda stranger: Alias.objects.update(folded="x"), "key_differs"),
    (lambda stranger: Agency.objects.filter(symbol="BHS").update(ended_on=None), "succession_differs"),
    (lambda stranger: Membership.objects.filter(agency__name="UBND xã An Khê").update(agency=AgencyFactory(tenant=stranger)), "another_province"),
    (lambda stranger: Post.objects.update(agency=AgencyFactory(tenant=stranger)), "another_province"),
    (lambda stranger: Holding.objects.update(tenant=stranger) and Post.objects.update(tenant=stranger), "another_province"),
    (lambda stranger: Agency.objects.filter(symbol="STC").update(parent=AgencyFactory(tenant=stranger)), "another_province"),
]  # fmt: skip


@pytest.fixture
def busy(tenant: Tenant, reporter: Holding, communes: list[Agency], bao: Agency, so_tai_chinh: Agency) -> Tenant:
    """A province with something of every kind."""
    give_alias(agency=so_tai_chinh, text="Cơ quan tài chính", by=SETUP, at=NOW)
    succeed(predecessor=bao, successor=so_tai_chinh, kind="merged", on=date(2026, 1, 1), by=SETUP, at=NOW)
    return tenant


def test_what_acts_made_has_no_fault(busy: Tenant) -> None:
    assert list(checks.faults(busy)) == []


@pytest.mark.parametrize(("change", "code"), WRONG)
def test_what_acts_cannot_make_is_a_fault(busy: Tenant, change: Callable[[Tenant], object], code: str) -> None:
    stranger = TenantFactory()
    change(stranger)
    assert code in {fault.code for tenant in (busy, stranger) for fault in checks.faults(tenant)}
