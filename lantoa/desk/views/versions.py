"""A report as handed in: read, accepted, returned."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from lantoa.desk.forms.reports import ReturnForm
from lantoa.reports import acts
from lantoa.reports.models import Version
from lantoa.reports.rules import may_judge
from lantoa.rounds.models import Obligation
from lantoa.rounds.queries import obligations_for
from lantoa.web.forms import refusals_on
from lantoa.web.requests import Call


def _seen(request: Call, version_id: uuid.UUID) -> Version:
    """The version, when the person may see the obligation it answers."""
    mine = Version.objects.filter(report__obligation__in=obligations_for(request.holding))
    joined = mine.select_related("report__obligation__round__asker", "report__obligation__agency", "handed_in_by__user")
    return get_object_or_404(joined, id=version_id)


def version(request: Call, version_id: uuid.UUID) -> HttpResponse:
    """One version, read whole; each figure shows the activities it is made of."""
    row = _seen(request, version_id)
    return render(request, "desk/version.html", _shown(request, row))


def _shown(request: Call, row: Version, form: ReturnForm | None = None) -> dict[str, Any]:
    obligation = row.report.obligation
    newest = not row.report.versions.filter(number__gt=row.number).exists()
    judged = may_judge(row.report, request.holding) and obligation.state == Obligation.State.SUBMITTED and newest
    return {
        "version": row,
        "obligation": obligation,
        "round": obligation.round,
        "sections": row.sections.select_related("field"),
        "figures": row.figures.select_related("field", "indicator").prefetch_related("sources__activity"),
        "returns": row.returns.select_related("field", "by__post"),
        "others": row.report.versions.exclude(pk=row.pk),
        "newest": newest,
        "may_judge": judged,
        "form": form,
        "return_form": form or ReturnForm(fields_of=obligation.round.form.fields.all()),
    }


@require_POST
def version_accept(request: Call, version_id: uuid.UUID) -> HttpResponse:
    """Accept a report."""
    row = _seen(request, version_id)
    acts.accept(version=row, by=request.holding, at=request.at)
    said = gettext("Đã tiếp nhận báo cáo của %(agency)s.") % {"agency": row.report.obligation.agency.name}
    messages.success(request, said)
    return redirect("round", row.report.obligation.round_id)


@require_POST
def version_return(request: Call, version_id: uuid.UUID) -> HttpResponse:
    """Send a report back, with the reason, for the whole or one section."""
    row = _seen(request, version_id)
    form = ReturnForm(request.POST, fields_of=row.report.obligation.round.form.fields.all())
    if form.is_valid():
        with refusals_on(form):
            acts.give_back(version=row, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã trả lại báo cáo để bổ sung."))
            return redirect("round", row.report.obligation.round_id)
    return render(request, "desk/version.html", _shown(request, row, form))
