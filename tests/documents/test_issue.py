"""Issuing: the next number, the file, recipients and signature; or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import transaction

from lantoa.agencies.acts import give_alias
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.documents import checks
from lantoa.documents.acts import issue
from lantoa.documents.models import Document, NumberSeries
from lantoa.documents.rules import content_hash
from lantoa.files.queries import content
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.refusals import Refusal
from lantoa.trail.queries import history
from tests.documents.papers import REPORT
from tests.universe.agencies import HoldingFactory


def test_an_issued_paper_has_number_date_file_recipients_and_signature(
    so_vhttdl: Agency, ubnd: Agency, so_tai_chinh: Agency, coordinator: Holding, now: datetime
) -> None:
    document = issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now)
    assert (document.number, document.symbol, document.dated) == ("01", "01/BC-SVHTTDL", "2026-03-02")
    assert (document.way, document.issuer, document.issued_by, document.issued_at) == (
        "out",
        so_vhttdl,
        coordinator,
        now,
    )
    assert document.content_hash == content_hash(REPORT)
    assert [(line.text, line.agency) for line in document.recipients.all()] == [
        ("Ủy ban nhân dân tỉnh Hải Sơn", ubnd), ("Sở Tài chính", so_tai_chinh), ("Lưu: VT, QLVH", None),
    ]  # fmt: skip
    assert (document.signature.capacity, document.signature.title) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert document.signature.holding is None
    assert [entry.verb for entry in history(document)] == ["document_issued"]
    assert list(checks.faults(so_vhttdl.tenant)) == []


def test_the_stored_file_reads_back_as_the_issued_paper(so_vhttdl: Agency, leader: Holding, now: datetime) -> None:
    document = issue(paper=REPORT, issuer=so_vhttdl, by=leader, at=now)
    assert document.file is not None
    assert document.file.name == "01-BC-SVHTTDL.docx"
    read = recognise(open_paper(content(document.file)))
    assert (read.number, read.symbol, str(read.date)) == ("01", "01/BC-SVHTTDL", "2026-03-02")
    assert read.recipients == REPORT.recipients
    assert document.signature.holding == leader


def test_numbers_run_within_a_year_an_issuer_and_a_council(
    so_vhttdl: Agency, so_tai_chinh: Agency, coordinator: Holding, now: datetime
) -> None:
    def symbol(issuer: Agency, at: datetime, council: str = "") -> str:
        return issue(paper=REPORT, issuer=issuer, by=coordinator, at=at, council=council).symbol

    last_minute, first_minute = datetime(2026, 12, 31, 16, 59, tzinfo=UTC), datetime(2026, 12, 31, 17, 0, tzinfo=UTC)
    assert symbol(so_vhttdl, now) == "01/BC-SVHTTDL"
    assert symbol(so_vhttdl, now) == "02/BC-SVHTTDL"
    assert symbol(so_tai_chinh, now) == "01/BC-STC"
    assert symbol(so_vhttdl, now, council="BCĐ") == "01/BC-BCĐ"
    assert symbol(so_vhttdl, last_minute) == "03/BC-SVHTTDL"
    assert symbol(so_vhttdl, first_minute) == "01/BC-SVHTTDL"
    assert Document.objects.get(issued_at=first_minute).dated == "2027-01-01"
    assert list(checks.faults(so_vhttdl.tenant)) == []


def test_a_paper_that_fails_gives_its_number_back(so_vhttdl: Agency, coordinator: Holding, now: datetime) -> None:
    issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now)
    with transaction.atomic():
        assert issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now).serial == 2
        transaction.set_rollback(True)
    with pytest.raises(Refusal):
        issue(paper=replace(REPORT, type_name="Bản tin"), issuer=so_vhttdl, by=coordinator, at=now)
    assert NumberSeries.objects.get().last == 1
    assert issue(paper=REPORT, issuer=so_vhttdl, by=coordinator, at=now).serial == 2


def test_recipients_are_found_by_alias(so_vhttdl: Agency, so_tai_chinh: Agency, leader: Holding, now: datetime) -> None:
    give_alias(agency=so_tai_chinh, text="STC", by=leader, at=now)
    document = issue(
        paper=replace(REPORT, recipients=(replace(REPORT.recipients[0], text="STC"),)), issuer=so_vhttdl, by=leader, at=now
    )  # fmt: skip
    assert document.recipients.get().agency == so_tai_chinh


@pytest.mark.parametrize("role", [Role.REPORTER, Role.ADMINISTRATOR])
def test_who_neither_coordinates_nor_leads_nor_signs_may_not_issue(so_vhttdl: Agency, now: datetime, role: str) -> None:
    with pytest.raises(Refusal, match="không có quyền ban hành văn bản của Sở Văn hóa"):
        issue(paper=REPORT, issuer=so_vhttdl, by=HoldingFactory(post__agency=so_vhttdl, post__role=role), at=now)
    assert not Document.objects.exists()


def test_a_coordinator_of_another_province_may_not_issue(so_vhttdl: Agency, now: datetime) -> None:
    with pytest.raises(Refusal):
        issue(paper=REPORT, issuer=so_vhttdl, by=HoldingFactory(post__role=Role.COORDINATOR), at=now)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": "07"}, "number_differs"),
        ({"symbol": "07/BC-SVHTTDL"}, "number_differs"),
        ({"dated": "2026-03-03"}, "date_differs"),
        ({"file": None}, "issued_without_file"),
        ({"series": None, "serial": None}, "issued_without_number"),
        ({"serial": 3, "number": "03", "symbol": "03/BC-SVHTTDL"}, "series_with_gaps"),
    ],
)
def test_check_finds_what_does_not_agree(
    so_vhttdl: Agency, leader: Holding, now: datetime, change: dict[str, object], code: str
) -> None:
    issue(paper=REPORT, issuer=so_vhttdl, by=leader, at=now)
    Document.objects.update(**change)
    assert code in [fault.code for fault in checks.faults(so_vhttdl.tenant)]
