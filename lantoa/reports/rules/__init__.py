"""Decisions about reports: who may, what is missing, how figures and passages are joined, what a draft says."""

from lantoa.reports.rules.completeness import Missing, missing
from lantoa.reports.rules.joining import Edge, Part, Share, Whole, joined
from lantoa.reports.rules.permissions import may_approve, may_gather, may_hand_in, may_issue, may_judge, may_write
from lantoa.reports.rules.qualifiers import QUALIFIERS, joined_qualifier
from lantoa.reports.rules.versions import content_hash, receipt_code

__all__ = [
    "QUALIFIERS",
    "Edge",
    "Missing",
    "Part",
    "Share",
    "Whole",
    "content_hash",
    "joined",
    "joined_qualifier",
    "may_approve",
    "may_gather",
    "may_hand_in",
    "may_issue",
    "may_judge",
    "may_write",
    "missing",
    "receipt_code",
]
