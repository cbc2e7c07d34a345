"""An agency's report: begun, written section by section, checked, handed in, its receipt."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_POST

from lantoa.activities.models import Activity, Figure
from lantoa.agencies.models import Role
from lantoa.desk.forms.reports import FiguresForm, HandInForm, SectionForm
from lantoa.desk.views.found import found, page_of
from lantoa.reports import acts
from lantoa.reports.models import DraftFigure, Report, Return, Section, Version
from lantoa.reports.queries import activities_behind, report_for
from lantoa.reports.rules import may_hand_in, may_write, missing
from lantoa.rounds.models import Obligation
from lantoa.rounds.queries import obligation_for, obligations_for
from lantoa.rounds.rules import may_answer, standing
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call

STATUS_WORDS = {
    "todo": gettext_noop("Chưa làm"),
    "doing": gettext_noop("Đang làm"),
    "done": gettext_noop("Xong"),
    "fix": gettext_noop("Cần sửa"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a report's task list: a section, or all its figures together. `status` as in STATUS_WORDS."""

    label: str
    address: str
    status: str
    word: str
    reason: str = ""


def reports(request: Call) -> HttpResponse:
    """What the own agency owes and has sent; for coordinators and leaders, what was sent by all."""
    rows = obligations_for(request.holding).select_related("report").order_by("-round__due_at", "agency__folded")
    waiting = request.GET.get("cho-doc") == "1"
    if waiting:
        rows = rows.filter(state=Obligation.State.SUBMITTED)
    elif request.holding.role != Role.REPORTER:
        rows = rows.filter(answered_at__isnull=False)
    page = page_of(request, rows)
    versions = Version.objects.filter(report__obligation__in=[row.pk for row in page]).order_by("number")
    newest = {version.report.obligation_id: version for version in versions.select_related("report")}
    rows_shown = [
        (row, standing(row, request.at), newest.get(row.pk), may_answer(row, request.holding)) for row in page
    ]
    return render(request, "desk/reports.html", {"page": page, "rows": rows_shown, "waiting": waiting})


@require_POST
def report_begin(request: Call, obligation_id: uuid.UUID) -> HttpResponse:
    """Begin the report of an obligation, filled from the activity log; or go on with it."""
    row = found(obligation_for, request.holding, obligation_id)
    begun = Report.objects.filter(obligation=row).first()
    report = begun or acts.begin(obligation=row, by=request.holding, at=request.at)
    return redirect("report", report.id)


def report(request: Call, report_id: uuid.UUID) -> HttpResponse:
    """The task list of a report."""
    row = found(report_for, request.holding, report_id)
    returns = _open_returns(row)
    context = {
        "report": row,
        "obligation": row.obligation,
        "round": row.obligation.round,
        "standing": standing(row.obligation, request.at),
        "steps": _steps(row, returns),
        "returns": returns,
        "versions": row.versions.order_by("-number"),
        "may_write": may_write(row, request.holding),
    }
    return render(request, "desk/report.html", context)


def _open_returns(report: Report) -> list[Return]:
    """Why the newest version came back; nothing when it did not."""
    newest = report.versions.order_by("-number").first()
    if newest is None or report.obligation.state != Obligation.State.RETURNED:
        return []
    return list(newest.returns.select_related("field"))


def _steps(report: Report, returns: list[Return]) -> list[Step]:
    reasons = _uncorrected(report, returns)
    steps = []
    for section in report.sections.all():
        status = _section_status(section, reasons)
        address = reverse("report-section", args=[report.pk, section.pk])
        steps.append(_step(section.field.label, address, status, reasons.get(section.field_id, "")))
    figures = list(report.figures.all())
    return [*steps, _figures_step(report, figures, reasons)] if figures else steps


def _figures_step(report: Report, figures: list[DraftFigure], reasons: dict[Any, str]) -> Step:
    """All figures together; a blank one is an answer too, so there is no telling "done" from "doing"."""
    wrong = next((reasons[one.field_id] for one in figures if one.field_id in reasons), "")
    filled = sum(one.value is not None for one in figures)
    step = _step(
        gettext("Số liệu"),
        reverse("report-figures", args=[report.pk]),
        "fix" if wrong else "done" if filled else "todo",
        wrong,
    )
    return replace(step, word=gettext("Đã có %(count)d số") % {"count": filled}) if step.status == "done" else step


def _uncorrected(report: Report, returns: list[Return]) -> dict[Any, str]:
    """By field, why it came back, as long as the draft still says what was sent."""
    if not returns:
        return {}
    version = returns[0].version
    sent: dict[Any, object] = dict(version.sections.values_list("field_id", "text"))
    sent |= dict(version.figures.values_list("field_id", "value"))
    drafted: dict[Any, object] = {one.field_id: one.text for one in report.sections.all()}
    drafted |= {one.field_id: one.value for one in report.figures.all()}
    reasons = {one.field_id: one.reason for one in returns}
    return {field: why for field, why in reasons.items() if drafted.get(field, "") == sent.get(field, "")}


def _section_status(section: Section, reasons: dict[Any, str]) -> str:
    if section.field_id in reasons:
        return "fix"
    if section.done:
        return "done"
    return "doing" if section.text.strip() else "todo"


