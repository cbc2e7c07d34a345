"""What was understood of a plan: a draft with holes, every value with the place it was read from.

A value that stands in the text has `derived_from` empty, and its span, white space squeezed and case set aside, holds
it. A derived value (a first day worked out from "Quý I/2026", a pillar from "cả 3 trụ cột") says from what; its span is
the place that it was derived from.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from lantoa.papers.tree import NOWHERE, Span
from lantoa.viet.dates import PartialDate

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value read from a paper. `sure` is 0..1; below 0.7 a person is asked. An unread value is None, sure 0."""

    value: T | None
    span: Span = NOWHERE
    sure: float = 0.0
    derived_from: str = ""

    def __bool__(self) -> bool:
        return self.value is not None


UNREAD: Read[Any] = Read(None)
"""The value that the paper does not give."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the paper names it. `kind` as in `viet.bodies` ("single" bodies can answer; groups and others cannot).
    `note` is a parenthesis that stood behind the name."""

    name: Read[str]
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timeframe:
    """A time as written and what it says. An empty cell is a raw of "" with a span; no time at all is `UNREAD`."""

    raw: Read[str]
    start: Read[datetime.date]
    end: Read[datetime.date]
    recurring: bool = False
    exclusive: bool = False
    rhythm: str = "unspecified"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A paper that the plan rests on: its number or, for a law, its name; its date as cited here."""

    number: Read[str]
    name: Read[str]
    date: Read[PartialDate]
    span: Span


@dataclass(frozen=True, slots=True)
class Phase:
    start: Read[datetime.date]
    end: Read[datetime.date]
    raw: Read[str]


@dataclass(frozen=True, slots=True)
class Theme:
    """`pillars` of the ASEAN Community that the theme names: "political-security", "economic", "socio-cultural"."""

    text: Read[str]
    path: str
    pillars: tuple[Read[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Audience:
    """`where`: "home", "abroad", or unread."""

    text: Read[str]
    path: str
    where: Read[str]


@dataclass(frozen=True, slots=True)
class Task:
    no: Read[str]
    group: Read[str]
    content: Read[str]
    lead: tuple[Body, ...]
    coordinating: tuple[Body, ...]
    time: Timeframe
    path: str
    notes: tuple[Read[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """A duty given in a sentence. `asked` when the paper asks ("Đề nghị ...") instead of ordering."""

    text: Read[str]
    lead: tuple[Body, ...]
    coordinating: tuple[Body, ...]
    time: Timeframe
    asked: bool
    path: str


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A duty to report. `due` is "MM-DD" when it returns every year, ISO when it falls once.

    `frequency`: "once", "monthly", "quarterly", "six-monthly", "yearly", "ad hoc", "event: difficulty", "unspecified".
    """

    text: Read[str]
    who: tuple[Body, ...]
    to: tuple[Body, ...]
    through: tuple[Body, ...]
    consolidated_to: tuple[Body, ...]
    due: Read[str]
    exclusive: bool
    frequency: Read[str]
    raw: Read[str]
    path: str


@dataclass(frozen=True, slots=True)
class BudgetDuty:
    text: Read[str]
    who: tuple[Body, ...]
    to: tuple[Body, ...]
    consolidated_to: tuple[Body, ...]
    what: Read[str]
    frequency: Read[str]
    path: str


@dataclass(frozen=True, slots=True)
class Objective:
    text: Read[str]
    path: str


@dataclass(frozen=True, slots=True)
class Signatory:
    capacity: Read[str]
    title: Read[str]
    name: Read[str]


@dataclass(frozen=True, slots=True)
class Finding:
    """A hole or a doubt. `code` is stable; `message` is Vietnamese; `proposal` what a person might accept.

    `level`: "warning" asks for a decision, "note" only tells.
    """

    code: str
    message: str
    span: Span
    proposal: str = ""
    level: str = "warning"


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as read; `text` is the stored text that every span points into."""

    text: str
    doc_type: Read[str]
    number: Read[str]
    symbol: Read[str]
    date: Read[PartialDate]
    place: Read[str]
    issuing_body: Read[str]
    parent_body: Read[str]
    title: Read[str]
    signatory: Signatory | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    objectives: tuple[Objective, ...] = ()
    requirements: tuple[Objective, ...] = ()
    phases: tuple[Phase, ...] = ()
    themes: tuple[Theme, ...] = ()
    audiences: tuple[Audience, ...] = ()
    tasks: tuple[Task, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    report_duties: tuple[ReportDuty, ...] = ()
    budget_duties: tuple[BudgetDuty, ...] = ()
    funding_sources: tuple[Read[str], ...] = ()
    recipients: tuple[Read[str], ...] = ()
    findings: tuple[Finding, ...] = field(default=())
