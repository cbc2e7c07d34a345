"""The rows of a plan while they are built: not yet saved, each list in the order of the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lantoa.papers.tree import NOWHERE, Span
from lantoa.plans.fields import field_of
from lantoa.plans.intake.bodies import Register
from lantoa.plans.intake.clauses import Clauses
from lantoa.plans.intake.points import Points
from lantoa.plans.intake.traces import SURE
from lantoa.plans.models import (
    Audience,
    BudgetDuty,
    DutyParty,
    LegalBasis,
    Part,
    Phase,
    Plan,
    ReportDuty,
    Task,
    Theme,
)
from lantoa.tenants.models import Owned
from lantoa.trail.actors import kind_of


@dataclass(slots=True)
class Rows:
    """Everything an intake saves. `pillars` are the codes of the pillars that each theme names."""

    plan: Plan
    clauses: Clauses
    register: Register
    points: Points
    bases: list[LegalBasis] = field(default_factory=list)
    phases: list[Phase] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    pillars: list[tuple[str, ...]] = field(default_factory=list)
    audiences: list[Audience] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    duties: list[ReportDuty] = field(default_factory=list)
    parties: list[DutyParty] = field(default_factory=list)
    budgets: list[BudgetDuty] = field(default_factory=list)
    places: dict[Span, list[Owned]] = field(default_factory=lambda: defaultdict(list))

    def stands(self, row: Owned, *spans: Span) -> None:
        """Remember where a row was read, so that what the reader found there can be told of it."""
        for span in {*spans} - {NOWHERE}:
            self.places[span].append(row)

    def at(self, span: Span) -> list[Owned]:
        """The rows that were read at exactly this place."""
        return self.places.get(span, [])

    def own(self, among: Sequence[Owned]) -> dict[str, Any]:
        """What every next row of a list begins with."""
        return {"tenant_id": self.plan.tenant_id, "plan": self.plan, "position": len(among)}

    def read(self) -> Iterator[Sequence[Owned]]:
        """The rows that hold values read from the paper, by kind, each kind after those it points to."""
        yield from (self.bases, self.phases, self.themes, self.audiences, self.tasks, self.parts)
        yield from (self.duties, self.parties, self.budgets)


def ask_about_the_unsure(rows: Rows, *, of_plan: bool = True) -> None:
    """Ask to look at every value that was read and not surely, unless something is asked about it already.

    Days worked out of a time phrase are not asked about beside the phrase. `of_plan`: the plan's own fields too.
    """
    for row in (row for kind in ([rows.plan] if of_plan else [], *rows.read()) for row in kind):
        for name, (start, end, sure) in getattr(row, "traces", {}).items():
            if sure < SURE and field_of(kind_of(row), name) and not rows.points.asks(row, name):
                rows.points.unsure(row, name, Span(start, end))
