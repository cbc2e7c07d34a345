"""Reviewing a plan beside its text: what was read, how surely, what is missing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from lantoa.desk.forms.bodies import AGENCY, GROUP, BodiesForm
from lantoa.desk.passages import Place, anchor, passages
from lantoa.desk.views.found import found
from lantoa.plans import acts
from lantoa.plans.fields import Fill
from lantoa.plans.models import Part, Plan, ReviewPoint
from lantoa.plans.queries import ReviewRow, count_by_state, open_bodies, plan_for, point_for, review_rows
from lantoa.plans.rules import is_open_class
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call

ROWS = 60
EXAMPLES = {
    Fill.DATE: "30/8/2026",
    Fill.PARTIAL_DATE: "12/2026",
    Fill.YEARLY_DAY: "10/12",
    Fill.TIME: "Quý I/2027",
}
"""What an answer looks like, by what it must be."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the review, with where its passage stands in the page and an example of an answer."""

    row: ReviewRow
    anchor: str
    example: str


def plan_review(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """The text on one side, what was read from it on the other, in the order of the text."""
    plan = found(plan_for, request.holding, plan_id)
    rows = review_rows(plan)
    doubtful = request.GET.get("xem") == "can-xem"
    page = Paginator([row for row in rows if row.state != "sure"] if doubtful else rows, ROWS).get_page(
        request.GET.get("trang")
    )
    on_page = list(page)
    seen = {point.pk for row in rows for point in row.points}
    context = {
        "plan": plan,
        "page": page,
        "shown": [Shown(row, anchor(row.start, row.end), EXAMPLES.get(row.fill, "")) for row in on_page],
        "passages": _text_beside(plan, page, on_page),
        "counts": count_by_state(rows),
        "doubtful": doubtful,
        "warnings": [point for point in _warnings(plan) if point.proposal or point.pk not in seen],
        "tasks": plan.task_set.count(),
        "unknown": len([body for body in open_bodies(plan) if not is_open_class(body.named)]),
        "bodies": Part.objects.filter(task__plan=plan).values("named").distinct().count(),
    }
    return render(request, "desk/plan_review.html", context)


def plan_bodies(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Enter the bodies that the plan names and the register does not know, all at once."""
    plan = found(plan_for, request.holding, plan_id)
    form = BodiesForm(posted(request), names=[body.named for body in open_bodies(plan)])
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            agencies, groups = form.chosen(AGENCY), form.chosen(GROUP)
            count = acts.enter_bodies(plan=plan, agencies=agencies, groups=groups, by=request.holding, at=request.at)
            said = ngettext("Đã gắn %(count)d chỗ trong kế hoạch.", "Đã gắn %(count)d chỗ trong kế hoạch.", count)
            messages.success(request, said % {"count": count})
            return redirect(reverse("plan-review", args=[plan.id]) + "?xem=can-xem")
    return render(request, "desk/plan_bodies.html", {"plan": plan, "form": form})


def _warnings(plan: Plan) -> list[ReviewPoint]:
    return list(plan.reviewpoint_set.filter(state=ReviewPoint.State.OPEN, kind=ReviewPoint.Kind.WARNING))


def _text_beside(plan: Plan, page: Page[ReviewRow], rows: list[ReviewRow]) -> Any:
    """The stretch of text that the rows of this page were read from; the first page starts with the text."""
    places = [Place(row.start, row.end or row.start, row.state) for row in rows if row.start is not None]
    first = 0 if page.number == 1 or not places else min(place.start for place in places)
    last = None if not page.has_next() or not places else max(place.end for place in places)
    return passages(plan.document.text, places, first, last)


@require_POST
def plan_accept_sure(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Accept everything the reader was sure of."""
    plan = found(plan_for, request.holding, plan_id)
    count = acts.accept_sure(plan=plan, by=request.holding, at=request.at)
    said = ngettext("Đã chấp nhận %(count)d chỗ chắc chắn.", "Đã chấp nhận %(count)d chỗ chắc chắn.", count)
    messages.success(request, said % {"count": count})
    return redirect("plan-review", plan.id)


@require_POST
def point_keep(request: Call, point_id: uuid.UUID) -> HttpResponse:
    """Leave what the paper says as it is."""
    point = found(point_for, request.holding, point_id)
    acts.keep_point(point=point, seen=_seen(request), by=request.holding, at=request.at)
    messages.success(request, gettext("Đã giữ nguyên như văn bản."))
    return _back(request, point)


@require_POST
def point_fill(request: Call, point_id: uuid.UUID) -> HttpResponse:
    """Fill a hole, or correct what was read."""
    point = found(point_for, request.holding, point_id)
    answer = request.POST.get("answer", "").strip()
    acts.fill_point(point=point, answer=answer, seen=_seen(request), by=request.holding, at=request.at)
    messages.success(request, gettext("Đã điền “%(answer)s”.") % {"answer": answer})
    return _back(request, point)


def _seen(request: Call) -> int | None:
    given = request.POST.get("seen", "")
    return int(given) if given.isdecimal() else None


def _back(request: Call, point: ReviewPoint) -> HttpResponse:
    """To the page of the review the answer came from."""
    asked = request.POST.get("con", "")
    address = reverse("plan-review", args=[point.plan_id])
    return HttpResponseRedirect(f"{address}?{asked}" if asked else address)
