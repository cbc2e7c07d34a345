"""Rounds: planned, opened, followed on the board, closed; deadlines moved and lifted."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from lantoa.desk.coming import coming_duties
from lantoa.desk.forms.materials import ReasonForm
from lantoa.desk.forms.rounds import ExtendForm, OpenForm, PlanRoundForm
from lantoa.desk.reminders import owing, reminder
from lantoa.desk.views.found import ON_A_PAGE, found, mentions, page_of
from lantoa.plans.models import Plan, ReportDuty
from lantoa.plans.queries import agencies_in_plan, asked_agencies, duty_for, plan_for, plans_for
from lantoa.plans.rules import duty_day
from lantoa.reports.models import Version
from lantoa.rounds import acts
from lantoa.rounds.models import Obligation
from lantoa.rounds.queries import board, obligation_for, proposed_window, round_for, rounds_for
from lantoa.rounds.rules import Standing, last_day, may_run, window_doubt
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call


def rounds(request: Call) -> HttpResponse:
    """Rounds with how many have sent, and the duties that still need one."""
    tally: dict[str, Any] = {
        "asked": Count("obligations", filter=~Q(obligations__state=Obligation.State.EXEMPT)),
        "sent": Count("obligations", filter=Q(obligations__answered_at__isnull=False)),
        "accepted": Count("obligations", filter=Q(obligations__state=Obligation.State.ACCEPTED)),
    }
    rows = rounds_for(request.holding).annotate(**tally).order_by("-due_at")
    plans = plans_for(request.holding).filter(status=Plan.Status.CONFIRMED, lead=request.holding.post.agency_id)
    context = {
        "page": page_of(request, rows),
        "coming": coming_duties(request.holding, day_in_vietnam(request.at)),
        "plans": plans,
    }
    return render(request, "desk/rounds.html", context)


def round_plan(request: Call, duty_id: uuid.UUID) -> HttpResponse:
    """Plan the round of a duty for a year; whom the plan asks is ticked already."""
    duty = found(duty_for, request.holding, duty_id)
    given = request.GET.get("nam", "")
    year = int(given) if given.isdecimal() and 1990 < int(given) < 2200 else day_in_vietnam(request.at).year
    due = duty_day(duty, year)
    start, end = proposed_window(duty, year)
    initial = {
        "title": f"Báo cáo năm {year}: {duty.plan.title}",
        "period_from": start,
        "period_to": end,
        "due_on": due,
        "agencies": asked_agencies(duty, due or end),
    }
    return _planned(request, duty.plan, duty, year, initial)


def round_plan_ad_hoc(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """Plan a round that no duty asks for."""
    plan, today = found(plan_for, request.holding, plan_id), day_in_vietnam(request.at)
    initial = {
        "title": f"Báo cáo đột xuất: {plan.title}",
        "period_from": date(today.year, 1, 1),
        "period_to": today,
        "agencies": [agency for agency in agencies_in_plan(plan, today) if agency != plan.lead],
    }
    return _planned(request, plan, None, today.year, initial)


def _planned(request: Call, plan: Plan, duty: ReportDuty | None, year: int, initial: dict[str, Any]) -> HttpResponse:
    initial["title"] = str(initial["title"])[:400]
    form = PlanRoundForm(posted(request), holding=request.holding, initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form), transaction.atomic():
            asked = acts.standard_form(plan=plan, by=request.holding, at=request.at)
            made = acts.plan_round(
                plan=plan, duty=duty, year=year, form=asked, **form.cleaned_data, by=request.holding, at=request.at
            )
            messages.success(request, gettext("Đã lập đợt. Kiểm tra rồi mở đợt để các cơ quan bắt đầu báo cáo."))
            return redirect("round", made.id)
    return render(request, "desk/round_plan.html", {"form": form, "plan": plan, "duty": duty, "year": year})


def round_board(request: Call, round_id: uuid.UUID) -> HttpResponse:
    """Who has sent, on time, late, returned, accepted; the filter stays in the address."""
    row = found(round_for, request.holding, round_id)
    whole = board(row, request.at, request.holding)
    status, asked = request.GET.get("tinh-trang", ""), request.GET.get("tim", "").strip()
    shown = [one for one in whole.rows if status in ("", one.standing.value) and mentions(asked, one.agency.name)]
    page = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("trang"))
    versions = Version.objects.filter(report__obligation__in=[one.obligation.pk for one in page]).order_by("number")
    newest = {version.report.obligation_id: version for version in versions.select_related("report")}
    context = {
        "round": row,
        "tally": whole.tally,
        "page": page,
        "rows": [(one, newest.get(one.obligation.pk), last_day(one.obligation)) for one in page],
        "status": status,
        "asked": asked,
        "standings": Standing.choices,
        "counts": {each.name.lower(): sum(one.standing == each for one in whole.rows) for each in Standing},
        "may_run": may_run(row, request.holding),
        "owing": len(owing(whole.rows)),
        "consolidations": row.consolidations.select_related("document"),
    }
    return render(request, "desk/round.html", context)


def round_open(request: Call, round_id: uuid.UUID) -> HttpResponse:
    """Confirm the window and let the agencies answer."""
    row = found(round_for, request.holding, round_id)
    form = OpenForm(posted(request), initial={"period_from": row.period_from, "period_to": row.period_to})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.open_round(round=row, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đợt báo cáo đã mở."))
            return redirect("round", row.id)
    doubt = window_doubt(row.period_to, day_in_vietnam(row.due_at))
    context = {"form": form, "round": row, "doubt": doubt, "asked": row.obligations.count()}
    return render(request, "desk/round_open.html", context)


def round_close(request: Call, round_id: uuid.UUID) -> HttpResponse:
    """End the arrivals, after showing who has never answered."""
    row = found(round_for, request.holding, round_id)
    if request.method == "POST":
        acts.close_round(round=row, by=request.holding, at=request.at)
        messages.success(request, gettext("Đợt báo cáo đã đóng."))
        return redirect("round", row.id)
    return render(request, "desk/round_close.html", {"round": row, "missing": row.obligations.outstanding()})


def round_reminder(request: Call, round_id: uuid.UUID) -> HttpResponse:
    """One text for all that still owe, to copy."""
    row = found(round_for, request.holding, round_id)
    rows = owing(board(row, request.at, request.holding).rows)
    text = reminder(row, rows, day_in_vietnam(request.at))
    return render(request, "desk/round_reminder.html", {"round": row, "rows": rows, "text": text})


def obligation_extend(request: Call, obligation_id: uuid.UUID) -> HttpResponse:
    """Move one deadline, with its reason."""
    row = found(obligation_for, request.holding, obligation_id)
    form = ExtendForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.extend(obligation=row, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã gia hạn cho %(agency)s.") % {"agency": row.agency.name})
            return redirect("round", row.round_id)
    context = {"form": form, "obligation": row, "extensions": row.extensions.select_related("by__user")}
    return render(request, "desk/obligation_extend.html", context)


def obligation_exempt(request: Call, obligation_id: uuid.UUID) -> HttpResponse:
    """Lift one obligation, with its reason."""
    row = found(obligation_for, request.holding, obligation_id)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.exempt(obligation=row, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã miễn báo cáo cho %(agency)s.") % {"agency": row.agency.name})
            return redirect("round", row.round_id)
    return render(request, "desk/obligation_exempt.html", {"form": form, "obligation": row})