def _step(label: str, address: str, status: str, reason: str) -> Step:
    return Step(label, address, status, gettext(STATUS_WORDS[status]), reason if status == "fix" else "")


def report_section(request: Call, report_id: uuid.UUID, section_id: uuid.UUID) -> HttpResponse:
    """Write one section."""
    row = found(report_for, request.holding, report_id)
    section = get_object_or_404(row.sections.select_related("field"), id=section_id)
    initial = {"text": section.text, "done": section.done, "seen": section.version}
    form = SectionForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.save_section(section=section, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã lưu “%(label)s”.") % {"label": section.field.label})
            return redirect("report-check" if request.GET.get("ve") == "kiem-tra" else "report", row.id)
    stored = row.sections.get(id=section_id)
    context = {
        "form": form,
        "report": row,
        "section": stored,
        "stale": bool(form.errors) and request.POST.get("seen") != str(stored.version),
        "reasons": [one.reason for one in _open_returns(row) if one.field_id in (None, section.field_id)],
        "may_write": may_write(row, request.holding),
    }
    return render(request, "desk/report_section.html", context)


def report_figures(request: Call, report_id: uuid.UUID) -> HttpResponse:
    """Write every figure, beside what the activity log gives."""
    row = found(report_for, request.holding, report_id)
    figures = list(row.figures.all())
    form = FiguresForm(posted(request), figures=figures)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form), transaction.atomic():
            for figure, said in form.changed():
                acts.save_figure(figure=figure, **said, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã lưu số liệu."))
            return redirect("report-check" if request.GET.get("ve") == "kiem-tra" else "report", row.id)
    behind = _behind(row)
    rows = [
        (figure, value, qualifier, note, seen, behind.get(figure.field.indicator_id, []))
        for figure, value, qualifier, note, seen in form.rows()
    ]
    context = {
        "form": form,
        "report": row,
        "told": [each for each in rows if _told(each[0]) or form.errors],
        "blank": [each for each in rows if not _told(each[0]) and not form.errors],
        "may_write": may_write(row, request.holding),
    }
    return render(request, "desk/report_figures.html", context)


def _told(figure: DraftFigure) -> bool:
    """True when the log or the officer gives a number; the many others are folded away."""
    return figure.prefilled is not None or figure.value is not None or bool(figure.note)


def _behind(report: Report) -> dict[uuid.UUID | None, list[tuple[Activity, Figure]]]:
    """By indicator, the logged figures of the period, each with its activity."""
    found: dict[uuid.UUID | None, list[tuple[Activity, Figure]]] = {}
    for activity in activities_behind(report):
        for figure in activity.figures.all():
            found.setdefault(figure.indicator_id, []).append((activity, figure))
    return found


@require_POST
def report_refill(request: Call, report_id: uuid.UUID) -> HttpResponse:
    """Fill what nobody has written by hand from the activity log anew."""
    row = found(report_for, request.holding, report_id)
    acts.refill(report=row, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã điền lại từ nhật ký hoạt động; phần bạn đã tự sửa được giữ nguyên."))
    return redirect("report", row.id)


@require_POST
def report_nil(request: Call, report_id: uuid.UUID) -> HttpResponse:
    """Say that nothing happened in the period, or take it back."""
    row = found(report_for, request.holding, report_id)
    nil = request.POST.get("nil") == "1"
    seen = request.POST.get("seen", "")
    acts.declare_nil(
        report=row, nil=nil, seen=int(seen) if seen.isdecimal() else None, by=request.holding, at=request.at
    )
    said = gettext("Đã ghi là không phát sinh.") if nil else gettext("Đã bỏ ghi không phát sinh.")
    messages.success(request, said)
    return redirect("report-check" if nil else "report", row.id)


def report_check(request: Call, report_id: uuid.UUID) -> HttpResponse:
    """Everything on one page before it is sent; the form carries a key of its own."""
    row = found(report_for, request.holding, report_id)
    return render(request, "desk/report_check.html", _checked(request, row))


def _checked(request: Call, row: Report, form: HandInForm | None = None) -> dict[str, Any]:
    figures = list(row.figures.all())
    return {
        "report": row,
        "round": row.obligation.round,
        "obligation": row.obligation,
        "sections": row.sections.all(),
        "figures": [one for one in figures if one.value is not None],
        "blank": [one for one in figures if one.value is None],
        "missing": missing(row),
        "may_hand_in": may_hand_in(row, request.holding),
        "key": uuid.uuid4().hex,
        "form": form,
    }


@require_POST
def report_hand_in(request: Call, report_id: uuid.UUID) -> HttpResponse:
    """Send the report; pressing twice sends one."""
    row = found(report_for, request.holding, report_id)
    form = HandInForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            version = acts.hand_in(report=row, **form.cleaned_data, by=request.holding, at=request.at)
            return redirect("receipt", row.id, version.id)
    return render(request, "desk/report_check.html", _checked(request, row, form))


def receipt(request: Call, report_id: uuid.UUID, version_id: uuid.UUID) -> HttpResponse:
    """What proves that a report was received: code, time, hash."""
    row = found(report_for, request.holding, report_id)
    version = get_object_or_404(row.versions.select_related("handed_in_by__user"), id=version_id)
    context = {"report": row, "obligation": row.obligation, "round": row.obligation.round, "version": version}
    return render(request, "desk/receipt.html", context)
