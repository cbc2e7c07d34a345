"""The consolidated report as an official paper: read back, approved, issued."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.approvals.acts import approve as approve_content
from lantoa.documents.models import Document
from lantoa.documents.rules import content_hash
from lantoa.files.queries import content
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Clause, Paper, Table
from lantoa.papers.writers.docx import write_docx
from lantoa.plans.models import DutyParty, ReportDuty, Task
from lantoa.refusals import Refusal
from lantoa.reports import acts
from lantoa.reports.models import Consolidation, Narrative, Version
from lantoa.reports.queries import paper_of, plan_words
from lantoa.reports.rules.signing import signature_of
from lantoa.rounds.acts import exempt
from lantoa.rounds.models import Obligation, Round
from lantoa.viet.numbers import read_number
from tests.universe.agencies import AgencyFactory
from tests.universe.rounds import on

Send = Callable[..., Version]
Log = Callable[..., Activity]


@pytest.fixture
def whole(
    log: Log, send: Send, asked: list[Agency], task: Task, round_open: Round, coordinator: Holding,
    obligations: Mapping[UUID, Obligation],
) -> Consolidation:  # fmt: skip
    culture, finance, press, commune, nil, _silent = asked
    log(culture, task, "Ngày hội ở bến cảng", "3/4", luot_nguoi_su_kien=(1250, "hơn"), pa_no=2)
    log(finance, task, "Treo pa nô trước trụ sở", "8/5", kind="coordinating", pa_no=1)
    send(culture, on("20/10"), difficulties="Thiếu kinh phí.", next="Mở thêm góc sách.")
    send(finance, on("21/10"), difficulties="Thiếu kinh phí", ty_le_biet_asean=Decimal("61.5"))
    send(commune, on("11/11"), proposals="Đề nghị cấp thêm loa cho các thôn ven biển")
    send(nil, on("8/11"), nil=True)
    exempt(obligation=obligations[press.pk], reason="Đang sáp nhập", by=coordinator, at=on("24/10"))
    return acts.consolidate(round=round_open, by=coordinator, at=on("15/11"))


def find(paper: Paper, label: str, *labels: str) -> Clause:
    """The clause at an address: `find(paper, "II.", "2.")`."""
    children = paper.body
    for wanted in (label, *labels):
        clause = next(c for c in children if isinstance(c, Clause) and c.label == wanted)
        children = clause.children
    return clause


def rows(part: Clause) -> list[list[str]]:
    table = next(child for child in part.children if isinstance(child, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_it_reads_back_as_the_same_paper(whole: Consolidation, signer: Holding) -> None:
    paper = paper_of(whole)
    assert recognise(open_paper(write_docx(paper), "x.docx")) == paper


def test_its_face(whole: Consolidation, signer: Holding) -> None:
    paper = paper_of(whole)
    assert paper.type_name == "Báo cáo"
    assert paper.title == (
        "Kết quả thực hiện Kế hoạch truyền thông về ASEAN trên địa bàn tỉnh Hải Sơn giai đoạn 2026 - 2030 trong năm 2026"
    )
    assert (paper.issuing_body, paper.parent_body) == (
        "Sở Văn hóa, Thể thao và Du lịch",
        "Ủy ban nhân dân tỉnh Hải Sơn",
    )
    assert [line.text for line in paper.addressees] == ["Ủy ban nhân dân tỉnh Hải Sơn"]
    assert (paper.number, paper.date, paper.place) == ("", None, "Hải Sơn")
    assert paper.signature is not None
    assert (paper.signature.capacity, paper.signature.title, paper.signature.name) == ((), "GIÁM ĐỐC", "")
    assert paper.recipients[0].text == "Như trên"
    assert "số 12/KH-UBND ngày 15 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hải Sơn" in paper.preamble
    assert paper.preamble.endswith("từ ngày 01/01/2026 đến ngày 08/11/2026 như sau:")


def test_its_sections_are_numbered_and_it_ends_as_the_forms_do(whole: Consolidation) -> None:
    paper = paper_of(whole)
    assert [(clause.label, clause.text) for clause in paper.body if isinstance(clause, Clause)] == [
        ("I.", "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
        ("II.", "KẾT QUẢ THỰC HIỆN"),
        ("III.", "KHÓ KHĂN, VƯỚNG MẮC"),
        ("IV.", "ĐÁNH GIÁ, NGUYÊN NHÂN"),
        ("V.", "PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        ("VI.", "ĐỀ XUẤT, KIẾN NGHỊ"),
    ]
    last = list(find(paper, "VI.").children)[-1]
    assert isinstance(last, Clause)
    assert last.text.startswith("Trên đây là báo cáo kết quả thực hiện Kế hoạch")
    with ZipFile(BytesIO(write_docx(paper))) as package:
        assert "xem xét, chỉ đạo./." in package.read("word/document.xml").decode()


def test_it_says_who_reported_and_names_who_did_not(whole: Consolidation) -> None:
    said = find(paper_of(whole), "II.", "1.").children[0]
    assert isinstance(said, Clause)
    assert said.text == (
        "Có 4/5 cơ quan, đơn vị gửi báo cáo, trong đó 3 đúng hạn, 1 quá hạn; 1 báo cáo không phát sinh; "
        "1 cơ quan được miễn báo cáo; còn 1 cơ quan, đơn vị chưa gửi: UBND phường Cửa Đông. "
        "Tình hình gửi báo cáo của từng cơ quan, đơn vị nêu tại Phụ lục I kèm theo."
    )


def test_every_figure_in_the_paper_is_the_stored_one(whole: Consolidation) -> None:
    part = find(paper_of(whole), "II.", "2.")
    shown = {row[1]: (read_number(row[3]), row[2], row[4]) for row in rows(part)[1:]}
    stored = whole.figures.select_related("indicator")
    assert shown == {f.indicator.name: (f.value, f.unit, f.qualifier) for f in stored}
    assert ["2", "Lượt người dự sự kiện, buổi tuyên truyền", "lượt người", "1.250", "hơn"] in rows(part)
    unjoined = [child for child in part.children if isinstance(child, Clause)]
    assert [clause.text for clause in unjoined] == [
        "Tỷ lệ người được hỏi biết về ASEAN (không cộng gộp): Sở Tài chính 61,5 %."
    ]


def test_results_by_task(whole: Consolidation, task: Task) -> None:
    shown = rows(find(paper_of(whole), "II.", "3."))
    assert shown[0] == ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Số hoạt động", "Kết quả chính"]
    row = next(row for row in shown if row[1] == task.content)
    assert row[2:] == [
        "Sở Văn hóa, Thể thao và Du lịch",
        "2",
        "Pa nô: 3 cụm; Lượt người dự sự kiện, buổi tuyên truyền: hơn 1.250 lượt người",
    ]
    assert len(shown) == 1 + task.plan.task_set.count()


def test_what_several_wrote_is_told_once_under_their_names(whole: Consolidation) -> None:
    told = find(paper_of(whole), "III.").children
    assert [clause.text for clause in told if isinstance(clause, Clause)] == [
        "Sở Tài chính; Sở Văn hóa, Thể thao và Du lịch: Thiếu kinh phí."
    ]
    nothing = find(paper_of(whole), "IV.").children
    assert [clause.text for clause in nothing if isinstance(clause, Clause)] == [
        "Báo cáo của các cơ quan, đơn vị không nêu nội dung này."
    ]


def test_the_annex_tells_how_each_agency_answered(whole: Consolidation, asked: list[Agency]) -> None:
    Obligation.objects.filter(agency=asked[3]).update(manner="asked")
    annex, told = paper_of(whole).appendices
    assert (annex.label, told.label) == ("Phụ lục I", "Phụ lục II")
    table = annex.body[0]
    assert isinstance(table, Table)
    shown = {row[1].text: [cell.text for cell in row[2:]] for row in table.rows[1:]}
    culture, finance, press, commune, nil, silent = asked
    assert shown == {
        culture.name: ["Đã gửi, đúng hạn", "20/10/2026", "1"],
        finance.name: ["Đã gửi, đúng hạn", "21/10/2026", "1"],
        press.name: ["Được miễn", "", ""],
        commune.name: ["Đã gửi", "11/11/2026", "1"],
        nil.name: ["Đã gửi, đúng hạn (không phát sinh)", "08/11/2026", "1"],
        silent.name: ["Chưa gửi", "", ""],
    }


def test_it_costs_the_same_however_many_report(whole: Consolidation, plan_of_one: Consolidation) -> None:
    costs = []
    for consolidation in (plan_of_one, whole):
        with CaptureQueriesContext(connection) as queries:
            paper_of(consolidation)
        costs.append(len(queries))
    assert costs[0] == costs[1]


@pytest.fixture
def plan_of_one(whole: Consolidation, send: Send, asked: list[Agency], coordinator: Holding) -> Consolidation:
    """A consolidation of the same round from one report only."""
    for version in whole.versions.exclude(report__obligation__agency=asked[0]):
        acts.give_back(version=version, reason="Bổ sung", by=coordinator, at=on("16/11"))
    return acts.consolidate(round=whole.round, by=coordinator, at=on("17/11"))


# --- approving and issuing -------------------------------------------------------------------------------------------


def test_it_is_issued_as_approved(whole: Consolidation, signer: Holding, coordinator: Holding) -> None:
    acts.approve(consolidation=whole, by=signer, at=on("16/11"))
    document = acts.issue(consolidation=whole, by=coordinator, at=on("17/11"))
    assert (document.symbol, document.dated, document.way) == ("01/BC-SVHTTDL", "2026-11-17", Document.Way.OUTGOING)
    assert document.file is not None
    read = recognise(open_paper(content(document.file), document.file.name))
    assert content_hash(read) == content_hash(paper_of(whole))
    assert read.symbol == "01/BC-SVHTTDL"
    assert document.signature.title == "GIÁM ĐỐC"
    whole.refresh_from_db()
    assert whole.document == document
    with pytest.raises(Refusal) as refused:
        acts.issue(consolidation=whole, by=coordinator, at=on("18/11"))
    assert refused.value.code == "issued"


def test_what_is_not_approved_is_not_issued(whole: Consolidation, signer: Holding, coordinator: Holding) -> None:
    with pytest.raises(Refusal) as refused:
        acts.issue(consolidation=whole, by=coordinator, at=on("16/11"))
    assert refused.value.code == "not_approved"
    acts.approve(consolidation=whole, by=signer, at=on("16/11"))
    passage = Narrative.objects.filter(consolidation=whole, field__key="difficulties").first()
    assert passage is not None
    acts.edit_narrative(narrative=passage, text="Không khó khăn gì.", by=coordinator, at=on("17/11"), seen=None)
    with pytest.raises(Refusal) as refused:
        acts.issue(consolidation=whole, by=coordinator, at=on("18/11"))
    assert refused.value.code == "not_approved"
    assert not Document.objects.filter(way=Document.Way.OUTGOING).exists()


def test_a_yes_from_another_agency_does_not_count(
    whole: Consolidation, leader: Holding, coordinator: Holding, reporter: Holding
) -> None:
    for by in (leader, coordinator, reporter):
        with pytest.raises(Refusal) as refused:
            acts.approve(consolidation=whole, by=by, at=on("16/11"))
        assert refused.value.code == "may_not_approve"
    approve_content(subject=whole, content_hash=content_hash(paper_of(whole)), by=leader, at=on("16/11"))
    with pytest.raises(Refusal) as refused:
        acts.issue(consolidation=whole, by=coordinator, at=on("17/11"))
    assert refused.value.code == "not_approved"


def test_what_is_issued_is_not_reworded(whole: Consolidation, signer: Holding, coordinator: Holding) -> None:
    acts.approve(consolidation=whole, by=signer, at=on("16/11"))
    acts.issue(consolidation=whole, by=coordinator, at=on("17/11"))
    passage = Narrative.objects.filter(consolidation=whole).first()
    assert passage is not None
    with pytest.raises(Refusal) as refused:
        acts.edit_narrative(narrative=passage, text="Khác", by=coordinator, at=on("18/11"), seen=None)
    assert refused.value.code == "issued"


def test_a_deputy_signs_for_the_head_and_a_committee_signs_as_a_body(ubnd: Agency, so_vhttdl: Agency) -> None:
    deputy = signature_of(so_vhttdl, "Phó Giám đốc Sở Văn hóa", "Họ Tên")
    assert (deputy.capacity, deputy.title, deputy.name) == (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Họ Tên")
    chair = signature_of(ubnd, "Phó Chủ tịch")
    assert (chair.capacity, chair.title) == (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH")


def test_a_plan_in_capitals_is_named_by_its_number_and_an_unknown_day_is_not_written(whole: Consolidation) -> None:
    plan = whole.round.plan
    plan.title, plan.document.dated = plan.title.upper(), "2026-01"
    words = plan_words(whole.round)
    assert words.title == "Kết quả thực hiện Kế hoạch số 12/KH-UBND năm 2026"
    assert words.reference == "Kế hoạch số 12/KH-UBND tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hải Sơn"


def test_it_goes_up_to_whoever_the_duties_name(
    whole: Consolidation, duty: ReportDuty, ubnd: Agency, so_vhttdl: Agency, coordinator: Holding
) -> None:
    ministry = AgencyFactory(tenant=ubnd.tenant, name="Bộ Thử nghiệm")
    own = ReportDuty.objects.create(tenant=ubnd.tenant, plan=duty.plan, who="Sở", to="Bộ", receiver=ministry)
    DutyParty.objects.create(tenant=ubnd.tenant, duty=own, named="Sở", agency=so_vhttdl)
    assert [line.text for line in paper_of(whole).addressees] == [ubnd.name, ministry.name]


def test_a_body_only_asked_is_neither_late_nor_named(whole: Consolidation, asked: list[Agency]) -> None:
    """The commune was late, one agency is silent; asked instead of ordered, neither is held against them."""
    _, _, _, commune, _, silent = asked
    before = find(paper_of(whole), "II.", "1.").children[0]
    assert isinstance(before, Clause)
    assert "1 quá hạn" in before.text
    assert silent.name in before.text
    Obligation.objects.filter(agency__in=[commune, silent]).update(manner="asked")
    after = find(paper_of(whole), "II.", "1.").children[0]
    assert isinstance(after, Clause)
    assert "Có 4/4 cơ quan, đơn vị gửi báo cáo, trong đó 3 đúng hạn, 0 quá hạn, 1 được đề nghị" in after.text
    assert silent.name not in after.text
