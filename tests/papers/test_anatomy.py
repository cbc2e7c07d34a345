"""What an official recognises in a paper, in the forms that occur."""

from __future__ import annotations

import pytest

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Clause, Paper, Table
from lantoa.viet.dates import PartialDate
from tests.papers.raw_docx import docx, p, tbl, tc, tr

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def paper(text: str) -> Paper:
    found = recognise(open_paper(text.encode(), "x.txt"))
    for clause in found.clauses():
        assert clause.span.of(found.text).split() == clause.text.split()
    return found


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 39/KH-UBND", "39", "39/KH-UBND"),
        ("Số: 39 /KH-UBND", "39", "39/KH-UBND"),
        ("Số: 23/ KH-UBND", "23", "23/KH-UBND"),
        ("Số:         /KH-STTTT", "", "/KH-STTTT"),
        ("Số /KH-UBND", "", "/KH-UBND"),
        ("Số 164-KH/TU", "164", "164-KH/TU"),
        ("12/KH-SVHTTDL", "12", "12/KH-SVHTTDL"),
        ("Số: 09/2019/NĐ-CP", "09", "09/2019/NĐ-CP"),
        ("Nghị quyết số: 05/2025/UBTVQH15", "05", "05/2025/UBTVQH15"),
        ("Số: 5104/BTTTT-PTTH&TTĐT", "5104", "5104/BTTTT-PTTH&TTĐT"),
    ],
)
def test_numbers_and_symbols(line: str, number: str, symbol: str) -> None:
    found = paper(f"UBND TỈNH HẢI SƠN\n{line}\n{NATION}KẾ HOẠCH\nLàm sạch bãi biển\nI. MỤC ĐÍCH\n")
    assert (found.number, found.symbol) == (number, symbol)
    assert "".join(found.spans["symbol"].of(found.text).split()) == symbol


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Hải Sơn, ngày 05 tháng 01 năm 2026", "Hải Sơn", PartialDate(2026, 1, 5)),
        ("Hải Sơn, ngày tháng 12 năm 2026", "Hải Sơn", PartialDate(2026, 12)),
        ("Hải Sơn, ngày ... tháng ... năm 2026", "Hải Sơn", PartialDate(2026)),
        ("Bà Rịa - Vũng Tàu, ngày 8 tháng 08 năm 2026", "Bà Rịa - Vũng Tàu", PartialDate(2026, 8, 8)),
        ("ngày 28 tháng 7 năm 2026", "", PartialDate(2026, 7, 28)),
    ],
)
def test_place_and_date(line: str, place: str, date: PartialDate) -> None:
    found = paper(f"UBND TỈNH HẢI SƠN\nSố: 1/KH-UBND\n{NATION}{line}\nKẾ HOẠCH\nLàm sạch bãi biển\nI. MỤC ĐÍCH\n")
    assert (found.place, found.date) == (place, date)


def test_a_name_broken_over_lines_and_the_body_above() -> None:
    found = paper(
        f"BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\nCỤC THÔNG TIN\nCƠ SỞ\nSố: 1/KH-TTCS\n{NATION}KẾ HOẠCH\nMở lớp\nI. MỤC ĐÍCH\n"
    )
    assert (found.parent_body, found.issuing_body) == ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "CỤC THÔNG TIN CƠ SỞ")


def test_a_head_in_two_columns_of_a_table() -> None:
    left = tc(p("UBND TỈNH HẢI SƠN") + p("SỞ NỘI VỤ") + p("Số: 7/KH-SNV"))
    right = tc("".join(map(p, NATION.strip().split("\n"))) + p("Hải Sơn, ngày 12 tháng 3 năm 2026"))
    body = tbl(tr(left, right)) + p("KẾ HOẠCH") + p("Mở lớp") + p("I. MỤC ĐÍCH")
    found = recognise(open_paper(docx(body), "x.docx"))
    assert (found.parent_body, found.issuing_body, found.symbol) == ("UBND TỈNH HẢI SƠN", "SỞ NỘI VỤ", "7/KH-SNV")
    assert (found.place, found.date, found.title) == ("Hải Sơn", PartialDate(2026, 3, 12), "Mở lớp")


def test_a_head_side_by_side_in_plain_text() -> None:
    found = paper(
        "  ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "  TỈNH HẢI SƠN               Độc lập - Tự do - Hạnh phúc\n"
        "  Số: 11 /TB-UBND            Hải Sơn, ngày 08 tháng 01 năm 2026\n"
        "              THÔNG BÁO\n       Kết luận của Chủ tịch\n1. Giao Sở Nội vụ rà soát.\n"
    )
    assert (found.issuing_body, found.symbol, found.place) == ("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", "11/TB-UBND", "Hải Sơn")


