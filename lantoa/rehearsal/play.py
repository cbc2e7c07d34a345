"""Play a year of a plan from the paper that orders it to the report that answers for it, through everyone's acts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Protocol, TypeVar

from lantoa.agencies.models import Role
from lantoa.documents.acts import register_incoming
from lantoa.documents.models import Document
from lantoa.files.acts import store
from lantoa.papers.tree import Paper
from lantoa.plans import acts as plans
from lantoa.plans.models import Plan
from lantoa.reading.draft import PlanDraft
from lantoa.refusals import Refusal, marked
from lantoa.rehearsal import cast as casting
from lantoa.rehearsal import gathering, year
from lantoa.rehearsal.cast import Cast
from lantoa.rehearsal.clock import at
from lantoa.rounds.models import Round

Item = TypeVar("Item")


class Progress(Protocol):
    """Shows how far a long list has come while it is gone through."""

    def __call__(self, label: str, items: Sequence[Item], /) -> Iterable[Item]: ...


UNDATED = marked(
    "Kế hoạch này không cho biết năm nào (không có ngày ký, không có giai đoạn), nên không diễn tập được; "
    "hãy điền ngày ký vào tệp rồi thử lại."
)


@dataclass(frozen=True, slots=True)
class Played:
    """What a rehearsal leaves: the plan, the round, the issued report, the people."""

    cast: Cast
    plan: Plan
    round: Round
    report: Document
    year: int


FIRST_QUARTER = (3, 31)
"""A plan issued by this day still orders the whole of its year; one issued later, the years after it."""


def first_full_year(draft: PlanDraft) -> int:
    """The first calendar year that the plan orders as a whole, within its phases."""
    issued = draft.date.value.earliest() if draft.date.value else None
    starts = [phase.start.value.year for phase in draft.phases[:1] if phase.start.value]
    ends = [phase.end.value.year for phase in draft.phases if phase.end.value]
    if issued is None and not starts and not ends:
        raise Refusal("undated", UNDATED)
    years = list(starts)
    if issued:
        years.append(issued.year if (issued.month, issued.day) <= FIRST_QUARTER else issued.year + 1)
    open_ended = len(ends) < len(draft.phases)
    first = max(years or ends[:1])
    return first if open_ended or not ends else min(first, max(ends))


def _first_day(draft: PlanDraft, year: int) -> date:
    """The day the paper reaches the lead agency: early in the year, and not before it was issued."""
    issued = draft.date.value.latest() if draft.date.value else date(year, 1, 1)
    return max(date(year, 1, 5), min(issued, date(year, *FIRST_QUARTER)) + timedelta(days=3))


def play(
    *,
    draft: PlanDraft,
    paper: Paper,
    content: bytes,
    file_name: str,
    seed: int,
    passwords: dict[Role, str],
    progress: Progress,
) -> Played:
    """Rehearse the first full year of a plan. The same plan and seed give the same year."""
    chance = Random(seed)
    rehearsed = first_full_year(draft)
    opened = _first_day(draft, rehearsed)
    cast = casting.gather(draft, at=at(opened, 8), passwords=passwords)
    plan = _confirm(cast, draft, paper, content, file_name, opened)
    asked = gathering.asking(plan, rehearsed)
    year.tell_story(cast, plan, opened + timedelta(days=30))
    for due in progress("Hoạt động trong năm", year.schedule(plan, opened, asked.period_to, chance)):
        year.do(cast, plan, due, chance)
    year.tell_twice(cast, plan, rehearsed, chance)
    round = gathering.open_round(cast, plan, rehearsed, asked)
    owed = list(gathering.fates(round.obligations.select_related("agency").order_by("agency__folded"), chance))
    for obligation, fate in progress("Báo cáo của các cơ quan", owed):
        gathering.answer(cast, obligation, fate, chance)
    report = gathering.gather(cast, round, round.due_on)
    round.refresh_from_db()
    return Played(cast, plan, round, report, rehearsed)


def _confirm(cast: Cast, draft: PlanDraft, paper: Paper, content: bytes, file_name: str, day: date) -> Plan:
    """Register the paper, take in what was read, accept what is sure, and confirm with the holes left open."""
    by = cast.coordinator
    file = store(tenant=cast.tenant, content=content, name=file_name, by=by, at=at(day))
    document = register_incoming(paper=paper, file=file, tenant=cast.tenant, text=draft.text, by=by, at=at(day))
    plan = plans.take_in(draft=draft, document=document, by=by, at=at(day, 9, 5))
    plans.accept_sure(plan=plan, by=by, at=at(day, 9, 30))
    plans.adopt_indicators(plan=plan, by=by, at=at(day, 9, 40))
    return plans.confirm(plan=plan, lead=cast.lead, by=by, at=at(day, 10))
