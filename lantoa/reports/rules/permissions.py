"""Who may write, send, judge, gather, approve and issue."""

from __future__ import annotations

from lantoa.agencies.models import Holding, Role
from lantoa.reports.models import Report
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.rules import may_answer, may_run

State = Obligation.State
ANSWERABLE = {State.OPEN, State.RETURNED, State.SUBMITTED}
"""States in which a report may still be written and sent; what is sent again before it is accepted corrects it."""


def may_write(report: Report, holding: Holding) -> bool:
    """True for the agency's own posts until the report is accepted or its round closed."""
    obligation = report.obligation
    still = obligation.state in ANSWERABLE and obligation.round.closed_at is None
    return still and may_answer(obligation, holding)


def may_hand_in(report: Report, holding: Holding) -> bool:
    """Whoever may write the report may send it; late, too."""
    return may_write(report, holding)


def may_judge(report: Report, holding: Holding) -> bool:
    """Coordinators and leaders of the asking agency return and accept."""
    return may_run(report.obligation.round, holding)


def may_gather(round: Round, holding: Holding) -> bool:
    """Coordinators and leaders of the asking agency consolidate."""
    return may_run(round, holding)


def may_approve(round: Round, holding: Holding) -> bool:
    """A leader or a signing post of the asking agency answers for what it sends up."""
    return holding.post.agency_id == round.asker_id and (holding.is_in(Role.LEADER) or holding.post.signs)


def may_issue(round: Round, holding: Holding) -> bool:
    """Coordinators and leaders of the asking agency issue what was approved."""
    return may_run(round, holding)
