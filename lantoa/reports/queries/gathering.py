"""What a round has gathered: the newest version of each agency, its figures with their events, its texts."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable

from lantoa.activities.models import Activity
from lantoa.reports.models import Version, VersionFigure, VersionSection, VersionSource
from lantoa.reports.rules import Edge, Part
from lantoa.rounds.models import Obligation, Round

STANDING = [Obligation.State.SUBMITTED, Obligation.State.ACCEPTED]


def standing_versions(round: Round) -> list[Version]:
    """The newest version of each agency whose report is sent or accepted, by the agencies' names. One that was
    returned does not stand until it is sent again."""
    versions = Version.objects.filter(report__obligation__round=round, report__obligation__state__in=STANDING)
    newest = {
        version.report_id: version
        for version in versions.select_related("report__obligation__agency").order_by("number")
    }
    return sorted(newest.values(), key=order_of)


def order_of(version: Version) -> tuple[str, str]:
    """How agencies rank: by name, ties by key."""
    agency = version.report.obligation.agency
    return agency.folded, str(agency.pk)


def parts_by_indicator(versions: Iterable[Version]) -> dict[uuid.UUID, list[Part]]:
    """The figures of the versions as parts to be joined; a part's key is the id of its VersionFigure. Two queries."""
    known = {version.pk: version for version in versions}
    edges = _edges(known)
    parts: dict[uuid.UUID, list[Part]] = defaultdict(list)
    rows = VersionFigure.objects.filter(version__in=known).order_by()
    for pk, version, indicator, value, qualifier in rows.values_list(
        "pk", "version_id", "indicator_id", "value", "qualifier"
    ):
        of = known[version]
        parts[indicator].append(Part(pk, order_of(of), value, qualifier, of.handed_in_at, tuple(edges[pk])))
    return dict(parts)


def _edges(versions: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Edge]]:
    """The events behind each handed-in figure; a double is the event of the activity it points to."""
    edges: dict[uuid.UUID, list[Edge]] = defaultdict(list)
    rows = VersionSource.objects.filter(version_figure__version__in=list(versions)).order_by()
    for figure, value, activity, same_as in rows.values_list(
        "version_figure_id", "value", "activity_id", "activity__same_as_id"
    ):
        edges[figure].append(Edge(same_as or activity, value, principal=same_as is None))
    return edges


def texts_by_field(versions: Iterable[Version]) -> dict[uuid.UUID, list[tuple[VersionSection, str]]]:
    """What the agencies wrote, by field, in the order of the agencies."""
    known = {version.pk: version for version in versions}
    sections = sorted(
        VersionSection.objects.filter(version__in=known), key=lambda section: order_of(known[section.version_id])
    )
    texts: dict[uuid.UUID, list[tuple[VersionSection, str]]] = defaultdict(list)
    for section in sections:
        texts[section.field_id].append((section, section.text))
    return dict(texts)


def activities_in(versions: Iterable[Version], round: Round) -> list[Activity]:
    """What the agencies of these versions did for the plan's tasks in the window; nil reports leave nothing to tell."""
    agencies = [version.report.obligation.agency_id for version in versions if not version.nil]
    return list(
        Activity.objects.filter(
            task__plan=round.plan_id,
            agency__in=agencies,
            began_on__gte=round.period_from,
            began_on__lte=round.period_to,
            cancelled_at=None,
        )
        .select_related("agency")
        .prefetch_related("figures__indicator")
        .order_by("agency__folded", "agency_id", "began_on", "id")
    )
