"""Moving a deadline, and lifting an obligation: only with a reason."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.refusals import Refusal, marked
from lantoa.rounds.acts.planning import NOT_YOURS
from lantoa.rounds.models import Extension, Obligation
from lantoa.rounds.queries import locked_obligation
from lantoa.rounds.rules import due_instant, last_day, may_run
from lantoa.trail.acts import record
from lantoa.viet.deadlines import day_in_vietnam

State = Obligation.State
OWED = {State.PLANNED, State.OPEN, State.RETURNED}
NO_REASON = marked("Hãy ghi lý do: lý do được lưu cùng quyết định này.")
NOT_OWED = marked("%(agency)s không còn nợ báo cáo (%(state)s) nên không thể gia hạn.")
CLOSED = marked("Đợt báo cáo đã đóng nên không đổi được nữa.")
BACKWARD = marked("Hạn mới (%(day)s) phải sau hạn đang có (%(last)s).")
PAST = marked("Ngày %(day)s đã qua; hãy chọn ngày từ hôm nay trở đi.")
ANSWERED = marked("%(agency)s đã gửi báo cáo nên không miễn được nữa.")


@transaction.atomic
def extend(*, obligation: Obligation, due_on: date, reason: str, by: Holding, at: datetime) -> Extension:
    """Move one deadline to the end of `due_on`, that day included, whatever the wording of the duty was."""
    obligation = locked_obligation(obligation.id)
    _refuse_unfit(obligation, reason, by)
    if obligation.state not in OWED:
        state = State(obligation.state).label
        raise Refusal("not_owed", NOT_OWED, agency=obligation.agency.name, state=str(state).lower())
    _refuse_day(obligation, due_on, at)
    extension = Extension.objects.create(
        tenant_id=obligation.tenant_id,
        obligation=obligation,
        due_on_before=last_day(obligation),
        due_on=due_on,
        reason=reason.strip(),
        at=at,
        by=by,
    )
    obligation.due_on, obligation.due_at = due_on, due_instant(due_on, exclusive=False)
    obligation.version += 1
    obligation.save()
    record("deadline_extended", obligation, by=by, at=at, due_on=due_on, before=extension.due_on_before, reason=reason)
    return extension


@transaction.atomic
def exempt(*, obligation: Obligation, reason: str, by: Holding, at: datetime) -> Obligation:
    """Lift one obligation, before it was ever answered."""
    obligation = locked_obligation(obligation.id)
    _refuse_unfit(obligation, reason, by)
    if obligation.answered_at is not None:
        raise Refusal("answered", ANSWERED, agency=obligation.agency.name)
    obligation.state = State.EXEMPT
    obligation.version += 1
    obligation.save()
    record("exempted", obligation, by=by, at=at, reason=reason)
    return obligation


def _refuse_unfit(obligation: Obligation, reason: str, by: Holding) -> None:
    if not may_run(obligation.round, by):
        raise Refusal("not_yours", NOT_YOURS, asker=obligation.round.asker.name)
    if obligation.round.closed_at:
        raise Refusal("closed", CLOSED)
    if not reason.strip():
        raise Refusal("no_reason", NO_REASON, field="reason")


def _refuse_day(obligation: Obligation, due_on: date, at: datetime) -> None:
    last = last_day(obligation)
    if due_on <= last:
        raise Refusal("backward", BACKWARD, field="due_on", day=f"{due_on:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    if due_on < day_in_vietnam(at):
        raise Refusal("past", PAST, field="due_on", day=f"{due_on:%d/%m/%Y}")
