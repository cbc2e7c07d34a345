"""What became of an obligation. Called by the acts of reports, inside their transactions."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.refusals import Refusal, marked
from lantoa.rounds.acts.planning import NOT_YOURS
from lantoa.rounds.models import Obligation
from lantoa.rounds.queries import locked_obligation
from lantoa.rounds.rules import may_answer, may_run
from lantoa.trail.acts import record

State = Obligation.State
OTHERS = marked("Chỉ %(agency)s mới gửi được báo cáo này.")
CLOSED = marked("Đợt báo cáo đã đóng; báo cáo của bạn còn nguyên, hãy liên hệ %(asker)s.")
NOT_ANSWERABLE = {
    State.PLANNED: marked("Đợt báo cáo chưa mở nên chưa gửi được; bản nháp còn nguyên."),
    State.ACCEPTED: marked("Báo cáo đã được tiếp nhận; muốn sửa, hãy đề nghị %(asker)s trả lại."),
    State.EXEMPT: marked("Cơ quan đã được miễn báo cáo đợt này."),
}
NOTHING_SENT = marked("%(agency)s chưa gửi báo cáo nên không có gì để trả lại.")
NOTHING_NEW = marked("%(agency)s chưa gửi báo cáo mới nên không có gì để tiếp nhận.")


@transaction.atomic
def mark_submitted(*, obligation: Obligation, by: Holding, at: datetime) -> Obligation:
    """Handed in, or handed in again. The instant of the first hand-in stays: by it lateness is told."""
    obligation = locked_obligation(obligation.id)
    asker = obligation.round.asker.name
    if not may_answer(obligation, by):
        raise Refusal("others", OTHERS, agency=obligation.agency.name)
    if sentence := NOT_ANSWERABLE.get(State(obligation.state)):
        raise Refusal(f"is_{obligation.state}", sentence, asker=asker)
    if obligation.round.closed_at:
        raise Refusal("closed", CLOSED, asker=asker)
    obligation.state = State.SUBMITTED
    obligation.answered_at = obligation.answered_at or at
    return _saved("obligation_submitted", obligation, by, at)


@transaction.atomic
def mark_returned(*, obligation: Obligation, by: Holding, at: datetime) -> Obligation:
    """Sent back to be completed; an accepted one too, since a late correction must remain possible."""
    obligation = _judged(obligation, by)
    if obligation.state not in {State.SUBMITTED, State.ACCEPTED}:
        raise Refusal("nothing_sent", NOTHING_SENT, agency=obligation.agency.name)
    obligation.state = State.RETURNED
    obligation.accepted_at = obligation.accepted_by = None
    return _saved("obligation_returned", obligation, by, at)


@transaction.atomic
def mark_accepted(*, obligation: Obligation, by: Holding, at: datetime) -> Obligation:
    """Taken as the agency's answer."""
    obligation = _judged(obligation, by)
    if obligation.state != State.SUBMITTED:
        raise Refusal("nothing_new", NOTHING_NEW, agency=obligation.agency.name)
    obligation.state = State.ACCEPTED
    obligation.accepted_at, obligation.accepted_by = at, by
    return _saved("obligation_accepted", obligation, by, at)


def _judged(obligation: Obligation, by: Holding) -> Obligation:
    """The obligation, held, when `by` may judge what was sent."""
    obligation = locked_obligation(obligation.id)
    if not may_run(obligation.round, by):
        raise Refusal("not_yours", NOT_YOURS, asker=obligation.round.asker.name)
    if obligation.round.closed_at:
        raise Refusal("closed", CLOSED, asker=obligation.round.asker.name)
    return obligation


def _saved(verb: str, obligation: Obligation, by: Holding, at: datetime) -> Obligation:
    obligation.version += 1
    obligation.save()
    record(verb, obligation, by=by, at=at, agency=obligation.agency_id)
    return obligation
