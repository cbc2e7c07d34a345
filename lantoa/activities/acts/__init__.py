"""What may be done with activities: log, edit, cancel, prove, take over a release, join two reports of one event."""

from lantoa.activities.acts.doubles import mark_same, unmark_same
from lantoa.activities.acts.evidence import add_evidence
from lantoa.activities.acts.log import Changes, cancel, edit, log
from lantoa.activities.acts.release import take_release
from lantoa.activities.rules import FigureIn

__all__ = [
    "Changes",
    "FigureIn",
    "add_evidence",
    "cancel",
    "edit",
    "log",
    "mark_same",
    "take_release",
    "unmark_same",
]
