"""Duties to report and to estimate."""

from __future__ import annotations

from datetime import date

from lantoa.plans.intake.rows import Rows
from lantoa.plans.intake.traces import across, traces
from lantoa.plans.models import BudgetDuty, DutyParty, ReportDuty, Rhythm
from lantoa.plans.rules import is_day, is_open_class
from lantoa.reading import draft as reading
from lantoa.viet.dates import parse_iso


def add_report_duties(rows: Rows, draft: reading.PlanDraft) -> None:
    """Who reports to whom, through whom, how often and by when."""
    for read in draft.report_duties:
        who, to, gatherer = across(read.who), across(read.to), across(read.through)
        receiver, through = (rows.register.agency(_first(bodies)) for bodies in (read.to, read.through))
        duty = ReportDuty(
            **rows.own(rows.duties), **_due(read.due.value), clause=rows.clauses.at(read.text.span),
            who=who.value or "", to=to.value or "", rhythm=_rhythm(read.frequency.value), exclusive=read.exclusive,
            due_raw=read.raw.value or "", receiver=receiver, through=through,
            traces=traces(who=who, to=to, due=read.due, due_raw=read.raw, through=gatherer, rhythm=read.frequency),
        )  # fmt: skip
        rows.duties.append(duty)
        rows.stands(duty, read.text.span)
        if read.to and duty.receiver is None:
            rows.points.hole(duty, "to", to.span)
        for body in read.who:
            _add_party(rows, duty, body)


def _first(bodies: tuple[reading.Body, ...]) -> str | None:
    return bodies[0].name.value if bodies else None


def _due(due: str | None) -> dict[str, object]:
    """ "12-10" is 10 December of every year; an ISO day falls once; anything else is no day."""
    parts = due.split("-") if due else []
    if len(parts) == 2 and is_day(int(parts[1]), int(parts[0])):
        return {"due_month": int(parts[0]), "due_day": int(parts[1])}
    once: date | None = parse_iso(due).full() if due and len(parts) == 3 else None
    return {"due_on": once}


def _rhythm(frequency: str | None) -> str:
    """The reader says "event: difficulty" where a duty here is of the rhythm "event"."""
    rhythm = (frequency or "").partition(":")[0].strip()
    return rhythm if rhythm in Rhythm.values else Rhythm.UNSPECIFIED


def _add_party(rows: Rows, duty: ReportDuty, body: reading.Body) -> None:
    named = body.name.value or ""
    party = DutyParty(
        tenant_id=duty.tenant_id, duty=duty, named=named,
        agency=rows.register.agency(named), group=rows.register.group(named),
    )  # fmt: skip
    rows.parties.append(party)
    if party.agency is None and party.group is None and not is_open_class(named):
        rows.points.body(party, body.name.span, open_class=False)


def add_budget_duties(rows: Rows, draft: reading.PlanDraft) -> None:
    """Who estimates, who gathers, and what."""
    for read in draft.budget_duties:
        who, to = across(read.who), across(read.to)
        what = read.what if read.what else read.text
        rows.budgets.append(
            BudgetDuty(
                **rows.own(rows.budgets),
                clause=rows.clauses.at(read.text.span),
                who=who.value or "",
                to=to.value or "",
                what=what.value or "",
                rhythm=_rhythm(read.frequency.value),
                traces=traces(who=who, to=to, what=what, rhythm=read.frequency),
            )
        )
