"""A story's way over the desk: written, declined, rewritten, approved, released, withdrawn."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from lantoa.agencies.models import Agency, Holding
from lantoa.channels.models import Outlet, Release
from lantoa.materials.models import Material
from lantoa.plans.models import Task
from tests.universe.doors import SignIn

Status = Material.Status
STORY = {"title": "Chợ cá sớm", "summary": "Chuyện ở bến.", "body": "Đoạn một.\n\nĐoạn <hai>.", "genre": "news"}


@pytest.fixture
def desk(reporter: Holding, sign_in: SignIn) -> Client:
    return sign_in(reporter)


@pytest.fixture
def head(leader: Holding, sign_in: SignIn) -> Client:
    return sign_in(leader)


@pytest.fixture
def draft(desk: Client, task: Task, so_tai_chinh: Agency) -> Material:
    """Written at the desk for a task of the plan."""
    said = {**STORY, "task": task.id, "agency": so_tai_chinh.id}
    assert desk.post("/tin-bai/viet/", said).status_code == 302
    return Material.objects.get()


def status_of(material: Material) -> str:
    return Material.objects.get(pk=material.pk).status


def test_a_story_is_written_for_a_task(desk: Client, draft: Material, task: Task) -> None:
    assert (draft.task, draft.status) == (task, Status.DRAFT)
    page = desk.get(f"/tin-bai/{draft.id}/").content.decode()
    assert "<p>Đoạn một.</p>" in page
    assert "Đoạn &lt;hai&gt;." in page
    assert "Chợ cá sớm" in desk.get("/tin-bai/").content.decode()


def test_an_empty_story_keeps_what_was_typed(desk: Client, plan: object) -> None:
    page = desk.post("/tin-bai/viet/", {**STORY, "title": ""}).content.decode()
    assert 'href="#id_title"' in page
    assert "Đoạn một." in page
    assert not Material.objects.exists()


def test_a_declined_story_comes_back_with_what_to_change(desk: Client, head: Client, draft: Material) -> None:
    desk.post(f"/tin-bai/{draft.id}/gui-duyet/")
    assert "Duyệt bài" in head.get("/viec-cua-toi/").content.decode()
    assert "<title>Lỗi: " in head.post(f"/tin-bai/{draft.id}/tra-lai/", {"note": ""}).content.decode()
    head.post(f"/tin-bai/{draft.id}/tra-lai/", {"note": "Thêm tên bến."})
    assert "Sửa bài bị trả lại" in desk.get("/viec-cua-toi/").content.decode()
    assert "Thêm tên bến." in desk.get(f"/tin-bai/{draft.id}/").content.decode()


def test_an_edit_after_the_approval_breaks_it(desk: Client, head: Client, draft: Material) -> None:
    desk.post(f"/tin-bai/{draft.id}/gui-duyet/")
    head.post(f"/tin-bai/{draft.id}/duyet/")
    assert status_of(draft) == Status.APPROVED
    draft.refresh_from_db()
    assert "cần duyệt lại" in desk.get(f"/tin-bai/{draft.id}/sua/").content.decode()
    desk.post(f"/tin-bai/{draft.id}/sua/", {**STORY, "title": "Chợ cá sớm mai", "seen": draft.version})
    assert status_of(draft) == Status.DRAFT


def test_a_stale_rewrite_shows_the_stored_text_and_then_goes_through(desk: Client, draft: Material) -> None:
    seen = draft.version
    desk.post(f"/tin-bai/{draft.id}/sua/", {**STORY, "title": "Của người thứ nhất", "seen": seen})
    page = desk.post(
        f"/tin-bai/{draft.id}/sua/", {**STORY, "title": "Của người thứ hai", "seen": seen}
    ).content.decode()
    assert "Của người thứ nhất" in page
    assert "Của người thứ hai" in page
    draft.refresh_from_db()
    assert f'name="seen" value="{draft.version}"' in page
    desk.post(f"/tin-bai/{draft.id}/sua/", {**STORY, "title": "Chung", "seen": draft.version})
    assert draft.versions.last().title == "Chung"  # type: ignore[union-attr]


@pytest.fixture
def released(desk: Client, head: Client, draft: Material) -> Release:
    """Approved, and put on the department's page, which is opened on the way."""
    desk.post(f"/tin-bai/{draft.id}/gui-duyet/")
    head.post(f"/tin-bai/{draft.id}/duyet/")
    assert "Chưa có trang công khai nào" in desk.get(f"/tin-bai/{draft.id}/").content.decode()
    desk.post("/tin-bai/mo-trang/", {"bai": draft.id})
    outlet = Outlet.objects.get()
    assert desk.post(f"/tin-bai/{draft.id}/dang/", {"outlet": outlet.id}).status_code == 302
    return Release.objects.get()


def test_an_approved_story_is_released_for_everybody(desk: Client, released: Release) -> None:
    page = desk.get(f"/tin-bai/{released.version.material_id}/").content.decode()
    address = f"/cong/{released.tenant.slug}/tin/{released.slug}/"
    assert f'href="{address}"' in page
    assert "Chợ cá sớm" in Client().get(address).content.decode()


def test_a_story_that_is_not_approved_is_not_released(desk: Client, draft: Material, public_page: Outlet) -> None:
    assert desk.post(f"/tin-bai/{draft.id}/dang/", {"outlet": public_page.id}).status_code == 200
    assert not Release.objects.exists()


def test_a_release_is_taken_back_with_a_reason(desk: Client, released: Release) -> None:
    desk.post(f"/ban-dang/{released.id}/go/", {"reason": ""})
    released.refresh_from_db()
    assert released.withdrawn_at is None
    desk.post(f"/ban-dang/{released.id}/go/", {"reason": "Nhầm ảnh"})
    released.refresh_from_db()
    assert released.reason == "Nhầm ảnh"
    assert "Nhầm ảnh" in desk.get(f"/tin-bai/{released.version.material_id}/").content.decode()


def test_a_story_is_closed_for_good(desk: Client, draft: Material) -> None:
    assert "<title>Lỗi: " in desk.post(f"/tin-bai/{draft.id}/rut/", {"reason": ""}).content.decode()
    desk.post(f"/tin-bai/{draft.id}/rut/", {"reason": "Viết nhầm nhiệm vụ"})
    assert status_of(draft) == Status.WITHDRAWN
    assert "Sửa bài" not in desk.get(f"/tin-bai/{draft.id}/").content.decode()


def test_stories_are_found_by_their_status(desk: Client, draft: Material) -> None:
    found: dict[str, Any] = {
        status: desk.get("/tin-bai/", {"trang-thai": status}).context["page"].paginator.count
        for status in Status.values
    }
    assert found == {"draft": 1, "review": 0, "approved": 0, "withdrawn": 0}
