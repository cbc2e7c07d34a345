"""What a visitor finds to do after the rehearsed year: a story to approve, a quick report to write, one to accept."""

from __future__ import annotations

from datetime import datetime, timedelta

from lantoa.materials import acts as materials
from lantoa.plans.queries import agencies_in_plan
from lantoa.rehearsal import script
from lantoa.rehearsal.play import Played
from lantoa.reports import acts as reports
from lantoa.rounds import acts as rounds
from lantoa.rounds.models import Round
from lantoa.viet.deadlines import day_in_vietnam

DAYS = 10
"""How long the visitor has for the quick report."""
ASKED = 6
"""How many agencies it asks, the visitor's among them."""


def leave_open(played: Played, at: datetime) -> Round:
    """Leave work for each of the three visitors, as of `at`: none of it touches the issued report."""
    _story_to_approve(played, at)
    return _quick_round(played, at)


def _story_to_approve(played: Played, at: datetime) -> None:
    cast, by = played.cast, played.cast.coordinator
    material = materials.begin(
        agency=cast.lead,
        task=played.plan.task_set.order_by("position").first(),
        title=script.NEXT_TITLE,
        summary=script.NEXT_SUMMARY,
        body=script.NEXT_BODY,
        themes=list(played.plan.theme_set.all()[:1]),
        by=by,
        at=at,
    )
    materials.send_for_approval(material=material, by=by, at=at)


def _quick_round(played: Played, at: datetime) -> Round:
    """An ad-hoc round about the rehearsed year; one agency has answered already and waits to be accepted."""
    cast, by, year = played.cast, played.cast.coordinator, played.round
    due_on = day_in_vietnam(at) + timedelta(days=DAYS)
    others = [agency for agency in agencies_in_plan(played.plan, due_on) if agency not in (cast.lead, cast.issuer)]
    first = [cast.shown.agency] if cast.shown else []
    asked = [*first, *(agency for agency in others if agency not in first)][:ASKED] or [cast.lead]
    round = rounds.plan_round(
        plan=played.plan,
        duty=None,
        year=played.year,
        form=year.form,
        period_from=year.period_from,
        period_to=year.period_to,
        agencies=asked,
        due_on=due_on,
        asker=cast.lead,
        title=script.QUICK_ROUND,
        by=by,
        at=at,
    )
    round = rounds.open_round(round=round, by=by, at=at)
    if len(asked) > 1:
        _answer(played, round, at)
    return round


def _answer(played: Played, round: Round, at: datetime) -> None:
    shown = played.cast.shown
    owed = round.obligations.select_related("agency").exclude(agency=shown.agency if shown else None)
    obligation = owed.order_by("agency__folded")[0]
    by = played.cast.reporter(obligation.agency)
    report = reports.begin(obligation=obligation, by=by, at=at)
    reports.declare_nil(report=report, nil=True, by=by, at=at, seen=report.version)
    reports.hand_in(report=report, submission_key="dien-tap-nhanh", by=by, at=at)
