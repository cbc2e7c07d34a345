"""What is answered: reports with versions, and consolidations whose every figure can be opened."""

from lantoa.reports.models.consolidation import ConsolidatedFigure, Consolidation, Narrative, Source
from lantoa.reports.models.report import (
    DraftFigure,
    Report,
    Return,
    Section,
    Version,
    VersionFigure,
    VersionSection,
    VersionSource,
)

__all__ = [
    "ConsolidatedFigure",
    "Consolidation",
    "DraftFigure",
    "Narrative",
    "Report",
    "Return",
    "Section",
    "Source",
    "Version",
    "VersionFigure",
    "VersionSection",
    "VersionSource",
]
