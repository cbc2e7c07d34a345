"""Saying whom a body of the plan stands for, and giving bodies a part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans.acts.settling import settle_fields
from lantoa.plans.models import DutyParty, Part, Plan, Task
from lantoa.plans.rules import is_open_class, refuse_closed, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.trail.acts import record
from lantoa.viet.bodies import canonical

ONE_OF_BOTH = marked("Hãy chọn đúng một cơ quan hoặc một nhóm cơ quan.")
ELSEWHERE = marked("“%(name)s” thuộc tỉnh khác nên không nhận được phần việc trong kế hoạch này.")


def _refuse_wrong_body(plan: Plan, agency: Agency | None, group: AgencyGroup | None) -> None:
    body = agency or group
    if body is None or (agency and group):
        raise Refusal("one_body", ONE_OF_BOTH, field="agency")
    if body.tenant_id != plan.tenant_id:
        raise Refusal("other_province", ELSEWHERE, field="agency", name=body.name)


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
    alike = _of_the_same_name(plan, part) if everywhere else []
    return _resolve([part, *alike], agency, group, by, at)


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
    alike = _of_the_same_name(plan, party) if everywhere else []
    return _resolve([party, *alike], agency, group, by, at)


def _of_the_same_name(plan: Plan, named: Part | DutyParty) -> list[Part | DutyParty]:
    if is_open_class(named.named):
        return []
    key = canonical(named.named)
    parts = Part.objects.filter(task__plan=plan, agency=None, group=None)
    parties = DutyParty.objects.filter(duty__plan=plan, agency=None, group=None)
    return [row for row in [*parts, *parties] if canonical(row.named) == key and row.pk != named.pk]


def _resolve(
    rows: Sequence[Part | DutyParty], agency: Agency | None, group: AgencyGroup | None, by: Holding, at: datetime
) -> int:
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
    """Give an agency or a group a part in a task that the plan's text does not give it."""
    refuse_stranger(task, by)
    refuse_closed(task.plan)
    _refuse_wrong_body(task.plan, agency, group)
    same = task.parts.filter(kind=kind)
    if already := same.filter(agency=agency, group=group).first():
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
