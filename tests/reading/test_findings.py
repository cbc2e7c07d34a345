"""Holes and doubts: each with its code, its place, and what a person might accept."""

from __future__ import annotations

import pytest

from lantoa.reading import read_plan
from lantoa.reading.draft import Finding
from lantoa.reading.register import look_up, register

WHOLE = """UBND TỈNH HẢI SƠN
Số: 7/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hải Sơn, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Truyền thông về biển năm 2026
Căn cứ Quyết định số 155/QĐ-TTg ngày 20/01/2026 của Thủ tướng Chính phủ.
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ theo dõi việc thực hiện.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Họ Và Tên
"""
TABLE = """PHỤ LỤC
DANH MỤC VIỆC
\tSTT
\tNội dung
\tCơ quan chủ trì
\tThời gian

\t1
\tLàm phim
\tSở Nội vụ
\tQuý II/2026

"""


def found(text: str) -> dict[str, Finding]:
    draft = read_plan(text.encode())
    assert all(0 <= f.span.start <= f.span.end <= len(draft.text) for f in draft.findings)
    assert all("%(" not in f.message for f in draft.findings)
    return {finding.code: finding for finding in draft.findings}


def test_a_whole_plan_has_none() -> None:
    assert found(WHOLE + TABLE) == {}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Số: 7/KH", "Số:    /KH", "number_missing"),
        ("ngày 02 tháng 3", "ngày    tháng 3", "day_missing"),
        ("Hải Sơn, ngày 02 tháng 3 năm 2026\n", "", "date_missing"),
        ("ngày 20/01/2026", "ngày 20/01/2027", "base_after_plan"),
        ("ngày 20/01/2026", "ngày 21/01/2026", "base_date_differs"),
        ("155/QĐ-TTg", "155/QĐ-TTG", "base_spelling"),
        ("155/QĐ-TTg ngày 20/01/2026", "30/2021/NĐ-CP ngày 05/3/2020", "base_year_impossible"),
        ("155/QĐ-TTg ngày 20/01/2026", "01/2011/TT-BNV ngày 19/01/2011", "base_lapsed"),
        (
            "theo dõi việc",
            "theo Quyết định số 9/QĐ-UBND ngày 1/2/2026 và 9/QĐ-UBND ngày 3/2/2026 theo dõi việc",
            "two_dates",
        ),
        ("theo dõi việc", "theo dõi Nghị định số 5/2027/NĐ-CP và việc", "year_impossible"),
        ("việc thực hiện.", "việc thực hiện (chi tiết tại Phụ lục đính kèm).", "appendix_absent"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHọ Và Tên\n", "", "signature_missing"),
        ("theo dõi việc thực hiện.", "báo cáo kết quả hằng năm về UBND tỉnh.", "duty_without_date"),
    ],
)
def test_one_change_makes_one_finding(old: str, new: str, code: str) -> None:
    assert old in WHOLE
    assert code in found(WHOLE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("\tQuý II/2026", "\t ", "time_missing"),
        ("\tQuý II/2026", "\tTháng 1/2026", "time_before_plan"),
        ("\tSở Nội vụ", "\tUBND các xã, phường", "lead_not_single"),
        ("\tSở Nội vụ", "\tCác cơ quan báo chí trong tỉnh", "lead_not_single"),
        ("\tSở Nội vụ", "\tSở Nội vụ, Sở Tài chính", "lead_not_single"),
        ("\tSở Nội vụ", "\tTrang thông tin điện tử của các sở", "lead_not_single"),
    ],
)
def test_one_cell_makes_one_finding(old: str, new: str, code: str) -> None:
    assert list(found(WHOLE + TABLE.replace(old, new))) == [code]


def test_a_wrong_date_comes_with_the_right_one() -> None:
    finding = found(WHOLE.replace("ngày 20/01/2026", "ngày 21/01/2026"))["base_date_differs"]
    assert finding.proposal == "20/1/2026"
    assert "155/QĐ-TTg" in finding.message


