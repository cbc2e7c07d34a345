"""The report's way over the desk: begun from the log, written, checked, sent once, read, returned, accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Task
from lantoa.reports.models import Report, Version
from lantoa.rounds.models import Obligation
from tests.universe.doors import SignIn
from tests.universe.rounds import on


@pytest.fixture
def desk(reporter: Holding, sign_in: SignIn) -> Client:
    """The finance department's officer at the desk."""
    return sign_in(reporter)


@pytest.fixture
def judge(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


@pytest.fixture
def owed(so_tai_chinh: Agency, obligations: Mapping[UUID, Obligation]) -> Obligation:
    return obligations[so_tai_chinh.pk]


@pytest.fixture
def report(desk: Client, owed: Obligation, task: Task, log: Any, so_tai_chinh: Agency) -> Report:
    """The department's report, begun at the desk after an event of 45 people was logged."""
    log(so_tai_chinh, task, "Tọa đàm về ngân sách", kind="coordinating", su_kien=1, luot_nguoi_su_kien=45)
    desk.post(f"/nghia-vu/{owed.id}/bao-cao/")
    return Report.objects.get(obligation=owed)


def section_of(report: Report, key: str) -> Any:
    return report.sections.get(field__key=key)


def save(desk: Client, report: Report, key: str, text: str, **more: Any) -> Any:
    section = section_of(report, key)
    said = {"text": text, "done": "on", "seen": section.version, **more}
    return desk.post(f"/bao-cao/{report.id}/phan/{section.id}/", said)


def send(desk: Client, report: Report, key: str) -> Any:
    return desk.post(f"/bao-cao/{report.id}/gui/", {"submission_key": key})


def complete(desk: Client, report: Report) -> None:
    for key in ("direction", "results"):
        save(desk, report, key, "Đã triển khai theo kế hoạch.")


# --- my work ---------------------------------------------------------------------------------------------------------


def test_what_is_owed_stands_in_my_work_with_one_button(desk: Client, owed: Obligation) -> None:
    page = desk.get("/viec-cua-toi/").content.decode()
    assert "Làm và gửi báo cáo" in page
    assert "Hạn: Thứ hai 09/11/2026, còn 15 ngày" in page
    assert f'action="/nghia-vu/{owed.id}/bao-cao/"' in page


def test_after_the_day_it_is_overdue(desk: Client, owed: Obligation, clock: Any) -> None:
    clock(on("12/11"))
    page = desk.get("/viec-cua-toi/").content.decode()
    assert "<h2>Quá hạn</h2>" in page
    assert "quá hạn 3 ngày" in page


def test_beginning_twice_goes_on_with_the_same_report(desk: Client, owed: Obligation) -> None:
    first, second = (desk.post(f"/nghia-vu/{owed.id}/bao-cao/").headers["Location"] for _ in range(2))
    assert first == second
    assert Report.objects.count() == 1


# --- writing ---------------------------------------------------------------------------------------------------------


def test_the_report_comes_filled_from_the_log(desk: Client, report: Report) -> None:
    page = desk.get(f"/bao-cao/{report.id}/").content.decode()
    assert [word in page for word in ("Chưa làm", "Đang làm", "Đã có")] == [True, True, True]
    section = section_of(report, "results")
    assert "Tọa đàm về ngân sách" in desk.get(f"/bao-cao/{report.id}/phan/{section.id}/").content.decode()
    figures = desk.get(f"/bao-cao/{report.id}/so-lieu/").content.decode()
    assert "Tọa đàm về ngân sách" in figures
    assert 'value="45"' in figures


def test_a_section_is_saved_and_marked_done(desk: Client, report: Report) -> None:
    assert save(desk, report, "difficulties", "Kinh phí cấp chậm.").status_code == 302
    section = section_of(report, "difficulties")
    assert (section.text, section.done) == ("Kinh phí cấp chậm.", True)
    steps = {step.label: step.word for step in desk.get(f"/bao-cao/{report.id}/").context["steps"]}
    assert steps[section.field.label] == "Xong"


def test_a_stale_save_shows_both_texts_and_the_next_save_goes_through(desk: Client, report: Report) -> None:
    seen = section_of(report, "difficulties").version
    save(desk, report, "difficulties", "Bản của người thứ nhất.")
    answer = save(desk, report, "difficulties", "Bản của người thứ hai.", seen=seen)
    page = answer.content.decode()
    assert "đã được người khác sửa" in page
    assert "Bản của người thứ nhất." in page
    assert "Bản của người thứ hai." in page
    assert section_of(report, "difficulties").text == "Bản của người thứ nhất."
    save(desk, report, "difficulties", "Bản chung.", seen=section_of(report, "difficulties").version)
    assert section_of(report, "difficulties").text == "Bản chung."


def figures_form(desk: Client, report: Report, **said: str) -> dict[str, Any]:
    form = desk.get(f"/bao-cao/{report.id}/so-lieu/").context["form"]
    held = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in held.items()} | said


