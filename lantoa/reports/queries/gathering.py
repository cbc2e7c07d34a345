"""What a round has gathered: the newest version of each agency, its figures with their events, its texts."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Q

from lantoa.activities.models import Activity, Figure
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
    """The events behind each handed-in figure that more than one agency logged; the others need no telling apart.

    A double is the event of the activity it points to.
    """
    doubles = Activity.objects.filter(same_as__isnull=False)
    shared = Q(activity__in=doubles) | Q(activity__in=doubles.values("same_as"))
    edges: dict[uuid.UUID, list[Edge]] = defaultdict(list)
    rows = VersionSource.objects.filter(shared, version_figure__version__in=list(versions)).order_by()
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


@dataclass(frozen=True, slots=True)
class Done:
    """One activity of a task, with its figures by indicator. `event` is the same for all that tell of one event."""

    event: uuid.UUID
    principal: bool
    figures: dict[uuid.UUID, tuple[Decimal, str]]


def done_by_task(versions: Iterable[Version], round: Round, at: datetime) -> dict[uuid.UUID, list[Done]]:
    """What the agencies of these versions did in the window and had logged by `at`, by task; principals first, then by
    agency. Nil reports leave nothing to tell. Two queries."""
    agencies = [version.report.obligation.agency_id for version in versions if not version.nil]
    activities = Activity.objects.filter(
        task__plan=round.plan_id,
        agency__in=agencies,
        began_on__gte=round.period_from,
        began_on__lte=round.period_to,
        logged_at__lte=at,
        cancelled_at=None,
    )
    figures: dict[uuid.UUID, dict[uuid.UUID, tuple[Decimal, str]]] = defaultdict(dict)
    rows = Figure.objects.filter(activity__in=activities).values_list(
        "activity_id", "indicator_id", "value", "qualifier"
    )
    for activity, indicator, value, qualifier in rows:
        figures[activity][indicator] = (value, qualifier)
    done: dict[uuid.UUID, list[Done]] = defaultdict(list)
    ordered = activities.order_by("agency__folded", "agency_id", "began_on", "id")
    for activity, task, same_as in ordered.values_list("pk", "task_id", "same_as_id"):
        done[task].append(Done(same_as or activity, same_as is None, figures[activity]))
    return {task: sorted(told, key=lambda one: not one.principal) for task, told in done.items()}
