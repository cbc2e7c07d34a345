"""What a post may see."""

from __future__ import annotations

import uuid

from django.db.models import Prefetch, QuerySet

from lantoa.agencies.models import Holding, Role
from lantoa.reports.models import ConsolidatedFigure, Consolidation, DraftFigure, Report, Section, Version
from lantoa.rounds.models import Round
from lantoa.rounds.queries import obligations_for


def reports_for(holding: Holding) -> QuerySet[Report]:
    """A reporter sees its own agency's reports; coordinators and leaders the tenant's; administrators none."""
    return _whole(Report.objects.filter(obligation__in=obligations_for(holding)))


def report_for(holding: Holding, id: uuid.UUID | str) -> Report | None:
    """One report with all that is written in it, when the post may see it."""
    return reports_for(holding).filter(pk=id).first()


def report_whole(id: uuid.UUID) -> Report:
    """A report as stored now, with sections and figures loaded."""
    return _whole(Report.objects.all()).get(pk=id)


def _whole(reports: QuerySet[Report]) -> QuerySet[Report]:
    return reports.select_related(
        "obligation__round__asker", "obligation__round__plan", "obligation__agency"
    ).prefetch_related(
        Prefetch("sections", Section.objects.select_related("field").order_by("field__position")),
        Prefetch("figures", DraftFigure.objects.select_related("field__indicator").order_by("field__position")),
    )


def version_for(holding: Holding, id: uuid.UUID | str) -> Version | None:
    """One handed-in version, with what it says and why it was returned, when the post may see it."""
    versions = Version.objects.filter(report__obligation__in=obligations_for(holding), pk=id)
    return (
        versions.select_related("report__obligation__round__asker", "report__obligation__agency", "handed_in_by__post")
        .prefetch_related("sections__field", "figures__field", "figures__indicator", "returns__field")
        .first()
    )


def consolidations_for(holding: Holding, round: Round) -> QuerySet[Consolidation]:
    """The consolidations of a round, for coordinators and leaders of its tenant; nobody else sees all agencies."""
    return _consolidations(holding).filter(round=round)


def consolidation_for(holding: Holding, id: uuid.UUID | str) -> Consolidation | None:
    """One consolidation, when the post may see it."""
    return _consolidations(holding).filter(pk=id).first()


def _consolidations(holding: Holding) -> QuerySet[Consolidation]:
    if not holding.is_in(Role.COORDINATOR, Role.LEADER):
        return Consolidation.objects.none()
    found = Consolidation.objects.filter(tenant_id=holding.tenant_id)
    return found.select_related("round__asker", "round__plan__document", "round__form", "document")


def figure_for(holding: Holding, id: uuid.UUID | str) -> ConsolidatedFigure | None:
    """One consolidated figure, when the post may see its consolidation; then `sources_of` opens it."""
    figures = ConsolidatedFigure.objects.filter(consolidation__in=_consolidations(holding), pk=id)
    return figures.select_related("indicator", "consolidation__round").first()