def test_a_dispatch_has_no_type() -> None:
    found = paper(
        f"UBND TỈNH HẢI SƠN\nSố: 45/UBND-VX\nV/v treo cờ dịp lễ\n{NATION}Hải Sơn, ngày 02 tháng 8 năm 2026\n"
        "Kính gửi:\n- Sở Nội vụ;\n- UBND xã Đảo Cát.\nUBND tỉnh yêu cầu như sau:\n1. Treo cờ.\n"
    )
    assert (found.type_name, found.title) == ("", "treo cờ dịp lễ")
    assert [line.text for line in found.addressees] == ["Sở Nội vụ", "UBND xã Đảo Cát"]


def test_bases_and_preamble() -> None:
    found = paper(
        "KẾ HOẠCH\nLàm sạch bãi biển\nCăn cứ Luật Du lịch;\nThực hiện Chỉ thị số 3/CT-UBND.\n"
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n"
    )
    assert [line.text for line in found.bases] == ["Căn cứ Luật Du lịch", "Thực hiện Chỉ thị số 3/CT-UBND"]
    assert found.preamble == "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"


def test_clauses_nest_by_their_labels() -> None:
    found = paper(
        "KẾ HOẠCH\nLàm sạch bãi biển\nPhần I\nPHẦN CHUNG\nI. A\n1. B\na) C\n- D\n+ E\n- F\nđoạn\nb) G\n2. H\n1.1. K\nII/ L\n"
    )
    assert [clause.path for clause in found.clauses()] == [
        "Phần I", "Phần I.I", "Phần I.I.1", "Phần I.I.1.a", "Phần I.I.1.a.-1", "Phần I.I.1.a.-1.+1", "Phần I.I.1.a.-2",
        "Phần I.I.1.a.p1", "Phần I.I.1.b", "Phần I.I.2", "Phần I.I.2.1.1", "Phần I.II",
    ]  # fmt: skip
    assert next(found.clauses()).text == "PHẦN CHUNG"


def test_what_only_looks_like_a_label_is_none() -> None:
    found = paper(
        "KẾ HOẠCH\nMở lớp\nI. VIỆC\n1.500 tờ rơi được in.\n28/7 là ngày lễ.\n1/2 ngày cho mỗi lớp.\nV/v này đã rõ.\n"
    )
    assert [clause.label for clause in found.clauses()] == ["I.", "", "", "", ""]


@pytest.mark.parametrize(
    ("lines", "capacity", "title"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG"),
        ("Q. GIÁM ĐỐC", ("Q. GIÁM ĐỐC",), ""),
        ("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN", ("K/T TRƯỞNG BAN",), "PHÓ TRƯỞNG BAN"),
        ("GIÁM ĐỐC", (), "GIÁM ĐỐC"),
    ],
)
def test_signatures(lines: str, capacity: tuple[str, ...], title: str) -> None:
    found = paper(
        f"KẾ HOẠCH\nMở lớp\nI. VIỆC\n1. Mở lớp./.\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n{lines}\n(Đã ký)\nHọ Và Tên\n"
    )
    assert found.signature is not None
    assert (found.signature.capacity, found.signature.title, found.signature.name) == (capacity, title, "Họ Và Tên")
    assert [line.text for line in found.recipients] == ["Sở Nội vụ", "Lưu: VT"]


def test_annexes_with_and_without_a_label() -> None:
    table = "\tTT\n\tViệc\n\tSở\n\n\t1\n\tPhim\n\tSở A\n\n"
    found = paper(
        "KẾ HOẠCH\nMở lớp\nI. VIỆC\n1. Mở lớp./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nHọ Và Tên\n"
        f"PHỤ LỤC I\nDANH MỤC\n(Kèm theo Kế hoạch số 7/KH-SNV ngày 02/3/2026 của Sở Nội vụ)\n{table}"
        f"PHÂN CÔNG CỦA TỔ\n(Kèm theo Kế hoạch số 7/KH-SNV ngày 02/3/2026 của Sở Nội vụ)\n{table}"
    )
    assert [(a.label, a.title) for a in found.appendices] == [("PHỤ LỤC I", "DANH MỤC"), ("", "PHÂN CÔNG CỦA TỔ")]
    assert all(isinstance(annex.body[0], Table) for annex in found.appendices)


def test_a_plan_behind_a_decision_is_its_annex() -> None:
    found = paper(
        "QUYẾT ĐỊNH\nBan hành Kế hoạch\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Du lịch.\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHọ Và Tên\nKẾ HOẠCH\nLÀM SẠCH BÃI BIỂN\n"
        "(Ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 02/3/2026)\nI. VIỆC\n"
    )
    assert [(a.label, a.title) for a in found.appendices] == [("KẾ HOẠCH", "LÀM SẠCH BÃI BIỂN")]
    assert [part.text for part in found.appendices[0].body if isinstance(part, Clause)] == ["VIỆC"]


def test_nothing_is_guessed_of_a_text_without_parts() -> None:
    found = paper("Chỉ là một dòng chữ.\n")
    assert (found.type_name, found.number, found.issuing_body, found.date, found.signature) == ("", "", "", None, None)
    assert [part.text for part in found.body if isinstance(part, Clause)] == ["Chỉ là một dòng chữ."]
