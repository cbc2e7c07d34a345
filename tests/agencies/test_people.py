"""Posts, who holds them, and when."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from lantoa.agencies import acts
from lantoa.agencies.models import Agency, Holding, Role, User
from lantoa.agencies.queries import holding_of, holdings_of
from lantoa.refusals import Refusal
from lantoa.trail.actors import SETUP
from tests.universe.agencies import PASSWORD, HoldingFactory, PostFactory


def test_the_universe_has_its_people(
    coordinator: Holding, leader: Holding, reporter: Holding, other_reporter: Holding, administrator: Holding
) -> None:
    people = [coordinator, leader, reporter, other_reporter, administrator]
    assert [person.role for person in people] == ["coordinator", "leader", "reporter", "reporter", "administrator"]
    assert [person.agency.symbol for person in people] == ["SVHTTDL", "UBND", "STC", "UBND", "SVHTTDL"]
    for person in people:
        assert authenticate(username=person.user.username, password=PASSWORD) == person.user


def test_the_same_post_is_made_once(so_vhttdl: Agency, coordinator: Holding, now: datetime) -> None:
    post = coordinator.post
    assert acts.make_post(agency=so_vhttdl, title=post.title, role=post.role, by=SETUP, at=now) == post
    assert acts.make_post(agency=so_vhttdl, title=post.title, role=Role.LEADER, by=SETUP, at=now) != post


@pytest.mark.parametrize("username", ["lanh-dao", "LANH-DAO"])
def test_a_login_name_is_one_persons_whatever_its_case(leader: Holding, username: str) -> None:
    with pytest.raises(Refusal, match="đã có người dùng"):
        HoldingFactory(username=username)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username=username)


def test_one_signs_in_whatever_the_case_of_the_name(leader: Holding) -> None:
    assert authenticate(username="Lanh-Dao", password=PASSWORD) == leader.user


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"username": "  "}, "usernameless"),
        ({"password": "ngan"}, "weak_password"),
        ({"password": "12345678901234567890"}, "weak_password"),
    ],
)
def test_login_names_and_passwords_are_judged(db: None, given: dict[str, str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        HoldingFactory(**given)
    assert refused.value.code == code
    assert not User.objects.exists()


def test_without_a_password_one_cannot_sign_in_until_one_is_set(so_vhttdl: Agency, now: datetime) -> None:
    holding = HoldingFactory(post__agency=so_vhttdl, username="moi", password=None)
    assert authenticate(username="moi", password="") is None
    with pytest.raises(Refusal, match="Mật khẩu chưa đủ mạnh"):
        acts.change_password(holding=holding, password="ngan", by=SETUP, at=now)
    acts.change_password(holding=holding, password=PASSWORD, by=SETUP, at=now)
    assert authenticate(username="moi", password=PASSWORD) == holding.user


def test_a_holding_begins_and_ends(reporter: Holding, now: datetime) -> None:
    end = now + timedelta(days=30)
    acts.dismiss(holding=reporter, by=SETUP, at=end)
    assert holdings_of(reporter.user, now - timedelta(seconds=1)) == []
    assert holdings_of(reporter.user, now) == [reporter]
    assert holdings_of(reporter.user, end - timedelta(microseconds=1)) == [reporter]
    assert holding_of(reporter.user, end) is None


def test_one_person_in_two_posts_acts_in_the_chosen_one(reporter: Holding, bao: Agency, now: datetime) -> None:
    post = PostFactory(agency=bao)
    second = acts.appoint_also(post=post, user=reporter.user, by=SETUP, at=now + timedelta(days=1))
    assert acts.appoint_also(post=post, user=reporter.user, by=SETUP, at=now + timedelta(days=2)) == second
    later = now + timedelta(days=3)
    assert holding_of(reporter.user, later) == reporter
    assert holding_of(reporter.user, later, str(second.id)) == second
    assert holding_of(reporter.user, now, str(second.id)) == reporter
    assert holding_of(reporter.user, later, "không phải mã") == reporter


def test_who_was_dismissed_can_be_appointed_again(reporter: Holding, now: datetime) -> None:
    acts.dismiss(holding=reporter, by=SETUP, at=now + timedelta(days=1))
    again = acts.appoint_also(post=reporter.post, user=reporter.user, by=SETUP, at=now + timedelta(days=2))
    assert holding_of(reporter.user, now + timedelta(days=3)) == again != reporter
