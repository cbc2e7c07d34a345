"""What a person reviews: every field read from the paper in the paper's own order, with what is doubtful about it."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.db.models import F, QuerySet
from django.utils.functional import Promise

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.agencies.queries import LIKELY
from lantoa.plans.fields import FIELDS, MODELS, Fill
from lantoa.plans.models import DutyParty, Part, Plan, ReviewPoint
from lantoa.plans.rules import is_open_class, oversees
from lantoa.tenants.models import Owned
from lantoa.viet.bodies import alike, canonical

Key = tuple[str, uuid.UUID | None, str]
"""Which field of which row: kind, id, name of the field."""

OFFERED = 3
"""How many matches are offered for a body that is not known."""
_NAMED = {"plans.part", "plans.dutyparty"}
_JOINS: dict[str, tuple[str, ...]] = {
    "plans.plan": ("document", "issuer"),
    "plans.part": ("agency", "group", "task"),
    "plans.dutyparty": ("agency", "group", "duty"),
}
_OWNERS = {"plans.plan": "pk", "plans.part": "task__plan", "plans.dutyparty": "duty__plan"}


@dataclass(frozen=True, slots=True)
class Choice:
    """An agency or a group that a body may mean, and how alike their names are (0..1)."""

    body: Agency | AgencyGroup
    likeness: float

    @property
    def name(self) -> str:
        return self.body.name


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One field as a person reviews it. `start`, `end`: where it was read; None when it was not.

    `state`: "sure", "look" or "missing". `point` is the first thing still open about it, `points` all of them.
    `fill` says what an answer must be; `choices` are the bodies it may mean, best first.
    """

    subject_kind: str
    subject_id: uuid.UUID
    field: str
    label: str | Promise
    value: str
    start: int | None
    end: int | None
    sure: float | None
    state: str
    points: tuple[ReviewPoint, ...]
    fill: Fill
    choices: tuple[Choice, ...] = ()

    @property
    def point(self) -> ReviewPoint | None:
        """What is still to be decided about this field, or None."""
        return next((point for point in self.points if point.state == ReviewPoint.State.OPEN), None)


# --- points --------------------------------------------------------------------------------------------------------


def points_of(plan: Plan) -> QuerySet[ReviewPoint]:
    """Everything that was asked about a plan, in the order of the paper; what has no place stands first."""
    points = ReviewPoint.objects.filter(plan=plan).select_related("answered_by__post__agency", "answered_by__user")
    return points.order_by(F("start").asc(nulls_first=True), "position")


def open_points(plan: Plan, kind: str | None = None) -> QuerySet[ReviewPoint]:
    """What a person still has to look at (of one kind, if given), in the order of the paper."""
    points = points_of(plan).filter(state=ReviewPoint.State.OPEN)
    return points.filter(kind=kind) if kind else points


def point_for(holding: Holding, id: uuid.UUID | str) -> ReviewPoint | None:
    """One review point that the person may answer, or None."""
    if not oversees(holding):
        return None
    return ReviewPoint.objects.filter(pk=id, tenant=holding.tenant_id).select_related("plan__document").first()


def choices_for(point: ReviewPoint) -> tuple[Choice, ...]:
    """Up to three agencies or groups that the body of a point may mean, best first; a person decides."""
    subject = subject_of(point)
    return _choices(subject.named, _bodies(point.plan)) if isinstance(subject, Part | DutyParty) else ()


def subject_of(point: ReviewPoint) -> Owned | None:
    """The row that a point speaks of, or None when it speaks of the whole paper or the row is gone."""
    model = MODELS.get(point.subject_kind)
    if model is None or point.subject_id is None:
        return None
    return model._default_manager.filter(pk=point.subject_id).first()


@dataclass(frozen=True, slots=True)
class OpenBody:
    """A body that nobody knows yet, once, however often the plan names it. Answering `point` answers for all of it."""

    named: str
    point: ReviewPoint
    times: int
    choices: tuple[Choice, ...]


def open_bodies(plan: Plan) -> list[OpenBody]:
    """The bodies that are still to be resolved, in the order of the paper, each with what it may mean.

    A name that stands for nobody in particular ("các đơn vị liên quan") is listed as often as it occurs.
    """
    found: dict[str, list[tuple[str, ReviewPoint]]] = defaultdict(list)
    asked = open_points(plan).filter(subject_kind__in=_NAMED, field="named")
    points = {point.subject_id: point for point in asked if point.subject_id}
    parts = Part.objects.filter(pk__in=points).values_list("pk", "named")
    parties = DutyParty.objects.filter(pk__in=points).values_list("pk", "named")
    names = dict([*parts, *parties])
    for pk, point in points.items():
        if pk in names:
            found[str(pk) if is_open_class(names[pk]) else canonical(names[pk])].append((names[pk], point))
    bodies = _bodies(plan) if found else []
    return [OpenBody(said[0][0], said[0][1], len(said), _choices(said[0][0], bodies)) for said in found.values()]


