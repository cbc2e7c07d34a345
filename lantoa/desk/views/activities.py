"""Activities: logged with figures and evidence, listed, corrected, marked as one event."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from lantoa.activities import acts
from lantoa.activities.models import Activity, Evidence
from lantoa.activities.queries import activities_for, activity_for, likely_doubles, themes_of
from lantoa.activities.rules import may_log, may_mark, plan_of
from lantoa.desk.forms.activities import EditForm, EvidenceForm, LogForm, said_of
from lantoa.desk.forms.materials import ReasonForm
from lantoa.desk.views.found import as_download, found, key_of, mentions, page_of
from lantoa.desk.views.work import tasks_at_hand
from lantoa.files.acts import store
from lantoa.files.models import StoredFile
from lantoa.plans.models import Part, Plan
from lantoa.plans.queries import parts_of_agency, plans_for, task_for
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call


def activities(request: Call) -> HttpResponse:
    """What was done, newest first; by words."""
    asked = request.GET.get("tim", "").strip()
    rows = activities_for(request.holding).prefetch_related("figures__indicator").order_by("-began_on", "title")
    listed = [row for row in rows if mentions(asked, row.title, row.place, row.agency.name)] if asked else rows
    return render(request, "desk/activities.html", {"page": page_of(request, listed), "asked": asked})


def activity(request: Call, activity_id: uuid.UUID) -> HttpResponse:
    """One activity with figures and evidence."""
    row = found(activity_for, request.holding, activity_id)
    return render(request, "desk/activity.html", _shown(request, row))


def _shown(request: Call, row: Activity, **forms: Any) -> dict[str, Any]:
    return {
        "activity": row,
        "figures": row.figures.select_related("indicator"),
        "evidence": row.evidence.select_related("file").order_by("proof", "added_at"),
        "themes": themes_of(row),
        "doubles": activities_for(request.holding).filter(same_as=row),
        "may_edit": may_log(row.agency, request.holding) and row.cancelled_at is None,
        "may_mark": may_mark(row, request.holding),
        "evidence_form": EvidenceForm(),
        "reason_form": ReasonForm(),
        **forms,
    }


def activity_log(request: Call) -> HttpResponse:
    """Log an activity: first its task, then what was done."""
    asked = request.GET.get("nhiem-vu")
    if not asked:
        return render(request, "desk/activity_task.html", {"tasks": tasks_at_hand(request)})
    task = found(task_for, request.holding, key_of(asked))
    part = parts_of_agency(request.holding.agency, task.plan, day_in_vietnam(request.at)).filter(task=task).first()
    form = LogForm(
        posted(request),
        request.FILES or None,
        holding=request.holding,
        indicators=task.plan.indicators.all(),
        initial={"kind": part.kind if part else Part.Kind.LEAD},
    )
    if request.method == "POST" and form.is_valid():
        with refusals_on(form), transaction.atomic():
            made = acts.log(
                agency=form.cleaned_data["agency"], task=task, **form.facts(), by=request.holding, at=request.at
            )
            _prove(request, made, form.cleaned_data)
            messages.success(request, gettext("Đã ghi hoạt động. Số liệu sẽ tự vào báo cáo của kỳ này."))
            return redirect("activity", made.id)
    return render(request, "desk/activity_log.html", {"form": form, "task": task})


def _prove(request: Call, activity: Activity, given: dict[str, Any]) -> None:
    """Attach the file and the address that were given; each is evidence of its own."""
    if given.get("file"):
        file = _stored(request, given["file"])
        caption = given.get("caption") or file.name
        acts.add_evidence(activity=activity, file=file, caption=caption, by=request.holding, at=request.at)
    if given.get("url"):
        caption = given.get("caption", "")
        acts.add_evidence(activity=activity, url=given["url"], caption=caption, by=request.holding, at=request.at)


def _stored(request: Call, file: UploadedFile[Any]) -> StoredFile:
    tenant = request.holding.tenant
    return store(tenant=tenant, content=file.read(), name=file.name or "tep", by=request.holding, at=request.at)


def activity_edit(request: Call, activity_id: uuid.UUID) -> HttpResponse:
    """Correct an activity."""
    row = found(activity_for, request.holding, activity_id)
    plan = plan_of(row.task, row.clause)
    form = EditForm(posted(request), initial=said_of(row), indicators=plan.indicators.all() if plan else [])
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            seen = form.cleaned_data["seen"]
            acts.edit(activity=row, seen=seen, **form.facts(), by=request.holding, at=request.at)
            messages.success(request, gettext("Đã lưu."))
            return redirect("activity", row.id)
    return render(request, "desk/activity_edit.html", {"form": form, "activity": row})


@require_POST
def activity_evidence(request: Call, activity_id: uuid.UUID) -> HttpResponse:
    """Attach a file, an address, or somebody's word."""
    row = found(activity_for, request.holding, activity_id)
    form = EvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        with refusals_on(form), transaction.atomic():
            given = form.cleaned_data
            if given["file"] or given["url"]:
                _prove(request, row, given)
            else:
                acts.add_evidence(activity=row, caption=given["caption"], by=request.holding, at=request.at)
            messages.success(request, gettext("Đã thêm minh chứng."))
            return redirect("activity", row.id)
    return render(request, "desk/activity.html", _shown(request, row, form=form, evidence_form=form))


@require_POST
def activity_cancel(request: Call, activity_id: uuid.UUID) -> HttpResponse:
    """Say that it did not happen."""
    row = found(activity_for, request.holding, activity_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            acts.cancel(activity=row, reason=form.cleaned_data["reason"], by=request.holding, at=request.at)
            messages.success(request, gettext("Đã hủy; hoạt động này không còn được tính."))
            return redirect("activity", row.id)
    return render(request, "desk/activity.html", _shown(request, row, form=form, reason_form=form))


def activity_doubles(request: Call) -> HttpResponse:
    """Pairs that may be one event reported twice."""
    plans = plans_for(request.holding).filter(status=Plan.Status.CONFIRMED)
    pairs = [(plan, pair) for plan in plans for pair in _doubles_of(plan)]
    return render(request, "desk/activity_doubles.html", {"pairs": pairs})


def _doubles_of(plan: Plan) -> Any:
    days = Activity.objects.filter(task__plan=plan).order_by("began_on").values_list("began_on", "ended_on")
    first, last = days.first(), days.last()
    return likely_doubles(plan, first[0], max(last)) if first and last else []


@require_POST
def activity_same(request: Call, activity_id: uuid.UUID) -> HttpResponse:
    """Say that two activities are one event."""
    row = found(activity_for, request.holding, activity_id)
    other = found(activity_for, request.holding, key_of(request.POST.get("as_of", "")))
    acts.mark_same(activity=row, as_of=other, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã ghi là cùng một sự kiện; sự kiện được tính một lần."))
    return redirect("activity-doubles")


@require_POST
def activity_unsame(request: Call, activity_id: uuid.UUID) -> HttpResponse:
    """Say that it was an event of its own after all."""
    row = found(activity_for, request.holding, activity_id)
    acts.unmark_same(activity=row, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã tách; hoạt động này được tính riêng."))
    return redirect("activity", row.id)


def evidence_file(request: Call, evidence_id: uuid.UUID) -> HttpResponse:
    """The file of a piece of evidence, to save."""
    seen = Evidence.objects.filter(activity__in=activities_for(request.holding), file__isnull=False)
    row = get_object_or_404(seen.select_related("file"), id=evidence_id)
    if row.file is None:
        raise Http404
    return as_download(row.file)
