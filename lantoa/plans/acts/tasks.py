"""Keeping tasks right: editing what was read, adding what the paper leaves to an annex that came later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.acts.parts import add_part
from lantoa.plans.acts.settling import settle_fields
from lantoa.plans.answers import text_of, time_of
from lantoa.plans.models import Clause, Part, Plan, Task
from lantoa.plans.rules import date_of_paper, refuse_closed, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

EDITABLE = ("number", "group", "content", "time_raw", "starts_on", "ends_on", "recurring")
BACKWARDS = marked("Ngày kết thúc trước ngày bắt đầu; hãy sửa lại một trong hai ngày.")


@transaction.atomic
def edit_task(*, task: Task, by: Holding, at: datetime, seen: int | None = None, **changes: Any) -> Task:
    """Change any of `EDITABLE`. A new `time_raw` brings its days with it unless they are given. What a person wrote has
    no place in the paper any more, so its trace goes.
    """
    if unknown := changes.keys() - set(EDITABLE):
        raise TypeError(f"not to be edited: {sorted(unknown)}")
    refuse_stranger(task, by)
    refuse_stale(task, seen)
    refuse_closed(task.plan)
    changes = _dated(task.plan, _in_words(changes))
    changed = {name: value for name, value in changes.items() if value != getattr(task, name)}
    if not changed:
        return task
    for name, value in changed.items():
        setattr(task, name, value)
        task.traces.pop(name, None)
    _refuse_backwards(task.starts_on, task.ends_on)
    task.version += 1
    task.save()
    record("task_edited", task, by=by, at=at, **changed)
    settle_fields(row=task, fields=changed, by=by, at=at, answer=str(changes.get("time_raw", "")))
    return task


def _in_words(changes: dict[str, Any]) -> dict[str, Any]:
    return changes | {"content": text_of(changes["content"])} if "content" in changes else changes


def _dated(plan: Plan, changes: dict[str, Any]) -> dict[str, Any]:
    """The days that a time phrase says, where they are not given apart."""
    if not changes.get("time_raw"):
        return changes
    phrase = time_of(changes["time_raw"], date_of_paper(plan))
    said = {"starts_on": phrase.start, "ends_on": phrase.end, "recurring": phrase.recurring}
    return said | changes | {"time_raw": phrase.raw}


def _refuse_backwards(start: date | None, end: date | None) -> None:
    if start and end and start > end:
        raise Refusal("task_backwards", BACKWARDS, field="ends_on")


@transaction.atomic
def add_task(
    *,
    plan: Plan,
    content: str,
    by: Holding,
    at: datetime,
    lead: Agency | None = None,
    coordinating: Sequence[Agency] = (),
    time_raw: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    number: str = "",
    group: str = "",
    clause: Clause | None = None,
) -> Task:
    """Enter a task that the paper does not hold, such as one of an annex that came later."""
    refuse_stranger(plan, by)
    refuse_closed(plan)
    given = {"starts_on": starts_on, "ends_on": ends_on} if starts_on or ends_on else {}
    time = _dated(plan, {"time_raw": time_raw, **given})
    _refuse_backwards(time.get("starts_on"), time.get("ends_on"))
    last = Task.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    task = Task.objects.create(
        tenant_id=plan.tenant_id, plan=plan, position=0 if last is None else last + 1, origin=Task.Origin.PERSON,
        content=text_of(content), number=number, group=group, clause=clause, **time,
    )  # fmt: skip
    record("task_added", task, by=by, at=at, content=task.content)
    if lead:
        add_part(task=task, kind=Part.Kind.LEAD, agency=lead, by=by, at=at)
    for agency in coordinating:
        add_part(task=task, kind=Part.Kind.COORDINATING, agency=agency, by=by, at=at)
    return task
