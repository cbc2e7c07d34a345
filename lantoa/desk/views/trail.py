"""The trail: what happened, who did it, when."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from lantoa.desk.views.found import page_of
from lantoa.trail.models import Entry
from lantoa.trail.queries import entries_of, head
from lantoa.web.requests import Call


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as the page tells it; an erased one has neither actor nor facts."""

    entry: Entry
    actor: str
    facts: str


def trail(request: Call) -> HttpResponse:
    """Everything done in the province, newest first; found by verb or by the id of a row."""
    asked = request.GET.get("tim", "").strip()
    rows = entries_of(request.holding.tenant_id)
    if asked:
        rows = rows.filter(verb__contains=asked) | rows.filter(subject_id=asked) | rows.filter(subject_kind=asked)
    page = page_of(request, rows)
    context = {
        "page": page,
        "told": [_told(entry) for entry in page],
        "asked": asked,
        "head": head(request.holding.tenant_id),
    }
    return render(request, "desk/trail.html", context)


def _told(entry: Entry) -> Told:
    payload = getattr(entry, "payload", None)
    facts: dict[str, object] = json.loads(payload.body) if payload else {}
    actor = str(facts.pop("actor", ""))
    return Told(entry, actor, ", ".join(f"{key}: {value}" for key, value in facts.items()))
