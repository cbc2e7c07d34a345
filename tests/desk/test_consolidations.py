"""The whole at the desk: joined, every figure opened down to its evidence, reworded, approved, issued, downloaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lantoa.agencies.models import Agency, Holding
from lantoa.papers.readers import open_paper
from lantoa.plans.models import Task
from lantoa.reports.models import Consolidation, Version
from lantoa.rounds.models import Round
from tests.universe.doors import SignIn


@pytest.fixture
def desk(coordinator: Holding, sign_in: SignIn) -> Client:
    return sign_in(coordinator)


@pytest.fixture
def head(signer: Holding, sign_in: SignIn) -> Client:
    """The head of the department, who approves."""
    return sign_in(signer)


@pytest.fixture
def whole(
    desk: Client,
    round_open: Round,
    log: Callable[..., Any],
    send: Callable[..., Version],
    task: Task,
    so_tai_chinh: Agency,
    bao: Agency,
) -> Consolidation:
    """Two agencies have sent: 45 and 73 people; one of them wrote of a difficulty."""
    log(so_tai_chinh, task, "Tọa đàm về ngân sách", kind="coordinating", luot_nguoi_su_kien=45)
    log(bao, task, "Ngày hội bạn đọc", day="5/5", luot_nguoi_su_kien=73)
    send(so_tai_chinh, difficulties="Kinh phí cấp chậm.")
    send(bao)
    assert desk.post(f"/dot-bao-cao/{round_open.id}/tong-hop/").status_code == 302
    return Consolidation.objects.get()


def figure(whole: Consolidation) -> Any:
    return whole.figures.get(indicator__code="luot-nguoi-su-kien")


def test_the_whole_names_the_missing_and_links_every_figure(desk: Client, whole: Consolidation) -> None:
    page = desk.get(f"/tong-hop/{whole.id}/").content.decode()
    assert "Còn 4 cơ quan chưa gửi" in page
    assert "UBND xã An Khê" in page
    for one in whole.figures.all():
        assert f'href="/so-tong-hop/{one.id}/"' in page


def test_a_figure_opens_its_reports_activities_and_sums(desk: Client, whole: Consolidation) -> None:
    page = desk.get(f"/so-tong-hop/{figure(whole).id}/").content.decode()
    assert "118 = 73 + 45" in page
    assert "Tọa đàm về ngân sách" in page
    assert "Ngày hội bạn đọc" in page
    assert page.count('href="/ban-bao-cao/') == 2


def test_a_passage_is_reworded_and_a_stale_one_is_not(desk: Client, whole: Consolidation) -> None:
    passage = whole.narratives.get(text__startswith="Kinh phí cấp chậm")
    address = f"/tong-hop/{whole.id}/loi-van/{passage.id}/"
    assert desk.post(address, {"text": "Kinh phí chậm ở một số nơi.", "seen": whole.version}).status_code == 302
    passage.refresh_from_db()
    assert passage.text == "Kinh phí chậm ở một số nơi."
    assert "đã được người khác sửa" in desk.post(address, {"text": "Đè", "seen": whole.version}).content.decode()


def test_it_is_approved_issued_and_downloaded(desk: Client, head: Client, whole: Consolidation) -> None:
    draft = desk.get(f"/tong-hop/{whole.id}/tep/")
    assert draft.headers["Content-Disposition"].startswith("attachment;")
    refused = desk.post(f"/tong-hop/{whole.id}/ban-hanh/")
    assert refused.status_code == 409
    assert "Duyệt báo cáo tổng hợp" in head.get("/viec-cua-toi/").content.decode()
    head.post(f"/tong-hop/{whole.id}/duyet/")
    assert "Ban hành báo cáo tổng hợp" in desk.get("/viec-cua-toi/").content.decode()
    desk.post(f"/tong-hop/{whole.id}/ban-hanh/")
    whole.refresh_from_db()
    assert whole.document is not None
    issued = desk.get(f"/tong-hop/{whole.id}/tep/")
    assert issued.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in issued.headers["Content-Security-Policy"]
    assert whole.document.symbol in open_paper(issued.content).text
    register = desk.get(f"/van-ban/{whole.document_id}/").content.decode()
    assert f'href="/tong-hop/{whole.id}/"' in register


def test_an_edit_breaks_the_approval(desk: Client, head: Client, whole: Consolidation) -> None:
    head.post(f"/tong-hop/{whole.id}/duyet/")
    passage = whole.narratives.get(text__startswith="Kinh phí cấp chậm")
    desk.post(f"/tong-hop/{whole.id}/loi-van/{passage.id}/", {"text": "Khác.", "seen": whole.version})
    assert desk.post(f"/tong-hop/{whole.id}/ban-hanh/").status_code == 409
    assert "Dự thảo, chưa duyệt" in desk.get(f"/tong-hop/{whole.id}/").content.decode()


def test_a_no_is_kept_with_its_reason(head: Client, desk: Client, whole: Consolidation) -> None:
    assert "<title>Lỗi: " in head.post(f"/tong-hop/{whole.id}/tra-lai/", {"note": ""}).content.decode()
    head.post(f"/tong-hop/{whole.id}/tra-lai/", {"note": "Thêm số của Báo Hải Sơn."})
    assert "Thêm số của Báo Hải Sơn." in desk.get(f"/tong-hop/{whole.id}/").content.decode()


def test_nothing_sent_is_nothing_to_join(desk: Client, round_open: Round) -> None:
    assert desk.post(f"/dot-bao-cao/{round_open.id}/tong-hop/").status_code == 409
