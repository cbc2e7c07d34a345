"""Saying which of the plan's themes a task serves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from lantoa.agencies.models import Holding
from lantoa.plans.models import Task, Theme
from lantoa.plans.rules import refuse_closed, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

ELSEWHERE = marked("Chủ đề “%(theme)s” không thuộc kế hoạch của nhiệm vụ này.")


@transaction.atomic
def tag_task(*, task: Task, themes: Iterable[Theme], by: Holding, at: datetime, seen: int | None = None) -> Task:
    """Set the themes of a task; everything done for it counts for them from then on."""
    chosen = {theme.pk: theme for theme in themes}
    refuse_stranger(task, by)
    refuse_stale(task, seen)
    refuse_closed(task.plan)
    for theme in chosen.values():
        if theme.plan_id != task.plan_id:
            raise Refusal("theme_elsewhere", ELSEWHERE, field="themes", theme=theme.text)
    if set(task.themes.values_list("pk", flat=True)) == chosen.keys():
        return task
    task.themes.set(chosen.values())
    task.version += 1
    task.save()
    record("task_tagged", task, by=by, at=at, themes=[str(theme) for theme in chosen.values()])
    return task
