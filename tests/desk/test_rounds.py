"""A round's way over the desk: planned for a duty, opened, followed, deadlines moved, reminded, closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

import pytest
from django.test import Client

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Plan, ReportDuty
from lantoa.reports.models import Version
from lantoa.rounds.models import Obligation, Round
from tests.universe.doors import SignIn
from tests.universe.rounds import on


@pytest.fixture
def desk(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


def planned(desk: Client, duty: ReportDuty, year: int, **changed: object) -> Round:
    """Plan the round of a duty with what the page proposes."""
    address = f"/che-do-bao-cao/{duty.id}/lap-dot/?nam={year}"
    form = desk.get(address).context["form"]
    said = {name: form[name].value() for name in form.fields}
    said["agencies"] = [str(agency) for agency in said["agencies"]]
    answer = desk.post(address, {**said, **changed})
    assert answer.status_code == 302, answer.context["form"].errors
    return Round.objects.get(duty=duty, year=year)


def test_a_duty_that_falls_due_stands_in_my_work(desk: Client, duty: ReportDuty) -> None:
    page = desk.get("/viec-cua-toi/").content.decode()
    assert "Lập đợt báo cáo" in page
    assert "nam=2026" in page
    assert "Lập đợt 2026" in desk.get("/dot-bao-cao/").content.decode()


def test_a_round_is_planned_with_whom_the_plan_asks(desk: Client, duty: ReportDuty, bao: Agency) -> None:
    made = planned(desk, duty, 2026)
    assert (made.due_on, made.exclusive) == (date(2026, 11, 10), True)
    asked = set(made.obligations.values_list("agency__name", flat=True))
    assert {"Báo Hải Sơn", "Sở Tài chính", "UBND xã An Khê"} <= asked
    assert "Mở đợt báo cáo" in desk.get("/viec-cua-toi/").content.decode()


def test_whom_to_ask_can_be_changed(desk: Client, duty: ReportDuty, bao: Agency) -> None:
    made = planned(desk, duty, 2026, agencies=[str(bao.pk)])
    assert [one.agency for one in made.obligations.all()] == [bao]


def test_a_wrong_day_is_told_at_its_place(desk: Client, duty: ReportDuty) -> None:
    said = {"title": "Đợt", "period_from": "1/1/2026", "period_to": "31/2/2026", "due_on": "10/11/2026"}
    page = desk.post(f"/che-do-bao-cao/{duty.id}/lap-dot/?nam=2026", said).content.decode()
    assert 'href="#id_period_to"' in page
    assert "Không có ngày" in page
    assert not Round.objects.exists()


def test_a_round_can_be_planned_without_a_duty(desk: Client, plan: Plan, bao: Agency) -> None:
    said = {
        "title": "Báo cáo nhanh",
        "period_from": "1/1/2026",
        "period_to": "30/9/2026",
        "due_on": "30/10/2026",
        "agencies": [str(bao.pk)],
    }
    assert desk.post(f"/ke-hoach/{plan.id}/lap-dot/", said).status_code == 302
    assert Round.objects.get().kind == Round.Kind.AD_HOC


def test_a_round_is_opened_with_its_window_confirmed(desk: Client, planned_round: Round) -> None:
    assert "9 cơ quan" not in desk.get(f"/dot-bao-cao/{planned_round.id}/mo/").content.decode()
    said = {"period_from": "1/2/2026", "period_to": "5/11/2026"}
    desk.post(f"/dot-bao-cao/{planned_round.id}/mo/", said)
    planned_round.refresh_from_db()
    assert planned_round.opened_at
    assert (planned_round.period_from, planned_round.period_to) == (date(2026, 2, 1), date(2026, 11, 5))


def test_the_board_counts_and_filters(desk: Client, round_open: Round, handed_in: Version) -> None:
    answer = desk.get(f"/dot-bao-cao/{round_open.id}/")
    tally = answer.context["tally"]
    assert (tally.asked, tally.sent, tally.on_time, tally.not_sent) == (6, 1, 1, 5)
    sent = desk.get(f"/dot-bao-cao/{round_open.id}/", {"tinh-trang": "on time"})
    assert [row.agency.name for row, _, _ in sent.context["rows"]] == ["Sở Tài chính"]
    found = desk.get(f"/dot-bao-cao/{round_open.id}/", {"tim": "an khe"})
    assert [row.agency.name for row, _, _ in found.context["rows"]] == ["UBND xã An Khê"]


def test_a_deadline_moves_with_its_reason(desk: Client, obligations: Mapping[UUID, Obligation], bao: Agency) -> None:
    address = f"/nghia-vu/{obligations[bao.pk].id}/gia-han/"
    backward = desk.post(address, {"due_on": "1/11/2026", "reason": "Bão"}).content.decode()
    assert 'href="#id_due_on"' in backward
    assert desk.post(address, {"due_on": "20/11/2026", "reason": ""}).status_code == 200
    assert desk.post(address, {"due_on": "20/11/2026", "reason": "Bão số 5"}).status_code == 302
    assert Obligation.objects.get(agency=bao).due_on == date(2026, 11, 20)
    assert "Bão số 5" in desk.get(address).content.decode()


def test_an_agency_is_exempted(desk: Client, obligations: Mapping[UUID, Obligation], bao: Agency) -> None:
    assert desk.post(f"/nghia-vu/{obligations[bao.pk].id}/mien/", {"reason": "Đang sáp nhập"}).status_code == 302
    assert Obligation.objects.get(agency=bao).state == Obligation.State.EXEMPT


def test_the_reminder_names_everyone_who_owes_and_nobody_else(
    desk: Client, round_open: Round, handed_in: Version, clock: Callable[[datetime], None]
) -> None:
    clock(on("12/11"))
    assert "Đôn đốc 5 cơ quan quá hạn" in desk.get("/viec-cua-toi/").content.decode()
    text = desk.get(f"/dot-bao-cao/{round_open.id}/nhac/").context["text"]
    assert "1. Báo Hải Sơn (hạn: thứ hai 09/11/2026)" in text
    assert "5. " in text
    assert "Sở Tài chính" not in text


def test_nobody_is_reminded_when_nobody_owes(desk: Client, obligations: Mapping[UUID, Obligation]) -> None:
    for obligation in obligations.values():
        desk.post(f"/nghia-vu/{obligation.id}/mien/", {"reason": "Đợt thử"})
    [round_id] = {obligation.round_id for obligation in obligations.values()}
    assert "Xin cảm ơn" in desk.get(f"/dot-bao-cao/{round_id}/nhac/").context["text"]


def test_a_round_is_closed_after_the_missing_are_shown(desk: Client, round_open: Round) -> None:
    assert "6 cơ quan chưa gửi" in desk.get(f"/dot-bao-cao/{round_open.id}/dong/").content.decode()
    desk.post(f"/dot-bao-cao/{round_open.id}/dong/")
    round_open.refresh_from_db()
    assert round_open.closed_at
    page = desk.get(f"/dot-bao-cao/{round_open.id}/").content.decode()
    assert "Không gửi" in page
    assert "Gia hạn" not in page
