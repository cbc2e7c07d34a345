"""The register of documents: in, out, cited."""

from __future__ import annotations

import uuid

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render

from lantoa.approvals.queries import decisions_about
from lantoa.desk.views.found import as_download, found, mentions, page_of
from lantoa.documents.models import Document
from lantoa.documents.queries import document_for, documents_for
from lantoa.web.requests import Call


def documents(request: Call) -> HttpResponse:
    """The register, by way and words; a paper that was cited by mistake and is cited no more is left out."""
    way, asked = request.GET.get("loai", ""), request.GET.get("tim", "").strip()
    corrected = Q(way=Document.Way.CITED, cited_by=None)
    rows = documents_for(request.holding).exclude(corrected).defer("text").order_by("-dated", "symbol")
    if way in Document.Way.values:
        rows = rows.filter(way=way)
    listed = [row for row in rows if _mentioned(row, asked)] if asked else rows
    context = {"page": page_of(request, listed), "asked": asked, "way": way, "ways": Document.Way.choices}
    return render(request, "desk/documents.html", context)


def _mentioned(row: Document, asked: str) -> bool:
    return mentions(asked, row.symbol, row.title, row.issuer_name, row.type_name)


def document(request: Call, document_id: uuid.UUID) -> HttpResponse:
    """One paper as the register knows it."""
    row = found(document_for, request.holding, document_id)
    context = {
        "document": row,
        "recipients": row.recipients.select_related("agency"),
        "signature": getattr(row, "signature", None),
        "plan": getattr(row, "plan", None),
        "consolidation": getattr(row, "consolidation", None),
        "decisions": decisions_about(row),
    }
    return render(request, "desk/document.html", context)


def document_file(request: Call, document_id: uuid.UUID) -> HttpResponse:
    """The file of a paper, to save."""
    row = found(document_for, request.holding, document_id)
    if row.file is None:
        raise Http404
    return as_download(row.file)
