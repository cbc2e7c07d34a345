"""Real papers in every format: scores, the right refusal, the right plan; the heads of six more."""

from __future__ import annotations

import hashlib
import json
from functools import cache

import pytest

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.reading import PlanDraft, read_plan, to_json
from lantoa.reading.plan import draft_of
from lantoa.refusals import PaperUnreadable, Refusal
from lantoa.viet.letters import fold
from tests.needs import SHARED, needs_office
from tests.reading.tracing import untraced
from tests.shared_papers.place import scorer, shared

pytestmark = shared

LABELLED = {
    "corpus/kh-2242.docx": "corpus/kh-2242",
    "corpus/kh-2242.odt": "corpus/kh-2242",
    "corpus/kh-2242.html": "corpus/kh-2242",
    "corpus/kh-2242.pdf": "corpus/kh-2242",
    "corpus/nq-105.html": "corpus/nq-105",
    "corpus/tb-11.pdf": "corpus/tb-11",
    "corpus/phu-tho-2011.txt": "corpus/phu-tho-2011",
    "seeds/soc-trang-2014.txt": "seeds/soc-trang-2014",
    "seeds/nam-dinh-2021.txt": "seeds/nam-dinh-2021",
}
DOC = "corpus/phu-tho-2011.doc"


@cache
def draft(name: str) -> PlanDraft:
    return read_plan(SHARED / name)


@cache
def score(name: str) -> float:
    module = scorer()
    labels = LABELLED.get(name, "corpus/phu-tho-2011")
    gold = json.loads((SHARED / f"{labels}.gold.json").read_text(encoding="utf-8"))
    return float(module.mean(list(module.score(to_json(draft(name)), gold).values())))


@pytest.mark.parametrize("name", LABELLED)
def test_each_scores_well(name: str) -> None:
    assert score(name) >= 0.95


def test_the_mean() -> None:
    assert sum(map(score, LABELLED)) / len(LABELLED) >= 0.98


@pytest.mark.office
@needs_office
def test_a_legacy_doc_scores_as_its_text() -> None:
    assert score(DOC) == score("corpus/phu-tho-2011.txt")


def test_one_document_scores_the_same_in_every_format() -> None:
    docx, odt, html, pdf = (score(f"corpus/kh-2242.{form}") for form in ("docx", "odt", "html", "pdf"))
    assert docx == odt == html
    assert pdf >= docx - 0.05


@pytest.mark.parametrize("name", LABELLED)
def test_every_value_is_traced(name: str) -> None:
    assert untraced(draft(name)) == []


@pytest.mark.parametrize(
    ("name", "code"), [("scan-280-bc.pdf", "scan"), ("gibberish-qd-1050.pdf", "gibberish")]
)  # fmt: skip
def test_what_cannot_be_read_says_why(name: str, code: str) -> None:
    with pytest.raises(PaperUnreadable) as caught:
        read_plan(SHARED / "corpus" / name)
    assert caught.value.code == code


def test_a_report_is_no_plan() -> None:
    with pytest.raises(Refusal) as caught:
        read_plan(SHARED / "corpus" / "not-a-plan-report.docx")
    assert caught.value.code == "not_a_plan"


def test_another_plan_of_the_same_department() -> None:
    found = draft("corpus/kh-3957.docx")
    assert (found.symbol.value, str(found.date.value)) == ("/KH-SCT", "2026-07")
    assert len(found.tasks) == 9
    assert [len(task.lead) for task in found.tasks] == [3, 2, 3, 1, 1, 1, 1, 3, 1]
    assert [basis.number.value or "a law" for basis in found.legal_bases] == [
        "a law", "181/2024/NĐ-CP", "146/2025/NĐ-CP", "1883/QĐ-UBND", "05/2025/QĐ-UBND", "2797/QĐ-SCT", "564/QĐ-SCT",
    ]  # fmt: skip


# --- heads ---------------------------------------------------------------------------------------------------------

HEADS = {
    "an-giang-qd-2344-2013-asean": (
        "Quyết định", "2344/QĐ-UBND", "2013-11-08", "Ủy ban nhân dân tỉnh An Giang", "1c014dec7a9a",
        [(None, "2003-11-26"), ("1536/QĐ-TTg", "2013-08-30"), ("50/TTr-STTTT", "2013-11-05")], {"words_damaged"},
    ),
    "bcd-asean-qd-04-2014": (
        "Quyết định", "04/QĐ-BCĐ", "2014-04-26", "Ban chỉ đạo thông tin tuyên truyền ASEAN", "bf227bef74a1",
        [(None, None), ("132/2013/NĐ-CP", "2013-10-16"), ("1536/QĐ-TTg", "2013-08-30"),
         ("1603/QĐ-BTTTT", "2013-11-29"), ("03/QĐ-BCĐ", "2014-02-21")], set(),
    ),
    "brvt-kh-08-2024-truyen-thong-chinh-sach": (
        "Kế hoạch", "08/KH-UBND", "2023-01-08", "Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu", "c3bbc648be48",
        [("09/CT-TTg", "2021-03-31"), ("07/CT-TTg", "2023-03-21"), ("765/QĐ-BTTTT", "2023-04-28"),
         ("5104/BTTTT-PTTH&TTĐT", None), ("118/TTr-STTTT", "2023-12-20")], {"own_year_doubtful"},
    ),
    "ha-giang-kh-34-2016-asean": (
        "Kế hoạch", "34/KH-UBND", "2016-01-28", "Ủy ban nhân dân tỉnh Hà Giang", "a9cc4d31fb61",
        [("1536/QĐ-TTg", "2013-08-30"), ("19-KL/TU", "2016-01-15")], set(),
    ),
    "lao-cai-kh-34-2021-ttdn": (
        "Kế hoạch", "34/KH-UBND", "2021-01-29", "Ủy ban nhân dân tỉnh Lào Cai", "032acdf47815",
        [("72/2015/NĐ-CP", "2015-09-07"), ("22/2016/TT-BTTTT", "2012-10-19"), ("07-QC/TU", "2018-08-30"),
         ("09/2017/QĐ-UBND", "2017-03-03")], {"base_year_impossible"},
    ),
    "vpcp-cv-4518-2015-asean": (
        None, "4518/VPCP-QHQT", "2015-06-17", "Văn phòng Chính phủ", "cc0a9dc50c3a",
        [("1943/ĐA-BNG-ASEAN", "2015-06-09")], {"words_damaged"},
    ),
}  # fmt: skip
"""Type, symbol, date, issuer, digest of the title, legal bases, what must be warned about. Labelled by hand."""
ALWAYS = {"signature_missing"}
"""First pages only: nobody has signed yet."""


@pytest.mark.parametrize("name", HEADS)
def test_heads(name: str) -> None:
    kind, symbol, date, issuer, title, bases, codes = HEADS[name]
    found = draft_of(recognise(open_paper(SHARED / "corpus" / "heads" / f"{name}.txt")))
    assert (found.doc_type.value, found.symbol.value, str(found.date.value)) == (kind, symbol, date)
    assert found.number.value == symbol.split("/")[0]
    assert found.issuing_body.value == issuer
    assert hashlib.sha256(fold(found.title.value or "").encode()).hexdigest()[:12] == title
    cited = [(b.number.value, str(b.date.value) if b.date.value else None) for b in found.legal_bases]
    assert cited == bases
    assert {finding.code for finding in found.findings} - ALWAYS == codes
    assert untraced(found) == []
