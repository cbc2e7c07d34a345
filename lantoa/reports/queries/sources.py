"""Where a figure comes from: "118 = 45 + 73", down to the reports, the activities and their evidence."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch

from lantoa.activities.models import Activity, Evidence
from lantoa.agencies.models import Agency
from lantoa.plans.models.measures import Joining
from lantoa.reports.models import ConsolidatedFigure, Source, Version, VersionFigure, VersionSource
from lantoa.viet.numbers import as_number


@dataclass(frozen=True, slots=True)
class Given:
    """What one activity gave to a report's figure, and what shows that it happened."""

    activity: Activity
    value: Decimal
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One agency's figure in the whole. reported = value + what was left out; reported = given by activities + by_hand.

    `left_out` lists what was not counted, with the agency whose report holds the same event. Under a rule that picks
    one figure (largest, newest) the others have value 0 and nothing left out.
    """

    agency: Agency
    version: Version
    figure: VersionFigure
    value: Decimal
    left_out: tuple[tuple[Decimal, Agency], ...]
    activities: tuple[Given, ...]
    by_hand: Decimal


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A consolidated figure opened."""

    figure: ConsolidatedFigure
    contributions: tuple[Contribution, ...]

    @property
    def terms(self) -> list[Decimal]:
        """The values that make the whole, without idle zeros."""
        return [part.value for part in self.contributions if part.value] or [Decimal(0)]

    @property
    def equation(self) -> str:
        """ "118 = 45 + 73"; for a rule that picks one figure, that figure alone."""
        whole = _written(self.figure.value)
        if self.figure.rule != Joining.SUM:
            return whole
        return f"{whole} = {' + '.join(map(_written, self.terms))}"


def _written(value: Decimal) -> str:
    return as_number(value.normalize())


def sources_of(figure: ConsolidatedFigure) -> Breakdown:
    """Open one consolidated figure (get it by `figure_for`, which looks who asks). The number of queries is fixed."""
    sources = (
        Source.objects.filter(consolidated=figure)
        .select_related(
            "version_figure__version__report__obligation__agency", "double_of__version__report__obligation__agency"
        )
        .prefetch_related(
            Prefetch(
                "version_figure__sources",
                VersionSource.objects.select_related("activity__agency", "activity__same_as__agency").prefetch_related(
                    "activity__evidence__file"
                ),
            )
        )
    )
    by_figure: dict[uuid.UUID, list[Source]] = {}
    for source in sources:
        by_figure.setdefault(source.version_figure_id, []).append(source)
    parts = sorted((_contribution(rows) for rows in by_figure.values()), key=lambda part: part.agency.folded)
    return Breakdown(figure, tuple(parts))


def _contribution(rows: list[Source]) -> Contribution:
    figure = rows[0].version_figure
    given = tuple(
        Given(edge.activity, edge.value, tuple(edge.activity.evidence.all())) for edge in figure.sources.all()
    )
    return Contribution(
        agency=figure.version.report.obligation.agency,
        version=figure.version,
        figure=figure,
        value=sum((row.value for row in rows), Decimal(0)),
        left_out=tuple(
            (row.left_out, row.double_of.version.report.obligation.agency) for row in rows if row.double_of is not None
        ),
        activities=given,
        by_hand=figure.value - sum((gift.value for gift in given), Decimal(0)),
    )
