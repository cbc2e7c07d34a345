"""Symbols as Decree 30/2020/NĐ-CP writes them; what an approval of a paper is bound to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.documents.rules import ABBREVIATIONS, content_hash, symbol_for
from lantoa.papers.tree import Cell, Clause, Line, Paper, Signature, Span, Table
from lantoa.refusals import Refusal
from lantoa.viet.dates import PartialDate
from tests.documents.papers import REPORT


@pytest.mark.parametrize(
    ("type_name", "issuer", "serial", "unit", "symbol"),
    [
        ("Kế hoạch", "UBND", 39, "", "39/KH-UBND"),
        ("BÁO CÁO", "SVHTTDL", 5, "", "05/BC-SVHTTDL"),
        ("Quy định", "UBND", 120, "", "120/QyĐ-UBND"),
        ("Tờ trình", "STC", 10, "", "10/TTr-STC"),
        ("", "STC", 7, "QLNS", "07/STC-QLNS"),
        ("", "STC", 7, "", "07/STC"),
    ],
)
def test_symbol(type_name: str, issuer: str, serial: int, unit: str, symbol: str) -> None:
    assert symbol_for(type_name, issuer, serial, unit=unit) == symbol


def test_symbols_of_types_differ() -> None:
    assert len(ABBREVIATIONS) == 27
    assert len(set(ABBREVIATIONS.values())) == len(ABBREVIATIONS)


def test_a_type_the_decree_does_not_list_is_refused() -> None:
    with pytest.raises(Refusal, match="“Bản tin” không có trong Bảng chữ viết tắt"):
        symbol_for("Bản tin", "UBND", 1)


def test_an_issuer_without_symbol_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        symbol_for("Báo cáo", "", 1)
    assert refused.value.code == "issuer_without_symbol"


def test_number_date_and_signature_are_not_approved_content() -> None:
    issued = replace(
        REPORT,
        number="05",
        symbol="05/BC-SVHTTDL",
        date=PartialDate(2026, 12, 1),
        signature=Signature((), "GIÁM ĐỐC"),
        text="văn bản thô",
        spans={"title": Span(1, 2)},
    )
    assert content_hash(issued) == content_hash(REPORT)


@pytest.mark.parametrize(
    "changed",
    [
        replace(REPORT, title="Kết quả khác"),
        replace(REPORT, type_name="Tờ trình"),
        replace(REPORT, place="Hải Đông"),
        replace(REPORT, recipients=REPORT.recipients[:2]),
        replace(REPORT, recipients=(), addressees=REPORT.recipients),
        replace(REPORT, body=REPORT.body[:1]),
        replace(REPORT, body=(REPORT.body[1], REPORT.body[0])),
        replace(REPORT, body=(Clause("KẾT QUẢ THỰC HIỆN", "I."), Clause("Đã đăng 12 tin, bài.", "1."), REPORT.body[1])),
        replace(REPORT, body=(REPORT.body[0], Table(((Cell("Chỉ số"), Cell("Kết quả")), (Cell("Tin, bài"), Cell("13")))))),
    ],
)  # fmt: skip
def test_every_word_and_place_is_approved_content(changed: Paper) -> None:
    assert content_hash(changed) != content_hash(REPORT)


WORDS = st.text(alphabet="ab;:[]{}\"',\n", max_size=4)
LINES = st.lists(WORDS, max_size=3).map(lambda texts: tuple(Line(text) for text in texts))
CLAUSES = st.recursive(
    st.builds(Clause, text=WORDS, label=WORDS),
    lambda below: st.builds(Clause, text=WORDS, label=WORDS, children=st.lists(below, max_size=2).map(tuple)),
    max_leaves=5,
)
PAPERS = st.builds(
    Paper, title=WORDS, place=WORDS, preamble=WORDS, bases=LINES, addressees=LINES, body=st.lists(CLAUSES, max_size=2).map(tuple)
)  # fmt: skip


@given(PAPERS, PAPERS)
def test_same_hash_means_same_content(one: Paper, other: Paper) -> None:
    assert (content_hash(one) == content_hash(other)) is (one == other)
