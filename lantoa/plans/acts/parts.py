"""Saying whom a body of the plan stands for, and giving bodies a part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans.acts.duties import set_receiver
from lantoa.plans.acts.settling import settle_fields
from lantoa.plans.intake.bodies import Register
from lantoa.plans.models import DutyParty, Part, Plan, ReportDuty, Task
from lantoa.plans.rules import (
    date_of_paper,
    gatherer_named,
    is_open_class,
    receiver_named,
    refuse_closed,
    refuse_elsewhere,
    refuse_stranger,
)
from lantoa.refusals import Refusal, marked
from lantoa.trail.acts import record
from lantoa.viet.bodies import canonical

Row = Part | DutyParty
"""A row that names a body."""

ONE_OF_BOTH = marked("Hãy chọn đúng một cơ quan hoặc một nhóm cơ quan.")


def _refuse_wrong_body(plan: Plan, agency: Agency | None, group: AgencyGroup | None) -> None:
    if (agency is None) == (group is None):
        raise Refusal("one_body", ONE_OF_BOTH, field="agency")
    refuse_elsewhere(plan, agency, group)


@transaction.atomic
def resolve_part(
    *,
    part: Part,
    by: Holding,
    at: datetime,
    agency: Agency | None = None,
    group: AgencyGroup | None = None,
    everywhere: bool = False,
) -> int:
    """Say which agency or group a part stands for; the name stays as the plan writes it. Returns how many were.

    `everywhere`: also every other open part and duty of the plan that carries the same name; a name that stands for
    nobody in particular ("các sở, ban ngành liên quan") may mean others elsewhere, so it is answered place by place.
    """
    plan = part.task.plan
    refuse_stranger(part, by)
    refuse_closed(plan)
    _refuse_wrong_body(plan, agency, group)
    return _resolve_named(plan, part, agency, group, everywhere, by, at)


@transaction.atomic
def resolve_party(
    *,
    party: DutyParty,
    by: Holding,
    at: datetime,
    agency: Agency | None = None,
    group: AgencyGroup | None = None,
    everywhere: bool = False,
) -> int:
    """Say which agency or group a report duty asks under this name; `everywhere` as in `resolve_part`."""
    plan = party.duty.plan
    refuse_stranger(party, by)
    refuse_closed(plan)
    _refuse_wrong_body(plan, agency, group)
    return _resolve_named(plan, party, agency, group, everywhere, by, at)


@transaction.atomic
def resolve_known(*, plan: Plan, by: Holding, at: datetime) -> int:
    """Look every open body up again, after agencies or aliases were entered; returns how many were resolved.

    As at intake, only an agency or a group of exactly this name or alias counts, as of the day of the plan's paper.
    """
    refuse_stranger(plan, by)
    refuse_closed(plan)
    dated = date_of_paper(plan)
    register = Register(plan.tenant, dated.latest() if dated else None)
    count = 0
    for row in _open_rows(plan):
        found = (register.agency(row.named), register.group(row.named))
        count += _resolve([row], *found, by, at) if any(found) else 0
    for duty in _open_duties(plan):
        receiver, through = register.agency(receiver_named(duty)), register.agency(gatherer_named(duty))
        count += _send(duty, receiver, through, by, at)
    return count


def _resolve_named(
    plan: Plan, row: Row, agency: Agency | None, group: AgencyGroup | None, everywhere: bool, by: Holding, at: datetime
) -> int:
    if not everywhere or is_open_class(row.named):
        return _resolve([row], agency, group, by, at)
    key = canonical(row.named)
    alike = [other for other in _open_rows(plan) if canonical(other.named) == key and other.pk != row.pk]
    for duty in _open_duties(plan) if agency else ():
        receives, gathers = canonical(receiver_named(duty)) == key, canonical(gatherer_named(duty)) == key
        _send(duty, agency if receives else None, agency if gathers else None, by, at)
    return _resolve([row, *alike], agency, group, by, at)


def _open_rows(plan: Plan) -> list[Row]:
    parts = Part.objects.filter(task__plan=plan, agency=None, group=None)
    parties = DutyParty.objects.filter(duty__plan=plan, agency=None, group=None)
    return [*parts, *parties]


def _open_duties(plan: Plan) -> list[ReportDuty]:
    duties = ReportDuty.objects.filter(Q(receiver=None) | Q(through=None), plan=plan)
    return list(duties.select_related("plan__document", "receiver", "through"))


def _send(duty: ReportDuty, receiver: Agency | None, through: Agency | None, by: Holding, at: datetime) -> int:
    """Fill in what a duty does not know yet of who receives and who gathers; returns 1 when it learned something."""
    receiver, through = duty.receiver or receiver, duty.through or through
    if (receiver, through) == (duty.receiver, duty.through):
        return 0
    set_receiver(duty=duty, receiver=receiver, through=through, by=by, at=at)
    return 1


def _resolve(rows: Sequence[Row], agency: Agency | None, group: AgencyGroup | None, by: Holding, at: datetime) -> int:
    for row in rows:
        row.agency, row.group = agency, group
        if isinstance(row, Part):
            row.version += 1
        row.save()
        verb = "part_resolved" if isinstance(row, Part) else "party_resolved"
        record(verb, row, by=by, at=at, named=row.named, agency=agency and agency.pk, group=group and group.pk)
        settle_fields(row=row, fields=["named"], by=by, at=at, answer=str(agency or group))
    return len(rows)


@transaction.atomic
def add_part(
    *,
    task: Task,
    kind: str,
    by: Holding,
    at: datetime,
    agency: Agency | None = None,
    group: AgencyGroup | None = None,
    manner: str = Part.Manner.ORDERED,
    delegated_from: Part | None = None,
) -> Part:
    """Give an agency or a group a part in a task that the plan's text does not give it; the same one once.

    `delegated_from` is the part it carries on: when that one's agency ended, it begins on that day.
    """
    refuse_stranger(task, by)
    refuse_closed(task.plan)
    _refuse_wrong_body(task.plan, agency, group)
    same = task.parts.filter(kind=kind)
    carried = same.filter(delegated_from=delegated_from) if delegated_from else same
    if already := carried.filter(agency=agency, group=group).first():
        return already
    body = agency or group
    part = Part.objects.create(
        tenant_id=task.tenant_id, task=task, position=same.count(), kind=kind, manner=manner,
        named=str(body), agency=agency, group=group, delegated_from=delegated_from,
    )  # fmt: skip
    record("part_added", part, by=by, at=at, task=task.pk, named=part.named, kind=kind)
    if kind == Part.Kind.LEAD:
        settle_fields(row=task, fields=["lead"], by=by, at=at, answer=part.named)
    return part
