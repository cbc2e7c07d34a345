"""A yes holds for exactly one content, from a post that may give it, until a later no."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from lantoa.agencies.acts import dismiss
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.approvals import acts, checks
from lantoa.approvals.models import Approval
from lantoa.approvals.queries import decisions_about, standing_approval
from lantoa.approvals.rules import may_decide
from lantoa.refusals import Refusal
from lantoa.trail.queries import history
from tests.universe.agencies import HoldingFactory

ONE, OTHER = "1" * 64, "2" * 64


def test_a_yes_stands_for_exactly_its_content(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    approval = acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now, note="Được.")
    assert standing_approval(so_vhttdl, ONE) == approval
    assert standing_approval(so_vhttdl, OTHER) is None
    assert (approval.post, approval.holding, approval.at, approval.road) == (leader.post, leader, now, "screen")


def test_the_newest_decision_about_a_content_counts(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now)
    acts.decline(subject=so_vhttdl, content_hash=ONE, by=leader, at=now, note="Thiếu nguồn số liệu.")
    assert standing_approval(so_vhttdl, ONE) is None
    again = acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now)
    assert standing_approval(so_vhttdl, ONE) == again
    assert [decision.number for decision in decisions_about(so_vhttdl)] == [1, 2, 3]


def test_a_no_about_another_content_leaves_the_yes_standing(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    approval = acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now)
    acts.decline(subject=so_vhttdl, content_hash=OTHER, by=leader, at=now, note="Bản này sai.")
    assert standing_approval(so_vhttdl, ONE) == approval


def test_pressing_twice_is_one_yes(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    first = acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now)
    assert acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now + timedelta(seconds=1)) == first
    assert Approval.objects.count() == 1
    assert [entry.verb for entry in history(so_vhttdl)] == ["agency_founded", "approved"]


@pytest.mark.parametrize(
    ("role", "signs", "may"),
    [
        (Role.REPORTER, False, False),
        (Role.REPORTER, True, True),
        (Role.COORDINATOR, False, False),
        (Role.LEADER, False, True),
        (Role.ADMINISTRATOR, False, False),
    ],
)
def test_leaders_and_signing_posts_decide(so_vhttdl: Agency, now: datetime, role: str, signs: bool, may: bool) -> None:
    holding = HoldingFactory(post__agency=so_vhttdl, post__role=role, post__signs=signs)
    assert may_decide(holding) is may
    if may:
        assert acts.approve(subject=so_vhttdl, content_hash=ONE, by=holding, at=now).decision == "approved"
    else:
        with pytest.raises(Refusal, match="không có quyền phê duyệt"):
            acts.approve(subject=so_vhttdl, content_hash=ONE, by=holding, at=now)


def test_a_leader_of_another_province_may_not_decide(so_vhttdl: Agency, now: datetime) -> None:
    stranger = HoldingFactory(post__role=Role.LEADER)
    assert stranger.tenant_id != so_vhttdl.tenant_id
    with pytest.raises(Refusal):
        acts.approve(subject=so_vhttdl, content_hash=ONE, by=stranger, at=now)


def test_a_no_needs_its_reason(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    with pytest.raises(Refusal) as refused:
        acts.decline(subject=so_vhttdl, content_hash=ONE, by=leader, at=now, note="  ")
    assert (refused.value.code, refused.value.field) == ("reasonless", "note")


def test_only_a_digest_can_be_decided_on(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        acts.approve(subject=so_vhttdl, content_hash="không phải mã băm", by=leader, at=now)


def test_check_finds_a_decision_of_who_did_not_hold_the_post(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    acts.approve(subject=so_vhttdl, content_hash=ONE, by=leader, at=now)
    dismiss(holding=leader, by=leader, at=now + timedelta(days=1))
    assert list(checks.faults(so_vhttdl.tenant)) == []
    Approval.objects.update(at=now + timedelta(days=2))
    assert [fault.code for fault in checks.faults(so_vhttdl.tenant)] == ["post_not_held"]
