"""Opening a round for answers, and closing it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from lantoa.agencies.models import Holding
from lantoa.refusals import Refusal, marked
from lantoa.rounds.acts.planning import NOT_YOURS, TWICE, WINDOW
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.queries import hold_obligations, locked_round
from lantoa.rounds.rules import may_run
from lantoa.trail.acts import record
from lantoa.viet.dates import as_short
from lantoa.viet.deadlines import day_in_vietnam

State = Obligation.State
ALREADY_OPEN = marked("Đợt báo cáo này đã mở từ %(day)s.")
NOT_OPEN = marked("Đợt báo cáo này chưa mở; hãy mở đợt trước.")
ALREADY_CLOSED = marked("Đợt báo cáo này đã đóng từ %(day)s.")
UNREAD = marked("Còn %(count)s báo cáo đã gửi nhưng chưa được tiếp nhận hoặc trả lại; hãy xem hết rồi mới đóng đợt.")


@transaction.atomic
def open_round(
    *, round: Round, by: Holding, at: datetime, period_from: date | None = None, period_to: date | None = None
) -> Round:
    """Let the agencies answer. The data window is confirmed here, and may be set otherwise than proposed."""
    round = locked_round(round.id)
    _refuse_strangers(round, by)
    if round.opened_at:
        raise Refusal("already_open", ALREADY_OPEN, day=as_short(day_in_vietnam(round.opened_at)))
    round.period_from, round.period_to = period_from or round.period_from, period_to or round.period_to
    _refuse_window(round)
    round.opened_at, round.opened_by = at, by
    round.version += 1
    round.save()
    opened = round.obligations.filter(state=State.PLANNED).update(state=State.OPEN, version=F("version") + 1)
    record(
        "round_opened",
        round,
        by=by,
        at=at,
        agencies=opened,
        period_from=round.period_from,
        period_to=round.period_to,
    )
    return round


@transaction.atomic
def close_round(*, round: Round, by: Holding, at: datetime) -> Round:
    """End the arrivals. All that was sent must be accepted or returned; who never answered is listed as missing."""
    round = locked_round(round.id)
    _refuse_strangers(round, by)
    if not round.opened_at:
        raise Refusal("not_open", NOT_OPEN)
    if round.closed_at:
        raise Refusal("already_closed", ALREADY_CLOSED, day=as_short(day_in_vietnam(round.closed_at)))
    hold_obligations(round)
    if unread := round.obligations.filter(state=State.SUBMITTED).count():
        raise Refusal("unread", UNREAD, count=unread)
    missing = round.obligations.outstanding().order_by("agency__folded").values_list("agency_id", flat=True)
    round.closed_at, round.closed_by = at, by
    round.version += 1
    round.save()
    record("round_closed", round, by=by, at=at, missing=[str(agency) for agency in missing])
    return round


def _refuse_strangers(round: Round, by: Holding) -> None:
    if not may_run(round, by):
        raise Refusal("not_yours", NOT_YOURS, asker=round.asker.name)


def _refuse_window(round: Round) -> None:
    if round.period_to < round.period_from:
        raise Refusal("window", WINDOW, field="period_to")
    if round.duty_id is None:
        return
    other = Round.objects.filter(duty=round.duty_id, period_from=round.period_from).exclude(id=round.id).first()
    if other:
        raise Refusal("planned_twice", TWICE, day=round.period_from.strftime("%d/%m/%Y"), title=other.title)
