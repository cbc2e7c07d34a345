"""The whole: many reports joined, every figure openable, approved, issued, downloaded."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from lantoa.approvals import acts as approvals
from lantoa.approvals.queries import decisions_about, standing_approval
from lantoa.desk.forms.materials import NoteForm
from lantoa.desk.forms.reports import NarrativeForm
from lantoa.desk.views.found import as_attachment, as_download, found
from lantoa.documents.rules import content_hash
from lantoa.papers.writers.docx import write_docx
from lantoa.reports import acts
from lantoa.reports.models import Consolidation, Narrative
from lantoa.reports.queries import answers_of, consolidation_for, figure_for, paper_of, sources_of
from lantoa.reports.rules import may_approve, may_gather, may_issue
from lantoa.rounds.models import Field
from lantoa.rounds.queries import round_for
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Told:
    """A passage of the whole and the agencies that wrote it."""

    passage: Narrative
    agencies: list[str]


@require_POST
def consolidate(request: Call, round_id: uuid.UUID) -> HttpResponse:
    """Join what has been sent so far into a draft of the whole."""
    round = found(round_for, request.holding, round_id)
    made = acts.consolidate(round=round, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã dựng bản tổng hợp số %(number)d.") % {"number": made.number})
    return redirect("consolidation", made.id)


def consolidation(request: Call, consolidation_id: uuid.UUID) -> HttpResponse:
    """The whole: figures that open, passages, who is missing, what may be done."""
    row = found(consolidation_for, request.holding, consolidation_id)
    return render(request, "desk/consolidation.html", _shown(request, row))


def _shown(request: Call, row: Consolidation, form: NoteForm | None = None) -> dict[str, Any]:
    draft, holding = row.document is None, request.holding
    approval = standing_approval(row, content_hash(paper_of(row)))
    answers = answers_of(row)
    return {
        "consolidation": row,
        "round": row.round,
        "figures": row.figures.select_related("indicator"),
        "parts": _told(row),
        "missing": [one for one in answers if one.version is None and not one.exempt],
        "sent": [one for one in answers if one.version is not None],
        "decisions": decisions_about(row),
        "approval": approval,
        "may_approve": draft and approval is None and may_approve(row.round, holding),
        "may_issue": draft and approval is not None and may_issue(row.round, holding),
        "may_edit": draft and may_gather(row.round, holding),
        "form": form,
        "note_form": form or NoteForm(),
    }


def _told(row: Consolidation) -> list[tuple[Field, list[Told]]]:
    """The passages under their fields; one that several agencies wrote stands once."""
    narratives = row.narratives.select_related("field", "source__version__report__obligation__agency")
    parts = []
    for field, of_field in groupby(narratives, key=lambda one: one.field):
        by_place = [list(group) for _, group in groupby(of_field, key=lambda one: one.position)]
        parts.append((field, [Told(group[0], [_agency(one) for one in group if one.source]) for group in by_place]))
    return parts


def _agency(narrative: Narrative) -> str:
    return narrative.source.version.report.obligation.agency.name if narrative.source else ""


def consolidated_figure(request: Call, figure_id: uuid.UUID) -> HttpResponse:
    """One figure opened: whose reports, which activities, what evidence."""
    figure = found(figure_for, request.holding, figure_id)
    return render(request, "desk/consolidated_figure.html", {"figure": figure, "breakdown": sources_of(figure)})


def narrative(request: Call, consolidation_id: uuid.UUID, narrative_id: uuid.UUID) -> HttpResponse:
    """Reword one passage; what the agencies wrote stays in their reports."""
    row = found(consolidation_for, request.holding, consolidation_id)
    passage = get_object_or_404(
        row.narratives.select_related("field", "source__version__report__obligation__agency"), id=narrative_id
    )
    form = NarrativeForm(posted(request), initial={"text": passage.text, "seen": row.version})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            acts.edit_narrative(narrative=passage, **form.cleaned_data, by=request.holding, at=request.at)
            messages.success(request, gettext("Đã lưu lời văn."))
            return redirect("consolidation", row.id)
    context = {"form": form, "consolidation": row, "narrative": passage, "agency": _agency(passage)}
    return render(request, "desk/narrative.html", context)


@require_POST
def consolidation_approve(request: Call, consolidation_id: uuid.UUID) -> HttpResponse:
    """Say yes to exactly what the paper says now."""
    row = found(consolidation_for, request.holding, consolidation_id)
    acts.approve(consolidation=row, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã duyệt. Nếu nội dung bị sửa, cần duyệt lại."))
    return redirect("consolidation", row.id)


@require_POST
def consolidation_decline(request: Call, consolidation_id: uuid.UUID) -> HttpResponse:
    """Say no, with what has to change."""
    row = found(consolidation_for, request.holding, consolidation_id)
    form = NoteForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            approvals.decline(
                subject=row,
                content_hash=content_hash(paper_of(row)),
                note=form.cleaned_data["note"],
                by=request.holding,
                at=request.at,
            )
            messages.success(request, gettext("Đã ghi ý kiến không đồng ý."))
            return redirect("consolidation", row.id)
    return render(request, "desk/consolidation.html", _shown(request, row, form))


@require_POST
def consolidation_issue(request: Call, consolidation_id: uuid.UUID) -> HttpResponse:
    """Issue the approved paper under the next number."""
    row = found(consolidation_for, request.holding, consolidation_id)
    document = acts.issue(consolidation=row, by=request.holding, at=request.at)
    messages.success(request, gettext("Đã ban hành %(symbol)s.") % {"symbol": document.symbol})
    return redirect("consolidation", row.id)


def consolidation_file(request: Call, consolidation_id: uuid.UUID) -> HttpResponse:
    """The paper as .docx: the issued one, or the draft to be put before the signer."""
    row = found(consolidation_for, request.holding, consolidation_id)
    if row.document and row.document.file:
        return as_download(row.document.file)
    name = f"Du thao bao cao tong hop {row.round.year} so {row.number}.docx"
    return as_attachment(write_docx(paper_of(row)), name, DOCX)
