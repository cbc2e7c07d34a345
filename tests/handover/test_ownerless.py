"""What has no owner on a day, and who is proposed."""

from __future__ import annotations

from datetime import date

import pytest

from lantoa.agencies import acts as agencies
from lantoa.agencies.models import Agency, AgencyGroup, Holding, Succession
from lantoa.agencies.units import Unit, unit_named
from lantoa.handover.chains import bare, chains
from lantoa.handover.queries import ownerless
from lantoa.plans.models import Plan
from lantoa.rounds.models import Round
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from tests.handover.conftest import MERGED_ON
from tests.universe.agencies import NOW
from tests.universe.plans import PLAN_TEXT, take_in

TODAY, BEFORE, MERGER = date(2026, 11, 22), date(2025, 6, 30), date(2025, 7, 1)
KIEN_GIANG = unit_named("Kiên Giang", BEFORE)


def test_while_everybody_stands_nothing_is_listed(plan: Plan, round_open: Round) -> None:
    assert ownerless(plan, TODAY) == []


def test_an_agency_that_ended_on_record(plan: Plan, round_open: Round, ended: Agency, heir: Agency) -> None:
    assert ownerless(plan, date(2026, 5, 31)) == []
    (gone,) = ownerless(plan, MERGED_ON)
    assert (gone.body, gone.since, gone.recorded) == (ended, MERGED_ON, True)
    assert [one.body for one in gone.heirs] == [heir]
    roles = [item.role for item in gone.items]
    assert roles.count("part") == ended.parts.filter(task__plan=plan).count() > 2
    assert roles.count("obligation") == 1


def test_the_agency_that_gathers_and_leads(
    plan: Plan, round_open: Round, so_vhttdl: Agency, heir: Agency, coordinator: Holding
) -> None:
    agencies.succeed(predecessor=so_vhttdl, successor=heir, kind=Succession.Kind.MERGED, on=MERGED_ON, by=SETUP, at=NOW)
    (gone,) = ownerless(plan, MERGED_ON)
    assert {"lead", "receiver", "asker", "part"} <= {item.role for item in gone.items}


def test_a_group_whose_members_ended_one_by_one(
    plan: Plan, communes: list[Agency], commune_group: AgencyGroup, ubnd: Agency
) -> None:
    for commune in communes:
        assert ownerless(plan, MERGED_ON) == []
        agencies.succeed(
            predecessor=commune, successor=None, kind=Succession.Kind.ENDED, on=MERGED_ON, by=SETUP, at=NOW
        )
    by_body = {gone.body: gone for gone in ownerless(plan, MERGED_ON)}
    assert {item.role for item in by_body[commune_group].items} >= {"part"}
    assert [one.body for one in by_body[commune_group].heirs] == [ubnd]


def test_what_only_sources_say(
    tenant: Tenant, ubnd: Agency, so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency, commune_group: AgencyGroup
) -> None:
    """A plan of 2024 names the newspaper; the press of every province was joined on 1/7/2025."""
    plan = take_in(PLAN_TEXT.replace("tháng 01 năm 2026", "tháng 01 năm 2024"), tenant)
    assert ownerless(plan, BEFORE) == []
    (gone,) = ownerless(plan, TODAY)
    assert (gone.body, gone.since, gone.recorded) == (bao, MERGER, False)
    assert gone.proposed is not None
    assert (gone.proposed.name, gone.proposed.body) == ("Báo và Phát thanh, Truyền hình Hải Sơn", None)
    assert not gone.proposed.chain[-1].name_sure


def test_what_a_plan_names_stood_on_its_day(plan: Plan, bao: Agency) -> None:
    """The plan of 2026 names the newspaper too: it knows better than the sources."""
    assert ownerless(plan, TODAY) == []


def told(name: str, unit: Unit | None, on: date = TODAY) -> list[list[str]]:
    assert unit is not None
    return [[step.heir for step in chain] for chain in chains(name, unit, on)]


@pytest.mark.parametrize(
    ("name", "heirs"),
    [
        ("UBND tỉnh", [["Ủy ban nhân dân tỉnh An Giang"]]),
        ("Ủy ban nhân dân tỉnh Kiên Giang", [["Ủy ban nhân dân tỉnh An Giang"]]),
        (
            "Sở TT&TT",
            [
                ["Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch tỉnh An Giang"],
                ["Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ tỉnh An Giang"],
            ],
        ),
        ("Đài PT-TH Kiên Giang", [["Báo và Phát thanh, Truyền hình An Giang"]]),
        (
            "Ban Tuyên giáo Tỉnh ủy",
            [["Ban Tuyên giáo và Dân vận Tỉnh ủy Kiên Giang", "Ban Tuyên giáo và Dân vận Tỉnh ủy An Giang"]],
        ),
        ("UBND các huyện, thành phố", [[""]]),
        ("Hội Nông dân tỉnh", []),
        ("Sở Tài chính tỉnh An Giang", []),
    ],
)
def test_what_became_of_a_body(name: str, heirs: list[list[str]]) -> None:
    assert told(name, KIEN_GIANG) == heirs
    assert told(name, KIEN_GIANG, date(2021, 7, 13)) == []


def test_a_province_that_only_became_a_city_keeps_its_bodies() -> None:
    assert told("UBND tỉnh Quảng Ninh", unit_named("Quảng Ninh", BEFORE)) == []


def test_a_heir_is_named_as_it_is_called_on_the_day() -> None:
    unit = unit_named("Bắc Giang", BEFORE)
    assert told("UBND tỉnh", unit, MERGER) == [["Ủy ban nhân dân tỉnh Bắc Ninh"]]
    assert told("UBND tỉnh", unit) == [["Ủy ban nhân dân thành phố Bắc Ninh"]]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("UBND tỉnh Kiên Giang", "UBND"), ("Báo Kiên Giang", "Báo"), ("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo"),
        ("Sở Y tế", "Sở Y tế"), ("Sở Y tế tỉnh", "Sở Y tế"), ("UBND thành phố", "UBND"),
    ],
)  # fmt: skip
def test_a_name_without_its_province(name: str, short: str) -> None:
    assert KIEN_GIANG is not None
    assert bare(name, KIEN_GIANG) == short


def test_a_plan_without_a_known_issuer_falls_to_its_lead(
    plan: Plan, communes: list[Agency], commune_group: AgencyGroup, so_vhttdl: Agency
) -> None:
    plan.issuer = None
    plan.save()
    for commune in communes:
        agencies.succeed(
            predecessor=commune, successor=None, kind=Succession.Kind.ENDED, on=MERGED_ON, by=SETUP, at=NOW
        )
    (gone,) = ownerless(plan, MERGED_ON)
    assert [one.body for one in gone.heirs] == [so_vhttdl]