def test_figures_are_saved_in_the_way_offices_write_them(desk: Client, report: Report) -> None:
    said = figures_form(
        desk, report, **{"luot-nguoi-su-kien": "1.250", "luot-nguoi-su-kien__qualifier": "hơn", "bai": "3"}
    )
    assert desk.post(f"/bao-cao/{report.id}/so-lieu/", said).status_code == 302
    figures = {figure.field.key: figure for figure in report.figures.select_related("field")}
    assert (figures["luot-nguoi-su-kien"].value, figures["luot-nguoi-su-kien"].qualifier) == (1250, "hơn")
    assert figures["bai"].value == 3
    assert figures["tin"].value is None


def test_a_wrong_figure_is_told_at_its_place_and_nothing_is_saved(desk: Client, report: Report) -> None:
    said = figures_form(desk, report, bai="nhiều", tin="7")
    page = desk.post(f"/bao-cao/{report.id}/so-lieu/", said).content.decode()
    assert "<title>Lỗi: " in page
    assert 'href="#id_bai"' in page
    assert 'value="7"' in page
    assert not report.figures.filter(field__key="tin", value=7).exists()


def test_a_refused_figure_saves_none_of_them(desk: Client, report: Report) -> None:
    """Half a lượt người is refused by the rules, not by the field; the other figures are not half saved."""
    said = figures_form(desk, report, tin="7", bai="2,5")
    page = desk.post(f"/bao-cao/{report.id}/so-lieu/", said).content.decode()
    assert "số không âm" in page
    assert not report.figures.filter(field__key="tin", value=7).exists()


def test_nil_is_a_report(desk: Client, report: Report) -> None:
    desk.post(f"/bao-cao/{report.id}/khong-phat-sinh/", {"nil": "1", "seen": report.version})
    page = desk.get(f"/bao-cao/{report.id}/kiem-tra/").content.decode()
    assert "Không phát sinh" in page
    assert send(desk, report, "k1").status_code == 302
    assert report.versions.get().nil


def test_what_the_log_gives_can_be_filled_in_again(
    desk: Client, report: Report, log: Any, task: Task, so_tai_chinh: Agency
) -> None:
    log(so_tai_chinh, task, "Buổi thứ hai", day="4/4", luot_nguoi_su_kien=55)
    desk.post(f"/bao-cao/{report.id}/dien-lai/")
    assert report.figures.get(field__key="luot-nguoi-su-kien").value == 100


# --- sending ---------------------------------------------------------------------------------------------------------


def test_what_is_missing_is_named_before_sending(desk: Client, report: Report) -> None:
    save(desk, report, "direction", "")
    page = desk.get(f"/bao-cao/{report.id}/kiem-tra/").content.decode()
    assert "Còn thiếu" in page
    assert "đang để trống" in page
    assert "Gửi báo cáo về" not in page
    refused = send(desk, report, "k1")
    assert refused.status_code == 200
    assert not report.versions.exists()


def test_the_check_page_shows_everything_with_a_way_to_correct_it(desk: Client, report: Report) -> None:
    complete(desk, report)
    page = desk.get(f"/bao-cao/{report.id}/kiem-tra/").content.decode()
    assert page.count("?ve=kiem-tra") == report.sections.count() + 1
    assert "Gửi báo cáo về Sở Văn hóa, Thể thao và Du lịch" in page
    assert "45 lượt người" in page
    section = section_of(report, "results")
    said = {"text": "Xong.", "seen": section.version}
    back = desk.post(f"/bao-cao/{report.id}/phan/{section.id}/?ve=kiem-tra", said)
    assert back.headers["Location"] == f"/bao-cao/{report.id}/kiem-tra/"


