"""Forms, planning, opening, closing, exempting; who may."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.acts import add_part, set_duty
from lantoa.plans.models import Indicator, Part, Plan, ReportDuty, Task
from lantoa.refusals import Refusal
from lantoa.rounds import acts
from lantoa.rounds.checks import faults
from lantoa.rounds.models import Field, Form, Obligation, Round
from lantoa.rounds.queries import manners, proposed_window
from lantoa.trail.queries import history
from tests.universe.rounds import PERIOD, on

State = Obligation.State


def test_the_standard_form_asks_six_sections_and_every_indicator(form: Form, plan: Plan) -> None:
    texts = form.fields.filter(kind=Field.Kind.TEXT)
    assert [field.key for field in texts] == [
        "direction", "results", "difficulties", "evaluation", "next", "proposals",
    ]  # fmt: skip
    asked = form.fields.filter(kind=Field.Kind.FIGURE)
    assert [field.indicator for field in asked] == list(plan.indicators.all())


def test_a_form_in_use_is_followed_not_changed(form: Form, plan: Plan, coordinator: Holding) -> None:
    assert acts.standard_form(plan=plan, by=coordinator, at=on("2/10")) == form
    Indicator.objects.create(tenant=plan.tenant, plan=plan, code="moi", name="Chỉ tiêu mới", unit="cuộc", position=99)
    after = acts.standard_form(plan=plan, by=coordinator, at=on("3/10"))
    assert (form.edition, after.edition) == (1, 2)
    assert after.fields.count() == form.fields.count() + 1


def test_planning_dates_every_obligation_once(planned_round: Round, asked: list[Agency]) -> None:
    owed = list(planned_round.obligations.all())
    assert {o.agency for o in owed} == set(asked)
    assert {(o.due_on, o.due_at, o.state) for o in owed} == {(date(2026, 11, 10), planned_round.due_at, State.PLANNED)}
    assert (planned_round.exclusive, planned_round.kind) == (True, Round.Kind.PERIODIC)
    assert [entry.verb for entry in history(planned_round)] == ["round_planned"]


def test_a_later_setting_of_the_duty_moves_nothing(
    planned_round: Round, duty: ReportDuty, coordinator: Holding
) -> None:
    before = list(planned_round.obligations.values_list("due_at", flat=True))
    set_duty(duty=duty, day=1, month=12, by=coordinator, at=on("2/10"))
    assert list(planned_round.obligations.values_list("due_at", flat=True)) == before


def test_asked_or_ordered_as_the_plan_words_it(
    plan: Plan, task: Task, so_tai_chinh: Agency, bao: Agency, communes: list[Agency], coordinator: Holding
) -> None:
    Part.objects.filter(task__plan=plan, agency=bao).update(manner=Part.Manner.ASKED)
    Part.objects.filter(task__plan=plan, agency=so_tai_chinh).update(manner=Part.Manner.ASKED)
    add_part(task=task, kind=Part.Kind.LEAD, agency=so_tai_chinh, by=coordinator, at=on("1/10"))
    found = manners(plan, [bao, so_tai_chinh, *communes], date(2026, 11, 10))
    assert found[bao.pk] == Part.Manner.ASKED
    assert {found[agency.pk] for agency in [so_tai_chinh, *communes]} == {Part.Manner.ORDERED}


def test_a_group_that_is_only_asked_asks_its_members(plan: Plan, communes: list[Agency]) -> None:
    Part.objects.filter(task__plan=plan, group__isnull=False).update(manner=Part.Manner.ASKED)
    assert set(manners(plan, communes, date(2026, 11, 10)).values()) == {Part.Manner.ASKED}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"agencies": []}, "nobody"),
        ({"period_to": date(2025, 1, 1)}, "window"),
        ({"duty": None}, "no_due_day"),
    ],
)
def test_a_round_that_cannot_be_answered_is_refused(
    plan: Plan, duty: ReportDuty, form: Form, asked: list[Agency], coordinator: Holding, given: Any, code: str
) -> None:
    wanted = {"duty": duty, "period_from": PERIOD[0], "period_to": PERIOD[1], "agencies": asked} | given
    with pytest.raises(Refusal) as refused:
        acts.plan_round(plan=plan, year=2026, form=form, by=coordinator, at=on("1/10"), **wanted)
    assert refused.value.code == code
    assert not Round.objects.exists()


def test_a_duty_is_asked_once_per_window(
    planned_round: Round, plan: Plan, duty: ReportDuty, form: Form, asked: list[Agency], coordinator: Holding
) -> None:
    with pytest.raises(Refusal) as refused:
        acts.plan_round(
            plan=plan, duty=duty, year=2026, form=form, period_from=PERIOD[0], period_to=PERIOD[1], agencies=asked,
            by=coordinator, at=on("2/10"),
        )  # fmt: skip
    assert refused.value.code == "planned_twice"


def test_only_the_asking_agency_runs_its_round(
    plan: Plan, duty: ReportDuty, form: Form, asked: list[Agency], planned_round: Round, leader: Holding,
    reporter: Holding, administrator: Holding,
) -> None:  # fmt: skip
    for stranger in (leader, reporter, administrator):
        with pytest.raises(Refusal) as refused:
            acts.open_round(round=planned_round, by=stranger, at=on("5/10"))
        assert refused.value.code == "not_yours"


def test_opening_confirms_the_window_and_lets_agencies_answer(planned_round: Round, coordinator: Holding) -> None:
    opened = acts.open_round(
        round=planned_round, by=coordinator, at=on("5/10"), period_from=date(2025, 12, 15), period_to=date(2026, 10, 31)
    )
    assert (opened.period_from, opened.period_to) == (date(2025, 12, 15), date(2026, 10, 31))
    assert opened.due_on == date(2026, 11, 10)
    assert set(opened.obligations.values_list("state", flat=True)) == {State.OPEN}
    with pytest.raises(Refusal) as refused:
        acts.open_round(round=planned_round, by=coordinator, at=on("6/10"))
    assert refused.value.code == "already_open"


def test_closing_wants_everything_judged_and_lists_the_missing(
    round_open: Round, obligations: Mapping[UUID, Obligation], so_tai_chinh: Agency, bao: Agency,
    reporters: Mapping[UUID, Holding], coordinator: Holding,
) -> None:  # fmt: skip
    acts.mark_submitted(obligation=obligations[so_tai_chinh.pk], by=reporters[so_tai_chinh.pk], at=on("9/11"))
    acts.exempt(obligation=obligations[bao.pk], reason="Đang sáp nhập", by=coordinator, at=on("9/11"))
    with pytest.raises(Refusal) as refused:
        acts.close_round(round=round_open, by=coordinator, at=on("20/11"))
    assert (refused.value.code, refused.value.facts) == ("unread", {"count": 1})
    acts.mark_accepted(obligation=obligations[so_tai_chinh.pk], by=coordinator, at=on("20/11"))
    acts.close_round(round=round_open, by=coordinator, at=on("21/11"))
    closing = history(round_open).last()
    assert closing is not None
    assert closing.payload.body.count('"') > 0
    missing = {str(pk) for pk in obligations} - {str(so_tai_chinh.pk), str(bao.pk)}
    assert all(pk in closing.payload.body for pk in missing)
    assert str(bao.pk) not in closing.payload.body
    assert list(faults(round_open.tenant)) == []


def test_nothing_arrives_after_closing(
    round_open: Round, obligations: Mapping[UUID, Obligation], bao: Agency, reporters: Mapping[UUID, Holding],
    coordinator: Holding,
) -> None:  # fmt: skip
    acts.close_round(round=round_open, by=coordinator, at=on("21/11"))
    for act, by in ((acts.mark_submitted, reporters[bao.pk]), (acts.mark_returned, coordinator)):
        with pytest.raises(Refusal) as refused:
            act(obligation=obligations[bao.pk], by=by, at=on("22/11"))
        assert refused.value.code == "closed"


def test_wrong_states_are_refused_with_a_sentence(
    planned_round: Round, bao: Agency, reporters: Mapping[UUID, Holding], coordinator: Holding, reporter: Holding
) -> None:
    owed = planned_round.obligations.get(agency=bao)
    tries: list[tuple[Any, Holding, str]] = [
        (acts.mark_submitted, reporters[bao.pk], "is_planned"),
        (acts.mark_submitted, reporter, "others"),
        (acts.mark_returned, coordinator, "nothing_sent"),
        (acts.mark_accepted, coordinator, "nothing_new"),
        (acts.mark_accepted, reporters[bao.pk], "not_yours"),
    ]
    for act, by, code in tries:
        with pytest.raises(Refusal) as refused:
            act(obligation=owed, by=by, at=on("6/10"))
        assert refused.value.code == code
        assert "%(" not in str(refused.value)


def test_the_proposed_window_follows_the_year_before(
    planned_round: Round, plan: Plan, duty: ReportDuty, coordinator: Holding
) -> None:
    assert proposed_window(duty, 2026) == (date(2026, 1, 1), date(2026, 11, 8))
    assert proposed_window(duty, 2027) == (date(2026, 11, 9), date(2027, 11, 8))


def test_the_proposed_window_without_a_round_before(duty: ReportDuty, coordinator: Holding) -> None:
    assert proposed_window(duty, 2029) == (date(2028, 11, 9), date(2029, 11, 8))


def test_a_duty_without_a_day_gets_the_statutory_year(plan: Plan) -> None:
    undated = ReportDuty.objects.create(tenant=plan.tenant, plan=plan, who="Sở", to="UBND tỉnh")
    assert proposed_window(undated, 2028) == (date(2027, 12, 15), date(2028, 12, 14))


def test_check_sees_an_obligation_moved_without_an_extension(round_open: Round, bao: Agency) -> None:
    round_open.obligations.filter(agency=bao).update(due_at=on("30/11"))
    assert [fault.code for fault in faults(round_open.tenant)] == ["moved_without_reason"]
