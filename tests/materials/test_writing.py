"""A material from its first line to its approval; every edit breaks the approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.approvals.queries import decisions_about
from lantoa.materials import acts, checks, queries
from lantoa.materials.models import Material, Version
from lantoa.materials.rules import off_plan
from lantoa.plans.models import Task
from lantoa.trail.queries import facts, history
from tests.universe.activities import BODY, SUMMARY, TITLE, MaterialFactory, refused
from tests.universe.agencies import AgencyFactory, HoldingFactory

pytestmark = pytest.mark.django_db
Status = Material.Status


@pytest.fixture
def draft(so_tai_chinh: Agency, task: Task, reporter: Holding) -> Material:
    return MaterialFactory(agency=so_tai_chinh, task=task, by=reporter)


def verbs(material: Material) -> list[str]:
    return [entry.verb for entry in history(material)]


def rewrite(material: Material, by: Holding, at: datetime, **changed: Any) -> Version:
    said = {"title": TITLE, "summary": SUMMARY, "body": BODY, "seen": material.version, **changed}
    return acts.rewrite(material=material, by=by, at=at, **said)


def test_a_material_begins_with_its_first_version(draft: Material) -> None:
    version = draft.versions.get()
    assert (version.number, version.title, version.body, draft.status) == (1, TITLE, BODY, Status.DRAFT)
    assert not off_plan(draft)
    assert verbs(draft) == ["material_begun"]


def test_a_material_off_the_plan_is_allowed_and_flagged(so_tai_chinh: Agency, reporter: Holding) -> None:
    material = MaterialFactory(agency=so_tai_chinh, by=reporter)
    assert off_plan(material)
    assert facts(history(material).get())["off_plan"] is True


def test_from_draft_to_approved(draft: Material, reporter: Holding, leader: Holding, now: datetime) -> None:
    acts.send_for_approval(material=draft, by=reporter, at=now)
    assert list(queries.awaiting_approval(leader)) == [draft]
    acts.approve(material=draft, by=leader, at=now, note="Đồng ý đăng")
    approval = queries.approval_of(draft.versions.get())
    assert approval is not None
    assert (approval.content_hash, approval.post) == (draft.versions.get().content_hash, leader.post)
    assert draft.status == Status.APPROVED
    assert not queries.awaiting_approval(leader)
    assert verbs(draft) == ["material_begun", "material_sent_for_approval", "material_approved"]


def test_an_edit_breaks_the_approval_and_the_old_words_do_not_bring_it_back(
    story: Material, coordinator: Holding, now: datetime
) -> None:
    edited = rewrite(story, coordinator, now, body=BODY + " Mở cửa cả ngày thứ bảy.")
    assert (story.status, edited.number, queries.approval_of(edited)) == (Status.DRAFT, 2, None)
    again = rewrite(story, coordinator, now)
    assert (again.number, again.content_hash) == (3, story.versions.get(number=1).content_hash)
    assert (story.status, queries.approval_of(again)) == (Status.DRAFT, None)


def test_an_edit_while_waiting_takes_it_back(
    draft: Material, reporter: Holding, leader: Holding, now: datetime
) -> None:
    acts.send_for_approval(material=draft, by=reporter, at=now)
    rewrite(draft, reporter, now, title="Tiêu đề khác")
    assert draft.status == Status.DRAFT
    with refused("not_waiting"):
        acts.approve(material=draft, by=leader, at=now)


def test_saving_the_same_content_changes_nothing(story: Material, coordinator: Holding, now: datetime) -> None:
    same = rewrite(story, coordinator, now, body=BODY.replace("\n", "\r\n") + "\n")
    assert (same.number, story.status, story.versions.count()) == (1, Status.APPROVED, 1)


def test_declined_with_a_reason_then_approved(
    draft: Material, reporter: Holding, leader: Holding, now: datetime
) -> None:
    acts.send_for_approval(material=draft, by=reporter, at=now)
    with refused("reasonless", "note"):
        acts.decline(material=draft, by=leader, at=now, note=" ")
    acts.decline(material=draft, by=leader, at=now, note="Thiếu địa điểm")
    assert (draft.status, queries.approval_of(draft.versions.get())) == (Status.DRAFT, None)
    acts.send_for_approval(material=draft, by=reporter, at=now)
    acts.approve(material=draft, by=leader, at=now)
    assert queries.approval_of(draft.versions.get()) is not None
    assert [d.decision for d in decisions_about(draft.versions.get())] == ["declined", "approved"]


def test_a_stale_save_is_refused(draft: Material, reporter: Holding, coordinator: Holding, now: datetime) -> None:
    seen = draft.version
    rewrite(draft, coordinator, now, title="Bản của điều phối viên")
    with refused("stale"):
        rewrite(draft, reporter, now, title="Bản của phóng viên", seen=seen)
    assert queries.newest_version(draft).title == "Bản của điều phối viên"


def test_the_act_looks_at_the_stored_row_not_at_the_callers(
    draft: Material, reporter: Holding, leader: Holding, now: datetime
) -> None:
    held = Material.objects.get(pk=draft.pk)
    acts.withdraw(material=draft, reason="Trùng bài", by=reporter, at=now)
    with refused("withdrawn"):
        acts.send_for_approval(material=held, by=reporter, at=now)


@pytest.mark.parametrize(
    ("said", "code"),
    [({"title": " \n "}, "no_title"), ({"title": "x" * 301}, "long_title"), ({"body": "\r\n \t"}, "no_body")],
)
def test_what_a_reader_could_not_read_is_refused(
    draft: Material, reporter: Holding, now: datetime, said: dict[str, str], code: str
) -> None:
    with refused(code, next(iter(said))):
        rewrite(draft, reporter, now, **said)
    assert draft.versions.count() == 1


def test_withdrawn_is_withdrawn(story: Material, coordinator: Holding, leader: Holding, now: datetime) -> None:
    with refused("no_reason"):
        acts.withdraw(material=story, reason="", by=leader, at=now)
    acts.withdraw(material=story, reason="Sự kiện hoãn", by=leader, at=now)
    later: list[Callable[[], object]] = [
        lambda: rewrite(story, coordinator, now, title="Khác"),
        lambda: acts.send_for_approval(material=story, by=coordinator, at=now),
        lambda: acts.withdraw(material=story, reason="Lần nữa", by=coordinator, at=now),
    ]
    for act in later:
        with refused("withdrawn"):
            act()
    assert facts(history(story).last())["reason"] == "Sự kiện hoãn"  # type: ignore[arg-type]


# --- who may -------------------------------------------------------------------------------------------------------


def test_own_posts_and_coordinators_write(
    so_tai_chinh: Agency, other_reporter: Holding, administrator: Holding, coordinator: Holding, leader: Holding
) -> None:
    assert MaterialFactory(agency=so_tai_chinh, by=coordinator)
    for stranger in (other_reporter, administrator, leader):
        with refused("not_yours"):
            MaterialFactory(agency=so_tai_chinh, by=stranger)


def test_the_coordinator_of_another_province_does_not(so_tai_chinh: Agency) -> None:
    stranger = HoldingFactory(post__agency=AgencyFactory(), post__role=Role.COORDINATOR)
    with refused("not_yours"):
        MaterialFactory(agency=so_tai_chinh, by=stranger)


def test_a_task_of_another_province_is_refused(task: Task) -> None:
    elsewhere = HoldingFactory()
    with refused("stranger"):
        MaterialFactory(agency=elsewhere.agency, task=task, by=elsewhere)
    assert not Material.objects.exists()


def test_only_leaders_and_own_signing_posts_approve(
    draft: Material,
    so_tai_chinh: Agency,
    communes: list[Agency],
    reporter: Holding,
    coordinator: Holding,
    now: datetime,
) -> None:
    acts.send_for_approval(material=draft, by=reporter, at=now)
    elsewhere = HoldingFactory(post__agency=communes[0], post__title="Chủ tịch", post__signs=True)
    foreign = HoldingFactory(post__agency=AgencyFactory(), post__role=Role.LEADER)
    for stranger in (reporter, coordinator, elsewhere, foreign):
        assert draft not in queries.awaiting_approval(stranger)
        with refused("not_approver"):
            acts.approve(material=draft, by=stranger, at=now)
    director = HoldingFactory(post__agency=so_tai_chinh, post__title="Giám đốc", post__signs=True)
    assert list(queries.awaiting_approval(director)) == [draft]
    assert acts.approve(material=draft, by=director, at=now).status == Status.APPROVED


def test_what_each_post_sees(
    draft: Material, story: Material, reporter: Holding, other_reporter: Holding, coordinator: Holding, leader: Holding,
    administrator: Holding,
) -> None:  # fmt: skip
    foreign = HoldingFactory(post__role=Role.COORDINATOR)
    seen = [reporter, other_reporter, coordinator, leader, administrator, foreign]
    assert [queries.materials_for(holding).count() for holding in seen] == [1, 0, 2, 2, 0, 0]
    assert queries.material_for(reporter, draft.pk) == draft
    assert queries.material_for(other_reporter, draft.pk) is None


# --- consistency ---------------------------------------------------------------------------------------------------


def test_the_check_is_silent_after_ordinary_work(story: Material, draft: Material) -> None:
    assert list(checks.faults(story.tenant)) == []


def test_the_check_finds_what_was_changed_behind_the_acts(story: Material, draft: Material) -> None:
    story.versions.update(body="Lời khác")
    draft.versions.update(number=4)
    Material.objects.filter(pk=draft.pk).update(status=Status.APPROVED)
    found = {(fault.code, fault.subject) for fault in checks.faults(story.tenant)}
    assert found == {
        ("version_changed", f"materials.version {story.versions.get().pk}"),
        ("versions_broken", f"materials.material {draft.pk}"),
        ("approval_missing", f"materials.material {draft.pk}"),
    }
