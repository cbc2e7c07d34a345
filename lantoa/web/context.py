"""What every template knows: the person's post, role and the ways they may go."""

from __future__ import annotations

from django.http import HttpRequest

from lantoa.web.requests import person_of


def person(request: HttpRequest) -> dict[str, object]:
    """`holding` (None for a stranger), `role`, and `nav`."""
    holding = person_of(request)
    return {"holding": holding, "role": holding.role if holding else "", "nav": []}
