"""The board, and who sees what of a round."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Part
from lantoa.rounds import acts
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.queries import board, obligation_for, obligations_for, round_for, rounds_for
from lantoa.rounds.rules import Progress, Standing
from tests.universe.agencies import AgencyFactory, HoldingFactory
from tests.universe.rounds import on


@pytest.fixture
def answered(
    round_open: Round, obligations: Mapping[UUID, Obligation], asked: list[Agency], reporters: Mapping[UUID, Holding],
    coordinator: Holding,
) -> Round:  # fmt: skip
    """Accepted in time, sent late, returned, exempt; two have not sent."""
    accepted, late, returned, exempted = asked[:4]
    for agency, at in ((accepted, on("9/11")), (late, on("11/11")), (returned, on("8/11"))):
        acts.mark_submitted(obligation=obligations[agency.pk], by=reporters[agency.pk], at=at)
    acts.mark_accepted(obligation=obligations[accepted.pk], by=coordinator, at=on("12/11"))
    acts.mark_returned(obligation=obligations[returned.pk], by=coordinator, at=on("12/11"))
    acts.exempt(obligation=obligations[exempted.pk], reason="Đang sáp nhập", by=coordinator, at=on("9/11"))
    return round_open


def test_the_counts_add_up(answered: Round) -> None:
    tally = board(answered, on("13/11")).tally
    assert (tally.asked, tally.exempt, tally.sent, tally.not_sent) == (6, 1, 3, 2)
    assert (tally.on_time, tally.late) == (2, 1)
    assert (tally.returned, tally.accepted) == (1, 1)
    assert (tally.done, tally.in_time, tally.overdue) == (2, 0, 3)
    earlier = board(answered, on("9/11", 12)).tally
    assert (earlier.in_time, earlier.overdue) == (3, 0)


def test_a_row_tells_standing_progress_and_extensions(
    answered: Round, obligations: Mapping[UUID, Obligation], asked: list[Agency], coordinator: Holding
) -> None:
    acts.extend(
        obligation=obligations[asked[5].pk], due_on=on("20/11").date(), reason="Vì bão", by=coordinator, at=on("12/11")
    )
    rows = {row.agency: row for row in board(answered, on("13/11")).rows}
    standings = [rows[agency].standing for agency in asked]
    assert standings == [
        Standing.ACCEPTED, Standing.LATE, Standing.RETURNED, Standing.EXEMPT, Standing.OVERDUE, Standing.WAITING,
    ]  # fmt: skip
    assert rows[asked[3]].progress is None
    assert (rows[asked[5]].progress, rows[asked[5]].extensions) == (Progress.IN_TIME, 1)


def test_a_body_that_is_only_asked_is_never_late_in_public(answered: Round, asked: list[Agency]) -> None:
    answered.obligations.update(manner=Part.Manner.ASKED)
    shown = {row.public for row in board(answered, on("13/11")).rows}
    assert shown == {"Đã tiếp nhận", "Đã gửi", "Trả lại để bổ sung", "Được miễn", "Chưa gửi"}


def test_the_board_takes_two_queries_whatever_the_number_of_agencies(
    answered: Round, plan_of_many: Round, django_assert_num_queries: object
) -> None:
    for round, agencies in ((answered, 6), (plan_of_many, 40)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(board(round, on("13/11")).rows) == agencies
        assert len(queries) == 2


@pytest.fixture
def plan_of_many(answered: Round, coordinator: Holding) -> Round:
    many = [AgencyFactory(tenant=answered.tenant, name=f"UBND xã Số {number}") for number in range(40)]
    round = acts.plan_round(
        plan=answered.plan, duty=None, year=2026, form=answered.form, period_from=answered.period_from,
        period_to=answered.period_to, agencies=many, due_on=on("20/12").date(), by=coordinator, at=on("1/10"),
    )  # fmt: skip
    return acts.open_round(round=round, by=coordinator, at=on("2/10"))


# --- who sees what ---------------------------------------------------------------------------------------------------


def test_a_reporter_sees_its_own_and_nothing_before_opening(
    planned_round: Round, reporter: Holding, so_tai_chinh: Agency, coordinator: Holding
) -> None:
    assert list(rounds_for(reporter)) == []
    assert list(obligations_for(reporter)) == []
    acts.open_round(round=planned_round, by=coordinator, at=on("5/10"))
    assert list(rounds_for(reporter)) == [planned_round]
    assert [o.agency for o in obligations_for(reporter)] == [so_tai_chinh]
    assert [row.agency for row in board(planned_round, on("6/10"), reporter).rows] == [so_tai_chinh]


def test_another_agencys_obligation_is_not_there(
    obligations: Mapping[UUID, Obligation], bao: Agency, reporter: Holding, coordinator: Holding
) -> None:
    assert obligation_for(reporter, obligations[bao.pk].pk) is None
    assert obligation_for(coordinator, obligations[bao.pk].pk) == obligations[bao.pk]


def test_another_tenant_and_an_administrator_see_nothing(round_open: Round, administrator: Holding) -> None:
    stranger = HoldingFactory(post__role="coordinator", username="tinh-khac")
    for holding in (stranger, administrator):
        assert list(rounds_for(holding)) == []
        assert round_for(holding, round_open.pk) is None
        assert list(obligations_for(holding)) == []
