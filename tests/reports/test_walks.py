"""Whatever people press in whatever order: each step is done or refused, and what is stored stays consistent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.agencies.models import Agency, Holding
from lantoa.refusals import Refusal
from lantoa.reports import acts
from lantoa.reports.checks import faults as report_faults
from lantoa.reports.models import Report, Version
from lantoa.rounds import acts as rounds
from lantoa.rounds.checks import faults as round_faults
from lantoa.rounds.models import Obligation, Round
from tests.universe.rounds import on

VERBS = ["send", "send again", "accept", "give back", "extend", "exempt", "close"]
SENDABLE = {"open", "submitted", "returned"}


@dataclass
class Expected:
    """What should stand after a step, by the rules alone."""

    state: str = "open"
    closed: bool = False
    sent: int = 0
    due_on: date = date(2026, 11, 10)

    def allows(self, verb: str) -> bool:
        if verb == "send again":
            return self.sent > 0
        if verb == "close":
            return not self.closed and self.state != "submitted"
        if self.closed:
            return False
        allowed = {
            "send": self.state in SENDABLE,
            "accept": self.state == "submitted",
            "give back": self.state in {"submitted", "accepted"},
            "extend": self.state in {"open", "returned"},
            "exempt": self.sent == 0,
        }
        return allowed[verb]

    def after(self, verb: str) -> None:
        states = {"send": "submitted", "accept": "accepted", "give back": "returned", "exempt": "exempt"}
        self.state = states.get(verb, self.state)
        self.sent += verb == "send"
        self.closed |= verb == "close"
        if verb == "extend":
            self.due_on += timedelta(days=5)


class Desk:
    """One agency and one coordinator, pressing buttons one after the other."""

    def __init__(self, report: Report, reporter: Holding, coordinator: Holding) -> None:
        self.report, self.reporter, self.coordinator = report, reporter, coordinator
        self.presses = 0
        self.key = ""

    def press(self, verb: str) -> None:
        self.presses += 1
        at = on("9/11") + timedelta(hours=self.presses)
        obligation = Obligation.objects.get(pk=self.report.obligation_id)
        newest = Version.objects.filter(report=self.report).order_by("number").last()
        if verb == "send":
            self._send(at)
        elif verb == "send again":
            assert acts.hand_in(report=self.report, submission_key=self.key, by=self.reporter, at=at) == newest
        elif verb == "accept" and newest:
            acts.accept(version=newest, by=self.coordinator, at=at)
        elif verb == "give back" and newest:
            acts.give_back(version=newest, reason="Bổ sung", by=self.coordinator, at=at)
        elif verb == "extend":
            due_on = obligation.due_on + timedelta(days=5)
            rounds.extend(obligation=obligation, due_on=due_on, reason="Vì bão", by=self.coordinator, at=at)
        elif verb == "exempt":
            rounds.exempt(obligation=obligation, reason="Sáp nhập", by=self.coordinator, at=at)
        elif verb == "close":
            rounds.close_round(round=obligation.round, by=self.coordinator, at=at)

    def _send(self, at: object) -> None:
        section = self.report.sections.get(field__key="difficulties")
        key = f"lần {self.presses}"
        with transaction.atomic():
            acts.save_section(
                section=section,
                text=key,
                by=self.reporter,
                at=at,
                seen=section.version,  # type: ignore[arg-type]
            )
            acts.hand_in(report=self.report, submission_key=key, by=self.reporter, at=at)  # type: ignore[arg-type]
        self.key = key


def done(desk: Desk, verb: str) -> bool:
    """Press; False when it was refused with a whole sentence."""
    try:
        desk.press(verb)
    except Refusal as refusal:
        return "%(" in str(refusal)
    return True


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verbs=st.lists(st.sampled_from(VERBS), min_size=1, max_size=9))
def test_any_walk_keeps_the_rules(
    verbs: list[str], begin: Callable[..., Report], so_tai_chinh: Agency, reporters: Mapping[UUID, Holding],
    coordinator: Holding, round_open: Round,
) -> None:  # fmt: skip
    with transaction.atomic():
        desk, expected = Desk(begin(so_tai_chinh), reporters[so_tai_chinh.pk], coordinator), Expected()
        for verb in verbs:
            if verb in {"accept", "give back", "send again"} and not expected.sent:
                continue
            allowed = expected.allows(verb)
            assert done(desk, verb) is allowed, verb
            if allowed:
                expected.after(verb)
        stored = Obligation.objects.select_related("round").get(pk=desk.report.obligation_id)
        assert (stored.state, stored.due_on) == (expected.state, expected.due_on)
        assert (stored.round.closed_at is not None) == expected.closed
        assert desk.report.versions.count() == expected.sent
        assert [*round_faults(stored.tenant), *report_faults(stored.tenant)] == []
        transaction.set_rollback(True)
