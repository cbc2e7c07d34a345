"""What the clock asks for: every live release becomes an activity."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction

from lantoa.activities.acts import take_release
from lantoa.activities.models import Activity
from lantoa.activities.queries import releases_without_activity
from lantoa.channels.models import Release
from lantoa.channels.rules import live
from lantoa.trail.actors import CLOCK


def run(at: datetime) -> int:
    """Take every live release that has no activity yet; returns how many were taken.

    Each has a transaction of its own: run twice, at once or after a kill, every release has one activity in the end.
    """
    waiting = list(releases_without_activity().values_list("pk", flat=True))
    return sum(_take(release, at) for release in waiting)


@transaction.atomic
def _take(release_id: uuid.UUID, at: datetime) -> bool:
    """True when this run took it; False when another run did meanwhile, or it was withdrawn."""
    release = Release.objects.select_for_update(no_key=True).get(pk=release_id)
    if Activity.objects.filter(release=release).exists() or not live(release):
        return False
    take_release(release=release, by=CLOCK, at=at)
    return True
