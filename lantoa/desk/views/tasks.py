"""Tasks of a plan: who does what by when, and what was done."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from lantoa.activities.queries import Progress, activities_for, progress_by_task
from lantoa.desk.forms.plans import ResolveForm, TaskForm
from lantoa.desk.views.found import found, mentions, page_of
from lantoa.materials.queries import materials_for, newest_version
from lantoa.plans import acts
from lantoa.plans.models import Part, Task
from lantoa.plans.queries import own_tasks, parts_of, plan_for, task_for, tasks_for
from lantoa.plans.rules import may_edit
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.viet.letters import fold
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call


@dataclass(frozen=True, slots=True)
class Row:
    """A task on the list: its parts, what was done, and how that stands today ("todo", "doing", "overdue")."""

    task: Task
    leads: list[Part]
    others: list[Part]
    done: Progress
    status: str

    @property
    def word(self) -> str:
        return {
            "todo": gettext("Chưa có hoạt động"),
            "doing": gettext("Đang thực hiện"),
            "overdue": gettext("Hết thời gian, chưa có hoạt động"),
        }[self.status]


def tasks(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """The tasks of a plan; filters stay in the address."""
    plan = found(plan_for, request.holding, plan_id)
    today = day_in_vietnam(request.at)
    own = request.GET.get("cua-toi") == "1"
    rows = own_tasks(request.holding, plan, today) if own else tasks_for(request.holding, plan)
    done = progress_by_task(plan)
    listed = [_row(task, done.get(task.pk, Progress()), today) for task in rows]
    asked = {name: request.GET.get(name, "").strip() for name in ("tim", "chu-tri", "nhom", "tinh-trang")}
    context = {
        "plan": plan,
        "page": page_of(request, [row for row in listed if _fits(row, asked)]),
        "total": len(listed),
        "asked": asked,
        "chosen_lead": asked["chu-tri"],
        "chosen_status": asked["tinh-trang"],
        "own": own,
        "leads": sorted({part.named for row in listed for part in row.leads}, key=fold),
        "groups": list(dict.fromkeys(row.task.group for row in listed if row.task.group)),
    }
    return render(request, "desk/tasks.html", context)


def _row(task: Task, done: Progress, today: date) -> Row:
    parts = list(task.parts.all())
    leads = [part for part in parts if part.kind == Part.Kind.LEAD]
    over = task.ends_on is not None and task.ends_on < today
    status = "doing" if done.done else "overdue" if over else "todo"
    return Row(task, leads, [part for part in parts if part not in leads], done, status)


def _fits(row: Row, asked: dict[str, str]) -> bool:
    return (
        mentions(asked["tim"], row.task.number, row.task.content)
        and (not asked["chu-tri"] or any(part.named == asked["chu-tri"] for part in row.leads))
        and (not asked["nhom"] or row.task.group == asked["nhom"])
        and (not asked["tinh-trang"] or row.status == asked["tinh-trang"])
    )


def task(request: Call, task_id: uuid.UUID) -> HttpResponse:
    """One task: whose it is, what was done, and where the plan says so."""
    row = found(task_for, request.holding, task_id)
    trace = row.traces.get("content")
    editable = may_edit(row, request.holding)
    context = {
        "task": row,
        "parts": parts_of(row),
        "themes": row.themes.all(),
        "activities": activities_for(request.holding).filter(task=row).prefetch_related("figures__indicator"),
        "materials": [(one, newest_version(one)) for one in materials_for(request.holding).filter(task=row)[:50]],
        "passage": row.plan.document.text[int(trace[0]) : int(trace[1])] if trace else "",
        "trace": trace,
        "may_edit": editable,
    }
    return render(request, "desk/task.html", context)


def task_edit(request: Call, task_id: uuid.UUID) -> HttpResponse:
    """Correct a task."""
    row = found(task_for, request.holding, task_id)
    names = ("content", "group", "time_raw", "starts_on", "ends_on")
    initial = {name: getattr(row, name) for name in names} | {"seen": row.version, "themes": row.themes.all()}
    form = TaskForm(posted(request), initial=initial, themes=row.plan.theme_set.all())
    if request.method == "POST" and form.is_valid():
        with refusals_on(form), transaction.atomic():
            changes = {name: form.cleaned_data[name] for name in names if name in form.changed_data}
            by, at, seen, themes = request.holding, request.at, form.cleaned_data["seen"], form.cleaned_data["themes"]
            acts.tag_task(task=row, themes=themes, by=by, at=at, seen=seen)
            acts.edit_task(task=row, by=by, at=at, seen=row.version, **changes)
            messages.success(request, gettext("Đã lưu nhiệm vụ."))
            return redirect("task", row.id)
    return render(request, "desk/task_edit.html", {"form": form, "task": row})


def part_resolve(request: Call, part_id: uuid.UUID) -> HttpResponse:
    """Say which agency or group a body named in the plan stands for."""
    part = get_object_or_404(Part.objects.select_related("task__plan"), id=part_id, tenant=request.holding.tenant_id)
    form = ResolveForm(posted(request), holding=request.holding, part=part)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.resolve_part(part=part, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã ghi %(name)s là ai.") % {"name": part.named})
            return redirect("task", part.task_id)
    return render(request, "desk/part_resolve.html", {"form": form, "part": part})
