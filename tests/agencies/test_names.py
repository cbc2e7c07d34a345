"""Finding an agency by what papers call it, on a day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lantoa.agencies import acts
from lantoa.agencies.models import Agency
from lantoa.agencies.queries import agency_named, likely_agencies
from lantoa.agencies.rules import proposed_symbol
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.universe.agencies import AgencyFactory, TenantFactory


@pytest.mark.parametrize(
    "written",
    [
        "Sở Văn hóa, Thể thao và Du lịch",
        "sở văn hoá, thể thao và du lịch",
        "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        "Sở  Văn hóa, Thể thao và Du lịch",
    ],
)
def test_a_name_is_found_however_it_is_written(tenant: Tenant, so_vhttdl: Agency, written: str) -> None:
    assert agency_named(written, tenant=tenant) == so_vhttdl


def test_an_alias_is_found(tenant: Tenant, so_vhttdl: Agency, now: datetime) -> None:
    assert agency_named("cơ quan thường trực chương trình", tenant=tenant) is None
    acts.give_alias(agency=so_vhttdl, text="Cơ quan thường trực chương trình", by=SETUP, at=now)
    assert agency_named("cơ quan thường trực chương trình", tenant=tenant) == so_vhttdl


def test_an_alias_means_one_agency(so_vhttdl: Agency, so_tai_chinh: Agency, now: datetime) -> None:
    alias = acts.give_alias(agency=so_vhttdl, text="Sở VHTTDL", by=SETUP, at=now)
    assert acts.give_alias(agency=so_vhttdl, text="sở VHTTDL", by=SETUP, at=now) == alias
    with pytest.raises(Refusal, match="đã được dùng cho Sở Văn hóa, Thể thao và Du lịch"):
        acts.give_alias(agency=so_tai_chinh, text="Sở VHTTDL", by=SETUP, at=now)


def test_the_name_of_an_agency_is_no_alias_of_another(so_vhttdl: Agency, so_tai_chinh: Agency, now: datetime) -> None:
    with pytest.raises(Refusal, match="đã được dùng cho Sở Tài chính"):
        acts.give_alias(agency=so_vhttdl, text="Sở Tài chính", by=SETUP, at=now)


def test_a_name_belongs_to_its_province(tenant: Tenant, so_tai_chinh: Agency) -> None:
    elsewhere = AgencyFactory(tenant=TenantFactory(), name="Sở Tài chính")
    assert agency_named("Sở Tài chính", tenant=tenant) == so_tai_chinh
    assert agency_named("Sở Tài chính", tenant=elsewhere.tenant) == elsewhere


def test_two_of_a_name_are_told_apart_by_the_day_or_not_at_all(tenant: Tenant) -> None:
    older = AgencyFactory(tenant=tenant, name="UBND xã Bình An", founded_on=date(2000, 1, 1))
    acts.succeed(
        predecessor=older, successor=None, kind="ended", on=date(2025, 7, 1), by=SETUP, at=datetime.fromisoformat("2025-07-01T00:00Z")
    )  # fmt: skip
    newer = AgencyFactory(tenant=tenant, name="UBND xã Bình An", founded_on=date(2025, 7, 1))
    assert agency_named("UBND xã Bình An", tenant=tenant) is None
    assert agency_named("UBND xã Bình An", tenant=tenant, on=date(2025, 6, 30)) == older
    assert agency_named("UBND xã Bình An", tenant=tenant, on=date(2025, 7, 1)) == newer
    assert agency_named("UBND xã Bình An", tenant=tenant, on=date(1999, 12, 31)) is None


def test_a_renamed_agency_is_found_by_both_names(tenant: Tenant, bao: Agency, now: datetime) -> None:
    acts.rename(agency=bao, name="Báo và Đài Hải Sơn", since=date(2026, 1, 1), by=SETUP, at=now, seen=1)
    assert agency_named("Báo và Đài Hải Sơn", tenant=tenant) == agency_named("Báo Hải Sơn", tenant=tenant) == bao
    assert sorted((name.name, name.until) for name in bao.names.all()) == [
        ("Báo Hải Sơn", date(2026, 1, 1)), ("Báo và Đài Hải Sơn", None),
    ]  # fmt: skip
    assert [entry.verb for entry in history(bao)] == ["agency_founded", "agency_renamed"]
    with pytest.raises(Refusal) as refused:
        acts.rename(agency=bao, name="Báo Hải Đông", since=date(2026, 2, 1), by=SETUP, at=now, seen=1)
    assert refused.value.code == "stale"


def test_who_takes_over_a_given_up_name_is_meant_by_it(tenant: Tenant, bao: Agency, now: datetime) -> None:
    acts.rename(agency=bao, name="Báo và Đài Hải Sơn", since=date(2026, 1, 1), by=SETUP, at=now)
    newcomer = AgencyFactory(tenant=tenant, name="Báo Hải Sơn", founded_on=date(2026, 2, 1))
    assert agency_named("Báo Hải Sơn", tenant=tenant) == newcomer
    assert agency_named("Báo Hải Sơn", tenant=tenant, on=date(2026, 1, 15)) == bao


@pytest.mark.parametrize("name", ["", "   "])
def test_an_agency_has_a_name(tenant: Tenant, bao: Agency, now: datetime, name: str) -> None:
    with pytest.raises(Refusal, match="Tên đang để trống"):
        acts.found_agency(tenant=tenant, name=name, by=SETUP, at=now)
    with pytest.raises(Refusal, match="Tên đang để trống"):
        acts.rename(agency=bao, name=name, since=date(2026, 1, 1), by=SETUP, at=now)


def test_a_misspelt_name_is_offered_never_taken(tenant: Tenant, so_tai_chinh: Agency, so_vhttdl: Agency) -> None:
    assert agency_named("Sở Tài chín", tenant=tenant) is None
    offered = likely_agencies("Sở Tài chín", tenant=tenant)
    assert [agency for agency, _ in offered] == [so_tai_chinh]
    assert 0.86 <= offered[0][1] < 1


def test_an_alias_is_offered_too(tenant: Tenant, so_vhttdl: Agency, so_tai_chinh: Agency, now: datetime) -> None:
    acts.give_alias(agency=so_vhttdl, text="Cơ quan thường trực chương trình", by=SETUP, at=now)
    offered = likely_agencies("Cơ quan thừong trực chương trình", tenant=tenant)
    assert [agency for agency, _ in offered] == [so_vhttdl]


def test_no_more_names_are_offered_than_asked_best_first(tenant: Tenant) -> None:
    for n in range(5):
        AgencyFactory(tenant=tenant, name=f"UBND xã Tân Thành {'i' * n}")
    offered = likely_agencies("UBND xã Tân Thành", tenant=tenant, limit=2)
    assert len(offered) == 2
    assert offered[0][0].name.strip() == "UBND xã Tân Thành"
    assert offered[0][1] > offered[1][1]


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("Sở Tài chính tỉnh Hải Sơn", "STC"),
        ("Ủy ban nhân dân tỉnh Hải Sơn", "UBND"),
        ("UBND xã An Khê", "UBND"),
        ("Đài Phát thanh và Truyền hình tỉnh", "ĐPTTH"),
        ("Văn phòng UBND tỉnh", "VPUBND"),
    ],
)
def test_a_symbol_is_proposed_from_the_name(name: str, symbol: str) -> None:
    assert proposed_symbol(name) == symbol


def test_an_agency_is_given_its_symbol(tenant: Tenant, now: datetime) -> None:
    agency = AgencyFactory(tenant=tenant, name="Sở Tài chính")
    acts.give_symbol(agency=agency, symbol="STC", by=SETUP, at=now)
    assert (Agency.objects.get(pk=agency.pk).symbol, agency.version) == ("STC", 2)
