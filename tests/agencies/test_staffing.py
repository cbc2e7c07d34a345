"""Who may fill which post, end that, and give new passwords; nobody gains power by it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from lantoa.agencies import acts
from lantoa.agencies.models import Agency, Holding, Role, User
from lantoa.agencies.queries import holding_of, known_person, posts_of, staff_of
from lantoa.agencies.rules import may_staff, roles_to_give
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.universe.agencies import PASSWORD, HoldingFactory, PostFactory, TenantFactory

NEW = "mot-mat-khau-hoan-toan-khac"


@pytest.mark.parametrize("role", Role)
def test_an_administrator_fills_every_post_and_a_coordinator_those_that_report(
    role: Role, so_tai_chinh: Agency, administrator: Holding, coordinator: Holding, leader: Holding, reporter: Holding
) -> None:
    post = PostFactory(agency=so_tai_chinh, role=role, title="Mới")
    able = [person.role for person in (administrator, coordinator, leader, reporter) if may_staff(person, post)]
    assert able == (["administrator", "coordinator"] if role == Role.REPORTER else ["administrator"])
    assert may_staff(SETUP, post)


def test_roles_to_give(administrator: Holding, coordinator: Holding, leader: Holding, reporter: Holding) -> None:
    assert roles_to_give(administrator) == list(Role)
    assert roles_to_give(coordinator) == [Role.REPORTER]
    assert roles_to_give(leader) == roles_to_give(reporter) == []


def test_another_province_fills_nothing(so_tai_chinh: Agency, reporter: Holding, now: datetime) -> None:
    stranger = HoldingFactory(post__agency__tenant=TenantFactory(), post__role=Role.ADMINISTRATOR)
    assert reporter not in staff_of(stranger, now)
    with pytest.raises(Refusal, match="chỉ người quản trị"):
        acts.make_post(agency=so_tai_chinh, title="Mạo danh", role=Role.LEADER, by=stranger, at=now)
    with pytest.raises(Refusal):
        acts.give_password(holding=reporter, password=NEW, by=stranger, at=now)
    assert not so_tai_chinh.posts.filter(title="Mạo danh").exists()


def test_a_coordinator_neither_makes_nor_enters_a_post_that_signs(
    so_tai_chinh: Agency, coordinator: Holding, administrator: Holding, now: datetime
) -> None:
    made = {"agency": so_tai_chinh, "title": "Phó Giám đốc", "role": Role.REPORTER, "at": now}
    with pytest.raises(Refusal):
        acts.make_post(**made, signs=True, by=coordinator)
    plain = acts.make_post(**made, by=coordinator)
    with pytest.raises(Refusal):
        acts.let_sign(post=plain, signs=True, by=coordinator, at=now)
    plain.refresh_from_db()
    assert not plain.signs
    acts.let_sign(post=plain, signs=True, by=administrator, at=now)
    for tried in ("appoint", "appoint_also"):
        person = {"user": coordinator.user} if tried == "appoint_also" else {"username": "moi", "password": PASSWORD}
        with pytest.raises(Refusal):
            getattr(acts, tried)(post=plain, by=coordinator, at=now, **person)
    assert not plain.holdings.exists()


def test_signing_is_said_once(reporter: Holding, administrator: Holding, now: datetime) -> None:
    post = reporter.post
    for signs in (True, True, False):
        acts.let_sign(post=post, signs=signs, by=administrator, at=now)
    said = [entry for entry in history(post) if entry.verb == "signing_set"]
    assert len(said) == 2
    post.refresh_from_db()
    assert (post.signs, post.version) == (False, 3)


def test_a_one_time_password_must_be_changed(so_tai_chinh: Agency, now: datetime) -> None:
    post = PostFactory(agency=so_tai_chinh)
    held = acts.appoint(post=post, username="moi", password=PASSWORD, one_time=True, by=SETUP, at=now)
    assert held.user.must_change
    with pytest.raises(Refusal, match="giống mật khẩu đang dùng"):
        acts.change_password(holding=held, password=PASSWORD, by=held, at=now)
    acts.change_password(holding=held, password=NEW, by=held, at=now)
    person = User.objects.get(username="moi")
    assert person.check_password(NEW)
    assert not person.must_change


def test_a_new_password_is_given_and_must_be_changed(
    reporter: Holding, coordinator: Holding, administrator: Holding, now: datetime
) -> None:
    for by in (coordinator, administrator):
        acts.give_password(holding=reporter, password=NEW, by=by, at=now)
        person = User.objects.get(pk=reporter.user_id)
        assert person.check_password(NEW)
        assert person.must_change


@pytest.mark.parametrize("more", [Role.LEADER, Role.COORDINATOR, Role.ADMINISTRATOR])
def test_a_coordinator_takes_over_nobody_who_also_holds_more(
    more: Role, reporter: Holding, bao: Agency, coordinator: Holding, administrator: Holding, now: datetime
) -> None:
    second = acts.appoint_also(post=PostFactory(agency=bao, role=more), user=reporter.user, by=SETUP, at=now)
    with pytest.raises(Refusal, match="còn giữ vị trí khác"):
        acts.give_password(holding=reporter, password=NEW, by=coordinator, at=now)
    assert User.objects.get(pk=reporter.user_id).check_password(PASSWORD)
    acts.give_password(holding=second, password=NEW, by=administrator, at=now)


def test_an_administrator_takes_over_nobody_of_another_province(
    reporter: Holding, administrator: Holding, now: datetime
) -> None:
    far = PostFactory(agency__tenant=TenantFactory(), role=Role.ADMINISTRATOR)
    acts.appoint_also(post=far, user=reporter.user, by=SETUP, at=now)
    with pytest.raises(Refusal, match="còn giữ vị trí khác"):
        acts.give_password(holding=reporter, password=NEW, by=administrator, at=now)


def test_the_last_administrator_stays(
    administrator: Holding, so_tai_chinh: Agency, reporter: Holding, now: datetime
) -> None:
    later = now + timedelta(days=1)
    HoldingFactory(post__agency__tenant=TenantFactory(), post__role=Role.ADMINISTRATOR)
    with pytest.raises(Refusal, match="duy nhất"):
        acts.dismiss(holding=administrator, by=administrator, at=later)
    second = HoldingFactory(post__agency=so_tai_chinh, post__role=Role.ADMINISTRATOR, post__title="Quản trị")
    acts.dismiss(holding=administrator, by=second, at=later)
    assert holding_of(administrator.user, later) is None
    with pytest.raises(Refusal, match="duy nhất"):
        acts.dismiss(holding=second, by=second, at=later)


def test_who_may_end_a_holding(reporter: Holding, leader: Holding, coordinator: Holding, now: datetime) -> None:
    later = now + timedelta(days=1)
    for by, held in [(reporter, leader), (coordinator, leader), (leader, reporter)]:
        with pytest.raises(Refusal):
            acts.dismiss(holding=held, by=by, at=later)
    acts.dismiss(holding=reporter, by=coordinator, at=later)
    acts.dismiss(holding=leader, by=leader, at=later)
    assert holding_of(reporter.user, later) is holding_of(leader.user, later) is None


def test_ending_twice_changes_nothing(reporter: Holding, coordinator: Holding, now: datetime) -> None:
    seen = Holding.objects.get(pk=reporter.pk)
    acts.dismiss(holding=reporter, by=coordinator, at=now + timedelta(days=1))
    acts.dismiss(holding=seen, by=coordinator, at=now + timedelta(days=2))
    assert Holding.objects.get(pk=reporter.pk).until == now + timedelta(days=1)
    assert [entry.verb for entry in history(reporter)].count("dismissed") == 1


def test_posts_with_who_holds_them(so_tai_chinh: Agency, reporter: Holding, now: datetime) -> None:
    empty = PostFactory(agency=so_tai_chinh, title="Kế toán", role=Role.LEADER)
    shown = {post.title: post.held for post in posts_of(so_tai_chinh, now)}  # type: ignore[attr-defined]
    assert shown == {reporter.post.title: [reporter], empty.title: []}
    acts.dismiss(holding=reporter, by=SETUP, at=now + timedelta(days=1))
    assert [post.held for post in posts_of(so_tai_chinh, now + timedelta(days=1))] == [[], []]  # type: ignore[attr-defined]


def test_a_person_is_known_in_the_own_province(tenant: Tenant, reporter: Holding, now: datetime) -> None:
    acts.dismiss(holding=reporter, by=SETUP, at=now + timedelta(days=1))
    assert known_person("SO-TAI-CHINH", tenant=tenant) == reporter.user
    assert known_person("so-tai-chinh", tenant=TenantFactory()) is None
    assert known_person("khong-ai", tenant=tenant) is None
