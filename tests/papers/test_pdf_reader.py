"""A .pdf by where its letters and lines stand."""

from __future__ import annotations

import pytest

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph, Sheet, Table
from lantoa.refusals import PaperUnreadable
from tests.papers.raw_pdf import Sheet as Drawing
from tests.papers.raw_pdf import pdf

FILL = "Sở Thông tin và Truyền thông chủ trì, phối hợp với các sở, ngành"


def read(*drawings: Drawing) -> Sheet:
    return open_paper(pdf(*drawings), "x.pdf")


def shown(sheet: Sheet) -> list[str]:
    return [b.text for b in sheet.blocks if isinstance(b, Paragraph)]


def grid(sheet: Sheet) -> list[list[str]]:
    (table,) = [b for b in sheet.blocks if isinstance(b, Table)]
    return [[cell.text for cell in line] for line in table.grid()]


def test_lines_that_wrap_are_one_paragraph() -> None:
    page = Drawing().say(108, 80, "Căn cứ Luật Tổ chức chính quyền địa phương và các quy định hiện hành")
    page.lines(
        80, 98, "về quản lý hoạt động thông tin đối ngoại của tỉnh trong thời gian tới đây;", "theo đề nghị của Sở."
    )
    page.lines(108, 134, "Một đoạn mới.", "Một đoạn nữa.")
    assert shown(read(page)) == [
        "Căn cứ Luật Tổ chức chính quyền địa phương và các quy định hiện hành về quản lý hoạt động thông tin đối ngoại "
        "của tỉnh trong thời gian tới đây; theo đề nghị của Sở.",
        "Một đoạn mới.",
        "Một đoạn nữa.",
    ]


def test_a_page_break_cuts_no_sentence_and_its_number_is_no_text() -> None:
    line = "Các cơ quan báo chí trong tỉnh mở chuyên trang, chuyên mục và tăng thời"
    first = Drawing().lines(80, 80, line, line).say(290, 800, "1")
    second = Drawing().say(290, 40, "2").say(80, 80, "lượng phát sóng.").say(108, 98, "Hết.").say(290, 800, "2")
    assert shown(read(first, second)) == [f"{line} {line} lượng phát sóng.", "Hết."]


def test_running_heads_are_no_text() -> None:
    pages = [
        Drawing().say(80, 30, f"Báo cáo quý - trang {n}").say(80, 80, f"Đoạn {n}.").say(80, 120, "Hết.") for n in "123"
    ]
    assert "Báo cáo" not in read(*pages).text