def test_an_unknown_basis_makes_no_noise() -> None:
    assert found(WHOLE.replace("155/QĐ-TTg", "9999/QĐ-UBND") + TABLE) == {}


def test_number_and_date_from_the_caption_are_told() -> None:
    text = WHOLE.replace("Số: 7/KH-UBND\n", "").replace("Hải Sơn, ngày 02 tháng 3 năm 2026\n", "")
    reference = "(Kèm theo Kế hoạch số 8 /KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Hải Sơn)\n"
    codes = found(text + TABLE.replace("DANH MỤC VIỆC\n", f"DANH MỤC VIỆC\n{reference}"))
    assert {"number_from_caption", "date_from_caption"} <= set(codes)
    assert codes["number_from_caption"].proposal == "8/KH-UBND"


def test_the_register_is_dated_and_sourced() -> None:
    assert len(register()) >= 20
    for known in register().values():
        assert known.source
        assert known.issuer
        assert known.title
        if known.replaced_by and known.valid_to:
            assert look_up(known.replaced_by)
    decree = look_up("1160/qđ-ttg")
    assert decree is not None
    assert str(decree.date) == "2021-07-13"
    assert look_up("9999/QĐ-TTg") is None


def test_an_own_year_that_every_basis_contradicts() -> None:
    two = WHOLE.replace(
        "của Thủ tướng Chính phủ.", "của Thủ tướng Chính phủ;\nTheo Tờ trình số 9/TTr-SNV ngày 20/12/2026."
    ).replace("ngày 20/01/2026", "ngày 01/11/2026")
    doubts = found(two + TABLE)
    assert doubts["own_year_doubtful"].proposal == "2/3/2027"
    assert "base_after_plan" not in doubts


@pytest.mark.parametrize(
    ("old", "new", "proposal"),
    [
        ("Truyền thông về biển", "Truyềnthông về biển", "Truyền thông"),
        ("Thủ tướng Chính", "Thủ tướngChính", "tướng Chính"),
        ("về biển", "về bn", ""),
    ],
)
def test_words_that_a_converter_damaged(old: str, new: str, proposal: str) -> None:
    doubt = found(WHOLE.replace(old, new, 1) + TABLE)["words_damaged"]
    assert (doubt.level, doubt.proposal) == ("note", proposal)


def test_a_format_that_keeps_no_structure_is_trusted_less() -> None:
    """No value is surer than the format that carried it."""
    text = read_plan(WHOLE.encode())
    page = read_plan(
        ("<html><body>" + "".join(f"<p>{line}</p>" for line in WHOLE.split("\n")) + "</body></html>").encode()
    )
    assert text.symbol.value == page.symbol.value == "7/KH-UBND"
    assert text.symbol.sure == 0.8 < page.symbol.sure == 0.95
    assert text.legal_bases[0].number.sure == 0.8


def test_bases_in_one_sentence_of_a_wrapped_text() -> None:
    lead = (
        "Thực hiện Nghị định số 10/2024/NĐ-CP\nngày 07/9/2024 của Chính phủ về quản lý hoạt động thông tin đối ngoại; Thông tư\n"
        "số 22/2025/TT-BVHTTDL ngày 19/10/2025 của Bộ trưởng Bộ Văn hóa, Thể thao và Du\nlịch hướng dẫn hoạt động này; Quy chế "
        "số 07-QC/TU ngày 30/8/2025 của Tỉnh ủy về\nđối ngoại, Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện, như sau:"
    )
    basis = "Căn cứ Quyết định số 155/QĐ-TTg ngày 20/01/2026 của Thủ tướng Chính phủ.\n"
    draft = read_plan(
        WHOLE.replace(basis, "").replace("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", lead).encode()
    )
    assert [(b.number.value, str(b.date.value)) for b in draft.legal_bases] == [
        ("10/2024/NĐ-CP", "2024-09-07"),
        ("22/2025/TT-BVHTTDL", "2025-10-19"),
        ("07-QC/TU", "2025-08-30"),
    ]
