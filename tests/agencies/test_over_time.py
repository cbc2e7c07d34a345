"""Groups, units and heirs as of a day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lantoa.agencies import acts
from lantoa.agencies.models import Agency, AgencyGroup, Membership
from lantoa.agencies.queries import agency_ids_below, group_named, heirs_of, members_on
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from tests.universe.agencies import NOW, AgencyFactory

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2025, 6, 30), True),
        (date(2025, 7, 1), False),
    ],
)
def test_an_agency_exists_from_its_first_day_to_the_day_before_its_end(day: date, exists: bool) -> None:
    assert Agency(founded_on=date(2020, 1, 1), ended_on=date(2025, 7, 1)).exists_on(day) is exists


def test_an_agency_of_unknown_dates_exists() -> None:
    assert Agency().exists_on(date(1900, 1, 1))


def test_a_group_is_named_once(tenant: Tenant, commune_group: AgencyGroup, now: datetime) -> None:
    assert acts.make_group(tenant=tenant, name="UBND CÁC XÃ, PHƯỜNG", by=SETUP, at=now) == commune_group
    assert group_named("ubnd các xã, phường", tenant=tenant) == commune_group
    assert group_named("các sở, ban, ngành", tenant=tenant) is None


def test_members_of_a_group_as_of_a_day(
    tenant: Tenant, commune_group: AgencyGroup, communes: list[Agency], now: datetime
) -> None:
    late = AgencyFactory(tenant=tenant, name="UBND xã Đông Hòa")
    acts.join_group(group=commune_group, agency=late, since=date(2026, 6, 1), by=SETUP, at=now)
    left = Membership.objects.get(group=commune_group, agency=communes[0])
    acts.leave_group(membership=left, on=date(2026, 6, 1), by=SETUP, at=now)
    acts.succeed(
        predecessor=communes[1], successor=communes[2], kind="merged", on=date(2026, 7, 1), by=SETUP, at=now
    )  # fmt: skip
    assert set(members_on(commune_group, date(2026, 5, 31))) == set(communes)
    assert set(members_on(commune_group, date(2026, 6, 1))) == {communes[1], communes[2], late}
    assert set(members_on(commune_group, date(2026, 7, 1))) == {communes[2], late}


def test_who_comes_back_is_a_member_once(commune_group: AgencyGroup, communes: list[Agency], now: datetime) -> None:
    left = Membership.objects.get(group=commune_group, agency=communes[0])
    acts.leave_group(membership=left, on=date(2026, 6, 1), by=SETUP, at=now)
    back = acts.join_group(group=commune_group, agency=communes[0], since=date(2026, 6, 1), by=SETUP, at=now)
    assert acts.join_group(group=commune_group, agency=communes[0], by=SETUP, at=now) == back != left
    assert list(members_on(commune_group, date(2026, 6, 1))).count(communes[0]) == 1


def test_units_below_an_agency(ubnd: Agency, so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency) -> None:
    office = AgencyFactory(tenant=ubnd.tenant, parent=so_vhttdl)
    assert agency_ids_below(ubnd) == {ubnd.id, so_vhttdl.id, so_tai_chinh.id, office.id}
    assert agency_ids_below(bao) == {bao.id}


def pass_on(predecessor: Agency, successor: Agency | None, kind: str, on: date, function: str = "") -> None:
    acts.succeed(
        predecessor=predecessor, successor=successor, kind=kind, on=on, function=function, by=SETUP, at=NOW
    )  # fmt: skip


def test_heirs_through_a_split_and_a_merger(tenant: Tenant) -> None:
    a, b, c, d = (AgencyFactory(tenant=tenant, name=f"Sở {letter}") for letter in "ABCD")
    pass_on(a, b, "split", date(2025, 3, 1), "báo chí")
    pass_on(a, c, "split", date(2025, 3, 1), "công nghệ")
    pass_on(b, d, "merged", date(2025, 7, 1))
    pass_on(c, d, "merged", date(2025, 8, 1))
    assert heirs_of(a, date(2025, 2, 28)) == [a]
    assert heirs_of(a, date(2025, 3, 1)) == [b, c]
    assert heirs_of(a, date(2025, 7, 1)) == [c, d]
    assert heirs_of(a, date(2025, 8, 1)) == [d]
    assert heirs_of(d, date(2025, 8, 1)) == [d]


def test_who_ended_without_heir_has_none(tenant: Tenant) -> None:
    district = AgencyFactory(tenant=tenant, name="UBND huyện Cũ")
    pass_on(district, None, "ended", date(2025, 7, 1))
    assert heirs_of(district, date(2025, 7, 1)) == []


def test_heirs_that_point_at_each_other_end_the_walk(tenant: Tenant) -> None:
    a, b = (AgencyFactory(tenant=tenant, name=f"Sở {letter}") for letter in "AB")
    pass_on(a, b, "merged", DAY)
    pass_on(b, a, "merged", DAY)
    assert heirs_of(a, DAY) == []


def test_an_agency_ends_once(tenant: Tenant) -> None:
    a, b = (AgencyFactory(tenant=tenant, name=f"Sở {letter}") for letter in "AB")
    pass_on(a, b, "merged", DAY)
    with pytest.raises(Refusal, match="đã kết thúc hoạt động từ ngày 2026-03-02"):
        pass_on(a, b, "merged", date(2026, 4, 1))
