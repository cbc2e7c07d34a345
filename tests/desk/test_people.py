"""Posts and people on the desk: letting somebody in, ending it, passwords told once and changed at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from lantoa.agencies.acts import appoint, appoint_also, dismiss, make_post
from lantoa.agencies.models import Agency, Holding, Post, Role, User
from lantoa.trail.actors import SETUP
from lantoa.web.signin import IN_A_ROW
from tests.universe.agencies import NOW, PASSWORD
from tests.universe.doors import SignIn
from tests.universe.rounds import on

Said = dict[str, str]
OWN = "mot-cau-chi-minh-toi-biet"
AT = on("25/10")


@pytest.fixture(autouse=True)
def _no_tries_remembered() -> None:
    cache.clear()


@pytest.fixture
def said() -> Said:
    """A new focal point, as the form is filled in."""
    return {
        "title": "Chuyên viên tổng hợp", "role": "reporter", "person": "new", "username": "bao-hai-son",
        "full_name": "Người được cử", "email": "",
    }  # fmt: skip


def password_in(page: str) -> str:
    """The one-time password that a page tells."""
    (told,) = re.findall(r'class="code long">((?:\w{4}-){3}\w{4})<', page)
    return str(told)


def entered(username: str, password: str) -> Client:
    client = Client()
    client.post("/dang-nhap/", {"username": username, "password": password})
    return client


@pytest.mark.parametrize("who", ["administrator", "coordinator"])
def test_somebody_is_let_in_and_sets_an_own_password(
    who: str, people: dict[str, Holding], bao: Agency, said: Said, sign_in: SignIn
) -> None:
    client = sign_in(people[who])
    answer = client.post(f"/co-quan/{bao.id}/cu-nguoi/", said)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store, private"
    password = password_in(answer.content.decode())
    shown = client.get(f"/co-quan/{bao.id}/").content.decode()
    assert "Người được cử, từ 25/10/2026" in shown
    assert password not in shown

    new = entered("bao-hai-son", password)
    assert new.get("/viec-cua-toi/").headers["Location"] == "/mat-khau/"
    page = new.get("/mat-khau/").content.decode()
    assert "Mật khẩu đang dùng" not in page
    assert "<nav" not in page
    done = new.post("/mat-khau/", {"password": OWN, "again": OWN})
    assert done.headers["Location"] == "/"
    assert "Không có việc nào đang chờ" in new.get("/viec-cua-toi/").content.decode()
    assert entered("bao-hai-son", password).get("/viec-cua-toi/").headers["Location"].startswith("/dang-nhap/")


def test_a_one_time_password_opens_one_page_alone(
    people: dict[str, Holding], bao: Agency, said: Said, sign_in: SignIn
) -> None:
    told = sign_in(people["administrator"]).post(f"/co-quan/{bao.id}/cu-nguoi/", said).content.decode()
    new = entered("bao-hai-son", password_in(told))
    assert {new.get(page).headers["Location"] for page in ("/", "/ke-hoach/", "/bao-cao/", "/hoat-dong/ghi/")} == {
        "/mat-khau/"
    }
    assert new.post("/hoat-dong/ghi/", {"title": "x"}).headers["Location"] == "/mat-khau/"
    assert new.get("/co-quan/").status_code == 404
    assert new.get("/khoe/").status_code == 200
    assert new.post("/dang-xuat/").headers["Location"] == "/dang-nhap/"


@pytest.mark.parametrize("given", [("ngan", "ngan"), (OWN, OWN + "x"), ("", ""), ("12345678901234567890",) * 2])
def test_a_weak_or_mistyped_password_is_not_taken(given: tuple[str, str], reporter: Holding, sign_in: SignIn) -> None:
    User.objects.filter(pk=reporter.user_id).update(must_change=True)
    answer = sign_in(reporter).post("/mat-khau/", dict(zip(("password", "again"), given, strict=True)))
    assert answer.status_code == 200
    assert "<title>Lỗi: " in answer.content.decode()
    person = User.objects.get(pk=reporter.user_id)
    assert person.must_change
    assert person.check_password(PASSWORD)


def test_the_one_time_password_cannot_stay(reporter: Holding, sign_in: SignIn) -> None:
    User.objects.filter(pk=reporter.user_id).update(must_change=True)
    answer = sign_in(reporter).post("/mat-khau/", {"password": PASSWORD, "again": PASSWORD})
    assert "giống mật khẩu đang dùng" in answer.content.decode()
    assert User.objects.get(pk=reporter.user_id).must_change


@pytest.mark.parametrize("role", ["reporter", "coordinator", "leader", "administrator"])
def test_everybody_changes_the_own_password_and_stays_in(
    role: str, people: dict[str, Holding], sign_in: SignIn
) -> None:
    client, elsewhere = sign_in(people[role]), sign_in(people[role])
    wrong = client.post("/mat-khau/", {"current": "khong-phai-the", "password": OWN, "again": OWN})
    assert "Mật khẩu đang dùng chưa đúng" in wrong.content.decode()
    client.post("/mat-khau/", {"current": PASSWORD, "password": OWN, "again": OWN})
    assert User.objects.get(pk=people[role].user_id).check_password(OWN)
    assert client.get("/viec-cua-toi/").status_code == 200
    assert elsewhere.get("/viec-cua-toi/").headers["Location"].startswith("/dang-nhap/")


def test_the_password_in_use_is_not_guessed_either(reporter: Holding, sign_in: SignIn) -> None:
    client = sign_in(reporter)
    for number in range(IN_A_ROW):
        client.post("/mat-khau/", {"current": f"doan-mo-{number}", "password": OWN, "again": OWN})
    answer = client.post("/mat-khau/", {"current": PASSWORD, "password": OWN, "again": OWN})
    assert "Đã thử sai nhiều lần" in answer.content.decode()
    assert User.objects.get(pk=reporter.user_id).check_password(PASSWORD)


def test_a_new_password_for_who_forgot_theirs(
    reporter: Holding, coordinator: Holding, so_tai_chinh: Agency, sign_in: SignIn
) -> None:
    forgetful, client = sign_in(reporter), sign_in(coordinator)
    assert "so-tai-chinh" in client.get(f"/giu-vi-tri/{reporter.id}/mat-khau/").content.decode()
    assert forgetful.get("/viec-cua-toi/").status_code == 200, "looking gives nothing"
    password = password_in(client.post(f"/giu-vi-tri/{reporter.id}/mat-khau/").content.decode())
    assert forgetful.get("/viec-cua-toi/").headers["Location"].startswith("/dang-nhap/")
    assert "chưa đặt mật khẩu riêng" in client.get(f"/co-quan/{so_tai_chinh.id}/").content.decode()
    assert entered("so-tai-chinh", password).get("/viec-cua-toi/").headers["Location"] == "/mat-khau/"


def test_who_also_holds_more_is_the_administrators(
    reporter: Holding, coordinator: Holding, administrator: Holding, bao: Agency, sign_in: SignIn
) -> None:
    post = make_post(agency=bao, title="Tổng biên tập", role=Role.LEADER, by=SETUP, at=NOW)
    appoint_also(post=post, user=reporter.user, by=SETUP, at=NOW)
    refused = sign_in(coordinator).post(f"/giu-vi-tri/{reporter.id}/mat-khau/")
    assert refused.status_code == 409
    assert "còn giữ vị trí khác" in refused.content.decode()
    assert sign_in(administrator).post(f"/giu-vi-tri/{reporter.id}/mat-khau/").status_code == 200


def test_a_dismissed_person_is_out_within_one_request(
    reporter: Holding, coordinator: Holding, so_tai_chinh: Agency, sign_in: SignIn
) -> None:
    officer, client = sign_in(reporter), sign_in(coordinator)
    assert officer.get("/viec-cua-toi/").status_code == 200
    assert "thôi giữ vị trí" in client.get(f"/giu-vi-tri/{reporter.id}/thoi/").content.decode()
    assert officer.get("/viec-cua-toi/").status_code == 200, "looking ends nothing"
    ended = client.post(f"/giu-vi-tri/{reporter.id}/thoi/")
    assert ended.headers["Location"] == f"/co-quan/{so_tai_chinh.id}/"
    assert officer.get("/viec-cua-toi/").headers["Location"] == "/vi-tri/"
    assert officer.post("/mat-khau/", {"current": PASSWORD, "password": OWN, "again": OWN}).status_code == 302
    assert User.objects.get(pk=reporter.user_id).check_password(PASSWORD)
    page = client.get(f"/co-quan/{so_tai_chinh.id}/").content.decode()
    assert "Đang trống" in page
    assert client.post(f"/giu-vi-tri/{reporter.id}/thoi/").status_code == 404


def test_the_last_administrator_is_not_let_go(administrator: Holding, sign_in: SignIn) -> None:
    client = sign_in(administrator)
    answer = client.post(f"/giu-vi-tri/{administrator.id}/thoi/")
    assert answer.status_code == 409
    assert "duy nhất" in answer.content.decode()
    assert client.get("/viec-cua-toi/").status_code == 200


def test_a_coordinator_reaches_only_those_who_report(
    coordinator: Holding, leader: Holding, administrator: Holding, reporter: Holding, sign_in: SignIn
) -> None:
    client = sign_in(coordinator)
    for beyond in (leader, administrator, coordinator):
        for verb in ("thoi", "mat-khau"):
            address = f"/giu-vi-tri/{beyond.id}/{verb}/"
            assert (client.get(address).status_code, client.post(address).status_code) == (404, 404)
    assert f"/giu-vi-tri/{leader.id}/" not in client.get(f"/co-quan/{leader.agency.id}/").content.decode()
    assert f"/giu-vi-tri/{reporter.id}/" in client.get(f"/co-quan/{reporter.agency.id}/").content.decode()


@pytest.mark.parametrize("role", ["coordinator", "leader", "administrator", "nobody"])
def test_a_coordinator_gives_no_role_beyond_reporting(
    role: str, coordinator: Holding, bao: Agency, said: Said, sign_in: SignIn
) -> None:
    answer = sign_in(coordinator).post(f"/co-quan/{bao.id}/cu-nguoi/", {**said, "role": role})
    assert "role" in answer.context["form"].errors
    assert not Post.objects.filter(agency=bao).exists()


def test_a_coordinator_lets_nobody_sign(
    coordinator: Holding, administrator: Holding, bao: Agency, said: Said, sign_in: SignIn
) -> None:
    """Neither by ticking what is not on the form, nor through a post that signs already."""
    sign_in(coordinator).post(f"/co-quan/{bao.id}/cu-nguoi/", {**said, "signs": "on"})
    post = Post.objects.get(agency=bao)
    assert not post.signs
    sign_in(administrator).post(f"/co-quan/{bao.id}/cu-nguoi/", {**said, "signs": "on", "username": "nguoi-ky"})
    post.refresh_from_db()
    assert post.signs
    tried = sign_in(coordinator).post(f"/co-quan/{bao.id}/cu-nguoi/", {**said, "username": "nguoi-khac"})
    assert "chỉ người quản trị" in tried.content.decode()
    post.refresh_from_db()
    assert post.signs
    assert not User.objects.filter(username="nguoi-khac").exists()


def test_an_administrator_appoints_a_leader_who_signs(
    administrator: Holding, bao: Agency, said: Said, sign_in: SignIn
) -> None:
    leader = {**said, "title": "Tổng biên tập", "role": "leader", "signs": "on", "username": "tong-bien-tap"}
    sign_in(administrator).post(f"/co-quan/{bao.id}/cu-nguoi/", {**leader, "email": "tbt@haison.example"})
    held = Holding.objects.get(user__username="tong-bien-tap")
    assert (held.role, held.post.signs, held.user.email) == ("leader", True, "tbt@haison.example")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "so-tai-chinh"}, "username"),
        ({"username": "SO-Tai-Chinh"}, "username"),
        ({"username": "tên có dấu"}, "username"),
        ({"username": ""}, "username"),
        ({"full_name": ""}, "full_name"),
        ({"title": ""}, "title"),
        ({"email": "khong-phai-thu"}, "email"),
        ({"person": "known", "username": "khong-ai"}, "username"),
        ({"person": "known", "username": "la-o-tinh-khac"}, "username"),
    ],
)
def test_what_is_typed_wrong_is_said_at_the_field_and_nobody_is_let_in(
    wrong: Said, field: str, administrator: Holding, reporter: Holding, strangers: dict[str, Holding], bao: Agency,
    said: Said, sign_in: SignIn,
) -> None:  # fmt: skip
    User.objects.filter(pk=strangers["reporter"].user_id).update(username="la-o-tinh-khac")
    answer = sign_in(administrator).post(f"/co-quan/{bao.id}/cu-nguoi/", {**said, **wrong})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {field}
    assert not Post.objects.filter(agency=bao).exists()


def test_who_has_a_name_already_holds_one_more_post_and_keeps_the_password(
    coordinator: Holding, reporter: Holding, bao: Agency, said: Said, sign_in: SignIn
) -> None:
    client = sign_in(coordinator)
    answer = client.post(f"/co-quan/{bao.id}/cu-nguoi/", {**said, "person": "known", "username": "So-Tai-Chinh"})
    assert answer.headers["Location"] == f"/co-quan/{bao.id}/"
    assert sign_in(reporter).get("/vi-tri/").content.decode().count('name="holding"') == 2
    assert User.objects.get(pk=reporter.user_id).check_password(PASSWORD)


def test_who_was_dismissed_comes_back_into_the_empty_post(
    coordinator: Holding, reporter: Holding, so_tai_chinh: Agency, said: Said, sign_in: SignIn
) -> None:
    dismiss(holding=reporter, by=SETUP, at=on("1/9"))
    client = sign_in(coordinator)
    (address,) = re.findall(
        r'href="([^"]+\?chuc-danh=[^"]+)"', client.get(f"/co-quan/{so_tai_chinh.id}/").content.decode()
    )
    form = client.get(address.replace("&amp;", "&")).context["form"]
    assert form["title"].value() == reporter.post.title
    again = {**said, "title": reporter.post.title, "person": "known", "username": "so-tai-chinh"}
    client.post(address.replace("&amp;", "&"), again)
    assert sign_in(reporter).get("/viec-cua-toi/").status_code == 200
    assert reporter.post.holdings.count() == 2


def test_what_an_address_asks_for_is_only_of_the_agency(
    administrator: Holding, leader: Holding, bao: Agency, sign_in: SignIn
) -> None:
    asked = {"chuc-danh": leader.post.title, "viec": "leader"}
    assert sign_in(administrator).get(f"/co-quan/{bao.id}/cu-nguoi/", asked).context["form"].initial == {}


def test_leaders_look_and_press_nothing(leader: Holding, reporter: Holding, sign_in: SignIn) -> None:
    page = sign_in(leader).get(f"/co-quan/{reporter.agency.id}/").content.decode()
    assert reporter.post.title in page
    assert "cu-nguoi" not in page
    assert "giu-vi-tri" not in page


def test_an_appointment_begins_at_its_instant(
    bao: Agency, clock: Callable[[datetime], None], administrator: Holding
) -> None:
    post = make_post(agency=bao, title="Phóng viên", role=Role.REPORTER, by=SETUP, at=AT)
    appoint(post=post, username="mai-moi-den", password=PASSWORD, by=SETUP, at=AT + timedelta(days=1))
    clock(AT)
    client = Client()
    client.force_login(administrator.user)
    assert "mai-moi-den" not in client.get(f"/co-quan/{bao.id}/").content.decode()
    clock(AT + timedelta(days=1))
    assert "mai-moi-den" in client.get(f"/co-quan/{bao.id}/").content.decode()
