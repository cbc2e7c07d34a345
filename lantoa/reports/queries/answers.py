"""Who answered: for the board as of now, for a consolidation as of when it was made."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass

from lantoa.agencies.models import Agency
from lantoa.plans.models import Part
from lantoa.reports.models import Consolidation, Version
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.rules import late


@dataclass(frozen=True, slots=True)
class Sent:
    """How often one agency has sent, and the newest version."""

    count: int
    newest: Version


def sent_versions(round: Round) -> dict[uuid.UUID, Sent]:
    """By obligation, what has been sent in a round; who sent nothing is left out. One query."""
    found: dict[uuid.UUID, list[Version]] = defaultdict(list)
    for version in Version.objects.filter(report__obligation__round=round).select_related("report").order_by("number"):
        found[version.report.obligation_id].append(version)
    return {obligation: Sent(len(versions), versions[-1]) for obligation, versions in found.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one agency of a round gave to a consolidation: a version, or nothing. `exempt` means nothing was owed."""

    obligation: Obligation
    version: Version | None
    exempt: bool

    @property
    def agency(self) -> Agency:
        return self.obligation.agency

    @property
    def late(self) -> bool:
        """Sent, and not in time."""
        return self.version is not None and late(self.obligation, self.version.handed_in_at)

    @property
    def asked(self) -> bool:
        """Only asked, not ordered: never shown as late."""
        return self.obligation.manner == Part.Manner.ASKED


def answers_of(consolidation: Consolidation) -> list[Answer]:
    """Every agency of the round by name, with what it gave to this consolidation. Three queries."""
    versions = {
        version.report.obligation_id: version
        for version in consolidation.versions.select_related("report__obligation__agency").order_by()
    }
    missing = set(consolidation.missing.values_list("pk", flat=True))
    obligations = Obligation.objects.filter(round=consolidation.round_id).select_related("agency", "round")
    return [
        Answer(obligation, version, exempt=version is None and obligation.pk not in missing)
        for obligation in obligations.order_by("agency__folded", "agency_id")
        for version in [versions.get(obligation.pk)]
    ]
