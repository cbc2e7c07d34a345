"""D42: a round asks many by a day: the board, extensions, nil reports, returns, late and on time; a report from a phone."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from lantoa.viet.dates import as_short
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.steps import agency_of, begin, fits, follow, go, in_days, numbers, plan_round, press, receipt, send

PHONE = 360
TALLIES = ("đã gửi", "đúng hạn", "gửi muộn", "chưa gửi", "trả lại", "đã tiếp nhận")


def test_the_board_of_the_year_adds_up(visit: Visit) -> None:
    """Sent and missing make the asked, on time and late make the sent; the rows say the same as the sums."""
    page = go(visit("dieu-phoi"), "Đợt báo cáo")
    follow(page.locator("main tbody tr", has_text="Đã đóng"), re.compile("^Báo cáo năm"))
    tally = tallies(page)
    sent, asked = tally["đã gửi"]
    assert sent + tally["chưa gửi"][0] == asked
    assert tally["đúng hạn"][0] + tally["gửi muộn"][0] == sent == tally["đã tiếp nhận"][0]
    rows = [row.inner_text() for row in page.locator("main tbody tr").all()]
    assert len(rows) == asked
    assert sum("Không gửi" in row for row in rows) == tally["chưa gửi"][0] == 1
    assert sum("không phát sinh" in row for row in rows) == 1
    assert sum("lần 2" in row for row in rows) == 1, "one was returned and sent again"
    assert sum("gửi muộn" in row for row in rows) == tally["gửi muộn"][0]


def test_a_focal_point_reports_from_a_phone_and_again_after_a_return(visit: Visit, rehearsal: Rehearsal) -> None:
    desk, phone = visit("dieu-phoi"), visit("dau-moi", width=PHONE)
    agency, title = agency_of(phone), "Đột xuất: mùa cá chuồn đã kể được gì"
    plan_round(desk, rehearsal, title, in_days(10))
    board = desk.url
    other = next(name for name in agencies(desk) if name != agency)

    follow(row_of(desk, other), re.compile("^Gia hạn"))
    desk.get_by_label("Hạn mới").fill(as_short(in_days(20)))
    press(desk, "Gia hạn")
    expect(desk.locator("main .errors li")).to_have_count(1)
    assert desk.url != board, "no extension without a reason"
    desk.get_by_label("Lý do").fill("Cán bộ phụ trách đi biển dài ngày")
    press(desk, "Gia hạn")
    expect(row_of(desk, other)).to_contain_text("đã gia hạn")
    expect(row_of(desk, other)).to_contain_text(as_short(in_days(20)))

    begin(phone, title)
    assert fits(phone)
    expect(phone.locator("main")).to_contain_text("Các phần đã được điền sẵn")
    follow(phone, "Kết quả thực hiện")
    assert fits(phone)
    filled = phone.get_by_label("Nội dung").input_value()
    press(phone, "Lưu phần này")
    follow(phone.locator("main ul.rows"), "Số liệu")
    assert fits(phone)
    press(phone, "Lưu số liệu")
    follow(phone, "Kiểm tra trước khi gửi")
    assert fits(phone)
    assert filled.split("\n")[0] in phone.locator("main").inner_text()
    send(phone)
    code = receipt(phone)
    phone.go_back()
    send(phone)
    assert receipt(phone) == code, "pressed twice, sent once"
    assert fits(phone)

    desk.goto(board)
    expect(row_of(desk, agency)).to_contain_text("Đã gửi đúng hạn")
    expect(row_of(desk, agency)).not_to_contain_text("lần 2")
    follow(row_of(desk, agency), re.compile("^Đọc"))
    desk.get_by_label("Phần cần sửa").select_option(label="Khó khăn, vướng mắc")
    desk.get_by_label("Cần bổ sung, sửa gì").fill("Nêu rõ vì sao bến phía nam chưa có bảng tin")
    press(desk, "Trả lại báo cáo")
    expect(row_of(desk, agency)).to_contain_text("Trả lại để bổ sung")

    go(phone, "Báo cáo")
    follow(phone.locator("main ul.rows > li", has_text=title), re.compile("^Làm tiếp"))
    expect(phone.locator("main")).to_contain_text("Nêu rõ vì sao bến phía nam chưa có bảng tin")
    follow(phone, "Khó khăn, vướng mắc")
    phone.get_by_label("Nội dung").fill("Bến phía nam đang nạo vét nên chưa dựng được bảng.")
    press(phone, "Lưu phần này")
    follow(phone, "Kiểm tra trước khi gửi")
    send(phone)
    assert receipt(phone) != code

    desk.goto(board)
    expect(row_of(desk, agency)).to_contain_text("lần 2")
    follow(row_of(desk, agency), re.compile("^Đọc"))
    expect(desk.locator("main")).to_contain_text("Bến phía nam đang nạo vét nên chưa dựng được bảng.")
    press(desk, "Tiếp nhận báo cáo")
    expect(row_of(desk, agency)).to_contain_text("Đã tiếp nhận")


def test_nothing_to_tell_is_a_report_and_late_is_late(visit: Visit, rehearsal: Rehearsal) -> None:
    desk, phone = visit("dieu-phoi"), visit("dau-moi", width=PHONE)
    agency, title = agency_of(phone), "Đột xuất: hạn đã qua từ hôm kia"
    plan_round(desk, rehearsal, title, in_days(-2))
    board = desk.url
    expect(row_of(desk, agency)).to_contain_text("Chưa gửi, quá hạn")
    begin(phone, title)
    phone.locator("summary", has_text="Trong kỳ không có gì để báo cáo?").click()
    press(phone, "Ghi “không phát sinh”")
    send(phone)
    receipt(phone)
    desk.goto(board)
    expect(row_of(desk, agency)).to_contain_text("Đã gửi quá hạn")
    expect(row_of(desk, agency)).to_contain_text("không phát sinh")
    others = [name for name in agencies(desk) if name != agency]
    follow(desk, re.compile("^Lời nhắc"))
    text = desk.get_by_label("Nội dung").input_value()
    assert agency not in text
    assert all(name in text for name in others)


def test_another_agencys_report_is_not_there(visit: Visit) -> None:
    page = visit("dau-moi")
    agency = agency_of(page)
    desk = go(visit("dieu-phoi"), "Đợt báo cáo")
    follow(desk.locator("main tbody tr", has_text="Đã đóng"), re.compile("^Báo cáo năm"))
    others = desk.locator("main tbody tr").filter(has_not_text=agency).get_by_role("link")
    address = others.first.get_attribute("href") or ""
    assert "/ban-bao-cao/" in address
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Không tìm thấy trang")


def row_of(board: Page, agency: str) -> Locator:
    """The agency's row on the board of a round."""
    heads = board.locator("th[scope=row]").filter(has_text=re.compile(rf"^{re.escape(agency)}( \(đề nghị\))?$"))
    return board.locator("main tbody tr").filter(has=heads)


def agencies(board: Page) -> list[str]:
    """Who is asked, as the board lists them."""
    return [name.removesuffix(" (đề nghị)") for name in board.locator("main tbody th[scope=row]").all_inner_texts()]


def tallies(board: Page) -> dict[str, list[int]]:
    """The sums on top of the board: "19/20 đã gửi" gives {"đã gửi": [19, 20]}."""
    said_there = board.locator(".tallies li").all_inner_texts()
    return {word: numbers(one) for one in said_there for word in TALLIES if one.endswith(word)}
