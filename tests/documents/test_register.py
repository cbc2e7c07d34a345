"""Papers that came in or are cited, and who sees which."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from lantoa.agencies.models import Agency, Holding
from lantoa.documents.acts import cite, complete, issue, register_incoming
from lantoa.documents.models import Document
from lantoa.documents.queries import document_for, documents_for
from lantoa.files.acts import store
from lantoa.papers.tree import Paper
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.viet.dates import PartialDate
from tests.documents.papers import REPORT
from tests.universe.agencies import TenantFactory

PLAN = Paper(
    type_name="Kế hoạch",
    title="Truyền thông về biển đảo quê hương",
    issuing_body="Ủy ban nhân dân tỉnh Hải Sơn",
    date=PartialDate(2026, 1),
    text="Toàn văn kế hoạch.",
)


def test_an_incoming_paper_is_entered_as_its_face_says(tenant: Tenant, ubnd: Agency, now: datetime) -> None:
    file = store(tenant=tenant, content=b"ke hoach", name="ke-hoach.txt", by=SETUP, at=now)
    document = register_incoming(paper=PLAN, file=file, tenant=tenant, by=SETUP, at=now, text=PLAN.text)
    assert (document.way, document.type_name, document.dated) == ("in", "Kế hoạch", "2026-01")
    assert (document.number, document.symbol, document.serial, document.issued_at) == ("", "", None, None)
    assert (document.issuer, document.text, document.file) == (ubnd, "Toàn văn kế hoạch.", file)


def test_a_face_longer_than_its_column_is_cut(tenant: Tenant, now: datetime) -> None:
    paper = replace(PLAN, issuing_body="Ủy ban " * 100, number="1" * 90, type_name="Kế hoạch " * 30)
    document = register_incoming(paper=paper, file=None, tenant=tenant, by=SETUP, at=now, text="")
    assert (len(document.issuer_name), len(document.number), len(document.type_name)) == (300, 20, 60)


def test_the_same_paper_is_cited_once(tenant: Tenant, now: datetime) -> None:
    def cited(number: str, dated: str, name: str = "") -> Document:
        return cite(tenant=tenant, number=number, dated=dated, by=SETUP, at=now, name=name)

    decree = cited("30/2020/NĐ-CP", "2020-03-05", "Nghị định về công tác văn thư")
    assert cited("30/2020/NĐ-CP", "2020-03-05") == decree
    assert cited("30/2020/NĐ-CP", "2020-03-06") != decree
    assert (decree.number, decree.symbol, decree.way) == ("30", "30/2020/NĐ-CP", "cited")
    assert cited("", "", "Luật Báo chí") == cited("", "", "Luật Báo chí") != cited("", "", "Luật Xuất bản")


def test_a_cited_date_is_iso(tenant: Tenant, now: datetime) -> None:
    with pytest.raises(ValueError, match="not an ISO date"):
        cite(tenant=tenant, number="1/QĐ-UBND", dated="5/3/2020", by=SETUP, at=now)


def test_each_post_sees_its_part_of_the_register(
    tenant: Tenant, so_vhttdl: Agency, coordinator: Holding, leader: Holding, reporter: Holding, other_reporter: Holding,
    administrator: Holding, now: datetime,
) -> None:  # fmt: skip
    received = issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now)
    own = issue(paper=replace(REPORT, recipients=()), issuer=reporter.agency, by=leader, at=now)
    plan = register_incoming(paper=PLAN, file=None, tenant=tenant, by=SETUP, at=now, text="")
    decree = cite(tenant=tenant, number="30/2020/NĐ-CP", dated="2020-03-05", by=SETUP, at=now)
    cite(tenant=TenantFactory(), number="31/2020/NĐ-CP", dated="2020-03-05", by=SETUP, at=now)
    assert set(documents_for(coordinator)) == set(documents_for(leader)) == {received, own, plan, decree}
    assert set(documents_for(reporter)) == {received, own, decree}
    assert set(documents_for(other_reporter)) == {decree}
    assert set(documents_for(administrator)) == set()


def test_a_paper_that_a_post_may_not_see_does_not_exist_for_it(
    so_vhttdl: Agency, coordinator: Holding, other_reporter: Holding, now: datetime
) -> None:
    document = issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now)
    assert document_for(coordinator, document.id) == document
    with pytest.raises(Document.DoesNotExist):
        document_for(other_reporter, document.id)


def test_a_person_completes_what_the_face_left_open(tenant: Tenant, so_tai_chinh: Agency, now: datetime) -> None:
    document = register_incoming(paper=PLAN, file=None, tenant=tenant, by=SETUP, at=now, text="")
    complete(document=document, number="12", symbol="12/KH-UBND", dated="2026-01-15", by=SETUP, at=now)
    stored = Document.objects.get(pk=document.pk)
    assert (stored.symbol, stored.dated, stored.title, stored.version) == ("12/KH-UBND", "2026-01-15", PLAN.title, 2)
    assert complete(document=document, issuer=so_tai_chinh, by=SETUP, at=now).issuer == so_tai_chinh
    with pytest.raises(ValueError, match="not an ISO date"):
        complete(document=document, dated="15/1/2026", by=SETUP, at=now)
    with pytest.raises(TypeError, match="no part of a paper's face"):
        complete(document=document, text="Toàn văn khác", by=SETUP, at=now)


def test_what_we_issued_is_not_completed(so_vhttdl: Agency, coordinator: Holding, now: datetime) -> None:
    issued = issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now)
    with pytest.raises(Refusal, match="hãy ban hành văn bản đính chính"):
        complete(document=issued, number="99", by=coordinator, at=now)
