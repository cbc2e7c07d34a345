"""What the clock asks for: leftovers of killed acts leave the folder."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.files import folder
from lantoa.files.queries import spoken_of


def run(at: datetime) -> int:
    """Remove files written aside, and bytes that no row speaks of, once they are a day old; return how many.

    While someone is storing a file nothing is removed; the next tick comes soon.
    """
    old = [path for path, written in folder.found() if written < at - folder.PATIENCE]
    if not old:
        return 0
    with transaction.atomic():
        if not folder.hold_alone():
            return 0
        kept = spoken_of()
        leftovers = [path for path in old if path.name not in kept]
        for path in leftovers:
            path.unlink(missing_ok=True)
    return len(leftovers)