# --- rows ----------------------------------------------------------------------------------------------------------


def review_rows(plan: Plan) -> list[ReviewRow]:
    """Every field read from a plan, in the order of the paper. The number of queries does not grow with the plan.

    A field that was not read and that nobody asks about is left out. What has no place of its own (a hole) stands
    where its row stands.
    """
    points: dict[Key, list[ReviewPoint]] = defaultdict(list)
    for point in points_of(plan):
        points[point.subject_kind, point.subject_id, point.field].append(point)
    rows = [row for kind in FIELDS for subject in _subjects(plan, kind) for row in _rows_of(subject, kind, points)]
    _offer_choices(plan, rows)
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


_Placed = tuple[tuple[int, int], ReviewRow]


def _subjects(plan: Plan, kind: str) -> Iterable[Owned]:
    rows = MODELS[kind]._default_manager.filter(**{_OWNERS.get(kind, "plan"): plan.pk})
    return rows.select_related(*_JOINS.get(kind, ()))


def _rows_of(subject: Owned, kind: str, points: dict[Key, list[ReviewPoint]]) -> Iterator[_Placed]:
    traces: dict[str, list[float]] = getattr(subject, "traces", {})
    begins = min((int(trace[0]) for trace in traces.values()), default=0)
    for order, (name, field) in enumerate(FIELDS[kind].items()):
        about = tuple(points.get((kind, subject.pk, name), ()))
        value, trace = field.shown(subject), traces.get(name)
        if not about and (not value or (trace is None and (field.fill is Fill.CHOICE or kind == "plans.dutyparty"))):
            continue
        start, end = _place(trace, about)
        place = (begins if start is None else start, order)
        sure = float(trace[2]) if trace else None
        state = _state(value, about)
        label = _label(subject, field.label)
        row = ReviewRow(kind, subject.pk, name, label, value, start, end, sure, state, about, field.fill)
        yield place, row


def _label(subject: Owned, label: str | Promise) -> str | Promise:
    """The name of a field; of a body, its part, and that it is only asked."""
    if not isinstance(subject, Part):
        return label
    asked = f" ({subject.get_manner_display().lower()})" if subject.manner == Part.Manner.ASKED else ""
    return f"{subject.get_kind_display()}{asked}"


def _place(trace: list[float] | None, points: tuple[ReviewPoint, ...]) -> tuple[int | None, int | None]:
    if trace:
        return int(trace[0]), int(trace[1])
    return next(((point.start, point.end) for point in points if point.start is not None), (None, None))


def _state(value: str, points: tuple[ReviewPoint, ...]) -> str:
    still = [point for point in points if point.state == ReviewPoint.State.OPEN]
    if any(point.kind == ReviewPoint.Kind.MISSING for point in still):
        return "missing"
    if still:
        return "look"
    return "sure" if value else "missing"


def count_by_state(rows: Iterable[ReviewRow]) -> dict[str, int]:
    """How many fields are sure, to be looked at and missing."""
    found = Counter(row.state for row in rows)
    return {state: found[state] for state in ("sure", "look", "missing")}


# --- what a body may mean ------------------------------------------------------------------------------------------


def _offer_choices(plan: Plan, rows: list[_Placed]) -> None:
    """Give every open body its three best matches; each name is compared once."""
    asked = [i for i, (_, row) in enumerate(rows) if row.subject_kind in _NAMED and row.point is not None]
    bodies = _bodies(plan) if asked else []
    known = {name: _choices(name, bodies) for name in {rows[index][1].value for index in asked}}
    for index in asked:
        place, row = rows[index]
        rows[index] = (place, replace(row, choices=known[row.value]))


def _bodies(plan: Plan) -> list[Agency | AgencyGroup]:
    agencies = Agency.objects.filter(tenant=plan.tenant_id, ended_on=None)
    return [*agencies, *AgencyGroup.objects.filter(tenant=plan.tenant_id)]


def _choices(named: str, bodies: list[Agency | AgencyGroup]) -> tuple[Choice, ...]:
    choices = [Choice(body, likeness) for body in bodies if (likeness := alike(named, body.name)) >= LIKELY]
    return tuple(sorted(choices, key=lambda choice: -choice.likeness)[:OFFERED])
