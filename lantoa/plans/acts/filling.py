"""Filling a review point: the answer is written into the field that the point speaks of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.documents.acts import cite, complete
from lantoa.plans.acts.duties import set_duty, set_receiver
from lantoa.plans.acts.parts import add_part, resolve_part, resolve_party
from lantoa.plans.acts.settling import settle, settle_fields
from lantoa.plans.acts.tasks import edit_task
from lantoa.plans.answers import (
    agency_of,
    body_of,
    choice_of,
    day_of,
    due_of,
    partial_date_of,
    symbol_of,
    text_of,
    time_of,
)
from lantoa.plans.fields import FIELDS, Fill, field_of
from lantoa.plans.models import DutyParty, LegalBasis, Part, Phase, Plan, ReportDuty, ReviewPoint, Task
from lantoa.plans.queries import subject_of
from lantoa.plans.rules import date_of_paper, refuse_answered, refuse_closed, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Edited, Owned
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.actors import kind_of
from lantoa.trail.acts import record

NOT_FILLABLE = marked("Mục này không có chỗ để điền; hãy chọn “Giữ nguyên”, hoặc sửa thẳng ở nhiệm vụ.")
BACKWARDS = marked("Ngày kết thúc trước ngày bắt đầu; hãy nhập ngày khác.")

Writer = Callable[[Any, str, str, Holding, datetime], None]
"""Writes an answer into a row: row, field, answer, by, at. Refuses an answer that makes no sense there."""


@transaction.atomic
def fill_point(*, point: ReviewPoint, answer: str, by: Holding, at: datetime, seen: int | None = None) -> ReviewPoint:
    """Write a person's answer into the field that a point speaks of; every point about that field is then settled.

    Dates, days of duties, times, numbers and names are read as papers write them, and refused with a sentence when they
    make no sense. A body is named as the register of agencies names it; the same name elsewhere in the plan is resolved
    with it.
    """
    refuse_stranger(point, by)
    refuse_stale(point, seen)
    refuse_answered(point)
    refuse_closed(point.plan)
    row, field = subject_of(point), field_of(point.subject_kind, point.field)
    if row is None or field is None or field.fill is Fill.NOTHING:
        raise Refusal("not_fillable", NOT_FILLABLE)
    writer = _WRITERS.get((point.subject_kind, point.field), _write_field)
    writer(row, point.field, text_of(answer), by, at)
    settle_fields(row=row, fields=[point.field], by=by, at=at, answer=answer)
    point.refresh_from_db()
    if point.state == ReviewPoint.State.OPEN:
        settle(points=[point], state=ReviewPoint.State.FILLED, answer=answer, by=by, at=at)
    return point


def _save(row: Owned, field: str, by: Holding, at: datetime) -> None:
    """Save a row of which a person wrote a field: the field has no place in the paper any more."""
    traces: dict[str, list[float]] = getattr(row, "traces", {})
    traces.pop(field, None)
    if isinstance(row, Edited):
        row.version += 1
    row.save()
    record("field_filled", row, by=by, at=at, field=field, value=FIELDS[kind_of(row)][field].shown(row))


def _write_field(row: Owned, field: str, answer: str, by: Holding, at: datetime) -> None:
    """A text or a choice that stands in the row itself."""
    spoken = FIELDS[kind_of(row)][field]
    value: str | bool = choice_of(answer, spoken.options) if spoken.fill is Fill.CHOICE else answer
    setattr(row, field, value == "abroad" if field == "abroad" else value)
    _save(row, field, by, at)


# --- the plan and its paper ----------------------------------------------------------------------------------------


def _write_symbol(plan: Plan, field: str, answer: str, by: Holding, at: datetime) -> None:
    number, symbol = symbol_of(answer, plan.document.symbol)
    complete(document=plan.document, number=number, symbol=symbol, by=by, at=at)
    _save(plan, field, by, at)


def _write_dated(plan: Plan, field: str, answer: str, by: Holding, at: datetime) -> None:
    complete(document=plan.document, dated=str(partial_date_of(answer)), by=by, at=at)
    _save(plan, field, by, at)


def _write_issuer(plan: Plan, field: str, answer: str, by: Holding, at: datetime) -> None:
    plan.issuer = agency_of(answer, plan.tenant)
    named = {} if plan.document.issuer_name else {"issuer_name": plan.issuer.name}
    complete(document=plan.document, issuer=plan.issuer, by=by, at=at, **named)
    plan.version += 1
    plan.save()
    record("field_filled", plan, by=by, at=at, field=field, value=plan.issuer.name)


def _write_phase(plan: Plan, field: str, answer: str, by: Holding, at: datetime) -> None:
    phrase = time_of(answer, date_of_paper(plan))
    phase = Phase.objects.create(
        tenant_id=plan.tenant_id, plan=plan, raw=answer[:300], starts_on=phrase.start, ends_on=phrase.end,
        position=plan.phase_set.count(),
    )  # fmt: skip
    record("phase_added", phase, by=by, at=at, raw=phase.raw)


def _write_phase_day(phase: Phase, field: str, answer: str, by: Holding, at: datetime) -> None:
    setattr(phase, field, day_of(answer))
    if phase.starts_on and phase.ends_on and phase.starts_on > phase.ends_on:
        raise Refusal("phase_backwards", BACKWARDS, field="answer")
    _save(phase, field, by, at)


def _write_cited_on(basis: LegalBasis, field: str, answer: str, by: Holding, at: datetime) -> None:
    """The basis keeps the date that the plan gives it; the register gets the right one."""
    day = day_of(answer)
    _cite_again(basis, basis.number, str(day), by, at)
    if basis.cited_on is None:
        basis.cited_on = day
    basis.save()
    record("basis_dated", basis, by=by, at=at, dated=day)


def _write_cited_number(basis: LegalBasis, field: str, answer: str, by: Holding, at: datetime) -> None:
    """The basis keeps the number that the plan gives it; the register gets the right one."""
    _cite_again(basis, answer, basis.document.dated if basis.document else "", by, at)
    basis.number = basis.number or answer
    basis.save()
    record("basis_numbered", basis, by=by, at=at, number=answer)


def _cite_again(basis: LegalBasis, number: str, dated: str, by: Holding, at: datetime) -> None:
    basis.document = cite(tenant=basis.tenant, number=number, dated=dated, name=basis.name, by=by, at=at)


# --- tasks, bodies, duties -----------------------------------------------------------------------------------------


def _write_task(task: Task, field: str, answer: str, by: Holding, at: datetime) -> None:
    changes: dict[str, Any] = {field: answer}
    edit_task(task=task, by=by, at=at, **changes)


def _write_lead(task: Task, field: str, answer: str, by: Holding, at: datetime) -> None:
    add_part(task=task, kind=Part.Kind.LEAD, agency=agency_of(answer, task.tenant), by=by, at=at)


def _write_body(row: Part | DutyParty, field: str, answer: str, by: Holding, at: datetime) -> None:
    body = body_of(answer, row.tenant)
    meant = {"agency": body} if isinstance(body, Agency) else {"group": body}
    if isinstance(row, Part):
        resolve_part(part=row, by=by, at=at, everywhere=True, **meant)
    else:
        resolve_party(party=row, by=by, at=at, everywhere=True, **meant)


def _write_receiver(duty: ReportDuty, field: str, answer: str, by: Holding, at: datetime) -> None:
    set_receiver(duty=duty, receiver=agency_of(answer, duty.tenant), by=by, at=at)


def _write_due(duty: ReportDuty, field: str, answer: str, by: Holding, at: datetime) -> None:
    due = due_of(answer)
    set_duty(duty=duty, day=due.day, month=due.month, on=due.on, exclusive=due.exclusive, by=by, at=at)


_WRITERS: dict[tuple[str, str], Writer] = {
    ("plans.plan", "symbol"): _write_symbol,
    ("plans.plan", "dated"): _write_dated,
    ("plans.plan", "issuer"): _write_issuer,
    ("plans.plan", "phases"): _write_phase,
    ("plans.legalbasis", "cited_on"): _write_cited_on,
    ("plans.legalbasis", "number"): _write_cited_number,
    ("plans.phase", "starts_on"): _write_phase_day,
    ("plans.phase", "ends_on"): _write_phase_day,
    ("plans.task", "content"): _write_task,
    ("plans.task", "time_raw"): _write_task,
    ("plans.task", "lead"): _write_lead,
    ("plans.part", "named"): _write_body,
    ("plans.dutyparty", "named"): _write_body,
    ("plans.reportduty", "to"): _write_receiver,
    ("plans.reportduty", "due"): _write_due,
}
