"""A request as views see it: with the instant it came and the post its person acts in."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from lantoa.agencies.models import Holding


class Call(HttpRequest):
    """What `PermissionMiddleware` makes of a request before a view sees it.

    `at` is the instant it came; `holding` the post the person acts in. On a page that strangers may open `holding` may
    be None; such a page reads `person_of(request)` instead.
    """

    at: datetime
    holding: Holding


def person_of(request: HttpRequest) -> Holding | None:
    """The post in which the request is made; None for a stranger, or for a person who holds no post now."""
    return getattr(request, "holding", None)
