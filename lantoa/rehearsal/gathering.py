"""The yearly round: planned, opened, answered by most on time, late by some, once with nothing, once returned, once
never; then consolidated and issued.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lantoa.documents.models import Document
from lantoa.plans.models import Plan, ReportDuty
from lantoa.plans.queries import agencies_in_plan, asked_agencies
from lantoa.plans.rules import duty_day
from lantoa.rehearsal import script
from lantoa.rehearsal.cast import Cast
from lantoa.rehearsal.clock import at
from lantoa.reports import acts as reports
from lantoa.reports.models import Report
from lantoa.rounds import acts as rounds
from lantoa.rounds.models import Field, Obligation, Round
from lantoa.rounds.queries import proposed_window

NEVER, NIL, RETURNED, LATE, ON_TIME = "never", "nil", "returned", "late", "on time"


@dataclass(frozen=True, slots=True)
class Asking:
    """What the yearly round will ask: the duty behind it, the window it covers, the day it is due."""

    duty: ReportDuty | None
    period_from: date
    period_to: date
    due_on: date


def asking(plan: Plan, year: int) -> Asking:
    """The round that the plan's yearly duty asks for; without such a duty, one due on 10 December."""
    duty = plan.reportduty_set.filter(rhythm="yearly", due_month__isnull=False).order_by("position").first()
    due_on = duty_day(duty, year) if duty else None
    if duty is None or due_on is None:
        return Asking(None, date(year, 1, 1), date(year, 11, 30), date(year, 12, 10))
    return Asking(duty, *proposed_window(duty, year), due_on)


def open_round(cast: Cast, plan: Plan, year: int, asked: Asking) -> Round:
    """Plan the round a month before it is due, and open it. The agency that gathers answers for its own work too."""
    day = asked.due_on - timedelta(days=30)
    form = rounds.standard_form(plan=plan, by=cast.coordinator, at=at(day, 8))
    agencies = asked_agencies(asked.duty, asked.due_on) if asked.duty else agencies_in_plan(plan, asked.due_on)
    planned = rounds.plan_round(
        plan=plan,
        duty=asked.duty,
        year=year,
        form=form,
        period_from=asked.period_from,
        period_to=asked.period_to,
        agencies=[*(agency for agency in agencies if agency != cast.lead), cast.lead],
        due_on=asked.due_on,
        asker=cast.lead,
        by=cast.coordinator,
        at=at(day, 8, 30),
    )
    return rounds.open_round(round=planned, by=cast.coordinator, at=at(day, 9))


def fates(obligations: Iterable[Obligation], chance: Random) -> Iterator[tuple[Obligation, str]]:
    """Give each obligation what becomes of it: one never answers, one has nothing, one comes back, some are late.

    However few are asked, one of them answers, so that there is something to gather.
    """
    owed = list(obligations)
    special = chance.sample(owed, max(0, min(3, len(owed) - 1)))
    given = dict(zip((o.pk for o in special), (NEVER, RETURNED, NIL), strict=False))
    for obligation in owed:
        yield obligation, given.get(obligation.pk) or (LATE if chance.random() < 0.2 else ON_TIME)


def answer(cast: Cast, obligation: Obligation, fate: str, chance: Random) -> None:
    """Let one agency answer as fate has it; the coordinator accepts what is whole."""
    if fate == NEVER:
        return
    by = cast.reporter(obligation.agency)
    sent = obligation.due_on - timedelta(days=chance.randint(2, 14))
    if fate == LATE:
        sent = obligation.due_on + timedelta(days=chance.randint(1, 3))
    report = reports.begin(obligation=obligation, by=by, at=at(sent, 8))
    if fate == NIL:
        reports.declare_nil(report=report, nil=True, by=by, at=at(sent, 9), seen=report.version)
    else:
        _write(report, cast, sent, fate, chance)
    version = reports.hand_in(
        report=report, submission_key=f"dien-tap-{obligation.agency.folded[:40]}-1", by=by, at=at(sent, 11)
    )
    day = max(sent, obligation.due_on - timedelta(days=2))
    if fate == RETURNED:
        reports.give_back(version=version, reason=script.RETURN_REASON, by=cast.coordinator, at=at(day, 14))
        _write_section(report, cast, "difficulties", chance.choice(script.DIFFICULTIES), day)
        version = reports.hand_in(
            report=report, submission_key=f"dien-tap-{obligation.agency.folded[:40]}-2", by=by, at=at(day, 16)
        )
    reports.accept(version=version, by=cast.coordinator, at=at(day + timedelta(days=1)))


def _write(report: Report, cast: Cast, day: date, fate: str, chance: Random) -> None:
    _write_section(report, cast, "direction", chance.choice(script.DIRECTIONS), day)
    if fate != RETURNED and chance.random() < 0.5:
        _write_section(report, cast, "difficulties", chance.choice(script.DIFFICULTIES), day)
    _write_section(report, cast, "next", chance.choice(script.NEXT_STEPS), day)


def _write_section(report: Report, cast: Cast, key: str, text: str, day: date) -> None:
    section = report.sections.filter(field__key=key, field__kind=Field.Kind.TEXT).first()
    if section is None:
        return
    by = cast.reporter(report.obligation.agency)
    reports.save_section(section=section, text=text, by=by, at=at(day, 10), seen=section.version, done=True)


def gather(cast: Cast, round: Round, last: date) -> Document:
    """Consolidate what came in, let the leader approve it, issue it, close the round."""
    day = last + timedelta(days=4)
    whole = reports.consolidate(round=round, by=cast.coordinator, at=at(day, 9))
    reports.approve(consolidation=whole, by=cast.leader, at=at(day, 14))
    document = reports.issue(consolidation=whole, by=cast.coordinator, at=at(day, 15))
    rounds.close_round(round=round, by=cast.coordinator, at=at(day, 16))
    return document
