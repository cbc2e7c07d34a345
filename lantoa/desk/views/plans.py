"""Plans: listed, taken in from a file, confirmed; their tasks."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from lantoa.activities.queries import Progress, progress_by_theme
from lantoa.desk.coming import gathers
from lantoa.desk.forms.plans import ConfirmForm, PlanFileForm
from lantoa.desk.views.found import found
from lantoa.documents.acts import register_incoming
from lantoa.files.acts import store
from lantoa.papers.anatomy import recognise
from lantoa.papers.cage import open_in_cage
from lantoa.plans import acts
from lantoa.plans.models import Plan, ReviewPoint, Theme
from lantoa.plans.queries import budget_duties_of, duties_of, likely_lead, open_points, plan_for, plans_for
from lantoa.plans.rules import oversees
from lantoa.reading import read_plan
from lantoa.rounds.queries import rounds_for
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call


def plans(request: Call) -> HttpResponse:
    """The plans of the province, with what is still open in each."""
    still = Count("reviewpoint_set", filter=Q(reviewpoint_set__state=ReviewPoint.State.OPEN), distinct=True)
    rows = plans_for(request.holding).annotate(still=still, tasks=Count("task_set", distinct=True))
    return render(request, "desk/plans.html", {"plans": rows})


def plan(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """One plan: its paper, time, duties, and the ways on."""
    row = found(plan_for, request.holding, plan_id)
    context = {
        "plan": row,
        "tasks": row.task_set.count(),
        "still": open_points(row).count() if oversees(request.holding) else 0,
        "phases": row.phase_set.all(),
        "themes": _by_theme(row),
        "audiences": row.audience_set.all(),
        "bases": row.legalbasis_set.select_related("document"),
        "duties": [(duty, gathers(request.holding, duty)) for duty in duties_of(row)],
        "budget_duties": budget_duties_of(row),
        "rounds": rounds_for(request.holding).filter(plan=row) if oversees(request.holding) else [],
        "oversees": oversees(request.holding),
    }
    return render(request, "desk/plan.html", context)


def _by_theme(row: Plan) -> list[tuple[Theme, Progress]]:
    """The report per theme: each with its pillars and what was done for it."""
    done = progress_by_theme(row)
    return [(theme, done.get(theme.pk, Progress())) for theme in row.theme_set.prefetch_related("pillars")]


def plan_upload(request: Call) -> HttpResponse:
    """Read a plan's file into a draft; nothing is kept of a file that is no plan."""
    form = PlanFileForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            made = _take_in(request, form.cleaned_data["file"])
            return redirect("plan-review", made.id)
    return render(request, "desk/plan_upload.html", {"form": form})


@transaction.atomic
def _take_in(request: Call, upload: UploadedFile[Any]) -> Plan:
    by, at, name = request.holding, request.at, upload.name or "ke-hoach"
    content = upload.read()
    paper = recognise(open_in_cage(content, name))
    draft = read_plan(paper, name)
    file = store(tenant=by.tenant, content=content, name=name, by=by, at=at)
    document = register_incoming(paper=paper, file=file, tenant=by.tenant, text=draft.text, by=by, at=at)
    return acts.take_in(draft=draft, document=document, paper=paper, by=by, at=at)


def plan_confirm(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Put a plan in force, with what is still open left open."""
    row = found(plan_for, request.holding, plan_id)
    if row.status != Plan.Status.DRAFT:
        return redirect("plan", row.id)
    form = ConfirmForm(posted(request), holding=request.holding, initial={"lead": row.lead or likely_lead(row)})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form), transaction.atomic():
            acts.adopt_indicators(plan=row, by=request.holding, at=request.at)
            acts.confirm(plan=row, lead=form.cleaned_data["lead"], by=request.holding, at=request.at)
            messages.success(request, gettext("Kế hoạch đã được xác nhận và đang thực hiện."))
            return redirect("plan", row.id)
    points = list(open_points(row))
    return render(request, "desk/plan_confirm.html", {"form": form, "plan": row, "points": points})
