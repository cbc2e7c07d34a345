"""Two plans beside each other, one after the other, and a plan beside what was done of it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from lantoa.activities.coverage import coverage
from lantoa.activities.queries import Progress, progress_by_task
from lantoa.desk.forms.comparing import AppendixForm, OtherPlanForm
from lantoa.desk.views.found import found, key_of
from lantoa.documents.acts import register_incoming
from lantoa.files.acts import store
from lantoa.papers.anatomy import recognise
from lantoa.papers.cage import open_in_cage
from lantoa.plans import acts
from lantoa.plans.models import Plan, Task
from lantoa.plans.queries import Comparison, Pair, compare, left_behind, plan_for, tasks_for
from lantoa.reading.plan import draft_of
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call

CHANGES = ("added", "dropped", "changed")


def plan_compare(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """What a plan adds, drops and changes of another; by default of the one it follows."""
    plan = found(plan_for, request.holding, plan_id)
    form = OtherPlanForm(request.GET or None, holding=request.holding, plan=plan, initial={"voi": plan.previous_id})
    other = form.cleaned_data["voi"] if form.is_valid() else None
    other = other or plan.previous
    context: dict[str, Any] = {
        "plan": plan,
        "other": other,
        "choose": form,
        "follows": other and other == plan.previous,
    }
    if other:
        comparison = compare(other, plan)
        asked = request.GET.get("xem", "")
        states = (asked,) if asked in (*CHANGES, "same") else CHANGES
        context |= {
            "tally": comparison.tally(),
            "chosen": asked,
            "kinds": [(kind, pairs) for kind, pairs in _by_kind(comparison, states) if pairs],
            "left": _left(comparison, other),
        }
    return render(request, "desk/plan_compare.html", context)


def _by_kind(comparison: Comparison, states: tuple[str, ...]) -> list[tuple[str, list[Pair]]]:
    lists = {
        "theme": comparison.themes, "task": comparison.tasks, "duty": comparison.duties, "clause": comparison.clauses,
    }  # fmt: skip
    return [(kind, [pair for pair in pairs if pair.state in states]) for kind, pairs in lists.items()]


def _left(comparison: Comparison, other: Plan) -> list[tuple[Task, Progress]]:
    """What the older plan leaves behind, each task with what was done for it."""
    done = progress_by_task(other)
    return [(task, done.get(task.pk, Progress())) for task in left_behind(comparison)]


@require_POST
def plan_follow(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Say that a plan comes after another."""
    plan = found(plan_for, request.holding, plan_id)
    previous = found(plan_for, request.holding, key_of(request.POST.get("voi", "")))
    count = acts.follow(new=plan, previous=previous, by=request.holding, at=request.at)
    said = ngettext("Đã ghi là kế hoạch nối tiếp: %(count)d chỗ giống được nối với nhau.",
                    "Đã ghi là kế hoạch nối tiếp: %(count)d chỗ giống được nối với nhau.", count)  # fmt: skip
    messages.success(request, said % {"count": count})
    return redirect("plan-compare", plan.id)


@require_POST
def plan_carry_over(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Take the chosen tasks of the previous plan over."""
    plan = found(plan_for, request.holding, plan_id)
    chosen = {key_of(key) for key in request.POST.getlist("viec")}
    tasks = tasks_for(request.holding, plan.previous).filter(pk__in=chosen) if plan.previous else Task.objects.none()
    made = acts.carry_over(plan=plan, tasks=tasks, by=request.holding, at=request.at)
    said = ngettext("Đã chuyển %(count)d nhiệm vụ sang kế hoạch này.",
                    "Đã chuyển %(count)d nhiệm vụ sang kế hoạch này.", len(made))  # fmt: skip
    messages.success(request, said % {"count": len(made)})
    return redirect("tasks" if made else "plan-compare", plan.id)


def plan_close(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """End a plan, after saying what that means."""
    plan = found(plan_for, request.holding, plan_id)
    if request.method == "POST":
        acts.close(plan=plan, by=request.holding, at=request.at)
        messages.success(request, gettext("Kế hoạch đã kết thúc; dữ liệu vẫn xem được."))
        return redirect("plan", plan.id)
    if plan.status != Plan.Status.CONFIRMED:
        return redirect("plan", plan.id)
    return render(request, "desk/plan_close.html", {"plan": plan, "successors": plan.successors.all()})


def plan_appendix(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Merge an appendix that came later; nothing is kept of a file without tasks."""
    plan = found(plan_for, request.holding, plan_id)
    form = AppendixForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            made = _add_appendix(request, plan, form.cleaned_data["file"])
            said = ngettext("Đã bổ sung %(count)d nhiệm vụ từ phụ lục.",
                            "Đã bổ sung %(count)d nhiệm vụ từ phụ lục.", len(made))  # fmt: skip
            messages.success(request, said % {"count": len(made)})
            return redirect(f"{reverse('plan-review', args=[plan.id])}?xem=can-xem")
    return render(request, "desk/plan_appendix.html", {"form": form, "plan": plan})


@transaction.atomic
def _add_appendix(request: Call, plan: Plan, upload: UploadedFile[Any]) -> list[Task]:
    by, at, name = request.holding, request.at, upload.name or "phu-luc"
    content = upload.read()
    paper = recognise(open_in_cage(content, name))
    title = paper.title or next((annex.title for annex in paper.appendices if annex.title), "")
    face = replace(paper, type_name=paper.type_name or "Phụ lục", title=title)
    file = store(tenant=by.tenant, content=content, name=name, by=by, at=at)
    document = register_incoming(paper=face, file=file, tenant=by.tenant, text=paper.text, by=by, at=at)
    return acts.add_appendix(plan=plan, draft=draft_of(paper), document=document, paper=paper, by=by, at=at)


def plan_coverage(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """How what was done is spread over the themes, beside the weight the plan gives them."""
    plan = found(plan_for, request.holding, plan_id)
    return render(request, "desk/plan_coverage.html", {"plan": plan, "coverage": coverage(plan)})
