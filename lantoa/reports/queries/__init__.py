"""Reading reports: what a post may see, what the log gives, what is gathered, where a figure comes from, the paper."""

from lantoa.reports.queries.answers import Answer, Sent, answers_of, sent_versions
from lantoa.reports.queries.gathering import parts_by_indicator, standing_versions, texts_by_field
from lantoa.reports.queries.log import FromLog, activities_behind, log_figures
from lantoa.reports.queries.paper import paper_of, plan_words, receivers_of
from lantoa.reports.queries.scoped import (
    consolidation_for,
    consolidations_for,
    figure_for,
    report_for,
    report_whole,
    reports_for,
    version_for,
)
from lantoa.reports.queries.sources import Breakdown, Contribution, Given, sources_of

__all__ = [
    "Answer",
    "Breakdown",
    "Contribution",
    "FromLog",
    "Given",
    "Sent",
    "activities_behind",
    "answers_of",
    "consolidation_for",
    "consolidations_for",
    "figure_for",
    "log_figures",
    "paper_of",
    "parts_by_indicator",
    "plan_words",
    "receivers_of",
    "report_for",
    "report_whole",
    "reports_for",
    "sent_versions",
    "sources_of",
    "standing_versions",
    "texts_by_field",
    "version_for",
]
