"""The public pages: what stands on them, what never does, and how light they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.activities import acts as activities
from lantoa.activities import jobs
from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet, Release
from lantoa.channels.public_page.form import LARGEST
from lantoa.materials import acts as materials
from lantoa.materials.models import Material
from lantoa.plans.models import Plan, Task, Theme
from lantoa.tenants.models import Tenant
from lantoa.trail.models import Entry
from tests.universe.activities import SUMMARY, TITLE, ActivityFactory, approved
from tests.universe.agencies import TenantFactory

pytestmark = pytest.mark.django_db
HEAVIEST = 100_000
"""Bytes of a page."""

Tell = Callable[..., Release]


@pytest.fixture
def tell(so_vhttdl: Agency, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime) -> Tell:
    """Write, approve and release a story in one go, `after` the fixtures' hour."""

    def told(after: timedelta = timedelta(hours=4), **given: Any) -> Release:
        material = approved(leader, **{"agency": so_vhttdl, "by": coordinator, **given})
        return channels.release(version=material.versions.get(), outlet=public_page, by=coordinator, at=now + after)

    return told


def address(release: Release) -> str:
    return reverse("portal:story", kwargs={"tenant": release.tenant.slug, "slug": release.slug})


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def read(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    assert len(response.content) <= HEAVIEST
    assert response.headers["Content-Language"] == "vi"
    page = response.content.decode()
    assert "<script" not in page
    assert " style=" not in page
    assert page.count("<h1") == 1
    assert '<a class="skip" href="#noi-dung">' in page
    assert '<html lang="vi">' in page
    return page


# --- the list ------------------------------------------------------------------------------------------------------


def test_the_newest_story_stands_first(client: Client, release: Release, tell: Tell) -> None:
    tell(title="Tin sau")
    page = read(client, "/cong/hai-son/")
    assert re.findall(r'<h2 lang="vi"><a href="[^"]+">([^<]+)', page) == ["Tin sau", TITLE]
    assert "Thứ hai, ngày 02 tháng 3 năm 2026" in page
    assert SUMMARY in page


def test_an_empty_list_says_what_will_come(client: Client, tenant: Tenant) -> None:
    assert "Chưa có tin nào được đăng" in read(client, "/cong/")


def test_the_list_has_pages(client: Client, release: Release, tell: Tell) -> None:
    for number in range(11):
        tell(timedelta(days=1, hours=number), title=f"Tin {number}")
    first, second = read(client, "/cong/hai-son/"), read(client, "/cong/hai-son/?trang=2")
    assert (first.count('class="meta"'), second.count('class="meta"')) == (10, 2)
    assert 'rel="next" href="?trang=2"' in first
    assert 'rel="prev" href="?trang=1"' in second
    assert "Trang 2 trên 2" in second
    for odd in ("0", "99", "-1", "x", "1" * 400):
        read(client, f"/cong/hai-son/?trang={odd}")


def test_a_draft_is_nowhere(client: Client, release: Release, story: Material, coordinator: Holding) -> None:
    secret = "Con số chưa được duyệt"
    materials.rewrite(
        material=story, title=secret, summary="", body=secret, by=coordinator, at=story.begun_at, seen=None
    )
    for path in ("/cong/", address(release), "/cong/chuong-trinh/"):
        assert secret not in read(client, path)


# --- a story -------------------------------------------------------------------------------------------------------


def test_a_story_is_readable(client: Client, story: Material, plan: Plan, release: Release) -> None:
    story.themes.set(Theme.objects.filter(plan=plan)[:2])
    page = read(client, address(release))
    assert f'<h1 lang="vi">{TITLE}</h1>' in page
    assert '<time datetime="2026-03-02">Thứ hai, ngày 02 tháng 3 năm 2026</time>' in page
    assert "<li>góc ảnh chợ nổi, lễ hội mùa và nghề dệt;</li>" in page
    assert "Sở Văn hóa, Thể thao và Du lịch" in page
    assert [theme.text in page for theme in story.themes.all()] == [True, True]
    assert f"#nhiem-vu-{story.task_id}" in page


def test_what_messengers_show(client: Client, release: Release) -> None:
    page = read(client, address(release))
    whole = f"http://testserver{address(release)}"
    for told in (
        f'<meta property="og:title" content="{TITLE}">',
        f'<meta property="og:description" content="{SUMMARY}">',
        f'<meta name="description" content="{SUMMARY}">',
        f'<meta property="og:url" content="{whole}">',
        f'<link rel="canonical" href="{whole}">',
        '<meta property="article:published_time" content="2026-03-02T12:00:00+07:00">',
    ):
        assert told in page


def test_nothing_a_writer_types_becomes_markup(client: Client, tell: Tell) -> None:
    nasty = '<script>alert(1)</script> "><img src=x onerror=alert(1)> & {{ 7|add:7 }}'
    page = read(client, address(tell(title=nasty, summary=nasty, body=f"{nasty}\n\n- {nasty}", language='"><b>')))
    assert "<img src=x" not in page
    assert "<b>" not in page
    assert "{{ 7|add:7 }}" in page
    assert "&lt;script&gt;" in page


def test_a_story_in_another_language_says_so(client: Client, tell: Tell) -> None:
    told = tell(title="A reading day", summary="", body="Books from ten countries.", language="en")
    assert '<h1 lang="en">A reading day</h1>' in read(client, address(told))
    assert '<h2 lang="en"><a' in read(client, "/cong/")


def test_a_withdrawn_story_says_when(
    client: Client, release: Release, story: Material, coordinator: Holding, now: datetime
) -> None:
    later = now + timedelta(days=1)
    channels.withdraw_release(release=release, reason="Lý do nội bộ", by=coordinator, at=later)
    page = read(client, address(release), status=410)
    assert "rút khỏi trang vào thứ ba, ngày 03 tháng 3 năm 2026." in text_of(page)
    assert "Lý do nội bộ" not in page
    assert TITLE not in page
    assert TITLE not in read(client, "/cong/")


def test_a_story_of_a_withdrawn_material_is_gone_too(
    client: Client, release: Release, story: Material, leader: Holding, now: datetime
) -> None:
    materials.withdraw(material=story, reason="Hoãn", by=leader, at=now)
    assert "đã được cơ quan đăng tin rút khỏi trang." in read(client, address(release), status=410)


def test_the_heaviest_story_is_light_enough(client: Client, tell: Tell) -> None:
    paragraph = "Người dân & du khách cùng xem hội. " * 6
    body = "\n\n".join([paragraph] * (LARGEST // len(paragraph.encode()) - 20))
    read(client, address(tell(body=body)))


# --- the programme -------------------------------------------------------------------------------------------------


def test_the_programme_says_what_was_done(
    client: Client, release: Release, plan: Plan, task: Task, activity: Activity, now: datetime
) -> None:
    jobs.run(now)
    page = read(client, "/cong/chuong-trinh/")
    row = re.search(rf'<tr id="nhiem-vu-{task.pk}">(.*?)</tr>', page, re.DOTALL)
    assert row
    assert "2 hoạt động có 1 tin, bài gần nhất 02/3/2026" in text_of(row[1])
    assert page.count("Chưa ghi nhận hoạt động") == plan.task_set.count() - 1
    assert re.findall(r"<dd>(\d+)</dd>", page) == ["2", "1", "2"]
    assert "Văn bản số 12/KH-UBND ngày 15 tháng 01 năm 2026" in text_of(page)


def test_an_event_told_twice_counts_once(
    client: Client, activity: Activity, so_vhttdl: Agency, task: Task, coordinator: Holding, now: datetime
) -> None:
    lead = ActivityFactory(agency=so_vhttdl, task=task, by=coordinator, title=activity.title)
    activities.mark_same(activity=activity, as_of=lead, by=coordinator, at=now)
    assert re.findall(r"<dd>(\d+)</dd>", read(client, "/cong/chuong-trinh/")) == ["1", "0", "1"]


def test_nobody_is_shown_as_late_or_named_with_a_task(
    client: Client, plan: Plan, tasks_without_names: list[str]
) -> None:
    words = text_of(read(client, "/cong/chuong-trinh/").split("<main")[1].split("</main>")[0]).lower()
    for word in ("quá hạn", "muộn", "chậm", "trễ", "còn nợ", "chưa báo cáo"):
        assert word not in words
    assert [name for name in tasks_without_names if name.lower() in words] == []


@pytest.fixture
def tasks_without_names(plan: Plan) -> list[str]:
    """The agencies that have a part, once no task's own text names them: only the page could name them then."""
    Task.objects.filter(plan=plan).update(content="Một việc của kế hoạch")
    return sorted({part.named for task in plan.task_set.all() for part in task.parts.all()} - {""})


def test_a_draft_plan_is_not_public(client: Client, draft_plan: Plan) -> None:
    page = read(client, "/cong/chuong-trinh/")
    assert "đang được chuẩn bị" in page
    assert draft_plan.title not in page
    read(client, f"/cong/chuong-trinh/{draft_plan.pk}/", status=404)


def test_a_named_plan_has_its_address(client: Client, plan: Plan) -> None:
    assert read(client, f"/cong/hai-son/chuong-trinh/{plan.pk}/") == read(client, "/cong/hai-son/chuong-trinh/")


def test_a_long_programme_is_light_enough(client: Client, plan: Plan, task: Task) -> None:
    text = "Tuyên truyền sâu rộng trong các tầng lớp nhân dân về tình hữu nghị. " * 30
    Task.objects.bulk_create(
        Task(tenant=plan.tenant, plan=plan, position=100 + n, number=str(n), content=text, time_raw="Hằng năm")
        for n in range(80)
    )
    assert f"{text[:60]}" in read(client, "/cong/chuong-trinh/")


# --- addresses -----------------------------------------------------------------------------------------------------


def test_one_province_needs_no_name_several_do(client: Client, release: Release) -> None:
    short = reverse("portal:story", kwargs={"slug": release.slug})
    assert TITLE in read(client, short)
    TenantFactory(name="thành phố Vạn Ninh", slug="van-ninh")
    page = read(client, "/cong/")
    assert re.findall(r'<li><a href="([^"]+)">([^<]+)', page) == [
        ("/cong/van-ninh/", "Thành phố Vạn Ninh"), ("/cong/hai-son/", "Tỉnh Hải Sơn"),
    ]  # fmt: skip
    read(client, short, status=404)
    assert TITLE in read(client, address(release))
    assert TITLE not in read(client, "/cong/van-ninh/")
    read(client, f"/cong/van-ninh/tin/{release.slug}/", status=404)


@pytest.mark.parametrize("path", ["khong-co/", "hai-son/tin/khong-co/", "khong-co/chuong-trinh/", "tin/khong-co/"])
def test_what_is_not_there_has_a_page_of_its_own(client: Client, tenant: Tenant, path: str) -> None:
    assert "Không có trang này" in read(client, f"/cong/{path}", status=404)


def test_an_installation_without_a_province_says_so(client: Client, db: None) -> None:
    read(client, "/cong/", status=404)


def test_a_foreign_browser_gets_the_same_words(client: Client, release: Release) -> None:
    response = client.get("/cong/", headers={"accept-language": "en"})
    assert "Tin mới" in response.content.decode()
    assert response.headers["Content-Language"] == "vi"


def test_pages_only_read(client: Client, release: Release, django_assert_max_num_queries: Any) -> None:
    before = Entry.objects.count()
    for path in ("/cong/hai-son/", address(release), "/cong/hai-son/chuong-trinh/"):
        assert client.post(path).status_code == 405
        assert client.head(path).status_code == 200
        with django_assert_max_num_queries(5):
            read(client, path)
    assert Entry.objects.count() == before


def test_more_rows_ask_no_more_questions(
    client: Client, release: Release, plan: Plan, tell: Tell, reporter: Holding, so_tai_chinh: Agency,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    for number, task in enumerate(plan.task_set.all()):
        tell(timedelta(hours=5 + number), title=f"Tin {number}", task=task)
        ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, began_on=date(2026, 2, 1))
    for path in ("/cong/hai-son/", "/cong/hai-son/chuong-trinh/"):
        with django_assert_max_num_queries(5):
            read(client, path)