def test_pressing_send_twice_makes_one_report(desk: Client, report: Report) -> None:
    complete(desk, report)
    key = desk.get(f"/bao-cao/{report.id}/kiem-tra/").context["key"]
    first, second = send(desk, report, key), send(desk, report, key)
    assert first.headers["Location"] == second.headers["Location"]
    assert report.versions.count() == 1


def test_the_receipt_says_code_time_and_hash(desk: Client, report: Report) -> None:
    complete(desk, report)
    page = desk.get(send(desk, report, "k1").headers["Location"]).content.decode()
    version = report.versions.get()
    for said in (version.receipt, version.content_hash, "09:00 ngày 25/10/2026", "Sở Tài chính"):
        assert said in page


# --- reading ---------------------------------------------------------------------------------------------------------


def test_a_coordinator_reads_and_accepts(judge: Client, handed_in: Version) -> None:
    assert "Xem và tiếp nhận 1 báo cáo" in judge.get("/viec-cua-toi/").content.decode()
    assert "Sở Tài chính" in judge.get("/bao-cao/?cho-doc=1").content.decode()
    page = judge.get(f"/ban-bao-cao/{handed_in.id}/").content.decode()
    assert "Kinh phí cấp chậm so với tiến độ." in page
    assert judge.post(f"/ban-bao-cao/{handed_in.id}/tiep-nhan/").status_code == 302
    assert Obligation.objects.get(report=handed_in.report).state == Obligation.State.ACCEPTED
    assert "Tiếp nhận báo cáo" not in judge.get(f"/ban-bao-cao/{handed_in.id}/").content.decode()


def test_a_report_goes_back_with_the_reason_at_its_section(
    judge: Client, reporter: Holding, sign_in: SignIn, handed_in: Version
) -> None:
    field = handed_in.sections.get(field__key="difficulties").field
    blank = judge.post(f"/ban-bao-cao/{handed_in.id}/tra-lai/", {"field": field.id, "reason": ""})
    assert "<title>Lỗi: " in blank.content.decode()
    judge.post(f"/ban-bao-cao/{handed_in.id}/tra-lai/", {"field": field.id, "reason": "Nêu rõ số tiền chậm."})
    desk = sign_in(reporter)
    assert "Sửa báo cáo bị trả lại" in desk.get("/viec-cua-toi/").content.decode()
    answer = desk.get(f"/bao-cao/{handed_in.report_id}/")
    assert "Nêu rõ số tiền chậm." in answer.content.decode()
    section = section_of(handed_in.report, "difficulties")
    assert "Nêu rõ số tiền chậm." in desk.get(f"/bao-cao/{handed_in.report_id}/phan/{section.id}/").content.decode()
    save(desk, handed_in.report, "difficulties", "Chậm 120 triệu đồng.")
    assert send(desk, handed_in.report, uuid4().hex).status_code == 302
    assert handed_in.report.versions.count() == 2


def test_a_returned_section_is_to_be_corrected_even_when_it_was_done(
    judge: Client, reporter: Holding, sign_in: SignIn, handed_in: Version
) -> None:
    """`send` marks its sections done; the return must still show as "Cần sửa" until the section is saved again."""
    field = handed_in.sections.get(field__key="difficulties").field
    judge.post(f"/ban-bao-cao/{handed_in.id}/tra-lai/", {"field": field.id, "reason": "Nêu rõ."})
    desk = sign_in(reporter)
    steps = {s.label: s.status for s in desk.get(f"/bao-cao/{handed_in.report_id}/").context["steps"]}
    assert steps[field.label] == "fix"
    save(desk, handed_in.report, "difficulties", "Đã nêu rõ.")
    steps = {s.label: s.status for s in desk.get(f"/bao-cao/{handed_in.report_id}/").context["steps"]}
    assert steps[field.label] == "done"


def test_each_figure_of_a_report_opens_its_activities(judge: Client, desk: Client, report: Report, task: Task) -> None:
    complete(desk, report)
    send(desk, report, "k1")
    page = judge.get(f"/ban-bao-cao/{report.versions.get().id}/").content.decode()
    activity = Activity.objects.get(title="Tọa đàm về ngân sách")
    assert f'href="/hoat-dong/{activity.id}/"' in page
