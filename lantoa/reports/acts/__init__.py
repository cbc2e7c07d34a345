"""Writing a report, sending it, judging it; gathering all into one paper, approving and issuing that."""

from lantoa.reports.acts.consolidating import consolidate, edit_narrative
from lantoa.reports.acts.issuing import approve, issue
from lantoa.reports.acts.judging import accept, give_back
from lantoa.reports.acts.sending import hand_in
from lantoa.reports.acts.starting import begin, refill
from lantoa.reports.acts.writing import declare_nil, save_figure, save_section

__all__ = [
    "accept",
    "approve",
    "begin",
    "consolidate",
    "declare_nil",
    "edit_narrative",
    "give_back",
    "hand_in",
    "issue",
    "refill",
    "save_figure",
    "save_section",
]