def test_head_and_foot_stand_in_two_columns() -> None:
    page = Drawing()
    page.say(80, 60, "UBND TỈNH HẢI SƠN").say(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.say(80, 78, "SỞ NGOẠI VỤ").say(340, 78, "Độc lập - Tự do - Hạnh phúc")
    page.say(80, 104, "Số: 12/KH-SNgV").say(310, 104, "Hải Sơn, ngày 05 tháng 3 năm 2026")
    page.say(260, 140, "KẾ HOẠCH", bold=True).say(180, 158, "Thông tin đối ngoại năm 2026", bold=True)
    page.say(108, 190, "I. MỤC ĐÍCH").say(108, 208, "- Nâng cao nhận thức.")
    page.say(380, 300, "TM. ỦY BAN NHÂN DÂN", 13).say(80, 303, "Nơi nhận:", 12).say(80, 317, "- Như trên;", 11)
    page.say(390, 316, "CHỦ TỊCH", 13).say(80, 330, "- Các sở: Tài chính,", 11).say(80, 343, "Tư pháp;", 11)
    page.say(80, 356, "- Lưu: VT.", 11).say(380, 400, "Nguyễn Văn Mẫu")
    paper = recognise(read(page))
    assert (paper.parent_body, paper.issuing_body) == ("UBND TỈNH HẢI SƠN", "SỞ NGOẠI VỤ")
    assert (paper.symbol, str(paper.date), paper.place) == ("12/KH-SNgV", "2026-03-05", "Hải Sơn")
    assert paper.title == "Thông tin đối ngoại năm 2026"
    assert [line.text for line in paper.recipients] == ["Như trên", "Các sở: Tài chính, Tư pháp", "Lưu: VT"]
    assert paper.signature is not None
    assert (paper.signature.title, paper.signature.name) == ("CHỦ TỊCH", "Nguyễn Văn Mẫu")


def table_page() -> Drawing:
    page = Drawing().grid([80, 120, 320, 520], [100, 130, 190, 250])
    return (
        page.say(90, 120, "TT").say(130, 120, "Nội dung").say(330, 120, "Chủ trì").say(90, 150, "1").say(90, 210, "2")
    )


def test_cells_of_a_ruled_table() -> None:
    page = table_page().lines(130, 150, "Mở chuyên mục trên sóng", "phát thanh").lines(330, 150, "Sở A", "Sở B")
    page.say(130, 210, "Theo Quyết định số 5/QĐ-").say(130, 228, "UBND").say(330, 210, "Sở C")
    assert grid(read(page)) == [
        ["TT", "Nội dung", "Chủ trì"],
        ["1", "Mở chuyên mục trên sóng phát thanh", "Sở A\nSở B"],
        ["2", "Theo Quyết định số 5/QĐ-UBND", "Sở C"],
    ]


def test_cells_that_span_are_seen_by_the_missing_lines() -> None:
    page = Drawing()
    for y in (100, 160, 190):
        page.rule(80, y, 520, y)
    page.rule(220, 130, 520, 130)
    for x in (80, 520):
        page.rule(x, 100, x, 190)
    page.rule(220, 100, 220, 160).rule(370, 130, 370, 160)
    page.say(90, 120, "Nội dung").say(230, 120, "Đơn vị").say(230, 150, "chủ trì").say(380, 150, "phối hợp")
    page.say(90, 180, "A. Nhóm việc thứ nhất của kế hoạch")
    assert grid(read(page)) == [
        ["Nội dung", "Đơn vị", "Đơn vị"],
        ["Nội dung", "chủ trì", "phối hợp"],
        ["A. Nhóm việc thứ nhất của kế hoạch"] * 3,
    ]


def test_a_table_goes_on_over_the_page() -> None:
    first = (
        table_page().say(130, 150, "Việc một").say(130, 210, "Việc hai, gồm").say(330, 210, "Sở A").say(290, 800, "1")
    )
    second = Drawing().say(290, 40, "2").grid([80, 120, 320, 520], [60, 90, 120, 150])
    second.say(90, 80, "TT").say(130, 80, "Nội dung").say(330, 80, "Chủ trì").say(130, 110, "cả phần còn lại")
    second.say(90, 140, "3").say(130, 140, "Việc ba").say(330, 140, "Sở B")
    assert grid(read(first, second)) == [
        ["TT", "Nội dung", "Chủ trì"],
        ["1", "Việc một", ""],
        ["2", "Việc hai, gồm cả phần còn lại", "Sở A"],
        ["3", "Việc ba", "Sở B"],
    ]


def test_underlines_and_shades_are_no_table() -> None:
    page = Drawing().lines(80, 80, FILL, "một hai ba.").rule(200, 110, 300, 110).shade(80, 60, 520, 120)
    assert all(isinstance(block, Paragraph) for block in read(page).blocks)


def test_a_signature_is_no_text_but_the_number_it_fills_in_is() -> None:
    page = Drawing().say(80, 60, "UBND TỈNH HẢI SƠN").say(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.say(80, 100, "Số:").say(135, 100, "/KH-UBND").stamp(106, 100, "45").say(80, 200, FILL)
    page.stamp(400, 20, "Ký bởi: Văn phòng").stamp(400, 32, "09.01.2025 10:21:11 +07:00")
    sheet = read(page)
    assert recognise(sheet).symbol == "45/KH-UBND"
    assert "2025" not in sheet.text
    assert "Ký bởi" not in sheet.text


def test_a_printed_signature_block_is_no_text() -> None:
    block = ("Người ký: Sở Ngoại vụ", "Cơ quan: Tỉnh Hải Sơn", "Thời gian ký: 09/01/2025 10:21:11")
    page = Drawing().lines(400, 20, *block, step=11, size=8).say(80, 100, FILL)
    assert shown(read(page)) == [FILL]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    page = Drawing(turned=90)
    for number, words in enumerate(("Dòng một.", "Dòng hai.")):
        code = words.encode("utf-16-be").hex()
        page.drawn.append(f"BT /R 14 Tf 0 1 -1 0 {100 + 40 * number} 200 Tm <{code}> Tj ET")
    assert shown(read(page)) == ["Dòng một.", "Dòng hai."]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(Drawing().picture()), "scan"),
        (pdf(Drawing().picture().stamp(400, 20, "Ký bởi: Văn phòng UBND tỉnh ngày 09.01.2025 10:21:11")), "scan"),
        (pdf(Drawing()), "no_text"),
        (b"%PDF-1.7\nrest", "broken"),
        (pdf(*[Drawing().say(80, 80, "x")] * 301), "too_large"),
        (pdf(Drawing().say(80, 80, FILL), table_of_characters=dict(zip("ởôinvàTuyềhpợác", "ӣ{LQYjWX\\\u0442K\ue003ӧiF", strict=True))), "gibberish"),
    ],
    ids=["scan", "scan with a stamp", "empty page", "broken", "too many pages", "wrong characters"],
)  # fmt: skip
def test_refusals(data: bytes, code: str) -> None:
    with pytest.raises(PaperUnreadable) as caught:
        open_paper(data, "x.pdf")
    assert caught.value.code == code
