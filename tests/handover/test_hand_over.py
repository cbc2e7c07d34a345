"""One confirmed act: heirs take over, history stays, no figure changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantoa.activities.models import Activity, Figure
from lantoa.agencies import acts as agencies
from lantoa.agencies.checks import faults as agency_faults
from lantoa.agencies.models import Agency, AgencyGroup, Holding, Succession
from lantoa.agencies.queries import area_named, members_on
from lantoa.handover.acts import hand_over
from lantoa.handover.queries import KEEP, NOBODY, key_of, ownerless
from lantoa.handover.totals import totals
from lantoa.plans.checks import faults as plan_faults
from lantoa.plans.models import DutyParty, Part, Plan, ReportDuty, Task
from lantoa.plans.queries import agencies_in_plan, agencies_of_task, parts_of_agency
from lantoa.reports.models import Version, VersionFigure
from lantoa.rounds import acts as rounds
from lantoa.rounds.checks import faults as round_faults
from lantoa.rounds.models import Obligation, Round
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.handover.conftest import MERGED_ON, did
from tests.universe.activities import refused
from tests.universe.agencies import NOW, AgencyFactory
from tests.universe.plans import PLAN_TEXT, take_in
from tests.universe.rounds import on

BEFORE = date(2026, 5, 31)
TODAY = date(2026, 11, 22)


def proposed(plan: Plan, day: date) -> dict[str, str]:
    """What a person chooses who agrees with everything."""
    return {gone.key: gone.proposed.value if gone.proposed else NOBODY for gone in ownerless(plan, day)}


def agree(plan: Plan, day: date, by: Holding) -> int:
    return hand_over(plan=plan, on=day, choices=proposed(plan, day), by=by, at=on("22/11"))


def test_parts_are_carried_on_from_the_day_on(
    plan: Plan, task: Task, ended: Agency, heir: Agency, coordinator: Holding
) -> None:
    had = list(parts_of_agency(ended, plan, BEFORE))
    agree(plan, TODAY, coordinator)
    assert ownerless(plan, TODAY) == []
    assert list(parts_of_agency(ended, plan, BEFORE)) == had, "what it had it had"
    assert {part.delegated_from for part in parts_of_agency(heir, plan, TODAY)} == set(had)
    assert not parts_of_agency(heir, plan, BEFORE).exists()
    assert ended in agencies_of_task(task, BEFORE)
    assert heir not in agencies_of_task(task, BEFORE)
    assert heir in agencies_of_task(task, TODAY)
    assert heir in agencies_in_plan(plan, TODAY)
    assert ended not in agencies_in_plan(plan, TODAY)


def test_a_heir_that_stood_before_begins_only_on_the_day(
    plan: Plan, ended: Agency, ubnd: Agency, coordinator: Holding
) -> None:
    (gone,) = ownerless(plan, TODAY)
    hand_over(plan=plan, on=TODAY, choices={gone.key: key_of(ubnd)}, by=coordinator, at=NOW)
    assert not parts_of_agency(ubnd, plan, BEFORE).exists()
    assert ubnd not in agencies_in_plan(plan, BEFORE)
    assert parts_of_agency(ubnd, plan, MERGED_ON).exists()


def test_open_obligations_pass_on_and_sent_reports_stay(
    plan: Plan,
    round_open: Round,
    obligations: dict[object, Obligation],
    handed_in: Version,
    so_vhttdl: Agency,
    bao: Agency,
    heir: Agency,
    coordinator: Holding,
) -> None:
    """The finance department has sent its report; the newspaper has not, with a later day of its own."""
    finance = handed_in.report.obligation.agency
    rounds.extend(obligation=obligations[bao.pk], due_on=date(2026, 12, 1), reason="Bão", by=coordinator, at=on("6/10"))
    for agency in (finance, bao):
        agencies.succeed(
            predecessor=agency, successor=heir, kind=Succession.Kind.MERGED, on=date(2026, 10, 25), by=SETUP, at=NOW
        )
    agree(plan, TODAY, coordinator)
    states = dict(round_open.obligations.values_list("agency", "state"))
    assert (states[finance.pk], states[bao.pk], states[heir.pk]) == ("submitted", "exempt", "open")
    taken = round_open.obligations.get(agency=heir)
    assert (taken.due_on, taken.extensions.get().reason) == (date(2026, 12, 1), "Bão")
    assert list(round_faults(plan.tenant)) == []


def test_the_round_and_its_duty_follow_the_department(
    plan: Plan, duty: ReportDuty, round_open: Round, so_vhttdl: Agency, heir: Agency, coordinator: Holding
) -> None:
    agencies.succeed(predecessor=so_vhttdl, successor=heir, kind=Succession.Kind.MERGED, on=MERGED_ON, by=SETUP, at=NOW)
    agree(plan, TODAY, coordinator)
    for row in (plan, duty, round_open):
        row.refresh_from_db()
    assert (plan.lead, duty.receiver, round_open.asker) == (heir, heir, heir)


def test_no_figure_changes_and_both_totals_agree(
    plan: Plan,
    task: Task,
    worked: Activity,
    sent: Version,
    ended: Agency,
    heir: Agency,
    bao: Agency,
    coordinator: Holding,
) -> None:
    did(bao, task, 5, coordinator)
    stored = [list(model.objects.order_by("pk").values()) for model in (Figure, VersionFigure, Activity)]
    agree(plan, TODAY, coordinator)
    assert [list(model.objects.order_by("pk").values()) for model in (Figure, VersionFigure, Activity)] == stored
    (total,) = totals(plan, TODAY)
    assert total.value == Decimal(17)
    assert dict(total.then) == {ended: Decimal(12), bao: Decimal(5)}
    assert dict(total.now) == {heir: Decimal(12), bao: Decimal(5)}
    (then,) = totals(plan, BEFORE)
    assert then.now == then.then


def test_what_is_half_chosen_is_refused_whole(
    plan: Plan, ended: Agency, bao: Agency, heir: Agency, coordinator: Holding
) -> None:
    agencies.succeed(predecessor=bao, successor=heir, kind=Succession.Kind.MERGED, on=MERGED_ON, by=SETUP, at=NOW)
    choices = proposed(plan, TODAY)
    before = Part.objects.count()
    for missing in choices:
        with refused("half_chosen", field=missing):
            half = {key: value for key, value in choices.items() if key != missing}
            hand_over(plan=plan, on=TODAY, choices=half, by=coordinator, at=NOW)
    assert Part.objects.count() == before
    assert len(choices) == 2


def test_what_is_refused_too(plan: Plan, ended: Agency, coordinator: Holding, reporter: Holding) -> None:
    (gone,) = ownerless(plan, TODAY)
    for value, code in ((KEEP, "ended"), ("agency:nobody", "no_such_heir"), (key_of(ended), "no_such_heir")):
        with refused(code):
            hand_over(plan=plan, on=TODAY, choices={gone.key: value}, by=coordinator, at=NOW)
    with refused("nothing"):
        hand_over(plan=plan, on=BEFORE, choices={}, by=coordinator, at=NOW)
    with refused("not_yours"):
        agree(plan, TODAY, reporter)


def test_a_group_cannot_owe_a_report(
    plan: Plan, round_open: Round, ended: Agency, commune_group: AgencyGroup, coordinator: Holding
) -> None:
    (gone,) = ownerless(plan, TODAY)
    with refused("one_agency", field=gone.key):
        hand_over(plan=plan, on=TODAY, choices={gone.key: key_of(commune_group)}, by=coordinator, at=NOW)


def test_one_part_may_go_elsewhere(
    plan: Plan, ended: Agency, heir: Agency, commune_group: AgencyGroup, coordinator: Holding
) -> None:
    (gone,) = ownerless(plan, TODAY)
    apart = next(item for item in gone.items if item.role == "part")
    choices = proposed(plan, TODAY) | {apart.key: key_of(commune_group)}
    hand_over(plan=plan, on=TODAY, choices=choices, by=coordinator, at=NOW)
    assert Part.objects.get(delegated_from=apart.row.pk).group == commune_group
    assert (
        Part.objects.filter(delegated_from__agency=ended, agency=heir).count()
        == len([item for item in gone.items if item.role == "part"]) - 1
    )


def test_what_nobody_takes_stays_listed(plan: Plan, ended: Agency, coordinator: Holding) -> None:
    (gone,) = ownerless(plan, TODAY)
    hand_over(plan=plan, on=TODAY, choices={gone.key: NOBODY}, by=coordinator, at=NOW)
    (still,) = ownerless(plan, TODAY)
    assert [item.key for item in still.items] == [item.key for item in gone.items]


@pytest.fixture
def of_2024(
    tenant: Tenant, ubnd: Agency, so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency, commune_group: AgencyGroup
) -> Plan:
    return take_in(PLAN_TEXT.replace("tháng 01 năm 2026", "tháng 01 năm 2024"), tenant)


def test_heirs_that_only_sources_know_are_entered(of_2024: Plan, bao: Agency, coordinator: Holding) -> None:
    assert agree(of_2024, TODAY, coordinator) == Part.objects.filter(agency=bao).count()
    bao.refresh_from_db()
    step = bao.heirs.get()
    assert step.successor is not None
    assert (step.successor.name, step.successor.kind) == ("Báo và Phát thanh, Truyền hình Hải Sơn", "press")
    assert (step.kind, step.on, bao.ended_on) == ("merged", date(2025, 7, 1), date(2025, 7, 1))
    assert step.source
    assert area_named("Sóc Trăng", date(2025, 6, 30), tenant=of_2024.tenant)
    assert ownerless(of_2024, TODAY) == []
    assert [*agency_faults(of_2024.tenant), *plan_faults(of_2024.tenant)] == []
    assert [entry.verb for entry in history(of_2024)][-1] == "handed_over"


def test_a_person_may_know_the_day_better(of_2024: Plan, bao: Agency, coordinator: Holding) -> None:
    choices, day = proposed(of_2024, TODAY), date(2025, 9, 15)
    hand_over(plan=of_2024, on=TODAY, choices=choices, days={key_of(bao): day}, by=coordinator, at=NOW)
    bao.refresh_from_db()
    assert bao.ended_on == day


def test_a_person_may_know_that_it_still_stands(of_2024: Plan, bao: Agency, coordinator: Holding) -> None:
    assert hand_over(plan=of_2024, on=TODAY, choices={key_of(bao): KEEP}, by=coordinator, at=NOW) == 0
    bao.refresh_from_db()
    assert bao.ended_on is None


def test_a_heir_takes_its_place_in_the_group(plan: Plan, communes: list[Agency], coordinator: Holding) -> None:
    first = communes[0]
    group = first.memberships.get().group
    larger = AgencyFactory(tenant=plan.tenant, name="UBND xã An Bình", level=Agency.Level.COMMUNE, founded_on=MERGED_ON)
    agencies.succeed(predecessor=first, successor=larger, kind=Succession.Kind.MERGED, on=MERGED_ON, by=SETUP, at=NOW)
    agree(plan, TODAY, coordinator)
    assert larger in members_on(group, TODAY)
    assert larger not in members_on(group, BEFORE)
    assert ownerless(plan, TODAY) == []


def test_a_duty_that_names_a_body_asks_its_heir(
    plan: Plan, duty: ReportDuty, ended: Agency, heir: Agency, coordinator: Holding
) -> None:
    party = DutyParty.objects.create(tenant=plan.tenant, duty=duty, named=ended.name, agency=ended)
    agree(plan, TODAY, coordinator)
    party.refresh_from_db()
    assert (party.named, party.agency) == ("Sở Tài chính", heir)


def test_handing_over_again_finds_nothing_to_do(plan: Plan, ended: Agency, coordinator: Holding) -> None:
    agree(plan, TODAY, coordinator)
    with refused("nothing"):
        agree(plan, TODAY, coordinator)
