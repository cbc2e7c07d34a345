"""Logging at the desk: figures as offices write them, evidence as file or address, one event counted once."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantoa.activities.models import Activity, Evidence
from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Task
from tests.universe.doors import SignIn


@pytest.fixture
def desk(reporter: Holding, sign_in: SignIn) -> Client:
    return sign_in(reporter)


@pytest.fixture
def overseer(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


def said(agency: Agency, **more: Any) -> dict[str, Any]:
    return {"title": "Tọa đàm ở bến cá", "began_on": "1/9/2026", "kind": "lead", "agency": agency.pk, **more}


def log(desk: Client, task: Task, **given: Any) -> Any:
    return desk.post(f"/hoat-dong/ghi/?nhiem-vu={task.id}", given)


def test_the_task_is_chosen_first_among_the_own_ones(desk: Client, task: Task) -> None:
    page = desk.get("/hoat-dong/ghi/").content.decode()
    assert f"?nhiem-vu={task.id}" in page
    assert "Phát bản tin ASEAN" not in page


def test_the_part_of_the_agency_is_proposed(desk: Client, task: Task) -> None:
    form = desk.get(f"/hoat-dong/ghi/?nhiem-vu={task.id}").context["form"]
    assert form["kind"].value() == "coordinating"


def test_an_activity_is_logged_with_figures_and_proof(desk: Client, task: Task, so_tai_chinh: Agency) -> None:
    photo = SimpleUploadedFile("Ảnh buổi nói chuyện.jpg", b"\xff\xd8\xff")
    given = said(so_tai_chinh, file=photo, url="https://hai-son.example/tin-1", place="Bến cá")
    given |= {"luot-nguoi-su-kien": "1.250", "luot-nguoi-su-kien__qualifier": "hơn", "su-kien": "1"}
    answer = log(desk, task, **given)
    made = Activity.objects.get()
    assert answer.headers["Location"] == f"/hoat-dong/{made.id}/"
    figures = {f.indicator.code: (int(f.value), f.qualifier) for f in made.figures.select_related("indicator")}
    assert figures == {"luot-nguoi-su-kien": (1250, "hơn"), "su-kien": (1, "")}
    assert sorted(made.evidence.values_list("proof", flat=True)) == ["B", "C"]
    page = desk.get(f"/hoat-dong/{made.id}/").content.decode()
    assert "hơn 1.250 lượt người" in page
    assert "Thứ ba 01/9/2026" in page


def test_a_file_of_evidence_is_saved_and_never_shown_in_place(desk: Client, task: Task, so_tai_chinh: Agency) -> None:
    page = SimpleUploadedFile("trang «lạ».html", b"<script>1</script>", content_type="text/html")
    log(desk, task, **said(so_tai_chinh, file=page))
    answer = desk.get(f"/minh-chung/{Evidence.objects.get().id}/tep/")
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment;")
    assert "trang «lạ».html" in unquote(disposition)
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.content == b"<script>1</script>"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"began_on": "hôm qua"}, "id_began_on"),
        ({"began_on": "1/12/2026"}, "id_began_on"),
        ({"ended_on": "1/8/2026"}, "id_ended_on"),
        ({"tin": "ba"}, "id_tin"),
        ({"tin": "1,5"}, "id_tin"),
        ({"url": "khong-phai-dia-chi"}, "id_url"),
        ({"title": ""}, "id_title"),
    ],
)
def test_what_is_wrong_is_told_at_its_place_and_nothing_kept(
    desk: Client, task: Task, so_tai_chinh: Agency, wrong: dict[str, str], field: str
) -> None:
    page = log(desk, task, **said(so_tai_chinh, **wrong)).content.decode()
    assert "<title>Lỗi: " in page
    assert f'href="#{field}"' in page
    assert not Activity.objects.exists()


def test_an_activity_is_corrected_and_a_stale_correction_is_told(
    desk: Client, activity: Activity, so_tai_chinh: Agency
) -> None:
    given = said(so_tai_chinh, title="Trưng bày pa nô, sửa lại", seen=activity.version, tin="2")
    assert desk.post(f"/hoat-dong/{activity.id}/sua/", given).status_code == 302
    activity.refresh_from_db()
    assert activity.title == "Trưng bày pa nô, sửa lại"
    stale = desk.post(f"/hoat-dong/{activity.id}/sua/", {**given, "title": "Đè"}).content.decode()
    assert "đã được người khác sửa" in stale
    assert "Mở bản đang lưu" in stale


def test_proof_comes_later_too_and_word_of_mouth_says_whose(desk: Client, activity: Activity) -> None:
    empty = desk.post(f"/hoat-dong/{activity.id}/minh-chung/", {"caption": ""}).content.decode()
    assert "<title>Lỗi: " in empty
    desk.post(f"/hoat-dong/{activity.id}/minh-chung/", {"caption": "Trưởng thôn xác nhận"})
    assert activity.evidence.get().proof == Evidence.Proof.D


def test_a_cancelled_activity_stays_with_its_reason(desk: Client, activity: Activity) -> None:
    desk.post(f"/hoat-dong/{activity.id}/huy/", {"reason": "Hoãn vì bão"})
    assert "Hoãn vì bão" in desk.get(f"/hoat-dong/{activity.id}/").content.decode()
    assert "Đã hủy" in desk.get("/hoat-dong/").content.decode()


def test_a_likely_double_is_shown_marked_and_taken_apart_again(
    overseer: Client, task: Task, activity: Activity, so_vhttdl: Agency
) -> None:
    double = said(so_vhttdl, title="Trưng bày pa nô trước trụ sở Sở", began_on="28/2/2026")
    log(overseer, task, **double)
    assert "Là cùng một sự kiện" in overseer.get("/hoat-dong/trung/").content.decode()
    other = Activity.objects.exclude(pk=activity.pk).get()
    overseer.post(f"/hoat-dong/{activity.id}/trung/", {"as_of": other.id})
    [marked] = Activity.objects.filter(same_as__isnull=False)
    assert "được tính một lần ở đó" in overseer.get(f"/hoat-dong/{marked.id}/").content.decode()
    assert "Không thấy cặp nào" in overseer.get("/hoat-dong/trung/").content.decode()
    overseer.post(f"/hoat-dong/{marked.id}/tach/")
    assert not Activity.objects.filter(same_as__isnull=False).exists()


def test_activities_are_found_without_marks(desk: Client, activity: Activity) -> None:
    assert desk.get("/hoat-dong/", {"tim": "pa no tru so"}).context["page"].paginator.count == 1
    assert desk.get("/hoat-dong/", {"tim": "thư viện"}).context["page"].paginator.count == 0
