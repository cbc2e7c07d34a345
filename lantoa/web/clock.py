"""The clock. Doors read it once for each request and hand the instant down; nothing below a door may look at it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """This instant, aware, in UTC."""
    return timezone.now()
