"""Signing in: one sentence for every way of being wrong, limits that pass by themselves, the way back, the posts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from lantoa.agencies.acts import appoint, make_post
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.trail.actors import SETUP
from lantoa.web.signin import IN_A_ROW, PAUSE, PER_ACCOUNT, PER_ADDRESS
from tests.universe.agencies import NOW, PASSWORD, HoldingFactory
from tests.universe.rounds import on

Clock = Callable[[datetime], None]
AT = on("25/10")
WRONG = "chưa đúng"
PAUSED = "Đã thử sai nhiều lần"
GUESS = "mot-mat-khau-doan-mo"


@pytest.fixture(autouse=True)
def _no_tries_remembered() -> None:
    cache.clear()


def attempt(username: str, password: str = GUESS, address: str = "10.0.0.1", next: str = "") -> str:
    """Try to sign in from a fresh browser; what the page says, or where it leads."""
    said = {"username": username, "password": password, "next": next}
    answer = Client(REMOTE_ADDR=address).post("/dang-nhap/", said)
    return answer.headers["Location"] if answer.status_code == 302 else answer.content.decode()


def said_in(page: str) -> str:
    """The box of errors of a page."""
    return page.split('role="alert"')[1].split("</div>")[0]


def test_the_right_password_opens_my_work(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    assert attempt("so-tai-chinh", PASSWORD) == "/viec-cua-toi/"
    assert attempt("SO-TAI-CHINH", PASSWORD, next="/bao-cao/") == "/bao-cao/"


def test_nobody_is_sent_to_another_site(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    assert attempt("so-tai-chinh", PASSWORD, next="https://xa.example/") == "/viec-cua-toi/"


def test_a_wrong_name_and_a_wrong_password_read_the_same(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    known, unknown = attempt("so-tai-chinh"), attempt("khong-ai-ca")
    assert WRONG in known
    assert "<title>Lỗi: " in known
    assert said_in(known) == said_in(unknown)


def test_five_wrong_in_a_row_pause_the_account_for_a_quarter_of_an_hour(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    for number in range(IN_A_ROW):
        assert WRONG in attempt("so-tai-chinh", address=f"10.0.1.{number}")
    assert PAUSED in attempt("so-tai-chinh", PASSWORD, address="10.0.2.1")
    assert PAUSED in attempt("SO-TAI-CHINH ", PASSWORD, address="10.0.2.1")
    clock(AT + PAUSE - timedelta(seconds=1))
    assert PAUSED in attempt("so-tai-chinh", PASSWORD, address="10.0.2.1")
    clock(AT + PAUSE)
    assert attempt("so-tai-chinh", PASSWORD, address="10.0.2.1") == "/viec-cua-toi/"


def test_a_right_password_ends_the_row(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    for _ in range(IN_A_ROW - 1):
        attempt("so-tai-chinh")
    assert attempt("so-tai-chinh", PASSWORD) == "/viec-cua-toi/"
    for _ in range(IN_A_ROW - 1):
        assert WRONG in attempt("so-tai-chinh", address="10.0.0.2")


def test_an_account_takes_ten_wrong_tries_an_hour(reporter: Holding, clock: Clock) -> None:
    for number in range(PER_ACCOUNT):
        clock(AT + number // IN_A_ROW * PAUSE + timedelta(seconds=number))
        assert WRONG in attempt("so-tai-chinh", address=f"10.0.3.{number}")
    clock(AT + 3 * PAUSE)
    assert PAUSED in attempt("so-tai-chinh", PASSWORD, address="10.0.4.1")
    clock(AT + timedelta(hours=1, seconds=1))
    assert attempt("so-tai-chinh", PASSWORD, address="10.0.4.1") == "/viec-cua-toi/"


def test_an_address_takes_twenty_wrong_tries_an_hour(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    for number in range(PER_ADDRESS):
        assert WRONG in attempt(f"nguoi-{number}")
    assert PAUSED in attempt("so-tai-chinh", PASSWORD)
    assert attempt("so-tai-chinh", PASSWORD, address="10.0.0.9") == "/viec-cua-toi/"
    clock(AT + timedelta(hours=1, seconds=1))
    assert attempt("so-tai-chinh", PASSWORD) == "/viec-cua-toi/"


def test_a_flood_of_tries_never_locks_for_longer_than_an_hour(reporter: Holding, clock: Clock) -> None:
    for minute in range(90):
        clock(AT + timedelta(minutes=minute))
        attempt("so-tai-chinh", address=f"10.1.0.{minute}")
    clock(AT + timedelta(minutes=89) + timedelta(hours=1, seconds=1))
    assert attempt("so-tai-chinh", PASSWORD, address="10.2.0.1") == "/viec-cua-toi/"


def test_signing_out_ends_it(reporter: Holding, clock: Clock) -> None:
    clock(AT)
    client = Client()
    client.force_login(reporter.user)
    assert client.get("/viec-cua-toi/").status_code == 200
    assert client.post("/dang-xuat/").status_code == 302
    assert client.get("/viec-cua-toi/").status_code == 302


@pytest.fixture
def second(reporter: Holding, so_vhttdl: Agency) -> Holding:
    """A second post of the finance department's officer: coordinator in the leading department."""
    post = make_post(agency=so_vhttdl, title="Biệt phái", role=Role.COORDINATOR, by=SETUP, at=NOW)
    return Holding.objects.create(tenant=post.tenant, user=reporter.user, post=post, since=NOW)


def test_a_person_of_two_posts_chooses_in_which_to_act(reporter: Holding, second: Holding, clock: Clock) -> None:
    clock(AT)
    client = Client()
    client.force_login(reporter.user)
    assert "Chuyên viên, Sở Tài chính" in client.get("/viec-cua-toi/").content.decode()
    assert client.get("/dot-bao-cao/").status_code == 404
    assert "Biệt phái" in client.get("/vi-tri/").content.decode()
    client.post("/vi-tri/", {"holding": str(second.id)})
    assert client.get("/dot-bao-cao/").status_code == 200


def test_nobody_chooses_the_post_of_another(reporter: Holding, other_reporter: Holding, clock: Clock) -> None:
    clock(AT)
    client = Client()
    client.force_login(reporter.user)
    assert client.post("/vi-tri/", {"holding": str(other_reporter.id)}).status_code == 404
    assert client.post("/vi-tri/", {"holding": "khong-phai-ma"}).status_code == 404


def test_a_person_appointed_from_tomorrow_is_not_in_today(so_vhttdl: Agency, clock: Clock) -> None:
    clock(AT)
    post = make_post(agency=so_vhttdl, title="Mới", role=Role.REPORTER, by=SETUP, at=NOW)
    holding = appoint(post=post, username="moi", password=PASSWORD, by=SETUP, at=AT + timedelta(days=1))
    client = Client()
    client.force_login(holding.user)
    assert client.get("/viec-cua-toi/").headers["Location"] == "/vi-tri/"


def test_the_page_is_asked_for_in_the_language_chosen(clock: Clock, db: None) -> None:
    clock(AT)
    client = Client()
    assert 'lang="vi"' in client.get("/dang-nhap/").content.decode()
    client.post("/ngon-ngu/", {"language": "en", "next": "/dang-nhap/"})
    assert '<html lang="en">' in client.get("/dang-nhap/").content.decode()


def test_the_pulse_asks_the_database(db: None) -> None:
    assert Client().get("/khoe/").json() == {"ok": True}


def test_people_are_made_by_the_factory_with_a_password(db: None) -> None:
    assert HoldingFactory().user.check_password(PASSWORD)
