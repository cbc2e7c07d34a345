"""The register of documents, agencies and groups, the trail."""

from __future__ import annotations

from django.test import Client

from lantoa.agencies.models import Agency, AgencyGroup, Alias, Holding
from lantoa.documents.models import Document
from lantoa.plans.models import Plan
from tests.universe.doors import SignIn


def test_the_register_is_found_by_way_and_words(coordinator: Holding, sign_in: SignIn, plan: Plan) -> None:
    client = sign_in(coordinator)
    everything = client.get("/van-ban/").context["page"].paginator.count
    cited = client.get("/van-ban/", {"loai": "cited"}).context["page"].paginator.count
    assert 0 < cited < everything
    found = client.get("/van-ban/", {"tim": "12/KH-UBND truyen thong"}).context["page"]
    assert [row.id for row in found] == [plan.document_id]


def test_the_file_of_a_paper_is_saved_under_its_own_name(coordinator: Holding, sign_in: SignIn, plan: Plan) -> None:
    client = sign_in(coordinator)
    page = client.get(f"/van-ban/{plan.document_id}/").content.decode()
    assert f'href="/ke-hoach/{plan.id}/"' in page
    answer = client.get(f"/van-ban/{plan.document_id}/tep/")
    assert 'filename="ke-hoach.txt"' in answer.headers["Content-Disposition"]


def test_a_paper_without_a_file_has_nothing_to_save(coordinator: Holding, sign_in: SignIn, plan: Plan) -> None:
    cited = Document.objects.filter(file=None).first()
    assert cited is not None
    assert sign_in(coordinator).get(f"/van-ban/{cited.id}/tep/").status_code == 404


def test_an_agency_is_entered_and_found_by_its_other_name(administrator: Holding, sign_in: SignIn) -> None:
    client: Client = sign_in(administrator)
    said = {"name": "Hội Nhà báo tỉnh Hải Sơn", "symbol": "HNB", "kind": "front", "level": "province"}
    made = client.post("/co-quan/them/", {**said, "founded_on": "1/7/2025"})
    agency = Agency.objects.get(symbol="HNB")
    assert made.headers["Location"] == f"/co-quan/{agency.id}/"
    client.post(f"/co-quan/{agency.id}/ten-khac/", {"text": "Hội NB"})
    assert Alias.objects.get(agency=agency).text == "Hội NB"
    found = client.get("/co-quan/", {"tim": "Hội NB"}).context["page"]
    assert [row.id for row in found] == [agency.id]


def test_a_name_already_taken_is_told(administrator: Holding, sign_in: SignIn, bao: Agency, ubnd: Agency) -> None:
    client = sign_in(administrator)
    client.post(f"/co-quan/{bao.id}/ten-khac/", {"text": "Báo tỉnh"})
    answer = client.post(f"/co-quan/{ubnd.id}/ten-khac/", {"text": "Báo tỉnh"})
    assert answer.status_code == 409
    assert "Báo Hải Sơn" in answer.content.decode()


def test_agencies_join_a_group_from_a_day_on(coordinator: Holding, sign_in: SignIn, bao: Agency) -> None:
    client = sign_in(coordinator)
    assert client.post("/nhom-co-quan/them/", {"name": "các cơ quan báo chí"}).status_code == 302
    group = AgencyGroup.objects.get()
    assert "chưa có cơ quan nào" in client.get(f"/nhom-co-quan/{group.id}/").content.decode()
    client.post(f"/nhom-co-quan/{group.id}/them/", {"agencies": [bao.id], "since": "1/7/2025"})
    page = client.get(f"/nhom-co-quan/{group.id}/").content.decode()
    assert "1 cơ quan đang thuộc nhóm" in page
    assert "Báo Hải Sơn" in page


def test_nothing_ticked_is_told(coordinator: Holding, sign_in: SignIn, commune_group: AgencyGroup) -> None:
    answer = sign_in(coordinator).post(f"/nhom-co-quan/{commune_group.id}/them/", {}, follow=True)
    assert "Chưa lưu" in answer.content.decode()


def test_the_trail_tells_who_did_what(administrator: Holding, sign_in: SignIn, plan: Plan) -> None:
    client = sign_in(administrator)
    page = client.get("/nhat-ky/").content.decode()
    assert "plan_confirmed" in page
    assert "dieu-phoi" in page
    only = client.get("/nhat-ky/", {"tim": "plan_confirmed"}).context["page"]
    assert [entry.verb for entry in only] == ["plan_confirmed"]


def test_an_administrator_has_no_work_but_is_told_what_for(administrator: Holding, sign_in: SignIn) -> None:
    page = sign_in(administrator).get("/viec-cua-toi/").content.decode()
    assert "Không có việc nào đang chờ" in page
