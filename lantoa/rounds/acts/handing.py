"""Rounds over mergers: what an agency that ended still owes passes to its heir; so does the running of a round."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from lantoa.agencies.models import Agency, Holding
from lantoa.plans.rules import refuse_elsewhere, refuse_stranger
from lantoa.refusals import Refusal, marked
from lantoa.rounds.acts.deadlines import CLOSED, OWED
from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.queries import locked_obligation, locked_round
from lantoa.trail.acts import record

SETTLED = marked("%(agency)s không còn nợ báo cáo trong đợt này nên không có gì để chuyển.")


@transaction.atomic
def hand_on(*, obligation: Obligation, heir: Agency | None, on: date, by: Holding, at: datetime) -> Obligation | None:
    """Lift what an agency owes and let its heir owe it from `on`, by the same day and state; returns the heir's.

    What the agency sent before stays with it. An heir that is asked in the round already owes one report, not two;
    without an heir (None) nobody owes it any more. An extension goes along: its day holds for the heir.
    """
    obligation = locked_obligation(obligation.id)
    refuse_stranger(obligation, by)
    refuse_elsewhere(obligation, heir)
    if obligation.round.closed_at:
        raise Refusal("closed", CLOSED)
    if obligation.state not in OWED:
        raise Refusal("not_owed", SETTLED, agency=obligation.agency.name)
    taken = _owed_by(heir, obligation, by, at) if heir else None
    obligation.state = Obligation.State.EXEMPT
    obligation.version += 1
    obligation.save()
    record("obligation_handed_on", obligation, by=by, at=at, on=on, heir=taken and taken.pk)
    return taken


def _owed_by(heir: Agency, before: Obligation, by: Holding, at: datetime) -> Obligation:
    if already := Obligation.objects.filter(round=before.round_id, agency=heir).first():
        return already
    opened = before.round.opened_at is not None
    taken = Obligation.objects.create(
        tenant_id=before.tenant_id,
        round_id=before.round_id,
        agency=heir,
        manner=before.manner,
        due_on=before.due_on,
        due_at=before.due_at,
        state=Obligation.State.OPEN if opened else Obligation.State.PLANNED,
    )
    for extension in before.extensions.all():
        extension.pk, extension.obligation = None, taken
        extension._state.adding = True
        extension.save()
    return taken


@transaction.atomic
def change_asker(*, round: Round, asker: Agency, by: Holding, at: datetime) -> Round:
    """Let another agency run a round that is not closed: the heir of the one that asked."""
    round = locked_round(round.id)
    refuse_stranger(round, by)
    refuse_elsewhere(round, asker)
    if round.closed_at:
        raise Refusal("closed", CLOSED)
    round.asker = asker
    round.version += 1
    round.save()
    record("asker_changed", round, by=by, at=at, asker=asker.name)
    return round
