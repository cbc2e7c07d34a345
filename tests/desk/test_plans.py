"""A plan's way over the desk: a file, the review beside its text, confirmed with holes left open; its tasks."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.documents.models import Document
from lantoa.files.models import StoredFile
from lantoa.plans.models import Part, Plan, ReviewPoint, Task
from tests.universe.doors import SignIn


@pytest.fixture
def desk(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


def upload(desk: Client, content: bytes, name: str = "ke-hoach.txt") -> str:
    """Send a file; where it leads, or what the page says."""
    answer = desk.post("/ke-hoach/them/", {"file": SimpleUploadedFile(name, content)})
    return answer.headers["Location"] if answer.status_code == 302 else answer.content.decode()


def test_a_file_becomes_a_draft_to_review(desk: Client, plan_text: str, ubnd: Agency, so_vhttdl: Agency) -> None:
    address = upload(desk, plan_text.encode())
    plan = Plan.objects.get()
    assert address == f"/ke-hoach/{plan.id}/ra-soat/"
    page = desk.get(address).content.decode()
    assert "Truyền thông về ASEAN trên địa bàn tỉnh Hải Sơn" in page
    assert "Chấp nhận phần chắc chắn" in page
    assert f"Rà soát {plan.reviewpoint_set.count()} chỗ" in desk.get("/viec-cua-toi/").content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b"%PDF-1.7 ...", "hỏng"),
        ("Kính gửi các đồng chí,\n\nMời họp lúc 8 giờ.".encode(), "kế hoạch"),
    ],
)
def test_what_is_no_plan_is_refused_with_a_sentence_and_nothing_kept(desk: Client, content: bytes, said: str) -> None:
    page = upload(desk, content)
    assert "<title>Lỗi: " in page
    assert said in page.split('role="alert"')[1].split("</div>")[0]
    assert [model.objects.count() for model in (Plan, Document, StoredFile)] == [0, 0, 0]


def test_names_unknown_to_the_register_are_entered_all_at_once(desk: Client, plan_text: str) -> None:
    upload(desk, plan_text.replace("Sở Tài chính", "Sở Ngân sách").encode())
    plan = Plan.objects.get()
    address = f"/ke-hoach/{plan.id}/danh-ba/"
    assert address in desk.get(f"/ke-hoach/{plan.id}/ra-soat/").content.decode()
    form = desk.get(address).context["form"]
    proposed = {form.fields[f"body{place}"].label: form[f"body{place}"].initial for place in range(len(form.names))}
    assert proposed["Sở Ngân sách"] == "agency"
    said = {f"body{place}": kind for place, kind in enumerate(proposed.values())}
    assert desk.post(address, said).status_code == 302
    assert Agency.objects.filter(name="Sở Ngân sách").count() == 1
    assert "Mọi tên trong kế hoạch đã có trong danh bạ." in desk.get(address).content.decode()


def test_the_review_marks_where_each_field_was_read(desk: Client, draft_plan: Plan) -> None:
    page = desk.get(f"/ke-hoach/{draft_plan.id}/ra-soat/").content.decode()
    task = Task.objects.get(plan=draft_plan, content__startswith="Làm phóng sự")
    start, end, _ = task.traces["content"]
    assert f'href="#c{start}-{end}"' in page
    assert f'id="c{start}-{end}"' in page
    marked = page.split(f'id="c{start}-{end}"')[1]
    assert marked.split(">", 1)[1].startswith("Làm phóng sự về chợ cá")


def test_only_what_is_doubtful_can_be_asked_for(desk: Client, draft_plan: Plan) -> None:
    page = desk.get(f"/ke-hoach/{draft_plan.id}/ra-soat/?xem=can-xem").content.decode()
    rows = page.split('class="read"')[1]
    assert "tag-bad" in rows
    assert "tag-good" not in rows


def test_points_are_kept_and_filled(desk: Client, draft_plan: Plan) -> None:
    hole = ReviewPoint.objects.filter(plan=draft_plan, subject_kind="plans.task", field="time_raw").first()
    assert hole is not None
    wrong = desk.post(f"/diem-ra-soat/{hole.id}/dien/", {"answer": "", "seen": hole.version})
    assert wrong.status_code == 409
    desk.post(f"/diem-ra-soat/{hole.id}/dien/", {"answer": "Quý I/2027", "seen": hole.version, "con": "trang=1"})
    hole.refresh_from_db()
    assert (hole.state, hole.answer) == (ReviewPoint.State.FILLED, "Quý I/2027")
    other = ReviewPoint.objects.filter(plan=draft_plan, state=ReviewPoint.State.OPEN).first()
    assert other is not None
    assert desk.post(f"/diem-ra-soat/{other.id}/giu/", {"seen": other.version}).status_code == 302
    other.refresh_from_db()
    assert other.state == ReviewPoint.State.KEPT


def test_two_people_never_answer_one_point_unseen(desk: Client, draft_plan: Plan) -> None:
    point = ReviewPoint.objects.filter(plan=draft_plan).first()
    assert point is not None
    desk.post(f"/diem-ra-soat/{point.id}/giu/", {"seen": point.version})
    assert desk.post(f"/diem-ra-soat/{point.id}/giu/", {"seen": point.version}).status_code == 409


def test_a_plan_is_confirmed_with_its_holes_counted(desk: Client, draft_plan: Plan, so_vhttdl: Agency) -> None:
    desk.post(f"/ke-hoach/{draft_plan.id}/chap-nhan/")
    still = ReviewPoint.objects.filter(plan=draft_plan, state=ReviewPoint.State.OPEN).count()
    page = desk.get(f"/ke-hoach/{draft_plan.id}/xac-nhan/").content.decode()
    assert f"Xác nhận, để ngỏ {still} chỗ" in page
    assert desk.post(f"/ke-hoach/{draft_plan.id}/xac-nhan/", {"lead": so_vhttdl.id}).status_code == 302
    draft_plan.refresh_from_db()
    assert (draft_plan.status, draft_plan.lead) == (Plan.Status.CONFIRMED, so_vhttdl)
    assert draft_plan.indicators.exists()
    assert desk.get(f"/ke-hoach/{draft_plan.id}/xac-nhan/").headers["Location"] == f"/ke-hoach/{draft_plan.id}/"


def test_a_reporter_sees_no_draft(reporter: Holding, sign_in: SignIn, draft_plan: Plan) -> None:
    client = sign_in(reporter)
    assert client.get(f"/ke-hoach/{draft_plan.id}/").status_code == 404
    assert draft_plan.title not in client.get("/ke-hoach/").content.decode()


# --- tasks -----------------------------------------------------------------------------------------------------------


def test_tasks_are_listed_with_who_when_and_what_was_done(desk: Client, plan: Plan, activity: object) -> None:
    page = desk.get(f"/ke-hoach/{plan.id}/nhiem-vu/").content.decode()
    assert "8 trên 8 nhiệm vụ" in page
    assert "Treo pa nô ở bến cảng và quảng trường." in page
    assert "Năm 2026-2027" in page
    assert "1 hoạt động" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"chu-tri": "UBND các xã, phường"}, 1),
        ({"nhom": "Truyền thông ở cơ sở"}, 3),
        ({"tinh-trang": "doing"}, 1),
        ({"tim": "pa no ben cang"}, 1),
        ({"tim": "không có đâu"}, 0),
    ],
)
def test_the_filters_of_tasks(desk: Client, plan: Plan, activity: object, query: dict[str, str], count: int) -> None:
    answer = desk.get(f"/ke-hoach/{plan.id}/nhiem-vu/", query)
    assert answer.context["page"].paginator.count == count


def test_a_reporter_may_ask_for_the_own_tasks(reporter: Holding, sign_in: SignIn, plan: Plan) -> None:
    answer = sign_in(reporter).get(f"/ke-hoach/{plan.id}/nhiem-vu/", {"cua-toi": "1"})
    own = {row.task.content for row in answer.context["page"]}
    assert "Làm phóng sự về chợ cá xuất khẩu sang các nước ASEAN." in own
    assert "Phát bản tin ASEAN trên truyền thanh cơ sở." not in own


def test_a_task_shows_what_the_plan_says_of_it(desk: Client, task: Task) -> None:
    page = desk.get(f"/nhiem-vu/{task.id}/").content.decode()
    assert "Kế hoạch viết" in page
    assert "Sở Tài chính" in page
    assert "cả nhóm" in page


def test_a_task_is_corrected_and_a_stale_correction_is_shown(desk: Client, task: Task) -> None:
    said = {"content": task.content, "group": task.group, "time_raw": "Quý I/2027", "seen": task.version}
    said |= {"starts_on": "01/01/2026", "ends_on": "31/12/2027"}
    assert desk.post(f"/nhiem-vu/{task.id}/sua/", said).status_code == 302
    task.refresh_from_db()
    assert (str(task.starts_on), str(task.ends_on)) == ("2027-01-01", "2027-03-31")
    stale = desk.post(f"/nhiem-vu/{task.id}/sua/", {**said, "content": "Sửa đè"})
    assert "đã được người khác sửa" in stale.content.decode()
    assert stale.context["form"]["seen"].value() == str(task.version)
    task.refresh_from_db()
    assert task.content != "Sửa đè"


def test_a_named_body_is_tied_to_an_agency(desk: Client, plan: Plan, so_tai_chinh: Agency) -> None:
    part = Part.objects.filter(task__plan=plan, agency=None, group=None).first()
    assert part is not None
    address = f"/phan-cong/{part.id}/co-quan/"
    both = desk.post(address, {}).content.decode()
    assert "không chọn cả hai" in both
    assert desk.post(address, {"agency": so_tai_chinh.id}).status_code == 302
    part.refresh_from_db()
    assert part.agency == so_tai_chinh


def test_a_group_may_stand_behind_a_name(desk: Client, plan: Plan, commune_group: AgencyGroup) -> None:
    part = Part.objects.filter(task__plan=plan, agency=None, group=None).first()
    assert part is not None
    desk.post(f"/phan-cong/{part.id}/co-quan/", {"group": commune_group.id})
    part.refresh_from_db()
    assert part.group == commune_group


def test_what_is_not_there_is_not_found(desk: Client, plan: Plan) -> None:
    for path in ("ke-hoach/{}/", "nhiem-vu/{}/", "phan-cong/{}/co-quan/", "ke-hoach/{}/ra-soat/"):
        assert desk.get("/" + path.format(uuid4())).status_code == 404
