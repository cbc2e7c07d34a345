"""Two plans beside each other on the desk; an appendix that came later; what is covered and who is only asked."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantoa.activities import acts as activities
from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.documents.models import Document
from lantoa.files.models import StoredFile
from lantoa.plans import acts
from lantoa.plans.models import Plan, Task, Theme
from lantoa.tenants.models import Tenant
from tests.plans.successor import ANNEX, ANNOUNCED, NEXT
from tests.universe.agencies import NOW
from tests.universe.doors import SignIn
from tests.universe.plans import take_in


@pytest.fixture
def desk(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


@pytest.fixture
def successor(plan: Plan, tenant: Tenant) -> Plan:
    return take_in(NEXT, tenant)


def shown(desk: Client, path: str) -> str:
    answer = desk.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_plan_is_compared_with_another(desk: Client, plan: Plan, successor: Plan) -> None:
    page = shown(desk, f"/ke-hoach/{successor.id}/so-sanh/")
    assert f'<option value="{plan.id}"' in page
    assert f'<option value="{successor.id}"' not in page
    page = shown(desk, f"/ke-hoach/{successor.id}/so-sanh/?voi={plan.id}")
    assert "<del>2026-2027</del>" in page
    assert "<ins>2031</ins>" in page
    for tone, word in (("good", "thêm"), ("bad", "bỏ"), ("look", "sửa")):
        assert re.search(rf'class="tag tag-{tone}"><span aria-hidden="true">.</span> {word}</span>', page)
    assert "= </span> giữ nguyên" not in page.split('class="rows compared"')[1]


def test_one_kind_of_change_can_be_asked_for(desk: Client, plan: Plan, successor: Plan) -> None:
    page = shown(desk, f"/ke-hoach/{successor.id}/so-sanh/?voi={plan.id}&xem=dropped")
    rows = page.split('class="rows compared"', 1)[1]
    assert "Làm phóng sự" in rows
    assert "Lập trang tin" not in rows


def test_what_is_no_plan_of_mine_is_not_compared(
    desk: Client, plan: Plan, strangers: dict[str, Holding], sign_in: SignIn
) -> None:
    far = sign_in(strangers["coordinator"])
    assert far.get(f"/ke-hoach/{plan.id}/so-sanh/").status_code == 404
    page = shown(desk, f"/ke-hoach/{plan.id}/so-sanh/?voi=khong-co")
    assert "compared" not in page


def test_open_tasks_go_over_with_one_button(desk: Client, plan: Plan, successor: Plan) -> None:
    there = f"/ke-hoach/{successor.id}/"
    assert "Ghi là kế hoạch nối tiếp" in shown(desk, f"{there}so-sanh/?voi={plan.id}")
    assert desk.post(f"{there}noi-tiep/", {"voi": str(plan.id)}).headers["Location"] == f"{there}so-sanh/"
    page = shown(desk, f"{there}so-sanh/")
    left = Task.objects.get(plan=plan, content__startswith="Làm phóng sự")
    assert f'name="viec" value="{left.id}" id="v{left.id}" checked' in page
    assert desk.post(f"{there}chuyen-viec/", {"viec": str(left.id)}).headers["Location"] == f"{there}nhiem-vu/"
    assert Task.objects.filter(plan=successor, lineage=left.lineage).count() == 1
    assert "Chuyển tiếp từ Kế hoạch số 12/KH-UBND" in shown(desk, f"{there}nhiem-vu/")
    assert 'name="viec"' not in shown(desk, f"{there}so-sanh/")
    assert f'href="/ke-hoach/{plan.id}/"' in shown(desk, there)
    assert f'href="/ke-hoach/{successor.id}/"' in shown(desk, f"/ke-hoach/{plan.id}/")


def test_a_task_already_worked_on_is_not_ticked_beforehand(
    desk: Client, plan: Plan, successor: Plan, so_tai_chinh: Agency, reporter: Holding
) -> None:
    left = Task.objects.get(plan=plan, content__startswith="Làm phóng sự")
    activities.log(
        agency=so_tai_chinh, task=left, title="Quay ở chợ cá", began_on=date(2026, 3, 1), by=reporter, at=NOW
    )
    desk.post(f"/ke-hoach/{successor.id}/noi-tiep/", {"voi": str(plan.id)})
    page = shown(desk, f"/ke-hoach/{successor.id}/so-sanh/")
    assert "đã có 1 hoạt động" in page
    assert f'id="v{left.id}" checked' not in page


def test_a_ring_is_told_as_a_sentence(desk: Client, plan: Plan, successor: Plan) -> None:
    desk.post(f"/ke-hoach/{successor.id}/noi-tiep/", {"voi": str(plan.id)})
    answer = desk.post(f"/ke-hoach/{plan.id}/noi-tiep/", {"voi": str(successor.id)})
    assert answer.status_code == 409
    assert "không thể nối tiếp chính nó" in answer.content.decode()


def test_a_plan_ends_after_saying_what_that_means(desk: Client, plan: Plan) -> None:
    assert "không sửa được nữa" in shown(desk, f"/ke-hoach/{plan.id}/ket-thuc/")
    assert desk.post(f"/ke-hoach/{plan.id}/ket-thuc/").headers["Location"] == f"/ke-hoach/{plan.id}/"
    page = shown(desk, f"/ke-hoach/{plan.id}/")
    assert "Đã kết thúc" in page
    assert "Bổ sung phụ lục" not in page
    assert "Treo pa nô" in shown(desk, f"/ke-hoach/{plan.id}/nhiem-vu/")
    assert desk.get(f"/ke-hoach/{plan.id}/ket-thuc/").status_code == 302


@pytest.fixture
def announced(
    tenant: Tenant, ubnd: Agency, so_vhttdl: Agency, so_tai_chinh: Agency, bao: Agency, commune_group: AgencyGroup
) -> Plan:
    return take_in(ANNOUNCED, tenant)


def test_an_appendix_is_sent_and_reviewed_with_its_plan(desk: Client, announced: Plan) -> None:
    there = f"/ke-hoach/{announced.id}/"
    assert "nhưng không có phụ lục kèm theo" in shown(desk, f"{there}ra-soat/?xem=can-xem")
    answer = desk.post(f"{there}phu-luc/", {"file": SimpleUploadedFile("phu-luc.txt", ANNEX.encode())})
    assert answer.headers["Location"] == f"{there}ra-soat/?xem=can-xem"
    assert "nhưng không có phụ lục kèm theo" not in shown(desk, f"{there}ra-soat/?xem=can-xem")
    task = Task.objects.get(plan=announced, content__startswith="Treo pa nô")
    start, end, _ = task.traces["content"]
    page = "".join(shown(desk, f"{there}ra-soat/?trang={number}") for number in (1, 2))
    assert page.split(f'id="c{start}-{end}"')[1].split(">", 1)[1].startswith("Treo pa nô ở bến cảng")
    assert "Phụ lục: PHÂN CÔNG NHIỆM VỤ" in shown(desk, there)


@pytest.mark.parametrize(("content", "said"), [(b"", "trống"), ("Kính mời dự họp.".encode(), "Không thấy nhiệm vụ")])
def test_a_file_without_tasks_leaves_nothing(desk: Client, announced: Plan, content: bytes, said: str) -> None:
    before = Document.objects.count(), StoredFile.objects.count()
    answer = desk.post(f"/ke-hoach/{announced.id}/phu-luc/", {"file": SimpleUploadedFile("phu-luc.txt", content)})
    assert said in answer.content.decode().split('role="alert"')[1]
    assert (Document.objects.count(), StoredFile.objects.count()) == before


# --- what is covered -----------------------------------------------------------------------------------------------


def test_weights_are_those_of_the_plan_s_words(desk: Client, draft_plan: Plan) -> None:
    review = shown(desk, f"/ke-hoach/{draft_plan.id}/ra-soat/")
    assert review.count("Trọng số của nội dung") == 1
    assert "2 (“ưu tiên”)" in review
    themes = shown(desk, f"/ke-hoach/{draft_plan.id}/").split("Trọng số</th>")[1].split("</table>")[0]
    assert re.findall(r'data-word="Trọng số">([\d,]+)<', themes) == ["2", "1", "1"]


def test_coverage_is_told_against_the_weight(
    desk: Client, plan: Plan, task: Task, so_tai_chinh: Agency, reporter: Holding, coordinator: Holding
) -> None:
    first, second, _ = Theme.objects.filter(plan=plan).order_by("position")
    other = Task.objects.get(plan=plan, content__startswith="Làm phóng sự")
    acts.tag_task(task=task, themes=[first], by=coordinator, at=NOW)
    acts.tag_task(task=other, themes=[second], by=coordinator, at=NOW)
    untagged = Task.objects.get(plan=plan, content__startswith="Phát bản tin")
    for of in (task, other, other, other, untagged):
        activities.log(agency=so_tai_chinh, task=of, title="Việc", began_on=date(2026, 3, 1), by=reporter, at=NOW)
    page = shown(desk, f"/ke-hoach/{plan.id}/do-phu/")
    shares = re.findall(r'data-word="Phần (?:trọng số|đã làm)">([\d,]+)%', page)
    assert shares == ["50", "25", "25", "75", "25", "0"]
    words = re.findall(
        r'class="tag tag-\w+"><span aria-hidden="true">.</span> ([^<]+)</span>', page.split("<tbody>")[1]
    )
    assert words == ["thấp hơn", "đạt", "chưa có"]
    assert "1 hoạt động chưa gắn nội dung" in page


# --- who is only asked ---------------------------------------------------------------------------------------------


def test_whom_the_plan_asks_is_marked_wherever_listed(desk: Client, draft_plan: Plan) -> None:
    """The newspaper is asked in a sentence, so it is asked in every task; nobody else is."""
    listed = shown(desk, f"/ke-hoach/{draft_plan.id}/nhiem-vu/")
    cells = re.findall(r'data-word="(?:Chủ trì|Phối hợp)">(.*?)</td>', listed, re.DOTALL)
    assert sum("Báo Hải Sơn <small>(đề nghị)</small>" in cell for cell in cells) == 3
    assert not [cell for cell in cells if "(đề nghị)" in cell and "Báo Hải Sơn" not in cell]
    task = Task.objects.get(plan=draft_plan, content__startswith="Làm phóng sự")
    assert "Chủ trì <small>(đề nghị)</small>" in shown(desk, f"/nhiem-vu/{task.id}/")
    assert "Chủ trì (đề nghị)</a>" in shown(desk, f"/ke-hoach/{draft_plan.id}/ra-soat/")


def test_a_body_ordered_from_now_on_is_a_change(desk: Client, plan: Plan, tenant: Tenant) -> None:
    ordered = take_in(NEXT.replace("Đề nghị Báo Hải Sơn mở", "Báo Hải Sơn mở"), tenant)
    page = shown(desk, f"/ke-hoach/{ordered.id}/so-sanh/?voi={plan.id}&xem=changed")
    assert "<del>(đề nghị)</del>" in page
