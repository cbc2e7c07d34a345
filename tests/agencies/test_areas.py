"""Provinces over time: 63 until 30/6/2025, 34 since; a code can change its meaning."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from lantoa.agencies.acts import enter_areas
from lantoa.agencies.models import Area, AreaCode, AreaSuccession
from lantoa.agencies.queries import area_named, area_of_code
from lantoa.agencies.units import known_steps, merged, successor_of, unit_named, units
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.universe.agencies import NOW

BEFORE, AFTER, TODAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 22)


@pytest.fixture
def entered(tenant: Tenant) -> Tenant:
    enter_areas(tenant=tenant, by=SETUP, at=NOW)
    return tenant


@pytest.mark.parametrize(("day", "provinces", "cities"), [(BEFORE, 57, 6), (AFTER, 28, 6), (TODAY, 25, 9)])
def test_how_many_there_were(day: date, provinces: int, cities: int) -> None:
    ranks = Counter(unit.is_city for unit in units() if unit.stands_on(day))
    assert (ranks[False], ranks[True]) == (provinces, cities)


@pytest.mark.parametrize("day", [date(2014, 4, 23), BEFORE, AFTER, TODAY])
def test_a_code_means_one_unit_at_a_time(day: date) -> None:
    codes = [unit.code for unit in units() if unit.stands_on(day)]
    assert len(codes) == len(set(codes))


def test_whoever_ended_has_one_follower_that_begins_that_day() -> None:
    ended = [unit for unit in units() if unit.until]
    assert [unit.name for unit in ended if successor_of(unit) is None] == []
    assert Counter(merged(unit) for unit in ended) == {True: 52, False: 4}


def test_the_code_of_the_new_unit_was_that_of_one_it_came_from() -> None:
    for unit in units():
        came_from = {one.code for one in units() if successor_of(one) == unit}
        assert not came_from or unit.code in came_from, unit.name


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("91", "tỉnh Kiên Giang", "tỉnh An Giang"), ("15", "tỉnh Yên Bái", "tỉnh Lào Cai"),
        ("24", "tỉnh Bắc Giang", "tỉnh Bắc Ninh"), ("44", "tỉnh Quảng Bình", "tỉnh Quảng Trị"),
        ("52", "tỉnh Bình Định", "tỉnh Gia Lai"), ("80", "tỉnh Long An", "tỉnh Tây Ninh"),
        ("82", "tỉnh Tiền Giang", "tỉnh Đồng Tháp"), ("94", "tỉnh Sóc Trăng", None),
    ],
)  # fmt: skip
def test_a_code_can_change_its_meaning(entered: Tenant, code: str, before: str, after: str | None) -> None:
    then, now = area_of_code(code, BEFORE, tenant=entered), area_of_code(code, AFTER, tenant=entered)
    assert then is not None
    assert (then.name, now and now.name) == (before, after)


def test_a_name_is_found_as_of_a_day(entered: Tenant) -> None:
    found = [area_named("Sóc Trăng", day, tenant=entered) for day in (BEFORE, AFTER)]
    assert [area and area.name for area in found] == ["tỉnh Sóc Trăng", None]
    huế = [
        area_named(text, day, tenant=entered)
        for text in ("Thừa Thiên - Huế", "TP Huế")
        for day in (date(2024, 1, 1), TODAY)
    ]
    assert [area and area.name for area in huế] == ["tỉnh Thừa Thiên Huế", None, None, "thành phố Huế"]


def test_the_same_name_is_not_the_same_unit(entered: Tenant) -> None:
    then, now = (area_named("Ninh Bình", day, tenant=entered) for day in (BEFORE, AFTER))
    assert then is not None
    assert now is not None
    assert then != now
    assert {step.predecessor.name for step in AreaSuccession.objects.filter(successor=now)} == {
        "tỉnh Hà Nam", "tỉnh Nam Định", "tỉnh Ninh Bình",
    }  # fmt: skip


def test_three_became_cities_in_2026() -> None:
    days = {name: unit_named(name, TODAY) for name in ("Đồng Nai", "Quảng Ninh", "Bắc Ninh")}
    assert {name: (unit.is_city, unit.since) for name, unit in days.items() if unit} == {
        "Đồng Nai": (True, date(2026, 4, 30)),
        "Quảng Ninh": (True, date(2026, 9, 1)),
        "Bắc Ninh": (True, date(2026, 9, 20)),
    }


def test_entering_twice_enters_once(entered: Tenant) -> None:
    counts = [model.objects.count() for model in (Area, AreaCode, AreaSuccession)]
    assert counts == [90, 90, 56]
    assert enter_areas(tenant=entered, by=SETUP, at=NOW) == 0
    assert [model.objects.count() for model in (Area, AreaCode, AreaSuccession)] == counts
    assert [entry.verb for entry in history(entered)].count("areas_entered") == 1


def test_every_known_step_has_a_source_and_a_day_or_a_merger() -> None:
    for step in known_steps():
        assert step.source, step
        assert (step.on is None) == step.merges, step
        assert (step.heir == "") == (step.kind == "ended"), step
