"""From one plan to the next: what follows what, which tasks go on, and when a plan has ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Max

from lantoa.agencies.models import Holding
from lantoa.plans.intake.points import OPEN_CLASS, UNKNOWN_BODY
from lantoa.plans.models import Part, Plan, ReviewPoint, Task
from lantoa.plans.queries import compare, same_line_of_descent
from lantoa.plans.rules import follows, is_open_class, name_of, refuse_closed, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Owned
from lantoa.trail.actors import kind_of
from lantoa.trail.acts import record
from lantoa.viet.deadlines import day_in_vietnam

RING = marked("Kế hoạch “%(title)s” không thể nối tiếp chính nó hay một kế hoạch nối tiếp nó.")
OTHER_PROVINCE = marked("Kế hoạch “%(title)s” là của tỉnh khác; chỉ so được, không nối tiếp được.")
NOT_OF_THE_LAST = marked("Nhiệm vụ “%(task)s” không thuộc kế hoạch trước của kế hoạch này.")
CARRIED = marked("Nhiệm vụ “%(task)s” đã có trong kế hoạch này.")
NOT_IN_FORCE = marked("Chỉ kết thúc được kế hoạch đang thực hiện; “%(title)s” hiện là: %(status)s.")

GROUP = "Chuyển tiếp từ %(plan)s"
TIME_OVER = "Nhiệm vụ chuyển tiếp đã qua thời gian cũ (%(time)s); hãy ghi thời gian mới."
NO_TIME = "Nhiệm vụ chuyển tiếp chưa có thời gian thực hiện."
"""What is stored with the plan is Vietnamese, as the plan is."""


@transaction.atomic
def follow(*, new: Plan, previous: Plan, by: Holding, at: datetime) -> int:
    """Make a plan the successor of another: the clauses, tasks and themes that are the same in both get one lineage.

    The previous plan stays as it is. Returns how many rows go on. Refuses a ring and a plan of another province.
    """
    refuse_stranger(new, by)
    refuse_closed(new)
    if previous.tenant_id != new.tenant_id:
        raise Refusal("other_province", OTHER_PROVINCE, title=previous.title)
    if follows(previous, new):
        raise Refusal("plan_ring", RING, title=new.title)
    new.previous = previous
    new.version += 1
    new.save()
    pairs = same_line_of_descent(compare(previous, new))
    _pass_on(pairs)
    record("plan_followed", new, by=by, at=at, previous=previous.title, same=len(pairs))
    return len(pairs)


def _pass_on(pairs: Iterable[tuple[Any, Any]]) -> None:
    """Give every new clause, task and theme the lineage of the old one."""
    by_kind: dict[type[models.Model], list[Any]] = {}
    for old, new in pairs:
        new.lineage = old.lineage
        by_kind.setdefault(type(new), []).append(new)
    for model, rows in by_kind.items():
        model._default_manager.bulk_update(rows, ["lineage"])


@transaction.atomic
def close(*, plan: Plan, by: Holding, at: datetime) -> Plan:
    """End a plan that is in force: nothing of it changes any more, everything of it stays readable."""
    refuse_stranger(plan, by)
    if plan.status != Plan.Status.CONFIRMED:
        raise Refusal("not_in_force", NOT_IN_FORCE, title=plan.title, status=str(plan.get_status_display()))
    plan.status = Plan.Status.CLOSED
    plan.version += 1
    plan.save()
    record("plan_closed", plan, by=by, at=at)
    return plan


@transaction.atomic
def carry_over(*, plan: Plan, tasks: Iterable[Task], by: Holding, at: datetime) -> list[Task]:
    """Take tasks of the previous plan over into a plan that does not name them; the old ones stay as they are.

    A new task says which plan it comes from and keeps the old one's lineage, and its parts as the old plan wrote them.
    A time that has passed is not carried over but asked for, and so is a body that no longer exists on that day.
    Refuses a task of any other plan, and one that the plan has already.
    """
    refuse_stranger(plan, by)
    refuse_closed(plan)
    known = set(Task.objects.filter(plan=plan).values_list("lineage", flat=True))
    made = []
    for old in tasks:
        if plan.previous_id is None or old.plan_id != plan.previous_id:
            raise Refusal("not_of_the_last", NOT_OF_THE_LAST, task=old.content[:80])
        if old.lineage in known:
            raise Refusal("task_carried", CARRIED, task=old.content[:80])
        known.add(old.lineage)
        made.append(_carry(plan, old, by, at))
    return made


def _carry(plan: Plan, old: Task, by: Holding, at: datetime) -> Task:
    goes_on = old.recurring or (old.ends_on is not None and old.ends_on >= day_in_vietnam(at))
    time: dict[str, Any] = {"time_raw": old.time_raw, "recurring": old.recurring} if goes_on else {}
    if goes_on and not old.recurring:
        time |= {"starts_on": old.starts_on, "ends_on": old.ends_on}
    task = Task.objects.create(
        tenant_id=plan.tenant_id, plan=plan, position=_next(Task, plan), origin=Task.Origin.PERSON,
        content=old.content, group=GROUP % {"plan": name_of(old.plan)}, lineage=old.lineage, **time,
    )  # fmt: skip
    record("task_carried_over", task, by=by, at=at, content=task.content, task=old.pk)
    if not goes_on:
        message = TIME_OVER % {"time": old.time_raw} if old.time_raw else NO_TIME
        _ask(plan, task, "time_missing", "time_raw", message)
    for part in old.parts.all():
        _carry_part(task, part, at)
    return task


def _carry_part(task: Task, old: Part, at: datetime) -> None:
    """The same body in the same part; one that has ended since is named but stands for nobody yet."""
    exists = old.agency is not None and old.agency.exists_on(day_in_vietnam(at))
    part = Part.objects.create(
        tenant_id=task.tenant_id, task=task, position=old.position, kind=old.kind, manner=old.manner, named=old.named,
        agency=old.agency if exists else None, group=old.group,
    )  # fmt: skip
    if part.agency is None and part.group is None:
        open_class = is_open_class(part.named)
        code, message = ("open_class", OPEN_CLASS) if open_class else ("unknown_body", UNKNOWN_BODY)
        _ask(task.plan, part, code, "named", message)


def _ask(plan: Plan, row: Owned, code: str, field: str, message: str) -> None:
    ReviewPoint.objects.create(
        tenant_id=plan.tenant_id, plan=plan, position=_next(ReviewPoint, plan), kind=ReviewPoint.Kind.MISSING,
        code=code, message=message, subject_kind=kind_of(row), subject_id=row.pk, field=field,
    )  # fmt: skip


def _next(model: type[Task] | type[ReviewPoint], plan: Plan) -> int:
    last = model._default_manager.filter(plan=plan).aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1
